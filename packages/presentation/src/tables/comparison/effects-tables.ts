import type { EffectInterval, ResultEffects, UnitEffects } from "@metodika/comparison";
import { compareRational, rationalNumber } from "@metodika/comparison/results";
import type { Language } from "@metodika/core";
import { labels } from "../../languages/labels.ts";
import { say } from "../../languages/say.ts";
import { collectNotes, type Notes } from "../../table/collect-notes.ts";
import { numberCell } from "../../table/number-cell.ts";
import type { Cell, Column, Row, Table } from "../../table/table.ts";
import { quote } from "../../words/join.ts";
import { changeCell } from "./change-cell.ts";
import { criterionTitle, namesOf } from "./compared-rounds.ts";
import { comparedSource, comparedTitle } from "./compared-source.ts";
import { changeLabels } from "./comparison-words.ts";
import { partTitle } from "./difference-words.ts";
import { levelEffectsTable } from "./level-effects-table.ts";
import { ruleWords } from "./rule-words.ts";
import type { ShownEffects } from "./shown-effects.ts";

/**
 * For every result what it was, what it is, and how much of the difference each rule made, and the data where two years
 * are compared. Rows below count the municipalities that a rule raised, lowered or left. The total stands first; criteria
 * that no rule moves give no table. Then who moves between the levels that both methodologies define, and by which rule.
 */
export function effectsTables(shown: ShownEffects, lang: Language): Table[] {
  const levels = shown.effects.levels.flatMap((level) => levelEffectsTable(level, shown, lang) ?? []);
  const [first, ...others] = [...shown.effects.results].reverse();
  if (!first) return levels;
  const moved = others
    .reverse()
    .filter(({ units }) => units.some(({ figures }) => figures && classOf(figures.method) !== "none"));
  return [...[first, ...moved].map((result) => effectsTable(result, shown, lang)), ...levels];
}

interface Part {
  column: Column;
  of: (figures: NonNullable<UnitEffects["figures"]>) => EffectInterval | undefined;
  /** Effects have signs and are counted; results are plain numbers. */
  isEffect: boolean;
}

function effectsTable({ criterion, exact, units }: ResultEffects, shown: ShownEffects, lang: Language): Table {
  const { rounds, after } = shown;
  const ru = lang === "ru";
  const notes = collectNotes(lang);
  const last = rounds.at(-1);
  const names = last ? namesOf({ before: last, after: last }, lang).after : (id: string) => id;
  const parts = partsOf(shown, lang, notes);
  const title = last ? criterionTitle(criterion, { after: { ...last, methodology: after } }, lang) : criterion;
  for (const note of notesOf(shown, exact, lang)) notes.whole(note);
  return {
    id: `${rounds.map(({ round }) => round.id).join("-")}-${criterion}-effects`,
    title: comparedTitle(
      `${ru ? "Какое правило что изменило" : "Which rule changed what"}: ${quote(title, lang)}`,
      rounds,
      lang,
    ),
    caption: `${shown.effects.before} → ${shown.effects.after}`,
    lang,
    corner: say(labels.territory, lang),
    columns: parts.map(({ column }) => column),
    rows: units.map((unit) => ({
      id: unit.municipality,
      header: names(unit.municipality),
      cells: cellsOf(unit, parts, notes, lang),
    })),
    totals: (["rise", "fall", "possible", "none"] as const).map((kind) => countRow(kind, units, parts, lang)),
    notes: notes.all(),
    source: comparedSource(rounds, lang),
  };
}

function partsOf({ effects, rounds, before, after }: ShownEffects, lang: Language, notes: Notes): Part[] {
  const ru = lang === "ru";
  const column = (id: string, title: string, group?: string): Column => ({
    id,
    title,
    align: "right",
    ...(group ? { group } : {}),
  });
  const years = rounds.length > 1;
  const [from, to] = years
    ? rounds.map(({ round }) => say(round.period.title, lang))
    : [`${ru ? "по" : "by"} ${effects.before}`, `${ru ? "по" : "by"} ${effects.after}`];
  const rules = ru ? "Правила" : "Rules";
  return [
    { column: column("from", from ?? "", say(labels.points, lang)), of: (one) => one.from, isEffect: false },
    { column: column("to", to ?? "", say(labels.points, lang)), of: (one) => one.to, isEffect: false },
    { column: column("change", ru ? "Изменение" : "Change"), of: (one) => one.change, isEffect: true },
    ...(years
      ? [
          {
            column: column("data", ru ? "Данные" : "Data"),
            of: (one: NonNullable<UnitEffects["figures"]>) => one.data,
            isEffect: true,
          },
        ]
      : []),
    // A single rule is all rules.
    ...(effects.changes.length === 1
      ? []
      : [
          {
            column: column("method", ru ? "Все вместе" : "All", rules),
            of: (one: NonNullable<UnitEffects["figures"]>) => one.method,
            isEffect: true,
          },
        ]),
    ...effects.changes.map((change, place): Part => {
      const { title, says } = ruleWords(change, before, after, lang);
      notes.whole(`${rules}: ${quote(title, lang)} — ${says}.`);
      return {
        column: column(change.id.replace(":", "-").toLowerCase(), title, rules),
        of: (one) => one.changes[place],
        isEffect: true,
      };
    }),
  ];
}

function cellsOf({ state, figures }: UnitEffects, parts: readonly Part[], notes: Notes, lang: Language): Cell[] {
  if (figures)
    return parts.map(({ of, isEffect }) => {
      const own = of(figures);
      if (!own) return { text: "", value: null };
      const ends = [rationalNumber(own.low), rationalNumber(own.high)] as const;
      return isEffect ? changeCell(ends, lang) : numberCell(ends, lang);
    });
  const mark = notes.mark(stateText[state === "too-many-cases" ? state : "not-scored"][lang]);
  return parts.map((_, place): Cell => ({ text: "", value: null, ...(place === 0 ? { marks: [mark] } : {}) }));
}

const stateText = {
  "not-scored": {
    ru: "По части правил результата нет или может не быть.",
    en: "Under some of the rules there is, or may be, no result.",
  },
  "too-many-cases": {
    ru: "Неизвестные значения можно уточнить слишком многими способами; вклады не рассчитаны.",
    en: "The open cells can be settled in too many ways; the effects were not calculated.",
  },
} as const;

function countRow(
  kind: "rise" | "fall" | "possible" | "none",
  units: readonly UnitEffects[],
  parts: readonly Part[],
  lang: Language,
): Row {
  return {
    id: `total-${kind}`,
    header: `${say(changeLabels[kind].title, lang)}, ${lang === "ru" ? "муниципалитетов" : "municipalities"}`,
    cells: parts.map(({ of, isEffect }): Cell => {
      if (!isEffect) return { text: "", value: null };
      const count = units.filter(({ figures }) => {
        const own = figures && of(figures);
        return own !== undefined && classOf(own) === kind;
      }).length;
      return { text: String(count), value: count };
    }),
  };
}

function notesOf({ effects, rounds, after }: ShownEffects, exact: boolean, lang: Language): string[] {
  const ru = lang === "ru";
  const years = rounds.length > 1;
  const reworded = effects.reworded.map((id) => quote(partTitle("indicator", id, after, lang), lang)).join(", ");
  const asked = ru
    ? "То, о чём мониторинг не спрашивал, и ответы, которым на другой шкале соответствует несколько значений, дают границы."
    : "What the round did not ask, and answers that can be several values on the other scale, give bounds.";
  return [
    ru
      ? "Вклад правила — значение Шепли: сколько оно добавляет в среднем по всем порядкам, в которых правила можно заменять одно за другим. При известных значениях вклады в точности складываются в изменение; здесь они округлены."
      : "The effect of a rule is its Shapley value: what it adds on average over all orders in which the rules can be exchanged one by one. Where the cells are known the effects add up exactly to the change; here they are rounded.",
    ...(effects.changes.length === 0
      ? [ru ? "Правил, которые меняют баллы, нет." : "No rule that moves points differs."]
      : [asked]),
    ...(years
      ? [
          ru
            ? "Данные считаются ещё одной заменой рядом с правилами."
            : "The data count as one more exchange beside the rules.",
        ]
      : []),
    ...(reworded
      ? [
          ru
            ? `Изменена формулировка: ${reworded}. Ответы взяты как есть; что сделала формулировка, по ответам не видно и входит во вклад данных.`
            : `Reworded: ${reworded}. The answers are taken as given; what the wording did cannot be told from them and is in the effect of the data.`,
        ]
      : []),
    ...(exact
      ? []
      : [
          ru
            ? "Баллы — не точные десятичные числа; расчёт верен до девятого знака."
            : "The points are no exact decimals; the calculation is good to the ninth digit.",
        ]),
  ];
}

const zero = { numerator: 0n, denominator: 1n };

/** Which way an effect goes: certainly, possibly, or none. */
function classOf({ low, high }: EffectInterval): "rise" | "fall" | "none" | "possible" {
  const [least, greatest] = [compareRational(low, zero), compareRational(high, zero)];
  if (least > 0) return "rise";
  if (greatest < 0) return "fall";
  return least === 0 && greatest === 0 ? "none" : "possible";
}
