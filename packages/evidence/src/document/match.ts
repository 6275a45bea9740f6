import type { Groups } from "./groups.ts";
import type { Phrasing } from "./phrasing.ts";
import type { Group } from "./quantity.ts";
import { isQuotedIn, type QuotedName } from "./quoted-names.ts";
import type { SaidBase } from "./said-base.ts";
import { isTime, isUnitStem, type UnitClass } from "./units.ts";
import { isSimilarStem, type Quantifier } from "./words.ts";

/** The words of a draft that speak of a figure. */
export interface Context {
  /** Of its own part of the sentence. */
  near: ReadonlySet<string>;
  /** Of the rest of the sentence and of the line that leads in a list. */
  far: ReadonlySet<string>;
  /** Of the parts of the sentence that speak of other figures, and not of this one. */
  others?: ReadonlySet<string>;
  /** Names in quotation marks: of its own part, or else of the sentence. */
  quoted?: readonly QuotedName[];
  /** The base that the sentence gives it. */
  said?: SaidBase;
  /** Of the heading above. */
  head: ReadonlySet<string>;
  denies: boolean;
  quantifiers: ReadonlySet<Quantifier>;
  /** What its number counts, and the stems of that noun. */
  unit: UnitClass;
  unitStems: readonly string[];
  /** «Три из них»: only a part of what is named. */
  isPart?: boolean;
}

/**
 * How well the words must fit before a figure is held against a statement; 1 would be the same words. Chosen on a labelled
 * set of invented sentences (`test/draft-sentences.ts`), so that no right figure is called wrong.
 */
export const fitThreshold = 0.61;
/** From here on a statement is named as possibly meant, and nothing is called wrong. */
export const possibleThreshold = 0.48;
/** The second best, where it gives another answer, must be worse by this much. */
export const fitMargin = 0.07;

const farWeight = 0.5;
const headWeight = 0.3;
const similarWeight = 0.9;
/** How far the name that a sentence quotes brings a statement with it towards a full fit. */
const nameWeight = 0.4;
/** What is left of the fit of a statement without that name, and of one with another. */
const namelessWeight = 0.8;
const otherNameWeight = 0.6;

/** How well a group fits the words around a figure: the best of its phrasings, and more or less by the names that are quoted. */
export function fitOf(context: Context, group: Group, groups: Groups): number {
  const fit = group.phrasings.reduce(
    (best, phrasing) => Math.max(best, fitOfPhrasing(context, phrasing, group, groups)),
    0,
  );
  return fit === 0 ? 0 : withQuoted(fit, context.quoted ?? [], group, groups);
}

/**
 * «Учитель года» says more than all words around it: a statement with the name comes before one without, and long before one with
 * another name. A name that no statement has speaks against those that have another.
 */
function withQuoted(fit: number, quoted: readonly QuotedName[], group: Group, groups: Groups): number {
  if (quoted.length === 0) return fit;
  const isOf = ({ phrasings }: Group): boolean =>
    quoted.some((name) =>
      phrasings.some((own) => isQuotedIn(name, own.quoted) || (name.size > 1 && isQuotedIn(name, own.names))),
    );
  if (isOf(group)) return fit + (1 - fit) * nameWeight;
  const isOther = group.phrasings.some((own) => own.quoted.length > 0);
  if (groups.all.some(isOf)) return fit * (isOther ? otherNameWeight : namelessWeight);
  return isOther ? fit * namelessWeight : fit;
}

/**
 * said^0.65 × used^0.35 (said × used for one word alone): what part of the phrasing the draft says, and what part of the words beside the figure the group
 * knows; words weigh by how few groups have them. 0 where one denies and the other does not, where the quantifiers differ,
 * where the units cannot be the same, or where no word is said that tells the value from the others of its indicator.
 */
function fitOfPhrasing(context: Context, phrasing: Phrasing, group: Group, groups: Groups): number {
  if (context.denies !== phrasing.denies) return 0;
  const unit = unitFactor(context, phrasing, group);
  if (unit === 0) return 0;
  const quantifier = quantifierFactor(context.quantifiers, phrasing.quantifiers);
  if (quantifier === 0) return 0;
  const { near, far, head } = context;
  const presence = (stem: string): number =>
    Math.max(within(stem, near), farWeight * within(stem, far), headWeight * within(stem, head));
  const own = groups.ownStems(group, phrasing);
  if (own.size > 0 && ![...own].some((stem) => presence(stem) >= farWeight * similarWeight)) return 0;
  const nearby = [...phrasing.stems].filter((stem) => within(stem, near) > 0);
  if (nearby.length === 0 || (phrasing.stems.size === 1 && !nearby.some((stem) => near.has(stem)))) return 0;
  const sum = (words: Iterable<string>, factor: (stem: string) => number): number =>
    [...words].reduce((total, stem) => total + groups.weight(stem) * factor(stem), 0);
  const said = sum(phrasing.stems, presence) / sum(phrasing.stems, () => 1);
  const free = [...near].filter(
    (stem) => group.vocabulary.has(stem) || (!isUnitStem(stem) && !groups.common.has(stem)),
  );
  const known = sum(free, () => 1);
  const used = known === 0 ? 0 : sum(free, (stem) => within(stem, group.vocabulary)) / known;
  // One common word alone tells nothing.
  const lone = nearby.length === 1 && phrasing.stems.size > 1 ? 0.85 : 1;
  // A word that only another value of the indicator has.
  const foreign = [...near].some((stem) => groups.isOfSibling(group, stem)) ? 0.8 : 1;
  // «Инновационные площадки — в 17, стажировочные — в 9»: what tells the statement is said of the other figure.
  const { others = new Set<string>() } = context;
  const isBorrowed =
    [...near].some((stem) => !isUnitStem(stem) && within(stem, phrasing.stems) === 0) &&
    [...phrasing.stems].some((stem) => within(stem, near) === 0 && within(stem, others) > 0);
  const borrowed = isBorrowed ? 0.8 : 1;
  const words = phrasing.stems.size === 1 ? said * used : said ** 0.65 * used ** 0.35;
  // «Служба» and nothing else: without a noun beside the number it says too little.
  const vague = context.unit === "none" && [...phrasing.stems].every(isUnitStem) ? 0.7 : 1;
  return words * unit * quantifier * lone * foreign * borrowed * vague;
}

/** Territories and services are counted one for one; what else is counted must be named in the statement. */
function unitFactor({ unit, unitStems }: Context, phrasing: Phrasing, group: Group): number {
  if (unit === "none") return 1;
  if (unit !== "other") {
    if (phrasing.unit === "other") return 0;
    // «Методические кабинеты: 5» counts offices, though its number has no noun.
    return phrasing.unit === "none" && group.topic === undefined ? 0.85 : 1;
  }
  if (isTime(unitStems) && group.topic !== undefined) return 0;
  const isNamed = unitStems.some((stem) => within(stem, phrasing.stems) > 0 || within(stem, group.vocabulary) > 0);
  if (!isNamed) return 0;
  // «По девяти видам» counts no territories, though a statement about them has the word.
  return phrasing.unit === "territory" || phrasing.unit === "service" ? 0.6 : group.topic !== undefined ? 0.8 : 1;
}

function quantifierFactor(ours: ReadonlySet<Quantifier>, theirs: ReadonlySet<Quantifier>): number {
  if (theirs.size === 0) return ours.size === 0 ? 1 : 0.95;
  if (ours.size === 0) return 0.8;
  if (![...ours].some((one) => theirs.has(one))) return 0;
  return ours.size === theirs.size ? 1 : 0.85;
}

/** 1 for a stem in a set, less for one that only begins the same («адаптац», «адаптацион»). */
function within(stem: string, stems: ReadonlySet<string>): number {
  if (stems.has(stem)) return 1;
  if (stem.length < 5) return 0;
  for (const other of stems) if (isSimilarStem(stem, other)) return similarWeight;
  return 0;
}

/** A group with its fit. */
export interface Rated {
  group: Group;
  fit: number;
}

/** The groups that a figure can be about, best first: one, or several that fit nearly as well. */
export interface Choice {
  options: readonly Rated[];
  /** Fits well enough to be called wrong. */
  firm: boolean;
}

/** The best groups; undefined where none fits at all. */
export function choose(rated: readonly Rated[]): Choice | undefined {
  const sorted = rated.filter(({ fit }) => fit >= possibleThreshold).sort((a, b) => b.fit - a.fit);
  const best = sorted[0];
  if (!best) return undefined;
  return { options: sorted.filter(({ fit }) => best.fit - fit < fitMargin), firm: best.fit >= fitThreshold };
}
