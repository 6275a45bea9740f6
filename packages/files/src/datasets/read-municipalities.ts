import { Authority, fold, Municipality, type Problem } from "@metodika/core";
import type { FileMap } from "../zip/read-zip.ts";
import { readTable } from "./read-table.ts";
import { municipalityWord, unknown } from "./references.ts";

/** Reads `municipalities.csv`: ids are unique, and no name or alias means two municipalities of one region. */
export function readMunicipalities(files: FileMap): { municipalities: Municipality[]; problems: Problem[] } {
  const table = readTable(files, "municipalities.csv", Municipality);
  const problems = [...table.problems];
  const ids = new Map<string, number>();
  const names = new Map<string, string>();
  for (const { row, line } of table.rows) {
    const first = ids.get(row.id);
    if (first !== undefined)
      problems.push(
        table.problem(
          line,
          "id",
          "municipality/duplicate",
          {
            ru: `муниципалитет «${row.id}» уже описан в строке ${first}`,
            en: `municipality "${row.id}" is described on line ${first} already`,
          },
          { value: row.id },
        ),
      );
    ids.set(row.id, line);
    for (const name of [row.name, ...row.aliases]) {
      const key = `${row.region} ${fold(name)}`;
      const other = names.get(key);
      if (other !== undefined && other !== row.id)
        problems.push(
          table.problem(
            line,
            name === row.name ? "name" : "aliases",
            "municipality/ambiguous-name",
            {
              ru: `«${name}» означает и «${other}», и «${row.id}»; уточните одно из названий`,
              en: `"${name}" means both "${other}" and "${row.id}"; make one of them specific`,
            },
            { value: name },
          ),
        );
      names.set(key, row.id);
    }
  }
  return { municipalities: table.rows.map(({ row }) => row), problems };
}

/** Reads `authorities.csv`, which may be absent; one row per municipality that exists. */
export function readAuthorities(
  files: FileMap,
  municipalities: readonly Municipality[],
): { authorities: Authority[]; problems: Problem[] } {
  const table = readTable(files, "authorities.csv", Authority, { required: false });
  const problems = [...table.problems];
  const ids = new Set(municipalities.map(({ id }) => id));
  const seen = new Set<string>();
  for (const { row, line } of table.rows) {
    if (!ids.has(row.municipality)) {
      const { message, facts } = unknown(municipalityWord, row.municipality, ids, "municipalities.csv");
      problems.push(table.problem(line, "municipality", "authority/unknown-municipality", message, facts));
    }
    if (seen.has(row.municipality))
      problems.push(
        table.problem(
          line,
          "municipality",
          "authority/duplicate",
          { ru: `«${row.municipality}» повторяется`, en: `"${row.municipality}" stands twice` },
          { value: row.municipality },
        ),
      );
    seen.add(row.municipality);
  }
  return { authorities: table.rows.map(({ row }) => row), problems };
}
