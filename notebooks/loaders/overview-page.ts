import {
  criteriaOf,
  indicatorsOf,
  type Language,
  missingStatuses,
  type RoundData,
  scoreRound,
  statusTitles,
} from "@metodika/core";
import type { Datasets } from "@metodika/files";
import { methodLabels, policyLabels, say, sharesChart, type Table } from "@metodika/presentation";
import { bothWidths } from "./both-widths.ts";
import { problemsTable } from "./problems-table.ts";
import { statusRows, summaryOf } from "./round-page.ts";

/** What the first page shows, in one language: the regions that report. An invented region stands apart from them. */
export function overviewPage(datasets: Datasets, lang: Language) {
  const rounds = [...datasets.rounds.values()].filter(({ round }) => !round.synthetic);
  const invented = [...datasets.methodologies.values()].flatMap(({ region, synthetic }) => (synthetic ? [region] : []));
  const problems = datasets.problems.filter(({ file }) => !invented.includes(file?.split("/")[0] ?? ""));
  const cells = rounds.flatMap((data) => statusRows(data, titleOf(data)));
  return {
    rounds: rounds.map((data) => ({
      id: data.round.id,
      region: say(titleOf(data), lang),
      title: say(data.round.title, lang),
      summary: summaryOf(data, scoreRound(data)),
    })),
    cells: bothWidths(lang, (options) => sharesChart(cells, options)),
    methodologies: methodologiesTable(rounds, lang),
    problems: problemsTable(problems, lang),
  };
}

function titleOf({ round }: RoundData) {
  return round.region_title ?? { ru: round.region, en: round.region };
}

/** The two methodologies side by side: what each measures, on what scale, by what rules. */
function methodologiesTable(rounds: readonly RoundData[], lang: Language): Table {
  const ru = lang === "ru";
  const row = (id: string, header: string, cell: (data: RoundData) => string) => ({
    id,
    header,
    cells: rounds.map((data) => ({ text: cell(data) })),
  });
  return {
    id: "methodologies",
    title: ru ? "Методики двух регионов" : "The methodologies of the two regions",
    lang,
    corner: ru ? "Что" : "What",
    columns: rounds.map((data) => ({ id: data.round.id, title: say(titleOf(data), lang), align: "left" as const })),
    rows: [
      row("version", ru ? "Версия" : "Version", ({ methodology }) => `${methodology.id}@${methodology.version}`),
      row("municipalities", ru ? "Муниципалитетов" : "Municipalities", ({ municipalities }) =>
        String(municipalities.length),
      ),
      row("criteria", ru ? "Критериев (из них с показателями)" : "Criteria (with indicators)", ({ methodology }) => {
        const criteria = criteriaOf(methodology);
        return `${criteria.length} (${criteria.filter(({ indicators = [] }) => indicators.length > 0).length})`;
      }),
      row("indicators", ru ? "Показателей" : "Indicators", ({ methodology }) =>
        String(indicatorsOf(methodology).length),
      ),
      row("scales", ru ? "Значений на шкалах" : "Values of the scales", ({ methodology }) => {
        const sizes = indicatorsOf(methodology).map(({ scale }) =>
          scale.type === "codes" ? String(scale.codes.length) : ru ? "число" : "a number",
        );
        return [...new Set(sizes)].sort().join(", ");
      }),
      row("points", ru ? "Баллы" : "Points", ({ methodology }) => {
        const methods = [...new Set(criteriaOf(methodology).flatMap(({ points }) => points?.aggregate ?? []))];
        return methods.map((method) => say(methodLabels[method], lang)).join(", ") || (ru ? "не начисляются" : "none");
      }),
      row("total", ru ? "Общий балл" : "Total", ({ methodology }) =>
        methodology.total
          ? say(methodLabels[methodology.total.aggregate], lang)
          : ru
            ? "методикой не предусмотрен"
            : "not defined",
      ),
      row(
        "levels",
        ru ? "Уровни" : "Levels",
        ({ methodology }) =>
          (methodology.levels ?? []).map(({ title }) => say(title, lang)).join(", ") || (ru ? "нет" : "none"),
      ),
      ...missingStatuses
        .filter((status) => rounds.some(({ cells }) => cells.some((cell) => cell.status === status)))
        .map((status) =>
          row(`missing-${status}`, `${ru ? "Если" : "If"} «${say(statusTitles[status], lang)}»`, ({ methodology }) =>
            say(policyLabels[methodology.missing[status].policy], lang),
          ),
        ),
    ],
    notes: [],
    source: "",
  };
}
