import type { Bounds } from "./bounds.ts";

/** What one thing can add to the numerator and, 0 or 1, to the denominator of a ratio. */
export type Contribution = readonly [numerator: number, denominator: 0 | 1];

/** So many things with the same choice; each takes one of the contributions. */
export interface Choice {
  options: readonly Contribution[];
  count: number;
}

/**
 * The least and the greatest ratio of two sums when every thing takes one of its contributions, each by itself. Dinkelbach's
 * method: with λ a ratio that can be reached, choose for each thing what makes numerator − λ · denominator least; the ratio
 * of the chosen is smaller, or λ is the least (Dinkelbach, On nonlinear fractional programming, Management Science 13, 1967).
 *
 * @returns null where the denominator is 0 whatever is chosen
 * @example
 * ratioBounds([{ options: [[1, 1]], count: 1 }, { options: [[0, 1], [0, 0]], count: 1 }]) // [0.5, 1]
 */
export function ratioBounds(choices: readonly Choice[]): Bounds | null {
  const low = least(choices);
  const negated = choices.map(({ options, count }) => ({ options: options.map(([n, d]) => [-n, d] as const), count }));
  const high = least(negated);
  return low === null || high === null ? null : [low + 0, 0 - high];
}

function least(choices: readonly Choice[]): number | null {
  // Start with as many in the denominator as can be: a ratio that can be reached, if there is one at all.
  let lambda: number | null = ratio(choices, ([n, d]) => (d === 1 ? n - 1e9 : 0));
  if (lambda === null) return null;
  for (;;) {
    const next: number | null = ratio(choices, ([n, d]) => n - (lambda ?? 0) * d);
    if (next === null || next >= lambda) return lambda;
    lambda = next;
  }
}

/** The ratio when each thing takes the contribution of the least cost. */
function ratio(choices: readonly Choice[], cost: (of: Contribution) => number): number | null {
  let [numerator, denominator] = [0, 0];
  for (const { options, count } of choices) {
    const best = options.reduce<Contribution | undefined>(
      (chosen, option) => (chosen && cost(chosen) <= cost(option) ? chosen : option),
      undefined,
    );
    numerator += count * (best?.[0] ?? 0);
    denominator += count * (best?.[1] ?? 0);
  }
  return denominator === 0 ? null : numerator / denominator;
}
