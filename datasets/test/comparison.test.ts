import { coverageMatrix, dynamics, factSeries, sideBySide, unitChange } from "@metodika/comparison";
import { formatDecimal, scoreRound } from "@metodika/core";
import { audit, recover } from "@metodika/evidence";
import { describe, expect, it } from "vitest";
import { changed, datasets, read, round } from "./files.ts";

const { crosswalk, lineage, methodologies } = datasets;
if (!crosswalk) throw new Error("no crosswalk.yaml");
const amur = round("amur-2022");
const primorye = recover(round("primorye-2022"), {}).data;

describe("what the Amur report tells of two periods", () => {
  const { series, events } = factSeries([amur], audit(amur, scoreRound(amur)));
  const of = (topic: string) => series.find((one) => one.topic === topic);

  it("is 15 councils and then 21, with the three that are seven beside it", () => {
    expect(of("council-count")?.points.map(({ value }) => value)).toEqual(["15", "21"]);
    expect(of("council-count")?.disagreeing.map(({ id }) => id)).toContain("councils-compensating");
  });

  it("is 18 resources and then 24, with the table that has 21 beside it", () => {
    expect(of("page-count")?.points.map(({ value }) => value)).toEqual(["18", "24"]);
    expect(of("page-count")?.disagreeing.map(({ id }) => id)).toContain("pages");
    const yes = amur.cells.filter(({ indicator, raw }) => indicator === "information-resource" && raw === "Да");
    expect(yes).toHaveLength(21);
  });

  it("is the first council of the Selemdzhinsky district; the number of councils in the region says nothing of it", () => {
    const council = events.find(({ fact }) => fact === "change-council-selemdzhinsky");
    expect(council).toMatchObject({ subject: "selemdzhinsky-district", value: "council", disagreeing: [] });
    expect(of("council-count")?.disagreeing.map(({ id }) => id)).toContain("date-councils-year");
  });

  it("is new associations there, with table 3 that has neither a schedule nor an analysis of them beside it", () => {
    const associations = events.find(({ fact }) => fact === "change-associations-selemdzhinsky");
    expect(associations?.disagreeing.map(({ id }) => id)).toEqual(["selemdzhinsky-associations-work"]);
    const regulation = events.find(({ fact }) => fact === "change-regulation-selemdzhinsky");
    expect(regulation?.disagreeing).toEqual([]);
  });
});

describe("the two regions side by side", () => {
  const { sides, problems } = sideBySide(amur, primorye, crosswalk);
  const concept = (id: string) => sides?.concepts.find((one) => one.concept === id);
  const told = (data: typeof amur, id: string) => Number(data.facts.find((fact) => fact.id === id)?.value);

  it("warn first that a specialist is a service in one and no structure in the other", () => {
    expect(problems).toEqual([]);
    expect(sides?.warnings[0]).toMatchObject({
      concept: "service-exists",
      caution: "specialist-within-authority",
      hasFair: true,
    });
  });

  it("have the shares that both reports print", () => {
    const [ours, theirs] = concept("service-exists")?.shares ?? [];
    expect(ours).toMatchObject({ numerator: [told(amur, "structures"), 17], denominator: [29, 29] });
    expect(theirs).toMatchObject({ numerator: [told(primorye, "service-count"), 31], denominator: [34, 34] });
  });

  it("have bounds by the fair definition, narrower with what the text of Primorye counts", () => {
    const separate = told(primorye, "service-separate-count");
    const bounds = (data: typeof amur, condition: object): [number, number] | undefined =>
      data === primorye && JSON.stringify(condition) === '{"indicator":"service-form","is":["separate"]}'
        ? [separate, separate]
        : undefined;
    expect(concept("service-exists")?.fair[0]?.shares[1]?.numerator).toEqual([0, 31]);
    const known = sideBySide(amur, primorye, crosswalk, { bounds }).sides?.concepts[0]?.fair[0]?.shares[1];
    expect(known?.numerator).toEqual([19, 31]);
    expect(known?.percent?.[0]).toBeCloseTo(55.88, 2);
  });

  it("have shares that a count of the cells gives", () => {
    const regulation = amur.cells.filter(({ indicator }) => indicator === "regulation");
    const submitted = regulation.filter(({ status }) => status !== "L").length;
    const yes = regulation.filter(({ raw }) => raw === "Да").length;
    expect(concept("legal-base")?.shares[0]).toMatchObject({
      numerator: [yes, yes],
      denominator: [submitted, submitted],
    });
  });

  it("leave no indicator of either without a concept", () => {
    const both = ["amur", "primorye"].flatMap((region) => methodologies.get(region) ?? []);
    expect(coverageMatrix(crosswalk, both).unmapped).toEqual({ amur: [], primorye: [] });
  });

  it("are refused by the check for an indicator that does not exist, with its line", () => {
    const copy = changed("crosswalk.yaml", "indicators: [service-form]", "indicators: [service-from]");
    const problem = read(copy).problems.find(({ code }) => code === "crosswalk/unknown-indicator");
    expect(problem).toMatchObject({
      severity: "error",
      file: "crosswalk.yaml",
      value: "service-from",
      nearest: "service-form",
    });
    const line = new TextDecoder().decode(copy.get("crosswalk.yaml")).split("\n")[(problem?.line ?? 0) - 1];
    expect(line).toContain("service-from");
  });
});

describe("two years of the invented region", () => {
  const [before, after] = [round("ensk-2023"), round("ensk-2024")];
  const whole = dynamics(before, after, { lineage, breaks: "include", mergers: "any-predecessor" });

  it("compare everyone but the merged, and mark the reworded and the rescaled", () => {
    const { dynamics: result, problems } = dynamics(before, after, { lineage });
    expect(problems).toEqual([]);
    expect(result?.units).toHaveLength(12);
    expect(result?.units.map(({ kind }) => kind).filter((kind) => kind !== "same")).toEqual(["rename", "status"]);
    expect(result?.apart.map(({ kind }) => kind)).toEqual(["merger"]);
    const broken = result?.indicators.filter(({ comparable }) => !comparable);
    expect(broken?.map(({ after: id, changes, table }) => [id, changes[0], table])).toEqual([
      ["plan", "reworded", undefined],
      ["training", "rescaled", undefined],
    ]);
    expect(broken?.every(({ marked, declared }) => marked > 0 && declared.length > 0)).toBe(true);
  });

  it("change the total by what the two scores differ by", () => {
    const [was, is] = [scoreRound(before), scoreRound(after)];
    const total = whole.dynamics?.total?.change;
    if (!total) throw new Error("no total");
    whole.dynamics?.units.forEach(({ municipality, before: from }, unit) => {
      const [earlier, later] = [
        was.units.find((one) => one.municipality === from[0]),
        is.units.find((one) => one.municipality === municipality),
      ];
      if (from.length > 1 || !earlier?.total || !later?.total) return;
      const { low, high } = unitChange(total, unit);
      const number = (end: typeof low) => (typeof end === "object" ? Number(formatDecimal(end)) : end);
      expect(number(low)).toBeCloseTo(later.total.points[0] - earlier.total.points[1], 9);
      expect(number(high)).toBeCloseTo(later.total.points[1] - earlier.total.points[0], 9);
    });
  });
});
