import { criteriaOf, indicatorsOf, type Language, statusTitles } from "@metodika/core";
import { say } from "../../languages/say.ts";
import { shortTitle } from "../../names/short-title.ts";
import { quote } from "../../words/join.ts";
import { type ComparedRounds, criterionTitle } from "./compared-rounds.ts";
import { levelBreak } from "./level-break.ts";

/** What a change of points leaves out, and what is included although its series breaks: a reader must know both. */
export function leftOutNotes({ before, after, result }: ComparedRounds, lang: Language): string[] {
  const ru = lang === "ru";
  const titles = new Map(
    [...indicatorsOf(before.methodology), ...indicatorsOf(after.methodology)].map(({ indicator }) => [
      indicator.id,
      shortTitle(indicator, lang),
    ]),
  );
  const named = (ids: readonly string[]) => ids.map((id) => quote(titles.get(id) ?? id, lang)).join(", ");
  const notes: string[] = [];
  const criteria = [...result.criteria, ...(result.total ? [result.total] : [])];
  for (const { criterion, leftOut, comparable, change } of criteria) {
    const title = quote(criterionTitle(criterion, { after }, lang), lang);
    if (leftOut.length > 0 && criterion !== "total")
      notes.push(
        ru
          ? `${title}: без показателей, ряд которых прерван, — ${named(leftOut)}; поэтому изменение не равно разности опубликованных баллов.`
          : `${title}: without the indicators whose series breaks: ${named(leftOut)}; so the change is not the difference of the published points.`,
      );
    if (!comparable)
      notes.push(
        change
          ? ru
            ? `${title}: правило расчёта изменилось, сопоставлено по запросу.`
            : `${title}: the rule of calculation changed; compared because it was asked for.`
          : ru
            ? `${title}: правило расчёта изменилось, поэтому не сопоставляется.`
            : `${title}: the rule of calculation changed, so it is not compared.`,
      );
  }
  const leftOutOfTotal = result.total?.leftOut ?? [];
  if (leftOutOfTotal.length > 0 && criteriaOf(after.methodology).length > 1)
    notes.push(
      ru
        ? `В изменение суммы баллов эти показатели тоже не входят: ${named(leftOutOfTotal)}.`
        : `The change of the total is without them too: ${named(leftOutOfTotal)}.`,
    );
  if (result.breaks === "include" && result.indicators.some(({ comparable }) => !comparable))
    notes.push(
      ru
        ? "По запросу сопоставлены и показатели с прерванным рядом: часть изменений объясняется новыми формулировками, шкалами и баллами."
        : "Indicators whose series breaks are compared because it was asked for: new wordings, scales and points explain a part of the changes.",
    );
  if (result.mergers === "any-predecessor")
    notes.push(
      ru
        ? "Объединённый муниципалитет сопоставлен с каждым из прежних: границы охватывают изменение от любого из них."
        : "A merged municipality is compared with each of its predecessors: the bounds hold the change from any of them.",
    );
  if (result.missingPolicies.length > 0)
    notes.push(
      `${ru ? "Правило для отсутствующих значений изменилось" : "The policy for missing values changed"}: ${result.missingPolicies
        .map((status) => say(statusTitles[status], lang))
        .join(", ")}.`,
    );
  for (const level of result.levels) if (!level.comparable && !level.table) notes.push(levelBreak(level, after, lang));
  return notes;
}
