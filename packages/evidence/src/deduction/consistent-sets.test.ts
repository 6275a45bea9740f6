import { expect, test } from "vitest";
import { prepare } from "../../test/prepare.ts";
import { consistentSets } from "./consistent-sets.ts";

const open = ["a", "b"];
const count = (id: string, printed: number, code = "a") => ({
  id,
  query: { count: { indicator: "i1", is: [code] } },
  printed,
});

function found(claims: Parameters<typeof prepare>[0]["claims"], rows = 3) {
  const { solver, parts } = prepare({ codes: open, cells: Array.from({ length: rows }, () => [open]), claims });
  const { sets, conflicts, exact } = consistentSets(solver, parts);
  const names = (all: readonly (readonly { claim: string }[])[]) =>
    all.map((set) => set.map(({ claim }) => claim).join(" "));
  return { sets: names(sets), conflicts: names(conflicts), exact };
}

test("claims that hold together are one set", () => {
  expect(found([count("one", 1), count("two", 2, "b")])).toEqual({ sets: ["one two"], conflicts: [], exact: true });
});

test("each claim of a conflict is left out in turn, and a claim outside it never", () => {
  const { sets, conflicts } = found([
    count("one", 1),
    count("two", 2),
    { id: "rest", query: { includes: { indicator: "i1", is: ["a"] } }, printed: ["m1"] },
  ]);
  expect(sets).toEqual(["two rest", "one rest"]);
  expect(conflicts).toEqual(["one two"]);
});

test("a claim that can never hold is left out of every set", () => {
  expect(found([count("one", 1), count("nine", 9)]).sets).toEqual(["one"]);
});

test("too many conflicts are cut short: then anything may be possible, and it says so", () => {
  // Eight pairs of sentences contradict each other: 256 ways to leave one of each out.
  const pairs = Array.from({ length: 8 }, (_, index) => [
    { id: `yes-${index}`, query: { includes: { indicator: "i1", is: ["a"] } }, printed: [`m${index + 1}`] },
    { id: `no-${index}`, query: { includes: { indicator: "i1", is: ["b"] } }, printed: [`m${index + 1}`] },
  ]).flat();
  const { sets, exact } = found(pairs, 8);
  expect(exact).toBe(false);
  expect(sets).toContain("");
});
