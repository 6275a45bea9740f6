import type { TypeSuperiority } from "@metodika/analysis";
import type { Language, RoundData } from "@metodika/core";
import { labels } from "../../languages/labels.ts";
import { say } from "../../languages/say.ts";
import { shortTitle } from "../../names/short-title.ts";
import type { Table } from "../../table/table.ts";
import { analysisTable } from "./analysis-table.ts";
import { analysisLabels, typeTitles } from "./analysis-words.ts";
import { boundsCell, countCell } from "./bounds-cell.ts";

/**
 * How often a municipality of the first round stands above one of the second on a scale of the second, overall and by type.
 *
 * @param lent the round whose data were read by the other's methodology
 */
export function superiorityTable(
  lent: RoundData,
  own: RoundData,
  results: readonly TypeSuperiority[],
  lang: Language,
): Table {
  const [first, second] = [say(lent.round.title, lang), say(own.round.title, lang)];
  const wide = results.some(({ superiority }) => superiority?.exact === false);
  return analysisTable(
    [lent, own],
    {
      id: "superiority",
      title: analysisLabels.superiority,
      caption: lang === "ru" ? `Первый: ${first}. Второй: ${second}.` : `First: ${first}. Second: ${second}.`,
      corner: say(labels.indicator, lang),
      columns: [
        ["type", analysisLabels.type, "left"],
        ["first", analysisLabels.first],
        ["second", analysisLabels.second],
        ["a", analysisLabels.probability],
        ["delta", analysisLabels.delta],
        ["finding", analysisLabels.finding, "left"],
      ],
      rows: results.map(({ placed: { indicator }, type, superiority }) => ({
        id: `${indicator.id}:${type ?? "all"}`,
        header: say(indicator.title, lang),
        short: shortTitle(indicator, lang),
        ...(type ? {} : { strong: true as const }),
        cells: [
          { text: say(type ? typeTitles[type] : analysisLabels.allTypes, lang) },
          ...[0, 1].map((side) => {
            const size = superiority?.sizes[side];
            return size ? countCell(size, lang) : boundsCell(null, lang);
          }),
          boundsCell(superiority?.a, lang),
          boundsCell(superiority?.delta, lang),
          { text: findingOf(superiority, lang) },
        ],
      })),
      notes: [
        {
          ru: "A — вероятность, что случайный муниципалитет первого региона стоит на шкале выше случайного муниципалитета второго; равенство считается за половину. 0,5 — перевеса нет. δ = 2A − 1. Два числа через тире — границы при всех возможных значениях",
          en: "A is the probability that a random municipality of the first region stands higher on the scale than one of the second; ties count one half. 0.5 means no difference. δ = 2A − 1. Two numbers are bounds over all possible values",
        },
        {
          ru: "Шкала взята у второго региона, значения первого прочитаны по таблице соответствия: регионы спрашивали о разном, и это не оценка их работы",
          en: "The scale is that of the second region, and the values of the first are read through the crosswalk: the regions asked different things, and this is no assessment of their work",
        },
        ...(wide ? [labels.mayBeWider] : []),
      ],
    },
    lang,
  );
}

function findingOf(superiority: TypeSuperiority["superiority"], lang: Language): string {
  if (!superiority) return lang === "ru" ? "сравнивать не с кем" : "nobody to compare with";
  const [low, high] = superiority.a;
  if (low > 0.5) return lang === "ru" ? "первый выше" : "the first is higher";
  if (high < 0.5) return lang === "ru" ? "второй выше" : "the second is higher";
  if (low === 0.5 && high === 0.5) return lang === "ru" ? "перевеса нет" : "no difference";
  return lang === "ru" ? "данных недостаточно" : "the data do not tell";
}
