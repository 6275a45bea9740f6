import type { BorderCase, BorderCases, Decision } from "@metodika/analysis";
import { criteriaOf, type Language, printedAddressees, type RoundData, type Text } from "@metodika/core";
import { labels } from "../../languages/labels.ts";
import { say } from "../../languages/say.ts";
import { possibleValues } from "../../names/format-value.ts";
import { municipalityName } from "../../names/municipality-name.ts";
import { shortTitle } from "../../names/short-title.ts";
import type { Row, Table } from "../../table/table.ts";
import { quote } from "../../words/join.ts";
import { analysisTable } from "./analysis-table.ts";
import { analysisLabels, answerTitles } from "./analysis-words.ts";

/**
 * Municipalities for which one other value gives another result, by one step of its scale: a table per level and per
 * recommendation with a cut-off, and one of those that a single value keeps from the greatest points. A methodology
 * without any of these gives no table.
 */
export function borderTables(data: RoundData, { cases, open, decisions }: BorderCases, lang: Language): Table[] {
  const near = cases.filter(({ steps }) => Math.abs(steps) === 1);
  const own = decisions
    .filter(({ kind }) => kind !== "maximum")
    .map((decision) => {
      const unsettled = open.find((one) => one.decision === decision)?.municipalities ?? [];
      return decisionTable(data, decision, near, unsettled, lang);
    });
  const maximum = decisions.some(({ kind }) => kind === "maximum") ? [maximumTable(data, near, lang)] : [];
  return [...own, ...maximum];
}

const byItself: Text = {
  ru: "Каждое из названных значений меняет результат само по себе; показаны изменения на одну ступень шкалы. Результат рассчитан тем же способом, что и сам мониторинг",
  en: "Each of the values named changes the result by itself; shown are changes by one step of a scale. The results come from the scoring of the round itself",
};

/** Stands where the rule behind a table is nobody's but ours. */
const byReconstruction: Text = {
  ru: "Каждое из названных значений меняет результат само по себе; показаны изменения на одну ступень шкалы. Правило — реконструкция, регионом не утверждена: сам отчёт его не называет",
  en: "Each of the values named changes the result by itself; shown are changes by one step of a scale. The rule is a reconstruction, not approved by the region: the report itself does not name it",
};

const letters: Text = {
  ru: "Буквы объяснены в таблице показателей",
  en: "Letters are explained in the table of indicators",
};

function decisionTable(
  data: RoundData,
  decision: Decision,
  cases: readonly BorderCase[],
  open: readonly string[],
  lang: Language,
): Table {
  const own = cases.filter((one) => one.decision.kind === decision.kind && one.decision.id === decision.id);
  const results = (codes: readonly string[]) =>
    codes.map((code) => resultTitle(decision, code, data, lang)).join(" / ");
  // Whom the report itself addresses stands beside what a rule gives that its region has not approved.
  const printed =
    isInferred(decision, data) && decision.kind !== "level" ? printedAddressees(data, decision.id) : undefined;
  const said = ({ municipality, before }: BorderCase) => {
    if (!printed) return "";
    const answer = printed.members.includes(municipality) ? "yes" : "no";
    if (before.length === 1 && before[0] === answer) return "";
    const title = answerTitles[answer];
    return title ? ` (${lang === "ru" ? "в отчёте" : "in the report"}: ${say(title, lang)})` : "";
  };
  const names = (to: Language) => open.map((id) => nameOf(id, data, to)).join(", ");
  return analysisTable(
    [data],
    {
      id: `border-${decision.id}`,
      title: analysisLabels.border,
      caption: `${decisionText(decision, data, lang)}.${own.length > 0 ? "" : lang === "ru" ? " Таких нет." : " There are none."}`,
      corner: say(labels.territory, lang),
      columns: [
        ["now", analysisLabels.now, "left"],
        ["change", analysisLabels.change, "left"],
        ["after", analysisLabels.after, "left"],
      ],
      rows: grouped(own, ({ municipality, after }) => `${municipality}:${after.join("-")}`).map(
        ([id, first, all]): Row => ({
          id,
          header: nameOf(first.municipality, data, lang),
          cells: [
            { text: `${results(first.before)}${said(first)}`, value: first.before.join("|") },
            { text: all.map((one) => changeText(one, lang)).join("; ") },
            { text: results(first.after), value: first.after.join("|") },
          ],
        }),
      ),
      notes: [
        isInferred(decision, data) ? byReconstruction : byItself,
        ...(own.some(({ placed: { scale } }) => hasLetters(scale)) ? [letters] : []),
        ...(open.length > 0
          ? [
              {
                ru: `Результат и без того определён неоднозначно: ${names("ru")}`,
                en: `The result is open anyway: ${names("en")}`,
              },
            ]
          : []),
      ],
    },
    lang,
  );
}

function maximumTable(data: RoundData, cases: readonly BorderCase[], lang: Language): Table {
  const criteria = new Map(criteriaOf(data.methodology).map((criterion) => [criterion.id, criterion]));
  const own = cases.filter(({ decision }) => decision.kind === "maximum");
  return analysisTable(
    [data],
    {
      id: "border-maximum",
      title: analysisLabels.nearMaximum,
      caption: own.length > 0 ? "" : lang === "ru" ? "Таких нет." : "There are none.",
      corner: say(labels.territory, lang),
      columns: [
        ["criterion", labels.criterion, "left"],
        ["change", analysisLabels.lacking, "left"],
      ],
      rows: grouped(own, ({ municipality, decision }) => `${municipality}:${decision.id}`).map(
        ([id, first, all]): Row => {
          const criterion = criteria.get(first.decision.id);
          return {
            id,
            header: nameOf(first.municipality, data, lang),
            cells: [
              { text: criterion ? shortTitle(criterion, lang) : first.decision.id, value: first.decision.id },
              { text: all.map((one) => changeText(one, lang)).join("; ") },
            ],
          };
        },
      ),
    },
    lang,
  );
}

function grouped(
  cases: readonly BorderCase[],
  key: (one: BorderCase) => string,
): [id: string, first: BorderCase, all: BorderCase[]][] {
  const groups = new Map<string, [string, BorderCase, BorderCase[]]>();
  for (const one of cases) {
    const group = groups.get(key(one));
    if (group) group[2].push(one);
    else groups.set(key(one), [key(one), one, [one]]);
  }
  return [...groups.values()];
}

function hasLetters(scale: BorderCase["placed"]["scale"]): boolean {
  return scale.type === "codes" && scale.codes.every(({ letter }) => letter);
}

function changeText({ placed: { indicator, scale }, from, to }: BorderCase, lang: Language): string {
  const [before, after] = [from, to].map((state) => {
    const letter = scale.type === "codes" && hasLetters(scale) ? scale.codes[state.codes[0] ?? -1]?.letter : undefined;
    return letter ? say(letter, lang) : possibleValues(state, scale, lang).join(" / ");
  });
  return `${quote(shortTitle(indicator, lang), lang)}: ${before}\u00a0→\u00a0${after}`;
}

function isInferred(
  { kind, id }: Decision,
  { methodology: { levels = [], recommendations = [] } }: RoundData,
): boolean {
  const own: readonly { id: string; basis?: string | undefined }[] = kind === "level" ? levels : recommendations;
  return own.find((one) => one.id === id)?.basis === "inferred";
}

function decisionText({ kind, id }: Decision, data: RoundData, lang: Language): string {
  const { levels = [], recommendations = [] } = data.methodology;
  const inferred = (basis: string | undefined) => (basis === "inferred" ? ` (${say(labels.inferred, lang)})` : "");
  const level = kind === "level" ? levels.find((one) => one.id === id) : undefined;
  if (level) return `${say(level.title, lang)}${inferred(level.basis)}`;
  const recommendation = recommendations.find((one) => one.id === id);
  if (!recommendation) return id;
  const number = recommendation.number ? `\u00a0${recommendation.number}` : "";
  return `${say(labels.recommendation, lang)}${number} ${quote(say(recommendation.text, lang), lang)}${inferred(recommendation.basis)}`;
}

function resultTitle({ kind, id }: Decision, code: string, data: RoundData, lang: Language): string {
  if (code === "none") return say(labels.noLevel, lang);
  if (kind !== "level") {
    const title = answerTitles[code];
    return title ? say(title, lang) : code;
  }
  const level = data.methodology.levels?.find((one) => one.id === id)?.codes.find((one) => one.code === code);
  return level ? say(level.title, lang) : code;
}

function nameOf(id: string, data: RoundData, lang: Language): string {
  const found = data.municipalities.find((one) => one.id === id);
  return found ? municipalityName(found, lang) : id;
}
