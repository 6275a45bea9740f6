import type { LevelEffects, LevelOrNone, MoveReason, NotAttributable, UnitLevels } from "@metodika/comparison";
import type { Language, LevelDefinition, Methodology } from "@metodika/core";
import { labels } from "../../languages/labels.ts";
import { say } from "../../languages/say.ts";
import { collectNotes, type Notes } from "../../table/collect-notes.ts";
import type { Cell, Column, Row, Table } from "../../table/table.ts";
import { either, quote } from "../../words/join.ts";
import { namesOf } from "./compared-rounds.ts";
import { comparedSource, comparedTitle } from "./compared-source.ts";
import { partTitle } from "./difference-words.ts";
import { ruleWords } from "./rule-words.ts";
import type { ShownEffects } from "./shown-effects.ts";

/**
 * Who moves, or may move, between the levels of one definition, and which rules account for it: one row per municipality.
 * Undefined where nothing that levels can know differs.
 */
export function levelEffectsTable(effects: LevelEffects, shown: ShownEffects, lang: Language): Table | undefined {
  const { level, changes, units, notAttributable } = effects;
  const { rounds, before, after } = shown;
  const last = rounds.at(-1);
  const isYears = rounds.length > 1;
  if (!last || (changes.length === 0 && !isYears)) return undefined;
  const ru = lang === "ru";
  const notes = collectNotes(lang);
  const words = new Map(changes.map((change) => [change.id, ruleWords(change, before, after, lang)]));
  const naming: Naming = {
    ofChange: (id) => {
      const title = words.get(id)?.title;
      return title === undefined ? (ru ? "данные" : "the data") : quote(title, lang);
    },
    reasons: notAttributable,
    before,
    after,
  };
  const definitions = [before, after].map(({ levels = [] }) => levels.find(({ id }) => id === level));
  const moving = units.filter(({ move }) => move !== "stays");
  const isApart = moving.some(({ reasons = [] }) => reasons.some(isUnknown));
  const names = namesOf({ before: last, after: last }, lang).after;
  const columns = columnsOf(shown, isApart, lang);
  const rows = moving.map(
    (unit): Row => ({
      id: unit.municipality,
      header: names(unit.municipality),
      cells: [
        levelCell(unit.from, definitions[0], lang),
        levelCell(unit.to, definitions[1], lang),
        moveCell(unit, notes, lang),
        rulesCell(unit, "enough", naming, lang),
        rulesCell(unit, "needed", naming, lang),
        ...(isApart ? [apartCell(unit, naming, notes, lang)] : []),
      ],
    }),
  );
  const named = new Set(moving.flatMap(({ reasons = [] }) => reasons.map(({ change }) => change)));
  for (const [id, { title, says }] of words)
    if (named.has(id)) notes.whole(`${ru ? "Правила" : "Rules"}: ${quote(title, lang)} — ${says}.`);
  for (const note of explanations(isYears, lang)) notes.whole(note);
  const counts = (["moves", "may-move", "stays"] as const).map((move): Row => {
    const value = units.filter((unit) => unit.move === move).length;
    return {
      id: `total-${move}`,
      header: `${moveWords[move][lang]}, ${ru ? "муниципалитетов" : "municipalities"}`,
      cells: columns.map(({ id }) => (id === "move" ? { text: String(value), value } : { text: "", value: null })),
    };
  });
  return {
    id: `${rounds.map(({ round }) => round.id).join("-")}-${level}-level-effects`,
    title: comparedTitle(
      `${ru ? "Что изменило уровень" : "What changed the level"}: ${quote(partTitle("level", level, after, lang), lang)}`,
      rounds,
      lang,
    ),
    caption: `${shown.effects.before} → ${shown.effects.after}`,
    lang,
    corner: say(labels.territory, lang),
    columns,
    rows,
    totals: counts,
    notes: notes.all(),
    source: comparedSource(rounds, lang),
  };
}

interface Naming {
  /** A rule in quotation marks, or the data. */
  ofChange: (id: string) => string;
  reasons: readonly NotAttributable[];
  before: Methodology;
  after: Methodology;
}

function columnsOf({ effects, rounds }: ShownEffects, isApart: boolean, lang: Language): Column[] {
  const ru = lang === "ru";
  const [from = "", to = ""] =
    rounds.length > 1
      ? rounds.map(({ round }) => say(round.period.title, lang))
      : [effects.before, effects.after].map((name) => `${ru ? "по" : "by"} ${name}`);
  const group = say(labels.level, lang);
  return [
    { id: "from", title: from, group, align: "left" },
    { id: "to", title: to, group, align: "left" },
    { id: "move", title: ru ? "Переход" : "Move", align: "left" },
    { id: "enough", title: enoughTitle[lang], align: "left" },
    { id: "needed", title: neededTitle[lang], align: "left" },
    ...(isApart
      ? [{ id: "apart", title: ru ? "Нельзя оценить отдельно" : "Not attributable", align: "left" } as const]
      : []),
  ];
}

const enoughTitle = { ru: "Достаточно одного этого правила", en: "This rule alone is enough" } as const;
const neededTitle = { ru: "Без этого правила перехода не было бы", en: "Without this rule there is no move" } as const;

const moveWords = {
  moves: { ru: "переходит", en: "moves" },
  "may-move": { ru: "возможен переход", en: "may move" },
  stays: { ru: "без перехода", en: "stays" },
} as const;

/** One level, or those that are possible. */
function levelCell(levels: readonly LevelOrNone[], definition: LevelDefinition | undefined, lang: Language): Cell {
  const found = levels.map((level) => definition?.codes.find(({ code }) => code === level));
  const titles = levels.map((level, place) => {
    const code = found[place];
    return code ? say(code.title, lang) : (level ?? say(labels.noLevel, lang));
  });
  const [code] = found;
  if (levels.length !== 1) return { text: either(titles, lang), value: null };
  return {
    text: titles[0] ?? "",
    value: levels[0] ?? null,
    ...(code?.color && code.letter ? { color: code.color, letter: say(code.letter, lang) } : {}),
  };
}

function moveCell({ move, beyond }: UnitLevels, notes: Notes, lang: Language): Cell {
  const cell = { text: moveWords[move][lang], value: move };
  return beyond ? { ...cell, marks: [notes.mark(beyondText[lang])] } : cell;
}

const beyondText = {
  ru: "Неизвестные значения можно уточнить слишком многими способами: возможных уровней может быть показано больше, чем есть, а правила не названы.",
  en: "The open cells can be settled in too many ways: more levels may be shown than are possible, and no rules are named.",
} as const;

/** The rules to which one of the two words applies; "possibly" where it does under some ways to settle the cells. */
function rulesCell({ reasons }: UnitLevels, word: "enough" | "needed", { ofChange }: Naming, lang: Language): Cell {
  if (!reasons) return { text: "", value: null };
  const named = (verdict: MoveReason["enough"]) =>
    reasons.filter((reason) => reason[word] === verdict).map(({ change }) => ofChange(change));
  const [sure, possible] = [named("yes"), named("possible")];
  const parts = [
    ...(sure.length > 0 ? [sure.join(", ")] : []),
    ...(possible.length > 0 ? [`${say(labels.possible, lang)}: ${possible.join(", ")}`] : []),
  ];
  return { text: parts.join("; ") || { ru: "нет такого", en: "none" }[lang] };
}

function isUnknown({ enough, needed }: MoveReason): boolean {
  return enough === "not-attributable" || needed === "not-attributable";
}

/** The rules that cannot be exchanged by themselves; the notes say why. */
function apartCell({ reasons = [] }: UnitLevels, naming: Naming, notes: Notes, lang: Language): Cell {
  const unknown = reasons.filter(isUnknown);
  const marks = unknown.flatMap(({ change }) =>
    naming.reasons.filter((one) => one.change === change).map((one) => notes.mark(whyNot(one, naming, lang))),
  );
  return {
    text: unknown.map(({ change }) => naming.ofChange(change)).join(", "),
    ...(marks.length > 0 ? { marks: [...new Set(marks)] } : {}),
  };
}

function whyNot(
  { change, reason: { kind, id } }: NotAttributable,
  { ofChange, before, after }: Naming,
  lang: Language,
): string {
  const part = { scale: "indicator", absent: "indicator", level: "level", points: "criterion" } as const;
  // What was dropped has its title in the earlier methodology only.
  const titles = [after, before].map((methodology) => partTitle(part[kind], id, methodology, lang));
  const title = titles.find((one) => one !== id) ?? id;
  const own = quote(kind === "points" && id === "total" ? say(labels.total, lang) : title, lang);
  const rule = ofChange(change);
  return lang === "ru"
    ? `${rule} — заменить отдельно нельзя: условие уровня ${whyText[kind].ru(own)}.`
    : `${rule} cannot be exchanged by itself: the condition of the level ${whyText[kind].en(own)}.`;
}

const whyText: Readonly<Record<NotAttributable["reason"]["kind"], Record<Language, (own: string) => string>>> = {
  scale: {
    ru: (own) => `называет значения показателя ${own}, которые на другой его шкале не прочитать`,
    en: (own) => `names values of ${own} that cannot be read on its other scale`,
  },
  absent: {
    ru: (own) => `читает показатель ${own}, о котором по одной из методик не спрашивают`,
    en: (own) => `reads ${own}, which one of the methodologies does not ask`,
  },
  points: {
    ru: (own) => `читает баллы ${own}, которых одна из методик не определяет`,
    en: (own) => `reads points of ${own}, which one of the methodologies does not define`,
  },
  level: {
    ru: (own) => `читает уровень ${own}, а его градации или порядок расчёта другие`,
    en: (own) => `reads the level ${own}, whose codes or order of calculation differ`,
  },
};

function explanations(isYears: boolean, lang: Language): string[] {
  const ru = lang === "ru";
  const [data, own] = isYears
    ? ru
      ? [" и данных", "Данные — ещё одна замена рядом с правилами."]
      : [" and data", "The data are one more exchange beside the rules."]
    : ["", ""];
  return [
    ru
      ? `«${enoughTitle.ru}»: при остальных прежних правилах${isYears ? " и прежних данных" : ""} оно уже даёт новый уровень.`
      : `“${enoughTitle.en}”: with all other rules${data} as they were, it already gives the later level.`,
    ru
      ? `«${neededTitle.ru}»: при остальных новых правилах${isYears ? " и новых данных" : ""} уровень остался бы прежним.`
      : `“${neededTitle.en}”: with all other rules${data} as they are, the level would have stayed.`,
    ru
      ? "Переход точен, если он есть при любом уточнении неизвестных значений, и возможен, если есть не при любом; так же понимается «возможно» о правиле."
      : "A move is certain where every way to settle the open cells gives it, and may be where some do; so is “possible” of a rule.",
    ...(own ? [own] : []),
  ];
}
