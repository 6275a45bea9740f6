import type { Constraint } from "./constraint.ts";
import { remembered } from "./remembered.ts";

/** Numbers of constraints, and keys for sets of them. */
export interface Numbering {
  numberOf(constraint: Constraint): number;
  /** The same for the same constraints in any order: sixteen of them, in or out, to a character. */
  keyOf(all: readonly Constraint[]): string;
}

/** Numbers constraints in their order; others, such as questions, get the numbers after them when they are first met. */
export function numberingOf(constraints: readonly Constraint[]): Numbering {
  const numbers = new Map(constraints.map((constraint, number) => [constraint, number]));
  const keys = new WeakMap<readonly Constraint[], string>();
  const numberOf = (constraint: Constraint): number => {
    const number = numbers.get(constraint) ?? numbers.size;
    numbers.set(constraint, number);
    return number;
  };
  const keyOf = (all: readonly Constraint[]): string =>
    remembered(keys, all, () => {
      const places = all.map(numberOf);
      const characters = new Uint16Array(places.reduce((most, place) => Math.max(most, (place >> 4) + 1), 0));
      for (const place of places) characters[place >> 4] = (characters[place >> 4] ?? 0) | (1 << (place & 15));
      return String.fromCharCode(...characters);
    });
  return { numberOf, keyOf };
}
