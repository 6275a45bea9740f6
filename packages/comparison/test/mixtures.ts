import { type Methodology, type MissingStatus, missingStatuses } from "@metodika/core";
import fc from "fast-check";
import { completionsOf, methodologyOf, type Short } from "./invented.ts";

/** What two versions of the invented methodology may differ in. */
export interface Rules {
  points: readonly [number, number, number];
  weight: string;
  policies: Record<MissingStatus, string>;
}

const policy = fc.constantFrom("exclude", "zero", "bounds");
/** Rules that keep sums sums. */
export const rules: fc.Arbitrary<Rules> = fc.record({
  points: fc.constantFrom([2, 1, 0] as const, [0.3, 0.1, 0] as const, [1, 0.25, -0.5] as const),
  weight: fc.constantFrom("1", "0.3", "1.5"),
  policies: fc.record({ L: policy, M: fc.constant("exclude"), O: policy, Q: fc.constant("bounds"), S: policy }),
});

/** The invented methodology by some rules. */
export const methodologyBy = ({ points, weight, policies }: Rules, version: string): Methodology =>
  methodologyOf({ points, weight, policies, version });

/** The rules that differ, as the engine should name them. Points and weight of an indicator are one change. */
export function changesBetween(before: Rules, after: Rules): string[] {
  const rerated = before.points !== after.points || before.weight !== after.weight;
  return [
    ...(rerated ? ["indicator:mentoring"] : []),
    ...missingStatuses
      .filter((status) => before.policies[status] !== after.policies[status])
      .map((status) => `missing:${status}`),
  ];
}

/** The rules of which some are already the later ones. */
export function mixture(before: Rules, after: Rules, switched: ReadonlySet<string>): Rules {
  const mentoring = switched.has("indicator:mentoring") ? after : before;
  return {
    points: mentoring.points,
    weight: mentoring.weight,
    policies: Object.fromEntries(
      missingStatuses.map((status) => [status, (switched.has(`missing:${status}`) ? after : before).policies[status]]),
    ) as Rules["policies"],
  };
}

/** The values of the four indicators. */
export const scales: readonly (readonly Short[])[] = [
  ["high", "middle", "low"],
  ["yes", "no"],
  Array.from({ length: 10 }, (_, number) => String(number)),
  ["yes", "no"],
];

/** A settled cell: its value, or a status with the value that stands for it where the policy asks for one. */
export type Settled = { status?: MissingStatus; value: Short };

/** Every way to settle a short cell; a status whose policy may be `bounds` with every value that stands for it. */
export function ways(short: Short, place: number, isOpen: (status: MissingStatus) => boolean): Settled[] {
  return completionsOf(short).flatMap((one): Settled[] => {
    if (!one.startsWith("status:")) return [{ value: one }];
    const status = one.slice(7) as MissingStatus;
    return isOpen(status) ? (scales[place] ?? []).map((value) => ({ status, value })) : [{ status, value: one }];
  });
}

/** Every way to settle a row, under two sets of rules that look at the same answers. */
export function settlements(row: readonly Short[], sets: readonly Rules[]): Settled[][] {
  const isOpen = (status: MissingStatus) => sets.some(({ policies }) => policies[status] === "bounds");
  return row.reduce<Settled[][]>(
    (all, short, place) => all.flatMap((start) => ways(short, place, isOpen).map((way) => [...start, way])),
    [[]],
  );
}

/** A settled row as some rules see it: a status stays one unless its policy is `bounds`. */
export function shortsUnder(cells: readonly Settled[], { policies }: Rules): Short[] {
  return cells.map(({ status, value }) => (status && policies[status] !== "bounds" ? `status:${status}` : value));
}
