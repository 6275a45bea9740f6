import type { Claim } from "@metodika/core";
import { expect, test } from "vitest";
import { invent } from "../../test/invented.ts";
import { definitionsOf } from "../audit/definitions.ts";
import { worldOf } from "../world/world.ts";
import { applyReading, countingOf, fits, QueryProblem, roundsTo } from "./counting.ts";

const world = worldOf(
  invent({
    codes: ["a", "b"],
    cells: [[["a"]], [["b"]], [["a"]]],
    universes: { districts: { type: ["municipal-district"] } },
    facts: [
      { topic: "council", subject: "m2", value: "3" },
      { topic: "council", subject: "m3", value: "город" },
    ],
    dates: { signed: "2022-05" },
    claims: [{ id: "printed", query: { number: 7 }, printed: 7 }, { id: "silent" }],
  }),
);
const definitions = definitionsOf(world);

function claim(query: Claim["query"], more: Partial<Claim> = {}): Claim {
  return { id: "asked", source: "enskaya-2022", statement: { ru: "", en: "" }, query, ...more };
}

/** The value of a query over the known cells of the region. */
function computed(query: Claim["query"], more: Partial<Claim> = {}) {
  const counting = countingOf(claim(query, more), definitions);
  const members = (of: { test: (index: number, outcomes: (typeof world.outcomes)[number]) => string }) =>
    world.outcomes.flatMap((outcomes, index) => (of.test(index, outcomes) === "yes" ? [`m${index + 1}`] : []));
  return counting.kind === "members"
    ? members(counting.of)
    : counting.value(counting.counters.map((of) => members(of).length));
}

const isA = { indicator: "i1", is: ["a"] };

test("count, share and list speak of their universe", () => {
  expect(computed({ count: isA })).toEqual({ kind: "number", value: 2 });
  expect(computed({ count: isA }, { universe: "districts" })).toEqual({ kind: "number", value: 1 });
  expect(computed({ share: isA }, { universe: "districts" })).toEqual({ kind: "share", numerator: 1, denominator: 2 });
  expect(computed({ list: isA }, { universe: "districts" })).toEqual(["m3"]);
});

test("a share divides by its base where it has one", () => {
  expect(computed({ share: isA }, { universe: "districts", base: "all" })).toEqual({
    kind: "share",
    numerator: 1,
    denominator: 3,
  });
});

test("“among them” speaks of everyone, “every” of the universe only", () => {
  expect(computed({ includes: isA }, { universe: "districts" })).toEqual(["m1", "m3"]);
  expect(computed({ every: isA }, { universe: "districts" })).toEqual(["m1", "m3"]);
  expect(computed({ every: { indicator: "i1", is: ["b"] } }, { universe: "districts" })).toEqual(["m1", "m2"]);
});

test("facts give numbers, texts, counts and lists", () => {
  expect(computed({ fact: "fact-1" })).toEqual({ kind: "number", value: 3 });
  expect(computed({ fact: "fact-2" })).toEqual({ kind: "text", value: "город" });
  expect(computed({ count_facts: { topic: "council" } })).toEqual({ kind: "number", value: 2 });
  expect(computed({ list_facts: { topic: "council", value: "3" } })).toEqual({ kind: "set", members: ["m2"] });
});

test("sums, differences and ratios are of counts, numbers and other claims", () => {
  expect(computed({ sum: [{ count: isA }, { number: 5 }, { claim: "printed" }] })).toEqual({
    kind: "number",
    value: 14,
  });
  expect(computed({ difference: [{ number: 1 }, { count: isA }] })).toEqual({ kind: "number", value: -1 });
  expect(computed({ ratio: [{ count: isA }, { number: 3 }] })).toEqual({ kind: "share", numerator: 2, denominator: 3 });
});

test("two dates agree as far as the less precise one goes", () => {
  const signed = { date: "signed" };
  expect(computed(signed)).toEqual({ kind: "text", value: "2022-05" });
  expect(fits({ kind: "text", value: "2022-05" }, "2022-05-17")).toBe(true);
  expect(fits({ kind: "text", value: "2022-05" }, "2022")).toBe(true);
  expect(fits({ kind: "text", value: "2022-05" }, "2022-06")).toBe(false);
  expect(fits({ kind: "text", value: "Энск-2" }, "Энск")).toBe(false);
});

test("a month or day agrees with the school year in which it lies, a whole year with none", () => {
  const text = (value: string) => ({ kind: "text", value }) as const;
  expect(fits(text("2020-2021"), "2021-06")).toBe(true);
  expect(fits(text("2021-09-01"), "2020-2021")).toBe(false);
  expect(fits(text("2020-08-31"), "2020-2021")).toBe(false);
  expect(fits(text("2020-2021"), "2020")).toBe(false);
  expect(fits(text("2020-2022"), "2021-06")).toBe(false);
});

test("two places say the same when their values are equal", () => {
  expect(computed({ same: [{ count: isA }, { number: 2 }] })).toEqual({ kind: "truth", value: true });
  expect(computed({ same: [{ count: isA }, { claim: "printed" }] })).toEqual({ kind: "truth", value: false });
});

test("a percentage fits when it rounds, half up, to the printed digits", () => {
  expect(roundsTo({ numerator: 1, denominator: 8 }, "12.5")).toBe(true);
  expect(roundsTo({ numerator: 1, denominator: 8 }, "13")).toBe(true);
  expect(roundsTo({ numerator: 1, denominator: 8 }, "12")).toBe(false);
  expect(roundsTo({ numerator: 19, denominator: 34 }, "55.9")).toBe(true);
  expect(roundsTo({ numerator: 19, denominator: 34 }, "55.8")).toBe(false);
  expect(roundsTo({ numerator: 0, denominator: 0 }, "0")).toBe(false);
});

test("a share against a bound is compared as it is, before rounding", () => {
  const half = { kind: "share", numerator: 1, denominator: 2 } as const;
  expect(fits(half, { at_least: 50 })).toBe(true);
  expect(fits(half, { more_than: 50 })).toBe(false);
  expect(fits({ kind: "share", numerator: 2, denominator: 3 }, { at_least: 66.7 })).toBe(false);
  expect(fits({ kind: "share", numerator: 0, denominator: 0 }, { at_least: 0 })).toBe(false);
  expect(fits({ kind: "number", value: 381 }, { more_than: 380 })).toBe(true);
});

test("a reading replaces what it names and leaves the rest", () => {
  const read = applyReading(claim({ count: isA }, { universe: "districts", printed: 2 }), {
    id: "all",
    title: { ru: "все", en: "all" },
    universe: "all",
  });
  expect(read).toMatchObject({ universe: "all", printed: 2, query: { count: isA } });
});

test.each([
  ["an unknown fact", { fact: "nowhere" }, "claim/unknown-fact"],
  ["an unknown date", { date: "nowhere" }, "claim/unknown-date"],
  ["an unknown claim", { claim: "nowhere" }, "claim/unknown-claim"],
  ["a claim that prints nothing", { claim: "silent" }, "claim/unknown-claim"],
  ["an unknown recommendation", { addressees: "nowhere" }, "claim/unknown-recommendation"],
  ["a sum of lists", { sum: [{ list: isA }] }, "claim/wrong-type"],
  ["a sum of shares", { sum: [{ share: isA }] }, "claim/wrong-type"],
  ["lists over cells that should be the same", { same: [{ list: isA }, { list: isA }] }, "claim/wrong-type"],
] as [string, NonNullable<Claim["query"]>, string][])("%s cannot be asked", (_, query, code) => {
  expect(() => countingOf(claim(query), definitions)).toThrow(expect.objectContaining({ code }));
});

test("an unknown universe and a missing query are problems too", () => {
  expect(() => countingOf(claim({ count: isA }, { universe: "nowhere" }), definitions)).toThrow(QueryProblem);
  expect(() => countingOf(claim(undefined), definitions)).toThrow(QueryProblem);
});
