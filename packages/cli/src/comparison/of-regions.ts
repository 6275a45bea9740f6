import { claimedCounts, coverageMatrix, sideBySide } from "@metodika/comparison";
import type { RoundData } from "@metodika/core";
import type { Datasets } from "@metodika/files";
import { sideBySideTables } from "@metodika/presentation";
import { Failure } from "../failure.ts";
import { recoveredAs } from "../open.ts";
import type { Compared, CompareOptions } from "./compared.ts";
import { shownOf } from "./own-rounds.ts";
import { auditOf, toldBy, toldJson } from "./told.ts";

/** Two regions side by side. */
export function ofRegions(a: RoundData, b: RoundData, datasets: Datasets, options: CompareOptions): Compared {
  const { crosswalk } = datasets;
  const { lang } = options;
  if (options.edition === "municipality")
    throw new Failure(
      2,
      {
        ru: "в издании для муниципалитета только его результаты; два региона сопоставляет рабочее или публичное",
        en: "the edition for a municipality has its own results alone; the working and the public one compare regions",
      }[lang],
    );
  if (!crosswalk)
    throw new Failure(
      1,
      {
        ru: "нет crosswalk.yaml: неизвестно, какие показатели двух регионов соответствуют друг другу",
        en: "there is no crosswalk.yaml: nothing says which indicators of the two regions correspond",
      }[lang],
    );
  const findings = [a, b].flatMap(auditOf);
  const [left, right] = [a, b].map((data) => recoveredAs(data, options)) as [RoundData, RoundData];
  const bounds = options.printed ? {} : { bounds: claimedCounts(findings) };
  const { sides, problems } = sideBySide(left, right, crosswalk, bounds);
  if (!sides) return { json: null, tables: [], problems };
  const matrix = coverageMatrix(crosswalk, [a.methodology, b.methodology]);
  const each = [a, b].map((data) => toldBy([data], options));
  const told = { series: each.flatMap(({ series }) => series), events: each.flatMap(({ events }) => events) };
  return {
    json: { kind: "side-by-side", ...sides, coverage: matrix, ...toldJson(told) },
    tables: sideBySideTables(sides, matrix, [shownOf(left, options), shownOf(right, options)], lang, { told }),
    problems,
  };
}
