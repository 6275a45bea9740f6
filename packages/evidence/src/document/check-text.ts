import { checkArithmetic } from "./check-arithmetic.ts";
import { checkBase } from "./check-base.ts";
import { checkCell } from "./check-cell.ts";
import { checkChange } from "./check-change.ts";
import { checkLevel } from "./check-level.ts";
import { checkList } from "./check-list.ts";
import { checkNames, checkNamesBelow, namedBeside } from "./check-names.ts";
import { checkNumber } from "./check-number.ts";
import { checkPointCount, checkPointEnds, checkPointList, type PointsTalk, pointsTalk } from "./check-point-groups.ts";
import { checkPoints } from "./check-points.ts";
import { checkTotal } from "./check-total.ts";
import { checkUniverse } from "./check-universe.ts";
import type { Base, DraftBlock, DraftFinding } from "./draft-finding.ts";
import { explainPossible, notCovered, shorten } from "./explain-match.ts";
import { contextOf } from "./figure-context.ts";
import { type Figure, figuresOf } from "./figures.ts";
import type { Chain } from "./municipality-names.ts";
import { periodOf } from "./period.ts";
import type { Reference } from "./reference.ts";
import { isBaseOf, saidBase, withoutBases } from "./said-base.ts";
import { segmentOf } from "./segment.ts";
import { sentencesOf } from "./sentences.ts";
import { contentStems } from "./words.ts";

/** What stands above a block and helps to read it. */
export interface Surroundings {
  /** The line that leads in a list. */
  lead: string;
  heading: string;
}

/** A sentence that tells a change: the number is a difference, not a count. */
const change =
  /(?:увелич|уменьш|вырос|возрос|снизил|сократ|прибав)\p{L}*[^,.;]{0,60}\sна\s*$|(?:больше|меньше)\s+на\s*$|\sна\s*$/iu;
const changing = /увелич|уменьш|вырос|возрос|снизил|сократ|прибав|больше|меньше/iu;
/** From so many telling words on, an item is understood without the line before the list. */
const longItem = 6;

/** The figures, lists, levels and named numbers of one block of text. */
export function checkText(block: DraftBlock, around: Surroundings, reference: Reference): DraftFinding[] {
  return sentencesOf(block.text).flatMap(({ text }) => checkSentence(block, text, around, reference));
}

function checkSentence(
  block: DraftBlock,
  sentence: string,
  { lead, heading }: Surroundings,
  reference: Reference,
): DraftFinding[] {
  const figures = figuresOf(sentence);
  const chains = reference.find(sentence);
  const named = [...new Set(chains.flatMap(({ mentions }) => mentions.map(({ ids }) => ids.join())))];
  const only = named.length === 1 && !named[0]?.includes(",") ? named[0] : undefined;
  const own = contentStems(sentence);
  // A short item needs the line that leads it in; a long one speaks for itself.
  const led = own.length < longItem ? lead : "";
  const talk = pointsTalk(sentence, figures, [lead, heading], chains, reference);
  const group = talk && (only === undefined || chains.length === 0) ? talk : undefined;
  const found = figures.flatMap((figure, index) => {
    // The points that name a group are part of what is said of it.
    if (group && isPartOf(group, figure, figures, chains)) return [];
    const finding = checkFigure(
      block,
      sentence,
      figures,
      index,
      { only, talk, named: namedBeside(sentence, figure, chains) },
      { led, heading },
      reference,
    );
    return [{ at: figure.from, finding }];
  });
  const ends = !talk
    ? []
    : checkPointEnds((text, at) => baseOf(block, sentence, text, "points", at), sentence, talk, reference);
  const lists = chains
    .filter(({ mentions }) => mentions.length > 1)
    .map((chain) => {
      const base = baseOf(block, sentence, shorten(sentence.slice(chain.from, chain.to), 300), "list", chain.from);
      return {
        at: chain.from,
        finding: talk
          ? (checkPointList(base, chain, sentence, talk, reference) ?? unclear(base))
          : checkList(base, chain, listContext(sentence, chain, lead), heading, reference),
      };
    });
  const countBase = (figure: Figure) => baseOf(block, sentence, figure.text, "names", figure.from);
  const counted = checkNames(countBase, sentence, figures, chains).map((finding) => ({ at: sentence.length, finding }));
  const told = checkArithmetic(
    (figure) => baseOf(block, sentence, figure.text, figure.kind, figure.from),
    sentence,
    figures,
  )
    .filter(({ figure }) => !found.some(({ finding }) => finding.figure === figure && finding.status === "disagrees"))
    .map((finding) => ({ at: sentence.length, finding }));
  const level = only ? checkLevel(baseOf(block, sentence, "", "level", 0), sentence, only, reference) : undefined;
  return [
    ...found,
    ...ends.map((finding) => ({ at: 0, finding })),
    ...lists,
    ...counted,
    ...told,
    ...(level ? [{ at: 0, finding: level }] : []),
  ]
    .sort((a, b) => a.at - b.at)
    .map(({ finding }) => finding);
}

function checkFigure(
  block: DraftBlock,
  sentence: string,
  figures: readonly Figure[],
  index: number,
  { only, talk, named }: { only: string | undefined; talk: PointsTalk | undefined; named: number | undefined },
  { led, heading }: { led: string; heading: string },
  reference: Reference,
): DraftFinding {
  const figure = figures[index] as Figure;
  const base = baseOf(block, sentence, figure.text, figure.kind, figure.from);
  if (figure.kind === "points") {
    const criterion = talk?.criterion;
    const near = reference.find(segmentOf(sentence, figures, index)).flatMap(({ mentions }) => mentions);
    const own = near.length === 1 && near[0]?.ids.length === 1 ? near[0].ids[0] : undefined;
    const municipality = own ?? only;
    const scored =
      municipality && criterion ? checkPoints(base, figure, municipality, criterion, reference) : undefined;
    return scored ?? unclear(base);
  }
  if (talk) return checkPointCount(base, figure, sentence, talk, reference) ?? unclear(base);
  const segment = segmentOf(sentence, figures, index);
  const context = () => {
    const told = withoutBases(sentence, reference.universePhrases);
    return contextOf(told, segmentOf(told, figures, index), figures, index, led, heading, reference.places);
  };
  if (isDifference(sentence, figure)) return checkChange(base, figure, context(), reference);
  const isFirst = figures.slice(0, index).every(({ kind }) => kind === "date");
  const isAll = /(?:^|\s)все(?:х|м|ми)?\s*$/iu.test(sentence.slice(0, figure.from));
  const total = !isFirst && !isAll ? undefined : checkTotal(base, figure, sentence, `${led} ${segment}`, reference);
  if (total) return total;
  const members = checkUniverse(base, figure, sentence, segment, reference);
  if (members) return members;
  if (isBaseOf(sentence, figure) && index < figures.length - 1) return checkBase(base, figure, sentence, reference);
  const cell = only ? checkCell(base, figure, sentence, only, reference) : undefined;
  if (cell) return cell;
  const words = { ...context(), said: saidBase(sentence, figures, index, reference.universePhrases) };
  const found = checkNumber(base, figure, words, periodOf(sentence, figures, index), reference);
  if (found.status !== "disagrees") return found;
  // A number of one municipality («в районе три конкурса») counts no municipalities.
  const isOwn = only !== undefined && figure.kind === "count" && words.unit !== "territory" && words.unit !== "service";
  if (isOwn) return { ...base, status: "not-covered", explanation: notCovered("nothing") };
  // As many names as it says: the words may mean something narrower than what the tables count.
  return named === figure.value ? doubted(found) : found;
}

/** Not wrong beyond doubt: what may be meant is named. */
function doubted(finding: DraftFinding): DraftFinding {
  const { match, candidates = match ? [match] : [], expected } = finding;
  const options = candidates.map(({ statement }) => ({ statement, ...(expected ? { expected } : {}) }));
  return { ...finding, status: "possible", candidates, explanation: explainPossible(options) };
}

/** Points of which it is not clear whose, or for what. */
function unclear(base: Base): DraftFinding {
  return { ...base, status: "not-covered", explanation: notCovered("points") };
}

/** Does a figure stand inside points by which a number or a list is told? */
function isPartOf(
  { said, criterion }: PointsTalk,
  figure: Figure,
  figures: readonly Figure[],
  chains: readonly Chain[],
) {
  const isInside = said.some(({ from, to }) => figure.from >= from && figure.to <= to);
  const hasMore =
    chains.some(({ mentions }) => mentions.length > 1) ||
    figures.some(({ kind }) => /^(count|ratio|percent)$/.test(kind));
  return isInside && criterion !== undefined && hasMore;
}

/** «Увеличилось на 6»: a difference, which no table of one round shows. */
function isDifference(sentence: string, figure: Figure): boolean {
  if (figure.kind === "date") return false;
  const before = sentence.slice(0, figure.from);
  return change.test(before) && changing.test(sentence);
}

/** A list is about the part of the sentence that leads it in, and about the rest where that is short. */
function listContext(sentence: string, chain: Chain, lead: string): string {
  const clauses = sentence.slice(0, chain.from).split(/;\s/);
  const before = clauses.at(-1) ?? "";
  const text = clauses.length > 1 && contentStems(before).length > 2 ? before : sentence;
  return `${lead} ${text}`;
}

/** A list of municipalities, one an item, below the line that leads it in. */
export function checkItems(
  block: DraftBlock,
  lead: string,
  items: readonly string[],
  heading: string,
  reference: Reference,
): DraftFinding[] {
  const chains = items.map((text) => reference.find(text));
  const isNames = chains.every(
    (own, index) =>
      own.length === 1 && isNameOnly(items[index] ?? "", items[index]?.slice(own[0]?.from ?? 0, own[0]?.to ?? 0) ?? ""),
  );
  if (items.length < 2 || !isNames) return [];
  const mentions = chains.flatMap((own) => own.flatMap((chain) => chain.mentions));
  const chain: Chain = { mentions, from: 0, to: 0, unknown: [] };
  const base = baseOf(block, lead, shorten(items.join(", "), 300), "list", 0);
  const figures = figuresOf(lead);
  const counted = (figure: Figure) => baseOf(block, lead, figure.text, "names", figure.from);
  return [
    checkList(base, chain, lead, heading, reference),
    ...checkNamesBelow(counted, lead, figures, new Set(mentions.map(({ ids }) => ids.join("|"))).size),
  ];
}

/** Does a cell or an item hold a name and nothing else? */
export function isNameOnly(cell: string, name: string): boolean {
  const rest = cell
    .replace(name, "")
    .replace(/муниципальн\p{L}+|городск\p{L}+|район\p{L}*|округ\p{L}*|зато|пгт|(?<!\p{L})(?:мр|го|мо)(?!\p{L})/giu, "");
  return contentStems(rest).length === 0 && !/\d/.test(cell);
}

/** Where a finding stands. */
export function baseOf(
  { place, line }: DraftBlock,
  sentence: string,
  figure: string,
  kind: DraftFinding["kind"],
  at: number,
): Base {
  return { place, ...(line === undefined ? {} : { line }), sentence: shorten(sentence, 200, at), figure, kind };
}
