import { everyMunicipality, type GroupTest, type TestedInference } from "@metodika/analysis";
import type { Language, RoundData } from "@metodika/core";
import { say } from "../../languages/say.ts";
import { formatSource } from "../../names/format-source.ts";
import { shortTitle } from "../../names/short-title.ts";
import type { Table } from "../../table/table.ts";
import { analysisTable } from "./analysis-table.ts";
import { analysisLabels, typeTitles } from "./analysis-words.ts";
import { boundsCell, countCell } from "./bounds-cell.ts";
import { testSentence } from "./test-sentence.ts";

/** A conclusion of the report about influence, tested: one row per reading of whom it speaks and how types are grouped. */
export function inferenceTable(data: RoundData, { claim, tests }: TestedInference, lang: Language): Table {
  const indicator = tests[0]?.test.placed.indicator;
  return analysisTable(
    [data],
    {
      id: `test-${claim.id.replace(/[^a-z0-9-]/g, "-")}`,
      title: analysisLabels.test,
      caption: `${say(claim.statement, lang)} (${formatSource(claim.source, lang)}).`,
      corner: say(analysisLabels.universe, lang),
      columns: [
        ["groups", analysisLabels.groups, "left"],
        ["n", analysisLabels.count],
        ["p", analysisLabels.p],
        ["epsilon", analysisLabels.epsilon],
        ["detectable", analysisLabels.detectable],
        ["finding", analysisLabels.finding, "left"],
      ],
      rows: tests.map(({ universe, test }, index) => ({
        id: `${universe?.id ?? "all"}-${index}`,
        header: say(universe?.title ?? everyMunicipality, lang),
        cells: [
          { text: groupsText(test, lang) },
          countCell(test.n, lang),
          boundsCell(test.result?.p, lang),
          boundsCell(test.result?.epsilonSquared, lang),
          boundsCell(test.result?.detectable, lang),
          { text: testSentence(test, lang) },
        ],
      })),
      notes: [
        ...tests.slice(0, 1).map(({ test }) => ({ ru: legend(test, "ru").join(""), en: legend(test, "en").join("") })),
        {
          ru: `Критерий Краскела – Уоллиса${indicator ? ` для показателя «${shortTitle(indicator, "ru")}»` : ""}; p рассчитано точно, по всем способам раздать те же значения группам той же численности. ε² = H / (n − 1) — какая доля разброса рангов приходится на различия между группами`,
          en: `Kruskal–Wallis test${indicator ? ` of “${shortTitle(indicator, "en")}”` : ""}; p is exact, over all ways to deal the same values to groups of the same sizes. ε² = H / (n − 1) is the share of the variance of ranks between the groups`,
        },
        {
          ru: "Это все муниципалитеты региона, а не выборка: p говорит, как часто такое различие дал бы случай, и ничего не говорит о причинах",
          en: "These are all municipalities of the region and no sample: p tells how often chance would give such a difference, and nothing of causes",
        },
        ...(claim.not_checkable ? [claim.not_checkable] : []),
      ],
    },
    lang,
  );
}

/** «городские округа (11): К — 3, Ж — 3, З — 5»: how many have each value, the lowest first. */
function groupsText({ groups, categories, placed }: GroupTest, lang: Language): string {
  const and = lang === "ru" ? " и " : " and ";
  const letters = lettersOf(placed, lang);
  return groups
    .map(({ types, counts, size }) => {
      const name = types.map((type) => say(typeTitles[type], lang)).join(and);
      const values = counts.flatMap((count, position) => {
        const category = categories[position];
        const title = letters?.get(category?.id ?? "") ?? titleOf(category, lang);
        return count[1] === 0 ? [] : [`${title}\u00a0—\u00a0${countCell(count, lang).text}`];
      });
      return `${name} (${countCell(size, lang).text}): ${values.join(", ")}`;
    })
    .join("; ");
}

function titleOf(category: GroupTest["categories"][number] | undefined, lang: Language): string {
  if (!category) return "";
  return category.title ? say(category.title, lang) : `${category.number}`;
}

/** The letters of a scale by code; undefined where a value has none. */
function lettersOf({ scale }: GroupTest["placed"], lang: Language): Map<string, string> | undefined {
  if (scale.type !== "codes") return undefined;
  const letters = scale.codes.flatMap(({ code, letter }) => (letter ? [[code, say(letter, lang)] as const] : []));
  return letters.length === scale.codes.length ? new Map(letters) : undefined;
}

/** What the letters mean. */
function legend(test: GroupTest, lang: Language): string[] {
  const letters = lettersOf(test.placed, lang);
  if (!letters) return [];
  const words = test.categories.map((category) => `${letters.get(category.id)} — ${titleOf(category, lang)}`);
  return [words.join("; ")];
}
