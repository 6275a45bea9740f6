/** What a player adds to a coalition of each size counts k!(n−k−1)! times in n! orders. */
export interface ShapleyWeights {
  players: number;
  /** For a coalition of k players that has the player: (k−1)!(n−k)!; index k. */
  withPlayer: readonly bigint[];
  /** For a coalition of k players that lacks the player: k!(n−k−1)!; index k. */
  without: readonly bigint[];
  /** n!, by which the sums are divided. */
  denominator: bigint;
}

/** The weights of n players; what many games share. */
export function shapleyWeights(players: number): ShapleyWeights {
  const factorial = [1n];
  for (let k = 1; k <= players; k++) factorial.push((factorial[k - 1] ?? 1n) * BigInt(k));
  const at = (k: number) => factorial[k] ?? 0n;
  return {
    players,
    withPlayer: Array.from({ length: players + 1 }, (_, k) => (k === 0 ? 0n : at(k - 1) * at(players - k))),
    without: Array.from({ length: players + 1 }, (_, k) => (k === players ? 0n : at(k) * at(players - k - 1))),
    denominator: at(players),
  };
}

/**
 * The Shapley value of every player, times n!: what the player adds on average over all orders in which the players can
 * join. Linear in the values, so a value that some coalitions do not take part in counts as zero there and the parts of a
 * game add up.
 *
 * φᵢ = Σ over S without i of |S|!(n−|S|−1)!/n! · (v(S ∪ i) − v(S)); L. S. Shapley, A Value for n-Person Games, 1953.
 *
 * @param values by coalition, as the bits of its position: whole numbers, 2ⁿ of them; sums of them stay below 2⁵³
 * @example
 * shapleyNumerators([0, 1, 3, 6], shapleyWeights(2)).map(Number) // [4, 8]
 */
export function shapleyNumerators(values: ArrayLike<number>, weights: ShapleyWeights): bigint[] {
  const { players, withPlayer, without } = weights;
  const has = Array.from({ length: players }, () => new Float64Array(players + 1));
  const lacks = Array.from({ length: players }, () => new Float64Array(players + 1));
  for (let coalition = 0; coalition < 2 ** players; coalition++) {
    const value = values[coalition]!;
    if (value === 0) continue;
    const size = bitsOf(coalition);
    for (let player = 0; player < players; player++) ((coalition >> player) & 1 ? has : lacks)[player]![size]! += value;
  }
  return has.map((sums, player) => {
    let numerator = 0n;
    for (let size = 0; size <= players; size++) {
      numerator += BigInt(sums[size]!) * (withPlayer[size] ?? 0n);
      numerator -= BigInt(lacks[player]![size]!) * (without[size] ?? 0n);
    }
    return numerator;
  });
}

/** How many players a coalition has. */
export function bitsOf(coalition: number): number {
  let count = 0;
  for (let rest = coalition; rest > 0; rest &= rest - 1) count++;
  return count;
}
