import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Draws that are the same for the same seed on every machine: xoroshiro128+ of pure-rand. */
export interface Random {
  /** True in so many of a thousand cases. */
  chance(thousandths: number): boolean;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  /** One of some things; of nothing, a caller's mistake. */
  pick<T>(things: readonly T[]): T;
}

/** A generator of its own: two with the same seed give the same numbers. */
export function randomOf(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const whole = (from: number, to: number) => uniformInt(generator, from, to);
  return {
    whole,
    chance: (thousandths) => whole(0, 999) < thousandths,
    pick: (things) => {
      const thing = things[whole(0, things.length - 1)];
      if (thing === undefined) throw new RangeError("there is nothing to pick from");
      return thing;
    },
  };
}
