import type { BorderCase, BorderCases, Decision } from "@metodika/analysis";
import { criteriaOf, type Language, type RoundData } from "@metodika/core";
import { labels } from "../../languages/labels.ts";
import { say } from "../../languages/say.ts";
import { possibleValues } from "../../names/format-value.ts";
import { municipalityName } from "../../names/municipality-name.ts";
import { shortTitle } from "../../names/short-title.ts";
import type { Row, Table } from "../../table/table.ts";
import { quote } from "../../words/join.ts";
import { analysisTable } from "./analysis-table.ts";
import { analysisLabels, answerTitles, decisionTitles } from "./analysis-words.ts";

/** Municipalities for which one other value gives another result: which value, and what the result would be. */
export function borderTable(data: RoundData, { cases, open, decisions }: BorderCases, lang: Language): Table {
  const names = new Map(data.municipalities.map((one) => [one.id, municipalityName(one, lang)]));
  const groups = new Map<string, BorderCase[]>();
  for (const one of cases.filter(({ steps }) => Math.abs(steps) === 1)) {
    const key = `${one.municipality}:${one.decision.kind}:${one.decision.id}:${one.after.join("-")}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const rows = [...groups].flatMap(([id, [first, ...others]]): Row[] => {
    if (!first) return [];
    const results = (codes: readonly string[]) => codes.map((code) => resultTitle(first.decision, code, data, lang));
    return [
      {
        id,
        header: names.get(first.municipality) ?? first.municipality,
        cells: [
          { text: decisionText(first.decision, data, lang), value: first.decision.id },
          { text: results(first.before).join(" / ") },
          { text: [first, ...others].map((one) => changeText(one, lang)).join("; ") },
          { text: results(first.after).join(" / ") },
        ],
      },
    ];
  });
  const unsettled = open.map(({ decision, municipalities }) => {
    const list = (to: Language) => municipalities.map((id) => nameOf(id, data, to)).join(", ");
    return {
      ru: `${decisionText(decision, data, "ru")}: результат и так определён неоднозначно — ${list("ru")}`,
      en: `${decisionText(decision, data, "en")}: the result is open anyway: ${list("en")}`,
    };
  });
  return analysisTable(
    [data],
    {
      id: "border-cases",
      title: analysisLabels.border,
      caption: captionOf(rows.length, decisions.length, lang),
      corner: say(labels.territory, lang),
      columns: [
        ["decision", analysisLabels.decision, "left"],
        ["now", analysisLabels.now, "left"],
        ["change", analysisLabels.change, "left"],
        ["after", analysisLabels.after, "left"],
      ],
      rows,
      notes: [
        {
          ru: "Каждое из названных значений меняет результат само по себе; показаны изменения на одну ступень шкалы. Результат рассчитан тем же способом, что и сам мониторинг; буквы объяснены в таблице показателей",
          en: "Each of the values named changes the result by itself; shown are changes by one step of a scale. The results come from the scoring of the round itself; letters are explained in the table of indicators",
        },
        ...unsettled,
      ],
    },
    lang,
  );
}

function captionOf(rows: number, decisions: number, lang: Language): string {
  if (decisions === 0)
    return lang === "ru"
      ? "У методики нет ни уровней, ни границ в баллах."
      : "The methodology has neither levels nor cut-offs.";
  return rows === 0 ? (lang === "ru" ? "Таких нет." : "There are none.") : "";
}

function changeText({ placed: { indicator, scale }, from, to }: BorderCase, lang: Language): string {
  const letters = scale.type === "codes" && scale.codes.every(({ letter }) => letter) ? scale.codes : undefined;
  const [before, after] = [from, to].map((state) => {
    const letter = letters?.[state.codes[0] ?? -1]?.letter;
    return letter ? say(letter, lang) : possibleValues(state, scale, lang).join(" / ");
  });
  return `${quote(shortTitle(indicator, lang), lang)}: ${before} → ${after}`;
}

function decisionText({ kind, id }: Decision, data: RoundData, lang: Language): string {
  const { levels = [], recommendations = [] } = data.methodology;
  const level = levels.find((one) => one.id === id);
  const recommendation = recommendations.find((one) => one.id === id);
  const inferred = (basis: string | undefined) => (basis === "inferred" ? ` (${say(labels.inferred, lang)})` : "");
  if (kind === "level" && level) return `${say(level.title, lang)}${inferred(level.basis)}`;
  const kindTitle = capital(say(decisionTitles[kind], lang));
  if (kind === "recommendation" && recommendation)
    return `${kindTitle} ${quote(say(recommendation.text, lang), lang)}${inferred(recommendation.basis)}`;
  const criterion = criteriaOf(data.methodology).find((one) => one.id === id);
  return `${kindTitle}: ${criterion ? quote(shortTitle(criterion, lang), lang) : id}`;
}

function resultTitle({ kind, id }: Decision, code: string, data: RoundData, lang: Language): string {
  if (code === "none") return say(labels.noLevel, lang);
  if (kind !== "level") {
    const title = answerTitles[kind][code];
    return title ? say(title, lang) : code;
  }
  const level = data.methodology.levels?.find((one) => one.id === id)?.codes.find((one) => one.code === code);
  return level ? say(level.title, lang) : code;
}

function nameOf(id: string, data: RoundData, lang: Language): string {
  const found = data.municipalities.find((one) => one.id === id);
  return found ? municipalityName(found, lang) : id;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
