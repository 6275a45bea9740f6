import type { RedundantPair } from "@metodika/analysis";
import type { Language, RoundData } from "@metodika/core";
import { labels } from "../../languages/labels.ts";
import { say } from "../../languages/say.ts";
import { shortTitle } from "../../names/short-title.ts";
import type { Cell, Table } from "../../table/table.ts";
import { analysisTable } from "./analysis-table.ts";
import { analysisLabels } from "./analysis-words.ts";
import { boundsCell, countCell } from "./bounds-cell.ts";

/** Pairs of indicators that agree almost always, with counts; duplicates are named. */
export function redundancyTable(data: RoundData, pairs: readonly RedundantPair[], lang: Language): Table {
  return analysisTable(
    [data],
    {
      id: "redundancy",
      title: analysisLabels.redundancy,
      caption: pairs.length > 0 ? "" : lang === "ru" ? "Таких пар нет." : "There are none.",
      corner: say(labels.indicator, lang),
      columns: [
        ["second", analysisLabels.pairWith, "left"],
        ["same", analysisLabels.same],
        ["share", labels.share],
        ["jaccard", analysisLabels.jaccard],
        ["phi", analysisLabels.phi],
        ["finding", analysisLabels.finding, "left"],
      ],
      rows: pairs.map((pair) => ({
        id: `${pair.a.indicator.id}:${pair.b.indicator.id}`,
        header: say(pair.a.indicator.title, lang),
        short: shortTitle(pair.a.indicator, lang),
        cells: [
          { text: shortTitle(pair.b.indicator, lang), title: say(pair.b.indicator.title, lang) },
          sameCell(pair, lang),
          boundsCell(pair.agreement, lang),
          boundsCell(pair.jaccard, lang),
          boundsCell(pair.phi, lang),
          { text: findingOf(pair, lang), value: pair.duplicate ? "duplicate" : "near" },
        ],
      })),
      notes: [
        {
          ru: "Показаны пары, у которых значения заведомо совпадают не реже чем в девяти случаях из десяти. Если оба показателя выполнили почти все, они совпадают уже поэтому; связаны ли они, говорит φ (1 — полностью, 0 — нет)",
          en: "Shown are pairs that certainly agree in nine cases of ten or more. Two that nearly all fulfil agree by that alone; whether they go together is told by φ (1 fully, 0 not at all)",
        },
        {
          ru: "Коэффициент Жаккара: сколько муниципалитетов имеют лучшее значение по обоим показателям из тех, кто имеет его хотя бы по одному",
          en: "Jaccard coefficient: municipalities better on both, of those better on either",
        },
      ],
    },
    lang,
  );
}

function sameCell({ same, base }: RedundantPair, lang: Language): Cell {
  const cell = countCell(same, lang);
  return { ...cell, text: `${cell.text} ${lang === "ru" ? "из" : "of"} ${countCell(base, lang).text}` };
}

function findingOf({ duplicate }: RedundantPair, lang: Language): string {
  if (duplicate)
    return lang === "ru" ? "одинаковы у всех: второй ничего не добавляет" : "alike for all: the second adds nothing";
  return lang === "ru" ? "совпадают почти всегда" : "agree almost always";
}
