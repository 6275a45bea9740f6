import { countedShare, type DistributionRow, quote, type Run, say } from "@metodika/presentation";
import type { Context } from "./context.ts";
import { figure, tagOf, text } from "./runs.ts";
import type { LeftOut, Sentence } from "./sentence.ts";
import { bestRow, topOf } from "./statements.ts";

const rankedPlaces = 3;

/** The indicators whose best value is met most and least often. */
export function rankingSentences(ctx: Context, leftOut: LeftOut[]): Sentence[] {
  const { t } = ctx;
  const rows = ctx.places.flatMap((place) => bestRow(ctx, place) ?? []);
  // In a short methodology both ends would be the same indicators.
  if (rows.length < 2 * rankedPlaces) return [];
  const most = topOf(rows, ({ certain, possible }) => [certain, possible], rankedPlaces);
  const least = topOf(rows, ({ certain, possible }) => [-possible, -certain], rankedPlaces);
  return [
    ranking(ctx, "most", t("чаще всего", "most frequent"), most, leftOut),
    ranking(ctx, "least", t("реже всего", "least frequent"), least, leftOut),
  ].flat();
}

function ranking(
  ctx: Context,
  which: string,
  how: string,
  { certain, possible }: { certain: DistributionRow[]; possible: DistributionRow[] },
  leftOut: LeftOut[],
): Sentence[] {
  const { t, lang } = ctx;
  const kept = (row: DistributionRow) => {
    const findings = ctx.rows(row.item).flatMap((own) => ctx.contradictions.about(own));
    const about = `${quote(say(row.itemShort, lang), lang)} — ${quote(say(row.title, lang), lang)}`;
    if (findings.length > 0 && !leftOut.some((one) => one.about === about)) leftOut.push({ about, findings });
    return findings.length === 0;
  };
  const line = (row: DistributionRow): Run[] => [
    text(`${quote(say(row.itemShort, lang), lang)}: ${quote(say(row.title, lang), lang)} — `),
    figure(
      tagOf("conclusion", which, row.item),
      countedShare([row.certain, row.possible], row.denominator, "municipality", lang),
      `${t("Знаменатель", "Denominator")} — ${say(row.base, lang)} (${row.denominator})`,
    ),
  ];
  const open = possible.filter((row) => !certain.includes(row));
  const sure = certain.filter(kept);
  const maybe = open.filter(kept);
  if (sure.length + maybe.length === 0) return [];
  const dropped = [...certain, ...open].filter((row) => !sure.includes(row) && !maybe.includes(row));
  // Who is not told is named, so that the ranking does not seem whole.
  const names = dropped.map(({ itemShort }) => quote(say(itemShort, lang), lang)).join(", ");
  const why = ctx.working
    ? t("текст справки и таблицы расходятся", "the text of the report and its tables disagree")
    : t("сведения требуют уточнения", "the data need clarification");
  const unless = t(` (без учёта ${names}: ${why})`, ` (without ${names}: ${why})`);
  const head = (rows: readonly DistributionRow[]) =>
    t(
      `Наибольшее значение шкалы ${how} встречается по ${rows.length > 1 ? "показателям" : "показателю"}`,
      `The highest value of the scale is ${how} for ${rows.length > 1 ? "these indicators" : "this indicator"}`,
    ) + (dropped.length > 0 ? unless : "");
  const sentences: Sentence[] = [];
  if (sure.length > 0)
    sentences.push({ tag: tagOf("conclusion", which), runs: [text(`${head(sure)}:`)], items: sure.map(line) });
  // Where nearly everything may be among them, naming it says nothing.
  if (maybe.length > 0 && maybe.length <= rankedPlaces)
    sentences.push({
      tag: tagOf("conclusion", which, "open"),
      runs: [
        text(
          t(
            `${sure.length > 0 ? "К ним могут относиться также" : `${head(maybe)}, возможно,`} (требует уточнения):`,
            `${sure.length > 0 ? "These may be among them too" : `${head(maybe)}, possibly`} (needs clarification):`,
          ),
        ),
      ],
      items: maybe.map(line),
    });
  return sentences;
}
