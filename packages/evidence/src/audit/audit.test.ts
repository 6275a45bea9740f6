import { scoreRound } from "@metodika/core";
import { expect, test } from "vitest";
import { type Invented, invent } from "../../test/invented.ts";
import { withPauses } from "../steps/steps.ts";
import { audit, auditSteps } from "./audit.ts";

const isA = { indicator: "i1", is: ["a"] };
const region: Invented = {
  codes: ["a", "b"],
  cells: [[["a"]], [["b"]], [["a", "b"]], [["L"]]],
  universes: { submitted: { not: { indicator: "i1", status: ["L"] } } },
};

function audited(claims: Invented["claims"], switches = {}) {
  const data = invent({ ...region, claims });
  const universes = (data.claims?.universes ?? []).map((universe) => ({
    ...universe,
    readings: [{ id: "first", title: { ru: "первый", en: "the first" }, who: { named: ["m1"] } }],
  }));
  const round = { ...data, claims: { ...data.claims, universes, claims: data.claims?.claims ?? [] } };
  return audit(round, scoreRound(round), switches);
}

test("a count is confirmed, contradicted or undetermined by the cells, with its bounds", () => {
  const ask = (printed: number | { at_least: number }) => audited([{ id: "count", query: { count: isA }, printed }])[0];
  expect(ask({ at_least: 1 })).toMatchObject({ verdict: "confirmed", computed: { low: 1, high: 2 } });
  expect(ask(2)).toMatchObject({ verdict: "undetermined", computed: { low: 1, high: 2 } });
  expect(ask(3)).toMatchObject({ verdict: "contradicted", computed: { low: 1, high: 2 }, exact: true });
});

test("no claim speaks for itself, and another may", () => {
  const [count, list] = audited([
    { id: "count", query: { count: isA }, printed: 2 },
    { id: "list", query: { list: isA }, printed: ["m1", "m3"] },
  ]);
  expect(count).toMatchObject({ verdict: "confirmed", computed: 2 });
  expect(list).toMatchObject({ verdict: "confirmed" });
});

test("a contradicted list is one verdict, and names the municipalities where it fails", () => {
  const [list] = audited([{ id: "list", query: { list: isA }, printed: ["m2", "m3"] }]);
  expect(list).toMatchObject({ verdict: "contradicted", disagreeing: ["m2", "m1"] });
  const [every] = audited([{ id: "every", query: { every: isA }, printed: true }]);
  expect(every).toMatchObject({ verdict: "contradicted", disagreeing: ["m2", "m4"] });
});

test("a part of a list that fails does not silence the rest of it", () => {
  const [, count] = audited([
    { id: "every", query: { every: isA }, printed: true },
    { id: "count", query: { count: isA }, printed: 2 },
  ]);
  expect(count).toMatchObject({ verdict: "confirmed", computed: 2 });
});

test("a contradicted statement tells the readings that save it, of its sentence and of its universe", () => {
  const [share] = audited([
    {
      id: "share",
      universe: "submitted",
      query: { share: { indicator: "i1", is: ["b"] } },
      printed: { percent: "0" },
      readings: [
        { id: "of-a", title: { ru: "", en: "" }, query: { share: { named: [] } } },
        { id: "no-help", title: { ru: "", en: "" }, base: "all" },
      ],
    },
  ]);
  expect(share?.verdict).toBe("contradicted");
  expect(share?.readings.map(({ id, verdict }) => [id, verdict])).toEqual([
    ["of-a", "confirmed"],
    ["submitted/first", "confirmed"],
  ]);
});

test("a share tells the bases that give what is printed", () => {
  const [share] = audited([
    {
      id: "share",
      universe: "submitted",
      query: { share: { indicator: "i1", is: ["a", "b"] } },
      printed: { percent: "75" },
    },
  ]);
  expect(share).toMatchObject({ verdict: "contradicted", bases: ["all"] });
});

test("a share that another base gives says so first, and its reading by that base is not told again", () => {
  const [share] = audited([
    {
      id: "share",
      universe: "submitted",
      query: { share: { indicator: "i1", is: ["a", "b"] } },
      printed: { percent: "75" },
      readings: [{ id: "of-all", title: { ru: "доля от всех", en: "share of all" }, base: "all" }],
    },
  ]);
  expect(share?.explanation.ru).toMatch(
    /^Верно от 4 \(все муниципалитеты региона\): 3 из 4 = 75 %\. Названы .*, их 3: /,
  );
  expect(share?.explanation.ru).not.toContain("доля от всех");
  expect(share?.readings).toHaveLength(1);
});

test("a number that differs says by how much, and a list whom it names against the tables", () => {
  const [count, list] = audited([
    { id: "count", universe: "submitted", query: { count: { not: { named: ["m1"] } } }, printed: 1 },
    { id: "list", query: { list: isA }, printed: ["m2", "m3"] },
  ]);
  expect(count?.explanation.ru).toBe("По таблицам и остальному тексту на 1 больше: 2.");
  expect(list?.explanation.ru).toMatch(
    /^Названы, хотя по таблицам не подходят: .+; подходят по таблицам, но не названы: /,
  );
});

test("a switch takes another reading of a universe for every claim", () => {
  const claims = [{ id: "count", universe: "submitted", query: { count: isA }, printed: 1 }];
  expect(audited(claims)[0]).toMatchObject({ verdict: "undetermined" });
  expect(audited(claims, { submitted: "first" })[0]).toMatchObject({ verdict: "confirmed", computed: 1 });
});

test("a claim without a query is not checkable and says why", () => {
  const [silent] = audited([{ id: "silent", not_checkable: { ru: "Нет графы", en: "No column" } }]);
  expect(silent).toMatchObject({ verdict: "not-checkable", computed: null, explanation: { en: "No column" } });
});

test("in steps it gives the same, and says how far it has got", async () => {
  const claims = [
    { id: "one", query: { count: isA }, printed: 1 },
    { id: "two", query: { count: isA }, printed: 2 },
  ];
  const data = invent({ ...region, claims });
  const seen: number[] = [];
  const findings = await withPauses(auditSteps(data, scoreRound(data)), ({ done, total }) => {
    seen.push(done / total);
    return done === 1 ? Promise.resolve() : undefined;
  });
  expect(seen).toEqual([0.5, 1]);
  expect(findings).toEqual(audit(data, scoreRound(data)));
});

test("a round and its findings can be posted to and from a worker", () => {
  const data = invent({ ...region, claims: [{ id: "count", query: { count: isA }, printed: 1 }] });
  const score = scoreRound(data);
  const there = structuredClone({ data, score });
  const findings = audit(there.data, there.score);
  expect(structuredClone(findings)).toEqual(audit(data, score));
});
