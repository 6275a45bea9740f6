import { Failure } from "../failure.ts";
import { type Format, formats, type Output, print } from "../output.ts";
import { problemLine } from "../problems.ts";
import { comparisonFormats, formatsOf } from "../tables/table-formats.ts";
import { writeResults } from "../tables/write-results.ts";
import type { Compared, CompareOptions } from "./compared.ts";

type DeliveryOptions = Pick<CompareOptions, "format" | "out" | "csv" | "lang" | "edition">;

/** The formats asked for: those of the output, or with `--out` those of files. An unknown one stops the command. */
export function wantedFormats({ format, out, lang }: DeliveryOptions): string[] {
  const printed = Object.fromEntries(formats.map((name) => [name, async () => []]));
  return out === undefined
    ? formatsOf(format ?? "table", printed, lang)
    : formatsOf(format ?? "csv,md,html", comparisonFormats, lang);
}

/** Prints a comparison, or writes its tables into a folder. */
export async function deliver(
  { json, tables, id, title }: Pick<Compared, "json" | "tables"> & { id: string; title: string },
  wanted: readonly string[],
  { out, csv, lang, edition }: DeliveryOptions,
  output: Output,
): Promise<void> {
  if (out === undefined) {
    for (const format of wanted) print(output, { format: format as Format }, json, () => tables);
    return;
  }
  const results = { id, title, tables, charts: [], csv, lang, edition };
  const result = await writeResults(out, results, wanted, comparisonFormats);
  for (const problem of result.problems) output.err(`${problemLine(problem, lang)}\n`);
  if (!result.written) throw new Failure(1, { ru: "таблицы не записаны", en: "no tables were written" }[lang]);
  output.err(
    {
      ru: `${out}: таблиц ${tables.length}, файлов ${result.files}\n`,
      en: `${out}: ${tables.length} tables, ${result.files} files\n`,
    }[lang],
  );
}
