import type { ItemOptions } from "@metodika/analysis";
import { claimedCounts } from "@metodika/comparison";
import { hasErrors, type RoundData } from "@metodika/core";
import type { Datasets } from "@metodika/files";
import { analysisTables, type LensOnRound, say, type Table } from "@metodika/presentation";
import { analysisJson } from "../analysis-json.ts";
import { auditOf } from "../comparison/told.ts";
import { type EditionOptions, shownBy } from "../edition.ts";
import { Failure } from "../failure.ts";
import { openDatasets, recoveredAs, roundIn, unknownWord } from "../open.ts";
import { type Format, formats, type Output, print } from "../output.ts";
import { problemLine } from "../problems.ts";
import { comparisonFormats, formatsOf } from "../tables/table-formats.ts";
import { writeResults } from "../tables/write-results.ts";

interface Options extends Omit<EditionOptions, "format"> {
  format?: string;
  out?: string;
  csv: "excel" | "machine";
}

/** `analyse`: the section for the researcher, printed or written as files. */
export async function analyse(round: string, options: Options, output: Output): Promise<void> {
  const { lang, out } = options;
  if (options.edition === "municipality")
    throw new Failure(
      2,
      {
        ru: "раздел «Исследователю» говорит обо всех муниципалитетах; в издании для одного его нет",
        en: "the section for the researcher speaks of all municipalities; the edition for one has none",
      }[lang],
    );
  const wanted = wantedFormats(options);
  const datasets = await openDatasets(options);
  const shown = (data: RoundData) => shownBy(recoveredAs(data, options), { ...options, format: "table" });
  const printed = roundIn(datasets, round, options, output);
  const data = shown(printed);
  const lenses = lensesOf(data, datasets, shown);
  // A text that says «19 services are organisations» settles a count though no cell is settled.
  const claimed = options.printed ? undefined : claimedCounts(auditOf(printed));
  const counts: ItemOptions["counts"] = (indicator, category) => claimed?.(printed, { indicator, is: [category] });
  if (out === undefined) {
    const [format = "table"] = wanted;
    print(
      output,
      { format: format as Format },
      format === "json" ? analysisJson(data, lenses, { counts }) : undefined,
      () => analysisTables(data, lang, { lenses, counts }),
    );
    return;
  }
  await write(data, analysisTables(data, lang, { lenses, counts }), wanted, { ...options, out }, output);
}

/** Without `--out` one form to print; with it those of the files. */
function wantedFormats({ format, out, lang }: Options): string[] {
  if (out !== undefined) return formatsOf(format ?? "csv,md,html", comparisonFormats, lang);
  const asked = (format ?? "table").trim();
  if (asked.includes(","))
    throw new Failure(
      2,
      { ru: "несколько форматов бывает только у файлов: добавьте --out", en: "several formats need --out" }[lang],
    );
  if (!(formats as readonly string[]).includes(asked))
    throw new Failure(2, unknownWord({ ru: "формата", en: "format" }, asked, formats)[lang]);
  return [asked];
}

/** The lenses that begin at the region of a round, each with the latest sound round of the region whose manner it is. */
function lensesOf(data: RoundData, datasets: Datasets, shown: (data: RoundData) => RoundData): LensOnRound[] {
  return (datasets.crosswalk?.lenses ?? [])
    .filter(({ from }) => from === data.round.region)
    .flatMap((lens) => {
      const folder = `${lens.to}/`;
      if (hasErrors(datasets.problems.filter(({ file }) => file?.startsWith(folder) || file === "crosswalk.yaml")))
        return [];
      const latest = [...datasets.rounds.values()]
        .filter(({ round }) => round.region === lens.to)
        .sort((a, b) => (a.round.published < b.round.published ? -1 : 1))
        .at(-1);
      return latest ? [{ lens, own: shown(latest) }] : [];
    });
}

async function write(
  data: RoundData,
  tables: Table[],
  wanted: readonly string[],
  { out, csv, lang, edition }: Options & { out: string },
  output: Output,
): Promise<void> {
  const id = `${data.round.id}-analysis`;
  const results = { id, title: say(data.round.title, lang), tables, charts: [], csv, lang, edition };
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
