import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changed, data } from "../../test/fixture.ts";
import type { Recommendation } from "../methodology/recommendation.ts";
import { Printed } from "../printed/printed.ts";
import type { RoundData } from "../round/round-data.ts";
import { recommendationsOf } from "./recommendations-of.ts";

const ids = data.municipalities.map(({ id }) => id);
const text = { ru: "текст", en: "text" };

function ruled(who: Recommendation["who"], extra: Partial<Recommendation> = {}, printed: RoundData["printed"] = []) {
  const methodology = changed((plain) => {
    Object.assign(plain, { recommendations: [{ id: "rule", to: "authority", who, text, source: "s", ...extra }] });
  });
  const round = { ...data.round, recommendations: [{ id: "rule", until: "2025-02", source: "s" }] };
  const [found] = recommendationsOf({ ...data, methodology, round, printed });
  if (!found) throw new Error("no recommendation");
  return found;
}

const addressee = (municipality: string, value: string) =>
  Printed.parse({ kind: "addressee", municipality, item: "rule", value, evidence: "", source: "page 9", note: "" });

describe("who is addressed", () => {
  test("all, with the deadline of the round", () => {
    const found = ruled({ all: true });
    expect(found).toMatchObject({ by: "all", rule: { certain: ids, possible: ids }, until: "2025-02" });
  });

  test("those named by an expert, or all but those, with the reason", () => {
    const two = ids.slice(0, 2);
    expect(ruled({ named: two, reason: text })).toMatchObject({
      by: "expert",
      reason: text,
      rule: { certain: two, possible: two },
    });
    expect(ruled({ except_named: two, reason: text }).rule.certain).toEqual(ids.slice(2));
  });

  test("those who meet a condition, all but those, and those of whom the cells do not tell", () => {
    const condition = { indicator: "regulation", is: ["no"] };
    const when = ruled({ when: condition });
    const except = ruled({ except: condition });
    const without = (members: readonly string[]) => ids.filter((id) => !members.includes(id));
    expect(when.rule.certain.length).toBeGreaterThan(0);
    expect(except.rule.certain).toEqual(without(when.rule.possible));
    expect(except.rule.possible).toEqual(without(when.rule.certain));
    expect(when.traces.size).toBe(ids.length);
  });
});

describe("printed addressees", () => {
  test("stand beside the rule, and before one that the region has not approved", () => {
    const [first = "", second = ""] = ids;
    const rows = [addressee(second, "included"), addressee(first, "included")];
    expect(ruled({ all: true }, {}, rows)).toMatchObject({
      printed: { members: [first, second], source: "page 9" },
      decidedBy: "rule",
      addressees: { certain: ids },
    });
    expect(ruled({ all: true }, { basis: "inferred" }, rows)).toMatchObject({
      decidedBy: "printed",
      addressees: { certain: [first, second], possible: [first, second] },
    });
  });

  test("settle what an approved rule leaves open, and nothing that it decides", () => {
    const condition = { indicator: "plan", is: ["no"] };
    const { certain, possible } = ruled({ when: condition }).rule;
    const open = possible.filter((id) => !certain.includes(id));
    const outside = ids.filter((id) => !possible.includes(id));
    expect([open.length > 0, outside.length > 0]).toEqual([true, true]);
    const [named = ""] = open;
    const rows = [addressee(named, "included"), addressee(outside[0] ?? "", "included")];
    const addressed = possible.filter((id) => certain.includes(id) || id === named);
    expect(ruled({ when: condition }, {}, rows)).toMatchObject({
      decidedBy: "rule",
      rule: { certain, possible },
      addressees: { certain: addressed, possible: addressed },
    });
  });

  test("are all others where the report names exceptions", () => {
    expect(ruled({ all: true }, {}, [addressee(ids[1] ?? "", "excluded")]).printed?.members).toEqual(
      ids.filter((_, place) => place !== 1),
    );
  });
});

test("whatever the open cells turn out to be, the addressees lie between the certain and the possible ones", () => {
  const conditions: Recommendation["who"][] = [
    { when: { indicator: "plan", is: ["no"] } },
    {
      except: {
        any: [
          { indicator: "plan", is: ["yes"] },
          { points: "organization", at_least: 2 },
        ],
      },
    },
    { when: { all: [{ level: "development", is: ["low"] }, { not: { indicator: "site", is: ["yes"] } }] } },
  ];
  fc.assert(
    fc.property(fc.constantFrom(...conditions), fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), (who, picks) => {
      const open = ruled(who).rule;
      const cells = data.cells.map((cell, index) => {
        const { codes, range, missing } = cell.state;
        const choices = [
          ...codes.map((code) => ({ codes: [code], missing: [] })),
          ...(range ?? []).map((end) => ({ codes: [], range: [end, end] as const, missing: [] })),
          ...missing.map((status) => ({ codes: [], missing: [status] })),
        ];
        return { ...cell, state: choices[(picks[index] ?? 0) % choices.length] ?? cell.state };
      });
      const methodology = changed((plain) => {
        Object.assign(plain, { recommendations: [{ id: "rule", to: "authority", who, text, source: "s" }] });
      });
      const [closed] = recommendationsOf({ ...data, methodology, cells });
      expect(closed?.rule.possible).toEqual(expect.arrayContaining(open.certain));
      expect(open.possible).toEqual(expect.arrayContaining(closed?.rule.certain ?? []));
    }),
    { numRuns: 60 },
  );
});

test("the round may word a recommendation in its own way", () => {
  const methodology = changed((plain) => {
    Object.assign(plain, { recommendations: [{ id: "rule", to: "authority", who: { all: true }, text, source: "s" }] });
  });
  const own = { ru: "текст от 26.10.2021", en: "text of 2021-10-26" };
  const round = { ...data.round, recommendations: [{ id: "rule", text: own, source: "s" }] };
  expect(recommendationsOf({ ...data, methodology, round })[0]?.recommendation.text).toEqual(own);
});
