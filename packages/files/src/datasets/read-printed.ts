import { decimal, type Methodology, nearest, Printed, type Problem, printedItems } from "@metodika/core";
import type { FileMap } from "../zip/read-zip.ts";
import { readTable } from "./read-table.ts";
import { municipalityWord, unknown } from "./references.ts";

/**
 * Reads `printed.csv` of a round, which may be absent: every row names a municipality of the region, something that the
 * methodology has, and a value that fits its kind; none stands twice.
 */
export function readPrinted(
  files: FileMap,
  folder: string,
  methodology: Methodology,
  municipalities: readonly string[],
): { printed: Printed[]; problems: Problem[] } {
  const table = readTable(files, `${folder}/printed.csv`, Printed, { required: false });
  const problems = [...table.problems];
  const items = printedItems(methodology);
  const seen = new Set<string>();
  for (const { row, line } of table.rows) {
    if (!municipalities.includes(row.municipality)) {
      const { message, facts } = unknown(municipalityWord, row.municipality, municipalities, "municipalities.csv");
      problems.push(table.problem(line, "municipality", "printed/unknown-municipality", message, facts));
    }
    if (!items[row.kind].includes(row.item)) {
      const { message, facts } = unknown({ ru: "позиции", en: "item" }, row.item, items[row.kind], "methodology.yaml");
      problems.push(table.problem(line, "item", "printed/unknown-item", message, facts));
    } else {
      const fitting = valuesOf(row, methodology);
      const fits = fitting === "number" ? decimal(row.value) !== undefined : fitting.includes(row.value);
      const near = fitting === "number" ? undefined : nearest(row.value, fitting);
      if (!fits)
        problems.push(
          table.problem(
            line,
            "value",
            "printed/value",
            {
              ru: `«${row.value}» не подходит для «${row.item}»: ожидается ${fitting === "number" ? "число" : fitting.join(", ")}`,
              en: `"${row.value}" does not fit "${row.item}": expected ${fitting === "number" ? "a number" : fitting.join(", ")}`,
            },
            { value: row.value, ...(near === undefined ? {} : { nearest: near }) },
          ),
        );
    }
    const key = `${row.kind} ${row.municipality} ${row.item}`;
    if (seen.has(key))
      problems.push(
        table.problem(
          line,
          "item",
          "printed/duplicate",
          {
            ru: `«${row.item}» для «${row.municipality}» повторяется`,
            en: `"${row.item}" of "${row.municipality}" stands twice`,
          },
          { value: row.item },
        ),
      );
    seen.add(key);
  }
  return { printed: table.rows.map(({ row }) => row), problems };
}

function valuesOf({ kind, item }: Printed, methodology: Methodology): "number" | string[] {
  switch (kind) {
    case "points":
      return "number";
    case "level":
      return methodology.levels?.find(({ id }) => id === item)?.codes.map(({ code }) => code) ?? [];
    case "group":
      return ["member"];
    case "addressee":
      return ["included", "excluded"];
  }
}
