import type { ItemProfile } from "@metodika/analysis";
import { type Language, type MissingStatus, missingStatuses, type RoundData, statusTitles } from "@metodika/core";
import { labels, policyLabels } from "../../languages/labels.ts";
import { say } from "../../languages/say.ts";
import { shortTitle } from "../../names/short-title.ts";
import { signs } from "../../signs/signs.ts";
import type { Cell, Table } from "../../table/table.ts";
import { describeScale } from "../../words/describe-scale.ts";
import { analysisTable } from "./analysis-table.ts";
import { analysisLabels } from "./analysis-words.ts";
import { boundsCell, countCell } from "./bounds-cell.ts";

/** The approach: per indicator the scale, the evidence, what a missing value does, and how much is known. */
export function itemsTable(data: RoundData, profiles: readonly ItemProfile[], lang: Language): Table {
  const met = missingStatuses.filter((status) => profiles.some(({ policies }) => policies[status] !== undefined));
  return analysisTable(
    [data],
    {
      id: "items",
      title: analysisLabels.items,
      corner: say(labels.indicator, lang),
      columns: [
        ["criterion", labels.criterion, "left"],
        ["scale", labels.scale, "left"],
        ["evidence", labels.evidence, "left"],
        ["missing", analysisLabels.missingRule, "left"],
        ["known", analysisLabels.known],
        ["open", analysisLabels.open],
        ["without", analysisLabels.without, "left"],
        ["base", analysisLabels.base],
      ],
      rows: profiles.map(({ indicator, criterion, scale, known, open, missing, policies, base }) => ({
        id: indicator.id,
        header: say(indicator.title, lang),
        short: shortTitle(indicator, lang),
        cells: [
          { text: shortTitle(criterion, lang), title: say(criterion.title, lang) },
          { text: describeScale(scale, lang) },
          { text: indicator.evidence ? say(indicator.evidence, lang) : "" },
          { text: listed(policies, (status, policy) => `${sign(status, lang)} — ${say(policyLabels[policy], lang)}`) },
          countCell([known, known], lang),
          countCell([open, open], lang),
          { text: listed(missing, (status, count) => `${sign(status, lang)}:\u00a0${count}`) },
          countCell(base, lang),
        ],
      })),
      notes: [
        {
          ru: "База — муниципалитеты, значение которых участвует в расчёте: то, что методика считает нулём, участвует, а то, что она исключает, нет",
          en: "The base is the municipalities whose value takes part: what the methodology counts as zero does, what it leaves out does not",
        },
        ...met.map((status) => ({
          ru: `${say(signs[status].sign, "ru")} — ${say(statusTitles[status], "ru")}`,
          en: `${say(signs[status].sign, "en")} — ${say(statusTitles[status], "en")}`,
        })),
      ],
    },
    lang,
  );
}

function sign(status: MissingStatus, lang: Language): string {
  return say(signs[status].sign, lang);
}

function listed<Value>(
  by: Readonly<Partial<Record<MissingStatus, Value>>>,
  word: (status: MissingStatus, value: Value) => string,
): string {
  return missingStatuses.flatMap((status) => (by[status] === undefined ? [] : [word(status, by[status])])).join("; ");
}

/** What the values of each indicator tell: entropy, ends of the scale, separation, agreement with the rest. */
export function informationTable(data: RoundData, profiles: readonly ItemProfile[], lang: Language): Table {
  const points = profiles.some(({ rest }) => rest);
  const wide = profiles.some(({ exact, rest }) => !exact || rest?.exact === false);
  return analysisTable(
    [data],
    {
      id: "information",
      title: analysisLabels.information,
      corner: say(labels.indicator, lang),
      columns: [
        ["base", analysisLabels.base],
        ["entropy", analysisLabels.entropy],
        ["normalized", analysisLabels.normalized],
        ["floor", analysisLabels.floor],
        ["ceiling", analysisLabels.ceiling],
        ["separated", analysisLabels.separated],
        ...(points ? [["rest", analysisLabels.rest] as const] : []),
      ],
      rows: profiles.map(({ indicator, base, information, floor, ceiling, rest }) => ({
        id: indicator.id,
        header: say(indicator.title, lang),
        short: shortTitle(indicator, lang),
        cells: [
          countCell(base, lang),
          boundsCell(information?.entropy, lang),
          boundsCell(information?.normalized, lang),
          shareCell(floor, lang),
          shareCell(ceiling, lang),
          boundsCell(information?.separated, lang, { digits: 1, times: 100 }),
          ...(points ? [boundsCell(rest?.d, lang)] : []),
        ],
      })),
      notes: [
        {
          ru: "Энтропия Шеннона: 0, если у всех одно значение; тем больше, чем равномернее муниципалитеты распределены по значениям. Два числа через тире — границы: часть значений определена неоднозначно",
          en: "Shannon entropy: 0 when all have one value, the greater the more evenly municipalities are spread. Two numbers are bounds: some values are open",
        },
        {
          ru: "«Различает пар» — доля пар муниципалитетов, у которых значения разные",
          en: "“Pairs told apart” is the share of pairs of municipalities with different values",
        },
        ...(points
          ? [
              {
                ru: "d Сомерса: среди пар, которые показатель различает, насколько чаще тот, у кого значение лучше, набирает больше баллов по остальным показателям критерия, чем меньше (от −1 до 1)",
                en: "Somers’ d: of the pairs told apart, how much more often the one with the better value has more points for the rest of the criterion than fewer (−1 to 1)",
              },
            ]
          : [
              {
                ru: "Методика не начисляет баллов, поэтому согласие с остальными показателями не рассчитано",
                en: "The methodology gives no points, so agreement with the rest is not calculated",
              },
            ]),
        ...(wide ? [labels.mayBeWider] : []),
      ],
    },
    lang,
  );
}

function shareCell(share: ItemProfile["floor"], lang: Language): Cell {
  if (!share) return boundsCell(null, lang);
  const cell = boundsCell(share.percent, lang, { digits: 1 });
  const [count, base] = [countCell(share.numerator, lang).text, countCell(share.denominator, lang).text];
  return { ...cell, text: `${cell.text} (${count} ${lang === "ru" ? "из" : "of"} ${base})` };
}
