import { checkLineage, type Lineage, LineageRow, lineageFile, type Municipality, type Problem } from "@metodika/core";
import type { FileMap } from "../zip/read-zip.ts";
import { readTable } from "./read-table.ts";
import { municipalityWord, unknown } from "./references.ts";

/**
 * Reads `lineage.csv`, which may be absent: every row names two municipalities of one region, none stands twice, and no
 * municipality descends from itself.
 */
export function readLineage(
  files: FileMap,
  municipalities: readonly Municipality[],
): { lineage: Lineage[]; problems: Problem[] } {
  const table = readTable(files, lineageFile, LineageRow, { required: false });
  const problems = [...table.problems];
  const regions = new Map(municipalities.map(({ id, region }) => [id, region]));
  const seen = new Set<string>();
  for (const { row, line } of table.rows) {
    for (const field of ["predecessor", "successor"] as const)
      if (!regions.has(row[field])) {
        const { message, facts } = unknown(municipalityWord, row[field], regions.keys(), "municipalities.csv");
        problems.push(table.problem(line, field, "lineage/unknown-municipality", message, facts));
      }
    const [from, to] = [regions.get(row.predecessor), regions.get(row.successor)];
    if (from !== undefined && to !== undefined && from !== to)
      problems.push(
        table.problem(
          line,
          "successor",
          "lineage/other-region",
          {
            ru: `«${row.predecessor}» относится к региону «${from}», а «${row.successor}» — к «${to}»`,
            en: `"${row.predecessor}" belongs to "${from}", "${row.successor}" to "${to}"`,
          },
          { value: row.successor },
        ),
      );
    const key = `${row.predecessor} ${row.successor}`;
    if (seen.has(key))
      problems.push(
        table.problem(
          line,
          "successor",
          "lineage/duplicate",
          {
            ru: `связь «${row.predecessor}» и «${row.successor}» повторяется`,
            en: `the link from "${row.predecessor}" to "${row.successor}" stands twice`,
          },
          { value: row.successor },
        ),
      );
    seen.add(key);
  }
  const lineage = table.rows.map(({ row, line }) => ({ ...row, line }));
  return { lineage, problems: [...problems, ...checkLineage(lineage)] };
}
