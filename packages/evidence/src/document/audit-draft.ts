import type { RoundData, RoundScore, Text } from "@metodika/core";
import type { Finding } from "../audit/audit.ts";
import { compareNumber, type Expected, expectedOf, givesTheSame } from "./compare.ts";
import type { DraftBlock, DraftFinding } from "./draft-finding.ts";
import { explainList, explainNumber, notCovered, numberIn, openBetween, shorten } from "./explain-draft.ts";
import { type Figure, figuresOf } from "./figures.ts";
import { best, type Context, fitOf } from "./match.ts";
import { type Chain, nameFinder } from "./municipality-names.ts";
import { sentencesOf } from "./sentences.ts";
import { countTheSame, criteriaByWords, placeStems, type Subject, subjectsOf, unitAfter } from "./subjects.ts";
import { contentStems, denies, wordsOf } from "./words.ts";

/** How much of a criterion's title must be said before points are held against it. */
const criterionThreshold = 0.8;

/** A sentence that compares two periods: its figures may belong to either. */
const compares =
  /по сравнению|увелич|уменьш|вырос|возрос|снизил|снижен|сократ|(стал|больше|меньше)\S* .*чем (в|год)|годом ранее|динамик/i;
/** From so many telling words on, an item is understood without the line before the list. */
const longItem = 6;
/** A caption is short; a long paragraph before a table speaks of more than the table. */
const longestCaption = 30;

/**
 * Holds the text of a draft against a round: every figure, and every list of two municipalities or more, in the order of
 * reading. A figure is held against a statement only where the words around it fit well and no other statement with
 * another value fits as well; otherwise it is `not-covered`. Headings are not read. An empty draft gives nothing.
 *
 * @param findings of `audit`: what the tables make of each statement
 */
export function auditDraft(
  draft: readonly DraftBlock[],
  data: RoundData,
  score: RoundScore,
  findings: readonly Finding[],
): DraftFinding[] {
  const blocks = joined(draft);
  const check = checkerOf(data, score, findings);
  const results: DraftFinding[] = [];
  let lead = "";
  let caption = "";
  let header: string[] = [];
  let table: number | undefined;
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    if (!block) break;
    if (block.kind === "row") {
      const cells = block.text.split("\t");
      if (table === undefined || (block.table ?? 0) !== table) header = cells;
      else results.push(...check.row(block, cells, header, caption));
      table = block.table ?? 0;
      continue;
    }
    table = undefined;
    caption = block.text;
    if (block.kind === "heading") {
      lead = "";
      continue;
    }
    if (block.kind !== "item") lead = /:\s*$/.test(block.text) ? (sentencesOf(block.text).at(-1)?.text ?? "") : "";
    results.push(...check.text(block, block.kind === "item" ? lead : ""));
    if (lead === "" || block.kind === "item") continue;
    // A list of municipalities, one an item.
    const items = itemsAfter(blocks, at).map(({ text }) => text.replace(/[;,.\s]+$/, ""));
    results.push(...check.namesAsItems(block, lead, items));
  }
  return results;
}

/** A paragraph that ends with a comma goes on in the next. */
function joined(blocks: readonly DraftBlock[]): DraftBlock[] {
  const whole: DraftBlock[] = [];
  for (const block of blocks) {
    const last = whole.at(-1);
    if (last && block.kind === "paragraph" && /^(paragraph|item)$/.test(last.kind) && last.text.endsWith(","))
      whole[whole.length - 1] = { ...last, text: `${last.text} ${block.text}` };
    else whole.push(block);
  }
  return whole;
}

function itemsAfter(blocks: readonly DraftBlock[], at: number): DraftBlock[] {
  const end = blocks.findIndex(({ kind }, index) => index > at && kind !== "item");
  return blocks.slice(at + 1, end === -1 ? undefined : end);
}

function checkerOf(data: RoundData, score: RoundScore, findings: readonly Finding[]) {
  const find = nameFinder(data.municipalities);
  const subjects = subjectsOf(data, findings);
  const places = placeStems(data);
  const criteria = criteriaByWords(data);
  const names = new Map(data.municipalities.map(({ id, name, name_en }) => [id, { ru: name, en: name_en }]));
  const points = new Map(findings.filter(({ kind }) => kind === "points").map((finding) => [finding.id, finding]));

  const matched = ({ finding }: Subject): NonNullable<DraftFinding["match"]> => ({
    id: finding.id,
    statement: finding.statement,
    source: finding.source,
  });

  const number = (
    base: Base,
    figure: Figure,
    context: Context,
    unit: readonly string[],
    isComparison = false,
  ): DraftFinding => {
    const kind = figure.kind === "date" ? "date" : figure.kind === "percent" ? "percent" : "count";
    const candidates = subjects.all
      .filter((subject) => subject.kind === kind || (figure.kind === "ratio" && subject.kind === "percent"))
      .filter((subject) => kind !== "count" || countTheSame(unit, subject))
      .filter(({ finding }) => kind !== "date" || String(finding.printed).length === figure.date?.length)
      .map((subject) => ({ subject, fit: fitOf(context, subject, subjects) }));
    if (figure.kind !== "date" && isComparison)
      return { ...base, status: "not-covered", explanation: notCovered("comparison") };
    if (figure.kind === "range") return { ...base, status: "not-covered", explanation: notCovered("range") };
    const choice = best(candidates, (a, b) => givesTheSame(a.subject.finding, b.subject.finding));
    if (!choice) return { ...base, status: "not-covered", explanation: notCovered("nothing") };
    if (choice.open.length > 0) {
      const others = [choice.one, ...choice.open].map(({ subject }) => subject.finding);
      return { ...base, status: "not-covered", explanation: openBetween(others) };
    }
    const { subject, fit } = choice.one;
    const expected = expectedOf(subject.finding);
    const found = { ...base, match: matched(subject), fit: Math.round(fit * 100) / 100 };
    if (figure.kind === "date" || !expected)
      return {
        ...found,
        status: "uncertain",
        explanation: explainNumber(figure, subject.finding, undefined, "uncertain"),
      };
    const status = compareNumber(figure, expected);
    return {
      ...found,
      status,
      expected: numberIn(expected),
      explanation: explainNumber(figure, subject.finding, expected, status),
    };
  };

  /** Points of a municipality, where a criterion is named. */
  const pointsOf = (
    base: Base,
    figure: Figure,
    municipality: string,
    words: ReadonlySet<string>,
  ): DraftFinding | undefined => {
    const rated = criteria
      .map(({ id, title, names: own }) => ({
        id,
        title,
        fit: Math.max(
          0,
          ...own.map((stems) =>
            stems.size === 0 ? 0 : [...stems].filter((stem) => words.has(stem)).length / stems.size,
          ),
        ),
      }))
      .sort((a, b) => b.fit - a.fit);
    const [one, second] = rated;
    if (!one || one.fit < criterionThreshold || (second && one.fit - second.fit < 0.15)) return undefined;
    const unit = score.units.find((candidate) => candidate.municipality === municipality);
    const result = unit?.criteria.find(({ criterion }) => criterion === one.id);
    const finding = points.get(`points/${one.id}/${municipality}`);
    if (!result?.points) return undefined;
    const expected: Expected = { low: result.points[0], high: result.points[1] };
    const status = compareNumber(figure, expected);
    const name = names.get(municipality) ?? { ru: municipality, en: municipality };
    const statement: Text = { ru: `${name.ru}: «${one.title.ru}»`, en: `${name.en}: “${one.title.en}”` };
    return {
      ...base,
      kind: "points",
      status,
      match: { id: `points/${one.id}/${municipality}`, statement, source: finding?.source ?? data.round.id },
      fit: Math.round(one.fit * 100) / 100,
      expected: numberIn(expected),
      explanation: explainNumber(figure, finding, expected, status),
    };
  };

  const list = (base: Base, chain: Chain, sentence: string): DraftFinding => {
    const stems = contentStems(sentence).filter((stem) => !places.has(stem));
    const context: Context = { near: new Set(stems), far: new Set(), denies: denies(sentence) };
    const ids = [...new Set(chain.mentions.flatMap((mention) => (mention.ids.length === 1 ? mention.ids : [])))];
    const doubtful = chain.mentions.filter((mention) => mention.ids.length > 1).map(({ text }) => text);
    const candidates = subjects.all
      .filter(({ kind }) => kind === "list" || kind === "some")
      .map((subject) => {
        const words = fitOf(context, subject, subjects);
        const alike = Math.max(
          alikeness(ids, printedSet(subject.finding)),
          subject.kind === "list" ? alikeness(ids, tableSet(subject.finding)?.certain ?? []) : 0,
        );
        // Words alone decide where they fit well; names that are nearly the same let fewer words do.
        const fit =
          words >= 0.75 && alike >= 0.3
            ? Math.max(words, (words + alike) / 2)
            : words >= 0.3 && alike >= 0.6
              ? (words + alike) / 2
              : 0;
        return { subject, fit };
      });
    const choice = best(candidates, (a, b) => givesTheSame(a.subject.finding, b.subject.finding));
    if (!choice) return { ...base, status: "not-covered", explanation: notCovered("list", doubtful, chain.unknown) };
    const { subject, fit } = choice.one;
    if (choice.open.length > 0)
      return {
        ...base,
        status: "not-covered",
        explanation: openBetween([choice.one, ...choice.open].map((one) => one.subject.finding)),
      };
    const isSome = subject.kind === "some" || /(в том числе|например|среди них|в частности|наприм\.)/i.test(sentence);
    const set = tableSet(subject.finding);
    const against = set ?? { certain: printedSet(subject.finding), possible: printedSet(subject.finding) };
    const missing = isSome ? [] : against.certain.filter((id) => !ids.includes(id));
    const extra = ids.filter((id) => !against.possible.includes(id));
    const isRead = doubtful.length === 0 && chain.unknown.length === 0;
    const isClosed = isSome
      ? ids.every((id) => against.certain.includes(id))
      : against.certain.length === against.possible.length;
    const differs = missing.length + extra.length > 0;
    const status = !set || !isRead ? "uncertain" : differs ? "disagrees" : isClosed ? "agrees" : "uncertain";
    const named = (all: readonly string[]): Text => ({
      ru: all.map((id) => names.get(id)?.ru ?? id).join(", "),
      en: all.map((id) => names.get(id)?.en ?? id).join(", "),
    });
    return {
      ...base,
      status,
      match: matched(subject),
      fit: Math.round(fit * 100) / 100,
      ...(set ? { expected: named(set.certain) } : {}),
      ...(missing.length > 0 ? { missing } : {}),
      ...(extra.length > 0 ? { extra } : {}),
      explanation: explainList({
        status,
        missing: named(missing),
        extra: named(extra),
        checked: set !== undefined,
        doubtful,
        unknown: chain.unknown,
      }),
    };
  };

  return {
    text: (block: DraftBlock, lead: string): DraftFinding[] =>
      sentencesOf(block.text).flatMap(({ text: sentence }) => {
        const figures = figuresOf(sentence);
        const chains = find(sentence);
        const named = [...new Set(chains.flatMap(({ mentions }) => mentions.map(({ ids }) => ids.join())))];
        const only = named.length === 1 && !named[0]?.includes(",") ? named[0] : undefined;
        const own = contentStems(sentence);
        // A short item needs the line that leads it in; a long one speaks for itself.
        const all = new Set(own.length < longItem ? [...own, ...contentStems(lead)] : own);
        const found = figures.map((figure, index) => {
          const base = baseOf(block, sentence, figure.text, figure.kind, figure.from);
          const scored = figure.kind === "points" && only ? pointsOf(base, figure, only, all) : undefined;
          if (figure.kind === "points")
            return {
              at: figure.from,
              finding: scored ?? { ...base, status: "not-covered" as const, explanation: notCovered("points") },
            };
          const segment = segmentOf(sentence, figures, index);
          const near = new Set(contentStems(segment));
          const context: Context = {
            near,
            far: all,
            denies: denies(segment) || (near.size < 3 && denies(`${lead} ${sentence}`)),
          };
          return {
            at: figure.from,
            finding: number(base, figure, context, unitAfter(sentence.slice(figure.to)), compares.test(sentence)),
          };
        });
        const lists = chains
          .filter(({ mentions }) => mentions.length > 1)
          .map((chain) => {
            const shown = sentence.slice(chain.from, chain.to);
            return {
              at: chain.from,
              finding: list(
                baseOf(block, sentence, shorten(shown, 300), "list", chain.from),
                chain,
                `${lead} ${sentence}`,
              ),
            };
          });
        return [...found, ...lists].sort((a, b) => a.at - b.at).map(({ finding }) => finding);
      }),

    row: (block: DraftBlock, cells: readonly string[], header: readonly string[], caption: string): DraftFinding[] => {
      const mentions = cells.map((cell) => find(cell).flatMap((chain) => chain.mentions));
      const column = mentions.findIndex(
        (own, index) => own.length === 1 && own[0]?.ids.length === 1 && isNameOnly(cells[index] ?? "", own[0].text),
      );
      const municipality = mentions[column]?.[0]?.ids[0];
      const label = cells.filter((cell) => !/\d/.test(cell)).join(" ");
      const captionStems = wordsOf(caption).length > longestCaption ? [] : contentStems(caption);
      return cells.flatMap((cell, index): DraftFinding[] => {
        const heading = header[index] ?? "";
        // The running number of a row counts nothing.
        if (index === column || /^(№|n|п\/п)/i.test(heading.trim()) || (index === 0 && /^\d+\.?$/.test(cell.trim())))
          return [];
        const figures = figuresOf(cell);
        const base = (figure: Figure): Base => baseOf(block, cells.join(" | "), figure.text, figure.kind, 0);
        if (municipality === undefined) {
          const context: Context = {
            near: new Set(contentStems(`${label} ${/\d/.test(label) ? "" : heading}`)),
            far: new Set(captionStems),
            denies: denies(`${label} ${heading}`),
          };
          return figures.map((figure) => number(base(figure), figure, context, unitAfter(cell.slice(figure.to))));
        }
        const [only] = figures;
        if (!only || only.value === undefined || figures.length > 1 || !/^[\d\s.,]+(балл\p{L}*)?$/u.test(cell.trim()))
          return [];
        const isSum = /балл|сумм|итог/i.test(heading) || only.kind === "points";
        const words = new Set([...contentStems(heading), ...(isSum ? captionStems : [])]);
        return [
          pointsOf(base(only), only, municipality, words) ?? {
            ...base(only),
            status: "not-covered",
            explanation: notCovered("points"),
          },
        ];
      });
    },

    namesAsItems: (block: DraftBlock, lead: string, items: readonly string[]): DraftFinding[] => {
      const chains = items.map((text) => find(text));
      const isNames = chains.every(
        (own, index) =>
          own.length === 1 &&
          isNameOnly(items[index] ?? "", items[index]?.slice(own[0]?.from ?? 0, own[0]?.to ?? 0) ?? ""),
      );
      if (items.length < 2 || !isNames) return [];
      const chain: Chain = {
        mentions: chains.flatMap((own) => own.flatMap(({ mentions }) => mentions)),
        from: 0,
        to: 0,
        unknown: [],
      };
      return [list(baseOf(block, lead, shorten(items.join(", "), 300), "list", 0), chain, lead)];
    },
  };
}

type Base = Pick<DraftFinding, "place" | "line" | "sentence" | "figure" | "kind">;

function baseOf(
  { place, line }: DraftBlock,
  sentence: string,
  figure: string,
  kind: DraftFinding["kind"],
  at: number,
): Base {
  return { place, ...(line === undefined ? {} : { line }), sentence: shorten(sentence, 200, at), figure, kind };
}

/** The part of a sentence that speaks of one figure: up to the last comma, «а» or «и» before and after it. */
function segmentOf(sentence: string, figures: readonly Figure[], index: number): string {
  const figure = figures[index];
  const isName = (one: Figure): boolean => one.kind === "date";
  const before = figures.slice(0, index).findLast((one) => !isName(one));
  const after = figures.slice(index + 1).find((one) => !isName(one));
  const cut = (from: number, to: number): number | undefined => {
    const divider = [...sentence.slice(from, to).matchAll(/[;,]\s|\sа\s|\sи\s|[—–]\s/g)].at(-1);
    return divider ? from + divider.index : undefined;
  };
  // A remark in brackets speaks for itself; a bare percentage in brackets belongs to what stands before.
  const open = figure ? sentence.lastIndexOf("(", figure.from) : -1;
  const close = open >= 0 ? sentence.indexOf(")", open) : -1;
  if (
    figure &&
    open >= 0 &&
    close > figure.from &&
    /\p{L}{2}/u.test(sentence.slice(open, close).replace(figure.text, ""))
  )
    return sentence.slice(open + 1, close);
  const start = before && figure ? cut(before.to, figure.from) : undefined;
  const end = after && figure ? cut(figure.to, after.from) : undefined;
  return sentence.slice(start ?? 0, end ?? sentence.length);
}

function isNameOnly(cell: string, name: string): boolean {
  return (
    contentStems(
      cell.replace(name, "").replace(/муниципальн\p{L}+|городск\p{L}+|район\p{L}*|округ\p{L}*|зато|пгт/giu, ""),
    ).length === 0 && !/\d/.test(cell)
  );
}

function printedSet({ printed }: Finding): string[] {
  return Array.isArray(printed) ? printed : [];
}

function tableSet({ computed, verdict }: Finding): { certain: string[]; possible: string[] } | undefined {
  if (verdict === "not-checkable" || computed === null || typeof computed !== "object" || !("certain" in computed))
    return undefined;
  return computed;
}

/** The part that two lists share of all they name. */
function alikeness(a: readonly string[], b: readonly string[]): number {
  const all = new Set([...a, ...b]);
  return all.size === 0 ? 0 : a.filter((id) => b.includes(id)).length / all.size;
}
