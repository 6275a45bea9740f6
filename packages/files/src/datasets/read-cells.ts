import {
  type Cell,
  indicatorsOf,
  isMissing,
  type Methodology,
  type Municipality,
  Observation,
  type Problem,
  readState,
} from "@metodika/core";
import type { FileMap } from "../zip/read-zip.ts";
import { type DataTable, readTable } from "./read-table.ts";
import { indicatorWord, municipalityWord, unknown } from "./references.ts";

/**
 * Reads `observations.csv` of a round: every row names a municipality of the region and an indicator of the methodology,
 * once, and its raw text stands on the scale. A municipality that lacks rows is a warning: its cells count as missing.
 *
 * @param folder such as `amur/2022`
 * @param existing ids of those municipalities of the region that existed at the time of the round
 */
export function readCells(
  files: FileMap,
  folder: string,
  methodology: Methodology,
  municipalities: readonly Municipality[],
  existing: readonly string[],
): { cells: Cell[]; problems: Problem[] } {
  const table = readTable(files, `${folder}/observations.csv`, Observation);
  const problems = [...table.problems];
  const indicators = new Map(indicatorsOf(methodology).map((placed) => [placed.indicator.id, placed]));
  const regions = new Map(municipalities.map(({ id, region }) => [id, region]));
  const own = existing;
  const exists = new Set(existing);
  const seen = new Map<string, number>();
  const cells: Cell[] = [];
  for (const { row, line } of table.rows) {
    const problem = (field: string, code: string, text: ReturnType<typeof unknown>) =>
      table.problem(line, field, code, text.message, text.facts);
    const region = regions.get(row.municipality);
    const placed = indicators.get(row.indicator);
    if (region === undefined)
      problems.push(
        problem(
          "municipality",
          "observation/unknown-municipality",
          unknown(municipalityWord, row.municipality, own, "municipalities.csv"),
        ),
      );
    else if (region !== methodology.region)
      problems.push(
        table.problem(
          line,
          "municipality",
          "observation/other-region",
          {
            ru: `«${row.municipality}» относится к региону «${region}», а мониторинг проводит «${methodology.region}»`,
            en: `"${row.municipality}" belongs to "${region}", the round to "${methodology.region}"`,
          },
          { value: row.municipality },
        ),
      );
    else if (!exists.has(row.municipality))
      problems.push(
        table.problem(
          line,
          "municipality",
          "observation/other-time",
          {
            ru: `«${row.municipality}» во время этого мониторинга не существует: так следует из lineage.csv`,
            en: `"${row.municipality}" does not exist at the time of this round, by lineage.csv`,
          },
          { value: row.municipality },
        ),
      );
    if (!placed)
      problems.push(
        problem(
          "indicator",
          "observation/unknown-indicator",
          unknown(indicatorWord, row.indicator, indicators.keys(), `${methodology.region}/methodology.yaml`),
        ),
      );
    if (!exists.has(row.municipality) || !placed) continue;
    const key = `${row.municipality} ${row.indicator}`;
    const first = seen.get(key);
    if (first !== undefined) {
      problems.push(
        table.problem(
          line,
          "indicator",
          "observation/duplicate",
          {
            ru: `значение «${row.indicator}» для «${row.municipality}» уже стоит в строке ${first}`,
            en: `"${row.indicator}" of "${row.municipality}" stands on line ${first} already`,
          },
          { value: row.indicator },
        ),
      );
      continue;
    }
    seen.set(key, line);
    if (row.raw.trim() === "" && !isMissing(row.status)) {
      problems.push(
        table.problem(
          line,
          "raw",
          "observation/blank-value",
          {
            ru: `пустая ячейка не может быть значением со статусом ${row.status}; укажите статус O, L, M, S или Q`,
            en: `a blank cell is no value with status ${row.status}; give status O, L, M, S or Q`,
          },
          { value: row.status },
        ),
      );
      continue;
    }
    const { state, problem: unread } = readState(row, placed.scale);
    if (unread) {
      const { message, value, nearest } = unread;
      problems.push(
        table.problem(line, "raw", unread.code, message, { value, ...(nearest === undefined ? {} : { nearest }) }),
      );
    } else cells.push({ ...row, state, line });
  }
  return { cells, problems: [...problems, ...withoutRows(table, own, [...indicators.keys()], seen)] };
}

function withoutRows(
  table: DataTable<Observation>,
  municipalities: readonly string[],
  indicators: readonly string[],
  seen: ReadonlyMap<string, number>,
): Problem[] {
  // A row that its schema refused is not absent: its own problem says enough.
  if (table.rows.length === 0 || table.problems.some(({ code }) => code.startsWith("schema/"))) return [];
  return municipalities.flatMap((municipality) => {
    const absent = indicators.filter((indicator) => !seen.has(`${municipality} ${indicator}`));
    if (absent.length === 0) return [];
    const message = {
      ru: `«${municipality}»: нет строк по показателям (${absent.length}): ${listed(absent)}; их значения считаются отсутствующими`,
      en: `"${municipality}": no rows for indicators (${absent.length}): ${listed(absent)}; their values count as missing`,
    };
    return [
      table.problem(1, "municipality", "observation/no-row", message, { severity: "warning", value: municipality }),
    ];
  });
}

function listed(ids: readonly string[]): string {
  return ids.length > 5 ? `${ids.slice(0, 5).join(", ")}…` : ids.join(", ");
}
