import { type MissingPolicy, type RoundScore, scoreRound } from "@metodika/core";
import { differencesTable, scoreTable } from "@metodika/presentation";
import { type EditionOptions, shownBy } from "../edition.ts";
import { Failure } from "../failure.ts";
import { openRecovered } from "../open.ts";
import { type Output, print } from "../output.ts";

interface Options extends EditionOptions {
  missing?: MissingPolicy;
  totals?: boolean;
  ranks?: boolean;
  strict?: boolean;
}

/** `score`: points, levels, totals; 1 with `--strict` when a printed result differs. */
export async function score(round: string, options: Options, output: Output): Promise<number> {
  const { lang, missing, totals = false, ranks = false, strict } = options;
  const whole = await openRecovered(round, options, output);
  const data = shownBy(whole, options);
  if (ranks && options.edition === "municipality")
    throw new Failure(
      2,
      {
        ru: "место среди других раскрывает их результаты; в издании для муниципалитета его нет",
        en: "a place among peers tells of their results; the edition for a municipality has none",
      }[lang],
    );
  if ((totals || ranks) && !data.methodology.criteria.some(({ points }) => points))
    output.err(
      {
        ru: "методика не начисляет баллов: ни общего балла, ни мест нет\n",
        en: "the methodology gives no points: there is neither a total nor a place\n",
      }[lang],
    );
  const result = scoreRound(data, { total: totals, ranks, ...(missing ? { missing } : {}) });
  print(output, options, result, () => [scoreTable(data, result, lang)]);
  // Printed results answer to the methodology, not to a trial.
  const count = result.trial ? 0 : differences(result);
  if (count === 0) return 0;
  output.err(
    {
      ru: `напечатанные результаты, которые отличаются от рассчитанных: ${count}\n`,
      en: `printed results that differ from the computed ones: ${count}\n`,
    }[lang],
  );
  if (options.format === "table" && options.edition === "working") {
    output.out("\n");
    print(output, options, undefined, () => [differencesTable(data, result, lang)]);
  }
  return strict ? 1 : 0;
}

/** How many printed points lie outside what is possible, and printed levels that are not. */
function differences({ units }: RoundScore): number {
  return units.reduce((sum, { criteria, levels, printedLevels }) => {
    const points = criteria.filter(
      ({ points, printed }) => printed !== null && (!points || printed < points[0] || printed > points[1]),
    );
    const others = Object.entries(printedLevels).filter(([level, code]) => !levels[level]?.includes(code));
    return sum + points.length + others.length;
  }, 0);
}
