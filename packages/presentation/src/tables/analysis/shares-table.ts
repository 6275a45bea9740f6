import type { ShareDistribution } from "@metodika/analysis";
import { criteriaOf, type Language, type RoundData } from "@metodika/core";
import { labels } from "../../languages/labels.ts";
import { say } from "../../languages/say.ts";
import { shortTitle } from "../../names/short-title.ts";
import type { Table } from "../../table/table.ts";
import { analysisTable } from "./analysis-table.ts";
import { analysisLabels, typeTitles } from "./analysis-words.ts";
import { boundsCell } from "./bounds-cell.ts";

/** Points as a share of the possible ones, per criterion, overall and by type of municipality. */
export function possibleSharesTable(data: RoundData, shares: readonly ShareDistribution[], lang: Language): Table {
  const titles = new Map(criteriaOf(data.methodology).map((criterion) => [criterion.id, criterion]));
  const open = shares.reduce((most, one) => Math.max(most, one.open), 0);
  const percent = { digits: 1, times: 100 };
  return analysisTable(
    [data],
    {
      id: "possible-shares",
      title: analysisLabels.shares,
      corner: say(labels.criterion, lang),
      columns: [
        ["type", analysisLabels.type, "left"],
        ["count", analysisLabels.count],
        ["least", analysisLabels.least],
        ["median", analysisLabels.median],
        ["mean", analysisLabels.mean],
        ["greatest", analysisLabels.greatest],
      ],
      rows: shares.map(({ criterion, type, count, least, median, mean, greatest }) => {
        const title = titles.get(criterion);
        return {
          id: `${criterion}:${type ?? "all"}`,
          header: title ? say(title.title, lang) : criterion,
          ...(title ? { short: shortTitle(title, lang) } : {}),
          ...(type ? {} : { strong: true as const }),
          cells: [
            { text: say(type ? typeTitles[type] : analysisLabels.allTypes, lang) },
            { text: `${count}`, value: count },
            ...[least, median, mean, greatest].map((one) => boundsCell(one, lang, percent)),
          ],
        };
      }),
      notes:
        open > 0
          ? [
              {
                ru: "Муниципалитеты, у которых неизвестно, какие показатели участвуют в расчёте, сюда не вошли",
                en: "Municipalities of which it is open what counts are not in the figures",
              },
            ]
          : [],
    },
    lang,
  );
}
