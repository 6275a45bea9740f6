import type { Text } from "@metodika/core";
import { partial } from "./check-list.ts";
import { compareNumber } from "./compare.ts";
import { criterionSaid, type SaidCriterion } from "./criterion-said.ts";
import type { Base, DraftFinding } from "./draft-finding.ts";
import { explainList } from "./explain-list.ts";
import type { Figure } from "./figures.ts";
import type { Chain } from "./municipality-names.ts";
import { type PointGroup, pointGroup } from "./point-group.ts";
import { type PointsSaid, pointsIn } from "./points-said.ts";
import { namesOf, type Reference } from "./reference.ts";
import { unitAfter, unitClass } from "./units.ts";
import { denies } from "./words.ts";

/** What a sentence says of points, with the criterion that it names, if it does. */
export interface PointsTalk {
  said: readonly PointsSaid[];
  criterion: SaidCriterion | undefined;
  /** It denies, or speaks of some kind of municipalities only: no group of the tables can be held against it. */
  isNarrow: boolean;
}

/** Kinds of municipalities, or a part of them: of these alone the sentence speaks. */
const narrowing =
  /(?<!\p{L})(?:среди\s|из\s+(?:них|числа)|сельск|(?:городск\p{L}+\s+)?округ(?:ов|ам|ах|а)(?!\p{L})|город(?:ов|ах|ам)(?!\p{L})|\d\s+(?:район|город))/iu;

/** A change, another year or a mean: no group of this year's tables. */
const otherwise = /(?<!\p{L})на\s+(?:\d+|\p{L}+)\s+балл|прошл\p{L}*\s+год|предыдущ\p{L}*\s+год|годом\s+ранее/iu;

/** Undefined where a sentence says nothing of points. */
export function pointsTalk(
  sentence: string,
  figures: readonly Figure[],
  above: readonly string[],
  chains: readonly Chain[],
  reference: Reference,
): PointsTalk | undefined {
  const said = pointsIn(sentence, figures);
  if (said.length === 0) return undefined;
  // The names themselves narrow nothing.
  const words = chains.reduceRight((rest, { from, to }) => `${rest.slice(0, from)} ${rest.slice(to)}`, sentence);
  // «Ни одного балла не получили», «ни одного балла нет»: denied twice, told once.
  const isNone = /ни\s+одн\p{L}+\s+балл/iu.test(words);
  const isDenied = !isNone && denies(words);
  return {
    said,
    criterion: criterionSaid([words, ...above], reference),
    isNarrow: isDenied || narrowing.test(words) || otherwise.test(words),
  };
}

/** Between points and a number: something else is spoken of. */
const elsewhere = /[,;].*(?:минимальн|максимальн|наименьш|наибольш|низш|высш|остальн|друг|средн)/iu;

/** The points beside a place of the sentence: of its own clause, else the nearest. */
export function saidBeside(
  { said }: PointsTalk,
  sentence: string,
  { from, to }: { from: number; to: number },
): PointsSaid | undefined {
  const far = (one: PointsSaid): number => {
    const between = one.to <= from ? sentence.slice(one.to, from) : sentence.slice(to, one.from);
    return between.length + (/[,;]|\s[аи]\s/u.test(between) ? 1000 : 0);
  };
  const [near] = [...said].sort((a, b) => far(a) - far(b));
  if (!near) return undefined;
  const between = near.to <= from ? sentence.slice(near.to, from) : sentence.slice(to, near.from);
  return elsewhere.test(between) ? undefined : near;
}

/** «9 баллов набрали 6 территорий»: how many have so many points. Undefined where the number counts something else. */
export function checkPointCount(
  base: Base,
  figure: Figure,
  sentence: string,
  talk: PointsTalk,
  reference: Reference,
): DraftFinding | undefined {
  const unit = unitClass(unitAfter(sentence.slice(figure.to)));
  const said = saidBeside(talk, sentence, figure);
  if (!said || !talk.criterion || talk.isNarrow || unit === "other") return undefined;
  // Without a noun it counts municipalities only beside points that are told: «8 баллов — 6».
  if (!Number.isInteger(figure.value) && figure.kind === "count") return undefined;
  if (unit === "none" && !isBeside(said, sentence, figure)) return undefined;
  if (!/^(count|ratio|percent)$/.test(figure.kind)) return undefined;
  const group = pointGroup(said, talk.criterion, reference);
  if (!group) return undefined;
  const { certain, possible, printed, scored } = group;
  const all = reference.data.municipalities.length;
  const share = (of: number) => ({
    low: (100 * certain.length) / of,
    high: (100 * possible.length) / of,
    share: {
      numerator: [certain.length, possible.length] as [number, number],
      denominator: [of, of] as [number, number],
    },
  });
  const options =
    figure.kind === "count" ? [{ low: certain.length, high: possible.length }] : [share(all), share(scored)];
  const statuses = options.map((expected) => compareNumber(figure, expected));
  const best = Math.max(statuses.indexOf("agrees"), 0);
  const isPrinted =
    figure.kind === "count" && compareNumber(figure, { low: printed.length, high: printed.length }) === "agrees";
  const status = statuses[best] === "disagrees" && isPrinted ? "uncertain" : (statuses[best] ?? "uncertain");
  return {
    ...base,
    status,
    match: matchOf(group, "count"),
    fit: Math.round(talk.criterion.fit * 100) / 100,
    explanation: explainCount(figure, group, status === "uncertain" && isPrinted, reference),
  };
}

function isBeside(said: PointsSaid, sentence: string, { from }: Figure): boolean {
  const between = sentence.slice(said.to, Math.max(said.to, from));
  return (
    said.low !== undefined && said.to <= from && /^(?:\s*балл\p{L}*)?\s*(?:[-–—:]\s*)?(?:у|в)?\s*$/iu.test(between)
  );
}

/** «Максимальный балл — 6»: the number beside the words is the most that was reached, or that could be. */
export function checkPointEnds(
  base: (text: string, at: number) => Base,
  sentence: string,
  talk: PointsTalk,
  reference: Reference,
): DraftFinding[] {
  return talk.said.flatMap((said): DraftFinding[] => {
    if (said.end === undefined || said.low === undefined || !talk.criterion || talk.isNarrow) return [];
    const group = pointGroup(said, talk.criterion, reference);
    if (group?.reached === undefined) return [];
    const text = sentence.slice(said.from, said.to);
    const { reached, max } = group;
    const agrees = said.low === reached || (said.end === "most" && said.low === max);
    const word = said.end === "most" ? { ru: "Наибольший", en: "The highest" } : { ru: "Наименьший", en: "The lowest" };
    return [
      {
        ...base(text, said.from),
        kind: "points",
        status: agrees ? "agrees" : "uncertain",
        match: matchOf({ ...group, id: `table/points/${talk.criterion.id}` }, said.end),
        fit: Math.round(talk.criterion.fit * 100) / 100,
        expected: { ru: String(reached).replace(".", ","), en: String(reached) },
        explanation: {
          ru: `${word.ru} балл по таблицам ${reached} (возможно не больше ${max}), в тексте ${said.low}.`,
          en: `${word.en} number of points in the tables is ${reached} (at most ${max} are possible), the draft has ${said.low}.`,
        },
      },
    ];
  });
}

/** «Наивысший балл получили А, Б и В»: who has so many points. Undefined where no criterion is named. */
export function checkPointList(
  base: Base,
  chain: Chain,
  sentence: string,
  talk: PointsTalk,
  reference: Reference,
): DraftFinding | undefined {
  const said = saidBeside(talk, sentence, chain);
  const group = said && talk.criterion && !talk.isNarrow ? pointGroup(said, talk.criterion, reference) : undefined;
  if (!group || !talk.criterion) return undefined;
  const named = [...new Set(chain.mentions.flatMap(({ ids }) => (ids.length === 1 ? ids : [])))];
  const doubtful = chain.mentions.filter(({ ids }) => ids.length > 1).map(({ text }) => text);
  const isSome = partial.test(sentence);
  const missing = isSome ? [] : group.certain.filter((id) => !named.includes(id));
  const extra = named.filter((id) => !group.possible.includes(id));
  const differs = missing.length + extra.length > 0;
  const isRead = doubtful.length + chain.unknown.length === 0;
  const isPrinted = group.printed.length === named.length && group.printed.every((id) => named.includes(id));
  const status = !isRead || (differs && isPrinted) ? "uncertain" : differs ? "disagrees" : "agrees";
  const told = explainList({
    status,
    missing: namesOf(missing, reference),
    extra: namesOf(extra, reference),
    checked: true,
    doubtful,
    unknown: chain.unknown,
  });
  return {
    ...base,
    status,
    match: matchOf(group, "list"),
    fit: Math.round(talk.criterion.fit * 100) / 100,
    expected: namesOf(group.certain, reference),
    ...(missing.length > 0 ? { missing } : {}),
    ...(extra.length > 0 ? { extra } : {}),
    explanation: differs && isPrinted ? withPrinted(told) : told,
  };
}

function matchOf({ id, statement, source }: Pick<PointGroup, "id" | "statement" | "source">, kind: string) {
  return { id: `${id}/${kind}`, statement, source };
}

function explainCount(figure: Figure, group: PointGroup, byPrint: boolean, reference: Reference): Text {
  const names = namesOf(group.certain, reference);
  const open = group.possible.length > group.certain.length;
  const count = open
    ? {
        ru: `от ${group.certain.length} до ${group.possible.length}`,
        en: `${group.certain.length} to ${group.possible.length}`,
      }
    : { ru: String(group.certain.length), en: String(group.certain.length) };
  const told: Text = {
    ru: `По ячейкам таблицы столько баллов у ${count.ru}${names.ru ? ` (${names.ru})` : ""}; в тексте ${figure.text}.`,
    en: `By the cells of the table ${count.en} have so many points${names.en ? ` (${names.en})` : ""}; the draft has ${figure.text}.`,
  };
  return byPrint ? withPrinted(told) : told;
}

function withPrinted({ ru, en }: Text): Text {
  return {
    ru: `${ru} С напечатанными в таблице баллами текст совпадает: они отличаются от суммы ячеек.`,
    en: `${en} The draft agrees with the points that the table prints, which differ from the sum of its cells.`,
  };
}
