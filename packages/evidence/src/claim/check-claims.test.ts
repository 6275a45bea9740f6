import type { Claim, Problem } from "@metodika/core";
import { describe, expect, it } from "vitest";
import { withClaims, withoutClaims } from "../../test/claims-round.ts";
import { checkClaims } from "./check-claims.ts";

/** The claim of the invented round that stands at a place. */
function at(claims: { claims: Claim[] }, index: number): Claim {
  const claim = claims.claims[index];
  if (!claim) throw new Error(`no claim ${index}`);
  return claim;
}

const other = { ru: "Другое", en: "Another" };

it("sound claims, and no claims, have no problems", () => {
  expect(checkClaims(withoutClaims)).toEqual([]);
  expect(checkClaims(withClaims())).toEqual([]);
});

type Change = Parameters<typeof withClaims>[0];

describe("one fault each", () => {
  it.each<[string, Change, Partial<Problem>]>([
    [
      "claim/duplicate",
      (claims) => Object.assign(at(claims, 3), { id: "plans" }),
      { field: "claims.3.id", value: "plans" },
    ],
    [
      "claim/duplicate-reading",
      (claims) => at(claims, 0).readings?.push({ id: "of-sites", title: other, printed: 2 }),
      { field: "claims.0.readings.1.id" },
    ],
    [
      "universe/duplicate",
      (claims) => claims.universes?.push({ id: "with-site", title: other, who: { type: ["urban-okrug"] } }),
      { field: "universes.1.id", value: "with-site" },
    ],
    [
      "universe/duplicate-reading",
      (claims) => claims.universes?.[0]?.readings?.push({ id: "urban", title: other, who: { named: ["dolny"] } }),
      { field: "universes.0.readings.1.id" },
    ],
    [
      "universe/reserved",
      (claims) => claims.universes?.push({ id: "all", title: other, who: { type: ["urban-okrug"] } }),
      { field: "universes.1.id" },
    ],
    [
      "universe/empty",
      (claims) => {
        claims.universes?.push({ id: "rural", title: other, who: { type: ["municipal-district"] } });
        at(claims, 0).universe = "rural";
      },
      {
        field: "universes.1.who",
        message: {
          ru: "совокупность «rural»: в неё не может входить ни один муниципалитет; на неё ссылаются сведения: plans",
          en: 'universe "rural": no municipality can be in it; claims that name it: plans',
        },
      },
    ],
    [
      "claim/unknown-universe",
      (claims) => Object.assign(at(claims, 0), { universe: "with-sites" }),
      {
        field: "claims.0.universe",
        nearest: "with-site",
        message: {
          ru: "сведение «plans» (enskaya-2024 page 2 paragraph 1): неизвестно: совокупность «with-sites»; ближайшее: «with-site»",
          en: 'claim "plans" (enskaya-2024 page 2 paragraph 1): unknown universe "with-sites"; nearest: "with-site"',
        },
      },
    ],
    [
      "claim/unknown-universe",
      (claims) => Object.assign(at(claims, 1), { base: "al" }),
      { field: "claims.1.base", nearest: "all" },
    ],
    [
      "claim/unknown-universe",
      (claims) => Object.assign(at(claims, 0).readings?.[0] ?? {}, { universe: "with-sites" }),
      { field: "claims.0.readings.0.universe", nearest: "with-site" },
    ],
    [
      "condition/unknown-indicator",
      (claims) => Object.assign(at(claims, 0), { query: { count: { indicator: "paln", is: ["yes"] } } }),
      { field: "claims.0.query.count.indicator", value: "paln", nearest: "plan" },
    ],
    [
      "condition/unknown-indicator",
      (claims) => Object.assign(claims.universes?.[0] ?? {}, { who: { all: [{ indicator: "sit", is: ["yes"] }] } }),
      { field: "universes.0.who.all.0.indicator", nearest: "site" },
    ],
    [
      "condition/unknown-code",
      (claims) => Object.assign(at(claims, 2), { query: { list: { not: { indicator: "site", is: ["yess"] } } } }),
      { field: "claims.2.query.list.not", nearest: "yes" },
    ],
    [
      "condition/unknown-criterion",
      (claims) =>
        Object.assign(at(claims, 0), {
          query: { count: { count: { criterion: "wrk", codes: ["yes"] }, at_least: 1 } },
        }),
      { field: "claims.0.query.count.count.criterion", nearest: "work" },
    ],
    [
      "condition/no-points",
      (claims) => Object.assign(at(claims, 0), { query: { count: { points: "works", at_least: 1 } } }),
      { field: "claims.0.query.count.points", nearest: "work" },
    ],
    [
      "condition/unknown-level",
      (claims) => Object.assign(at(claims, 0), { query: { count: { level: "developement", is: ["low"] } } }),
      { field: "claims.0.query.count.level", nearest: "development" },
    ],
    [
      "condition/unknown-level-code",
      (claims) => Object.assign(at(claims, 0), { query: { count: { level: "development", is: ["lo"] } } }),
      { field: "claims.0.query.count.is", nearest: "low" },
    ],
    [
      "condition/empty",
      (claims) => Object.assign(at(claims, 0), { query: { count: { indicator: "plan" } } }),
      { field: "claims.0.query.count" },
    ],
    [
      "claim/unknown-municipality",
      (claims) => Object.assign(at(claims, 2), { printed: ["dolny", "kedrovi"] }),
      { field: "claims.2.printed.1", nearest: "kedrovy" },
    ],
    [
      "claim/unknown-municipality",
      (claims) => Object.assign(at(claims, 3), { query: { includes: { named: ["dolni"] } } }),
      { field: "claims.3.query.includes.named.0", nearest: "dolny" },
    ],
    [
      "claim/unknown-fact",
      (claims) => Object.assign(at(claims, 8), { query: { sum: [{ number: 1 }, { fact: "structure" }] } }),
      { field: "claims.8.query.sum.1.fact", nearest: "structures" },
    ],
    [
      "claim/unknown-topic",
      (claims) => Object.assign(at(claims, 6), { query: { count_facts: { topic: "counsil" } } }),
      { field: "claims.6.query.count_facts.topic", nearest: "council" },
    ],
    [
      "claim/unknown-topic",
      (claims) => Object.assign(at(claims, 2), { query: { list: { any: [{ fact: "counsil" }] } } }),
      { field: "claims.2.query.list.any.0.fact", nearest: "council" },
    ],
    [
      "claim/unknown-fact-value",
      (claims) => Object.assign(at(claims, 7), { query: { list_facts: { topic: "council", value: "scool" } } }),
      { field: "claims.7.query.list_facts.value", nearest: "school" },
    ],
    [
      "claim/unknown-date",
      (claims) => Object.assign(at(claims, 11), { query: { same: [{ date: "signd" }, { date: "sent" }] } }),
      { field: "claims.11.query.same.0.date", nearest: "signed" },
    ],
    [
      "claim/unknown-recommendation",
      (claims) => Object.assign(at(claims, 12), { query: { addressees: "write-plan" } }),
      { field: "claims.12.query.addressees", nearest: "write-a-plan" },
    ],
    [
      "claim/unknown-claim",
      (claims) => Object.assign(at(claims, 9), { query: { difference: [{ claim: "bath" }, { number: 3 }] } }),
      { field: "claims.9.query.difference.0.claim", nearest: "both" },
    ],
    [
      "claim/nothing-printed",
      (claims) => Object.assign(at(claims, 9), { query: { claim: "elsewhere" } }),
      { field: "claims.9.query.claim", value: "elsewhere" },
    ],
    [
      "claim/own-proof",
      (claims) => Object.assign(at(claims, 9), { query: { claim: "more" } }),
      { field: "claims.9.query.claim", value: "more" },
    ],
    ["claim/no-query", (claims) => delete at(claims, 13).not_checkable, { field: "claims.13" }],
    [
      "claim/query-and-reason",
      (claims) => Object.assign(at(claims, 0), { not_checkable: other }),
      { field: "claims.0.not_checkable" },
    ],
    ["claim/no-printed", (claims) => delete at(claims, 5).printed, { field: "claims.5" }],
    [
      "claim/source",
      (claims) => Object.assign(at(claims, 4), { source: "enskaya-2023 page 2" }),
      { field: "claims.4.source", value: "enskaya-2023 page 2" },
    ],
    [
      "claim/source",
      (claims) => Object.assign(at(claims, 4), { source: "enskaya-2024" }),
      { field: "claims.4.source" },
    ],
    [
      "claim/source",
      (claims) => Object.assign(claims.uncovered?.[0] ?? {}, { source: "page 1" }),
      { field: "uncovered.0.source" },
    ],
    [
      "claim/listed-twice",
      (claims) => Object.assign(at(claims, 2), { printed: ["dolny", "kedrovy", "dolny"] }),
      { field: "claims.2.printed.2", value: "dolny" },
    ],
    [
      "claim/idle-reading",
      (claims) => Object.assign(at(claims, 0).readings?.[0] ?? {}, { universe: "all" }),
      { severity: "warning", field: "claims.0.readings.0", value: "of-sites" },
    ],
    [
      "claim/idle-reading",
      (claims) => Object.assign(at(claims, 5), { readings: [{ id: "site", title: other, universe: "with-site" }] }),
      { severity: "warning", field: "claims.5.readings.0", value: "site" },
    ],
    [
      "universe/idle-reading",
      (claims) =>
        Object.assign(claims.universes?.[0]?.readings?.[0] ?? {}, { who: { indicator: "site", is: ["yes"] } }),
      { severity: "warning", field: "universes.0.readings.0", value: "urban" },
    ],
  ])("%s", (code, change, facts) => {
    const problems = checkClaims(withClaims(change));
    expect(problems).toMatchObject([{ severity: "error", code, ...facts }]);
    for (const { message } of problems) expect(message.ru).not.toBe(message.en);
  });
});

describe("a query of the wrong type", () => {
  it.each<[string, number, Partial<Claim>, string]>([
    ["a list for a count", 0, { printed: ["dolny"] }, "claims.0.printed"],
    ["a percentage for a count", 0, { printed: { percent: "75" } }, "claims.0.printed"],
    ["a number for a share", 1, { printed: 75 }, "claims.1.printed"],
    ["a bound for a share", 1, { printed: { at_least: 75 } }, "claims.1.printed"],
    ["a number for a list", 2, { printed: 2 }, "claims.2.printed"],
    ["a list for a truth", 4, { printed: ["dolny"] }, "claims.4.printed"],
    ["a text for a fact that is a number", 5, { printed: "three" }, "claims.5.printed"],
    ["a number for a fact that is a text", 5, { query: { fact: "report-name" } }, "claims.5.printed"],
    ["a number for a date", 5, { query: { date: "sent" } }, "claims.5.printed"],
    ["a truth for a list of facts", 7, { printed: true }, "claims.7.printed"],
    [
      "a sum of lists",
      8,
      { query: { sum: [{ number: 1 }, { list_facts: { topic: "council" } }] } },
      "claims.8.query.sum.1",
    ],
    [
      "a ratio of percentages over cells",
      10,
      { query: { ratio: [{ share: { type: ["urban-okrug"] } }, { number: 4 }] } },
      "claims.10.query.ratio.0",
    ],
    [
      "a comparison of a date with a number",
      11,
      { query: { same: [{ date: "sent" }, { number: 4 }] } },
      "claims.11.query.same",
    ],
    [
      "a comparison of lists over cells",
      11,
      { query: { same: [{ list: { type: ["urban-okrug"] } }, { claim: "plans-list" }] } },
      "claims.11.query.same.0",
    ],
  ])("%s", (_, index, part, field) => {
    const problems = checkClaims(withClaims((claims) => Object.assign(at(claims, index), part)));
    expect(problems).toMatchObject([{ severity: "error", code: "claim/wrong-type", field }]);
  });

  it("in a reading is told of at the reading", () => {
    const reading = { id: "as-list", title: other, printed: ["dolny"] };
    const problems = checkClaims(withClaims((claims) => at(claims, 0).readings?.push(reading)));
    expect(problems).toMatchObject([{ code: "claim/wrong-type", field: "claims.0.readings.1.printed" }]);
  });
});

describe("claims that cannot hold together", () => {
  const conflicting: Change = (claims) =>
    Object.assign(at(claims, 4), { query: { count: { indicator: "plan", is: ["no"] } }, printed: 2 });

  it("are one warning that names them and their places", () => {
    // Zaozyorny's plan is open: three plans mean that it has one, two without a plan that it has none.
    const problems = checkClaims(
      withClaims((claims) => {
        conflicting(claims);
        claims.claims.splice(1, 1);
      }),
    );
    expect(problems).toEqual([
      {
        severity: "warning",
        code: "claim/conflict",
        field: "claims.0",
        value: "plans, everywhere",
        message: {
          ru: "эти сведения не могут быть верны вместе: «plans» (enskaya-2024 page 2 paragraph 1), «everywhere» (enskaya-2024 page 2 paragraph 1)",
          en: 'these claims cannot hold together: "plans" (enskaya-2024 page 2 paragraph 1), "everywhere" (enskaya-2024 page 2 paragraph 1)',
        },
      },
    ]);
  });

  it("are one warning per conflict", () => {
    const problems = checkClaims(withClaims(conflicting));
    expect(problems.map(({ code, value }) => [code, value])).toEqual([
      ["claim/conflict", "plans, everywhere"],
      ["claim/conflict", "plans-share, everywhere"],
    ]);
  });

  it("are found beside other faults, among the claims that can be asked", () => {
    const problems = checkClaims(
      withClaims((claims) => {
        conflicting(claims);
        Object.assign(at(claims, 1), { universe: "nobody" });
      }),
    );
    expect(problems.map(({ code }) => code)).toEqual(["claim/unknown-universe", "claim/conflict"]);
  });

  it("are not those that the tables alone refute", () => {
    expect(
      checkClaims(withClaims((claims) => Object.assign(at(claims, 0), { printed: 1 }))).map(({ value }) => value),
    ).not.toContain("plans");
  });
});

it("tells of all faults at once", () => {
  const problems = checkClaims(
    withClaims((claims) => {
      Object.assign(at(claims, 0), { universe: "nobody", source: "page 1", printed: ["dolni"] });
      Object.assign(at(claims, 5), { query: { fact: "structure" } });
    }),
  );
  expect(problems.map(({ code }) => code)).toEqual([
    "claim/source",
    "claim/unknown-universe",
    "claim/unknown-municipality",
    "claim/wrong-type",
    "claim/unknown-fact",
  ]);
});

it("says so when a cell has more values than deduction can follow", () => {
  const data = withClaims();
  const methodology = structuredClone(data.methodology);
  const scale = methodology.scales["yes-no"];
  if (scale?.type !== "codes") throw new Error("a scale of codes is wanted");
  for (let order = 2; order < 32; order++) scale.codes.push({ code: `step-${order}`, order, title: other });
  for (const indicator of methodology.criteria[0]?.indicators ?? [])
    indicator.points = Object.fromEntries(scale.codes.map(({ code }) => [code, 1]));
  const all = { codes: scale.codes.map((_, index) => index), missing: [] };
  const cells = data.cells.map((cell) => (cell.basis === "bounded" ? { ...cell, state: all } : cell));
  expect(checkClaims({ ...data, methodology, cells })).toMatchObject([
    { severity: "note", code: "claim/conflicts-not-exact", field: "claims" },
  ]);
});
