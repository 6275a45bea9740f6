import { expect, test } from "vitest";
import { openDatasets } from "../loaders/open-datasets.ts";
import { otherReading } from "./other-reading.ts";

const datasets = await openDatasets();
const context = { datasets, lang: "en" as const, step: () => {} };
const primorye = (switches: Record<string, string>, inferred = true) =>
  otherReading({ round: "primorye-2022", switches, inferred }, context);

test("the published reading changes nothing", () => {
  const { verdicts, cells, otherValues } = primorye({});
  expect([verdicts.rows, cells.rows, otherValues]).toEqual([[], [], 0]);
});

test("when undeclared services with staff count too, a list that was complete no longer is", () => {
  const { verdicts } = primorye({ declared: "staffed" });
  const [before, after, explanation] = verdicts.rows.find(({ id }) => id === "headcount-groups-complete")?.cells ?? [];
  expect(before?.text).toMatch(/^confirmed/);
  expect(after?.text).toMatch(/^disagreement/);
  expect(explanation?.text).toBe("Otherwise by the tables: Vladivostoksky Urban Okrug.");
});

test("without the reconstructed rule some cells are wider, and no verdict is another", () => {
  const { verdicts, cells } = primorye({}, false);
  expect(verdicts.rows).toEqual([]);
  expect(cells.rows.length).toBeGreaterThan(0);
  for (const { cells: own } of cells.rows)
    expect(own[2]?.text.split(" / ").length).toBeGreaterThan(own[1]?.text.split(" / ").length ?? 0);
});
