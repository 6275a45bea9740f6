import { type ItemProfile, nonSeparating } from "@metodika/analysis";
import type { Language, RoundData } from "@metodika/core";
import { labels } from "../../languages/labels.ts";
import { say } from "../../languages/say.ts";
import { shortTitle } from "../../names/short-title.ts";
import type { Table } from "../../table/table.ts";
import { quote } from "../../words/join.ts";
import { analysisTable } from "./analysis-table.ts";
import { analysisLabels, separationTitles } from "./analysis-words.ts";
import { boundsCell, countCell } from "./bounds-cell.ts";

/** The indicators that do not or hardly tell municipalities apart; where there is none the caption says which comes nearest. */
export function separationTable(data: RoundData, profiles: readonly ItemProfile[], lang: Language): Table {
  const found = nonSeparating(profiles);
  return analysisTable(
    [data],
    {
      id: "not-separating",
      title: analysisLabels.notSeparating,
      caption: found.length > 0 ? "" : noneText(profiles, lang),
      corner: say(labels.indicator, lang),
      columns: [
        ["base", analysisLabels.base],
        ["commonest", analysisLabels.commonest],
        ["separated", analysisLabels.separated],
        ["finding", analysisLabels.finding, "left"],
      ],
      rows: found.map(({ profile, separation }) => ({
        id: profile.indicator.id,
        header: say(profile.indicator.title, lang),
        short: shortTitle(profile.indicator, lang),
        cells: [
          countCell(profile.base, lang),
          boundsCell(profile.commonest, lang, { digits: 1, times: 100 }),
          boundsCell(profile.information?.separated, lang, { digits: 1, times: 100 }),
          { text: say(separationTitles[separation], lang), value: separation },
        ],
      })),
      notes: [
        {
          ru: "Граница в четыре пятых — обычай отбора вопросов (Streiner, Norman, Cairney, 2015), а не правило региона. Показатель, который выполнили почти все, мог быть нужен именно для этого",
          en: "Four fifths is a custom in choosing items (Streiner, Norman, Cairney, 2015), not a rule of the region. An indicator that nearly all fulfil may have been asked for that very reason",
        },
      ],
    },
    lang,
  );
}

function noneText(profiles: readonly ItemProfile[], lang: Language): string {
  const [least] = [...profiles]
    .filter(({ commonest }) => commonest)
    .sort((a, b) => (b.commonest?.[0] ?? 0) - (a.commonest?.[0] ?? 0));
  if (!least) return lang === "ru" ? "Значений нет." : "There are no values.";
  const name = quote(shortTitle(least.indicator, lang), lang);
  return lang === "ru" ? `Таких нет; слабее других различает ${name}.` : `There are none; ${name} comes nearest.`;
}
