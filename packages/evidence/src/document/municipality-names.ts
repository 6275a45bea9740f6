import { fold, type Municipality } from "@metodika/core";
import { wordsOf } from "./words.ts";

/** A municipality named in a text. */
export interface Mention {
  /** Those the name can mean: one, or several where the text leaves it open. */
  ids: string[];
  text: string;
  from: number;
  to: number;
}

/** Names that stand beside each other, divided by commas and «и» only. */
export interface Chain {
  mentions: Mention[];
  from: number;
  to: number;
  /** Names in it that no municipality of the region bears. */
  unknown: string[];
}

type Kind = "city" | "district" | "municipal" | "okrug" | "closed";

const kindWords: readonly [RegExp, Kind][] = [
  [/^(г|г\.г|гг|гор|город\p{L}{0,3}|пгт|п\.г\.т|го)$/u, "city"],
  [/^(мр|район\p{L}{0,3}|р-н\p{L}{0,2})$/u, "district"],
  [/^(мо)$/u, "municipal"],
  [/^(округ\p{L}{0,3})$/u, "okrug"],
  [/^(зато)$/u, "closed"],
];
const passed = /^(муниципальн\p{L}+|городск\p{L}+|и|а|также|в|во|моуо)$/u;

function kindOf(folded: string): Kind | undefined {
  return kindWords.find(([pattern]) => pattern.test(folded))?.[1];
}

/** The kinds that a municipality is called by: by law, by its name and by its aliases. */
function kindsOf({ type, closed, name, aliases }: Municipality): Set<Kind> {
  const kinds = new Set<Kind>(
    type === "urban-okrug" ? ["city"] : type === "municipal-okrug" ? ["municipal", "okrug"] : ["district"],
  );
  if (type === "urban-okrug") kinds.add("okrug");
  if (closed) kinds.add("closed");
  for (const form of [name, ...aliases])
    for (const { folded } of wordsOf(form)) {
      const kind = kindOf(folded);
      if (kind) kinds.add(kind);
    }
  return kinds;
}

const adjective = /(ск|цк|н|ов|ев)(ий|ый|ой)$/;
const adjectiveEndings = "ий ый ого ому им ым ом ие ые их ых ими ыми".split(" ");

/** The forms of one word of a name. Never those of «Белогорском», which may be the city and its neighbour. */
function formsOf(word: string): string[] {
  if (adjective.test(word)) return adjectiveEndings.map((ending) => word.slice(0, -2) + ending);
  if (/[стзц]к$|сс$|[рств]ок$|[ое]в$|м$/.test(word)) return ["", "а", "у", "е"].map((ending) => word + ending);
  if (/ень$/.test(word)) return [word, ...["ня", "ню", "не"].map((ending) => word.slice(0, -3) + ending)];
  if (/ь$/.test(word)) return ["ь", "я", "ю", "е"].map((ending) => word.slice(0, -1) + ending);
  if (/я$/.test(word)) return "я и е ю ей".split(" ").map((ending) => word.slice(0, -1) + ending);
  if (/а$/.test(word)) return "а ы и е у ой".split(" ").map((ending) => word.slice(0, -1) + ending);
  if (/(ий|ый|ой)$/.test(word))
    return ["ий", "ый", "ого", "ому", "его", "ему", "им", "ым", "ом", "ем"].map((ending) => word.slice(0, -2) + ending);
  return [word];
}

/** What finds the municipalities of a region in a text. */
export type NameFinder = (text: string) => Chain[];

/**
 * Prepares the names of a region, all aliases and their cases among them. The longest match wins; a kind («район», «ГО»)
 * beside the name or after a row of names decides between namesakes, and what stays open is said.
 */
export function nameFinder(municipalities: readonly Municipality[]): NameFinder {
  const forms = new Map<string, Set<string>>();
  const kinds = new Map(municipalities.map((one) => [one.id, kindsOf(one)]));
  let longest = 1;
  const add = (words: readonly string[], id: string): void => {
    if (words.length === 0) return;
    longest = Math.max(longest, words.length);
    const key = words.join(" ");
    forms.set(key, (forms.get(key) ?? new Set()).add(id));
  };
  for (const { id, name, aliases } of municipalities) {
    const inflected = new Set<string>();
    for (const form of [name, ...aliases]) {
      const core = coreOf(form);
      add(core, id);
      // An alias that is a case of the name, or of an alias before it, is not inflected again.
      if (inflected.has(core.join(" "))) continue;
      for (const words of cases(core)) {
        add(words, id);
        inflected.add(words.join(" "));
      }
    }
  }
  return (text) => chainsOf(text, forms, kinds, longest);
}

/** The words of a name without its kind; parts divided by a hyphen are words. */
function coreOf(form: string): string[] {
  return wordsOf(
    fold(form)
      .replace(/(?<=\p{L})\s*-\s*(?=\p{L})/gu, " ")
      .replace(/(?<=(?:^|\s)(?:г|п\.г\.т|г\.г)\.)/gu, " "),
  )
    .map(({ folded }) => folded)
    .filter((word) => kindOf(word) === undefined && !passed.test(word));
}

function cases(words: readonly string[]): string[][] {
  return words.reduce<string[][]>(
    (all, word) => all.flatMap((before) => formsOf(word).map((form) => [...before, form])),
    [[]],
  );
}

interface Token {
  folded: string;
  text: string;
  from: number;
  to: number;
}

function tokensOf(text: string): Token[] {
  // «г.Зея», «г.г.Зея»: the kind is a word of its own.
  return wordsOf(text).flatMap(({ text: word, from, to }): Token[] => {
    const glued = /^(г\.г\.|гг\.|г\.|п\.г\.т\.|пгт\.)(.+)$/iu.exec(word);
    const parts = glued
      ? [[glued[1] ?? "", from] as const, [glued[2] ?? "", from + (glued[1] ?? "").length] as const]
      : [[word, from] as const];
    return parts.flatMap(([part, at]) => {
      const pieces =
        /^\p{L}+[-‑]\p{L}+$/u.test(part) && kindOf(fold(part)) === undefined ? part.split(/(?<=[-‑])/) : [part];
      let offset = at;
      return pieces.map((piece): Token => {
        const start = offset;
        offset += piece.length;
        const clean = piece.replace(/[-‑.]$/, "");
        return { folded: fold(clean), text: clean, from: start, to: Math.min(start + clean.length, to) };
      });
    });
  });
}

function chainsOf(
  text: string,
  forms: ReadonlyMap<string, ReadonlySet<string>>,
  kinds: ReadonlyMap<string, ReadonlySet<Kind>>,
  longest: number,
): Chain[] {
  const tokens = tokensOf(text);
  const found: { first: number; last: number; ids: string[]; before?: Kind; after?: Kind }[] = [];
  for (let at = 0; at < tokens.length; at++) {
    for (let length = Math.min(longest, tokens.length - at); length > 0; length--) {
      const words = tokens.slice(at, at + length);
      const ids = forms.get(words.map(({ folded }) => folded).join(" "));
      if (!ids) continue;
      const touches = (left: number): boolean =>
        /^[\s.]*$/.test(text.slice(tokens[left]?.to ?? 0, tokens[left + 1]?.from ?? 0));
      const before = at > 0 && touches(at - 1) ? kindOf(tokens[at - 1]?.folded ?? "") : undefined;
      const after = touches(at + length - 1) ? kindAfter(tokens, at + length) : undefined;
      const isCapital = words.every(({ text: word }) => /^\p{Lu}/u.test(word));
      if (!isCapital && before === undefined && after === undefined) continue;
      found.push({ first: at, last: at + length - 1, ids: [...ids], before, after });
      at += length - 1;
      break;
    }
  }
  // Rows of names: only kinds, «и» and commas between.
  const rows: (typeof found)[] = [];
  for (const one of found) {
    const row = rows.at(-1);
    const previous = row?.at(-1);
    if (row && previous && isJoined(text, tokens, previous.last, one.first)) row.push(one);
    else rows.push([one]);
  }
  return rows.map((row): Chain => {
    const mentions = row.map((one, index): Mention => {
      const own = narrow(one.ids, kinds, [one.before, one.after]);
      const shared = own.length > 1 ? row.slice(index + 1).find(({ after }) => after !== undefined)?.after : undefined;
      const leading =
        own.length > 1 ? row.slice(0, index).findLast(({ before }) => before !== undefined)?.before : undefined;
      const ids =
        shared && !one.before
          ? narrow(own, kinds, [shared])
          : leading && !one.after
            ? narrow(own, kinds, [leading])
            : own;
      const from = tokens[one.first]?.from ?? 0;
      const to = tokens[one.last]?.to ?? 0;
      return { ids, text: text.slice(from, to), from, to };
    });
    const from = mentions[0]?.from ?? 0;
    let last = row.at(-1)?.last ?? 0;
    while (
      isKindWord(tokens[last + 1]?.folded ?? "") &&
      /^\s*$/.test(text.slice(tokens[last]?.to, tokens[last + 1]?.from))
    )
      last++;
    const to = tokens[last]?.to ?? 0;
    return { mentions, from, to, unknown: unknownBeside(text, tokens, row[0]?.first ?? 0, row.at(-1)?.last ?? 0) };
  });
}

function isKindWord(folded: string): boolean {
  return kindOf(folded) !== undefined || /^(муниципальн|городск)/.test(folded);
}

/** The kind that follows a name at once: «Партизанский муниципальный район», «Зейский р-н». */
function kindAfter(tokens: readonly Token[], at: number): Kind | undefined {
  const next = tokens[at]?.folded ?? "";
  if (/^муниципальн/.test(next)) {
    const kind = kindOf(tokens[at + 1]?.folded ?? "");
    return kind === "okrug" ? "municipal" : kind;
  }
  if (/^городск/.test(next) && kindOf(tokens[at + 1]?.folded ?? "") === "okrug") return "city";
  // «г.» before the next name belongs to it.
  return /^(г|г\.г|гг|гор|город|пгт|п\.г\.т|зато|го)$/.test(next) && !/^го$/.test(next) ? undefined : kindOf(next);
}

function narrow(
  ids: readonly string[],
  kinds: ReadonlyMap<string, ReadonlySet<Kind>>,
  wanted: readonly (Kind | undefined)[],
): string[] {
  const fitting = ids.filter((id) => wanted.every((kind) => kind === undefined || kinds.get(id)?.has(kind)));
  return fitting.length > 0 ? fitting : [...ids];
}

function isJoined(text: string, tokens: readonly Token[], last: number, first: number): boolean {
  const between = tokens.slice(last + 1, first);
  if (!between.every(({ folded }) => kindOf(folded) !== undefined || passed.test(folded))) return false;
  const gap = text.slice(tokens[last]?.to ?? 0, tokens[first]?.from ?? 0);
  return (
    /^[^.;:!?]*$/.test(gap.replace(/(?<=\p{L})\./gu, "").replace(/;/g, ",")) &&
    (/[,;\n]/.test(gap) || between.length > 0)
  );
}

/** Capitalized words joined to a row of names, before or after it, that are no name known here. */
function unknownBeside(text: string, tokens: readonly Token[], first: number, last: number): string[] {
  const unknown: string[] = [];
  let at = last + 1;
  while (
    at < tokens.length &&
    (kindOf(tokens[at]?.folded ?? "") !== undefined || /^(муниципальн|городск|моуо)/.test(tokens[at]?.folded ?? ""))
  )
    at++;
  const next = tokens[at];
  const gap = text.slice(tokens[at - 1]?.to ?? 0, next?.from ?? 0);
  if (next && /^\p{Lu}\p{Ll}/u.test(next.text) && /^\s*(,|;|\s+и(\s|$))/.test(gap)) unknown.push(next.text);
  if (next?.folded === "и" && /^\p{Lu}\p{Ll}/u.test(tokens[at + 1]?.text ?? ""))
    unknown.push(tokens[at + 1]?.text ?? "");
  let back = first - 1;
  while (back >= 0 && (kindOf(tokens[back]?.folded ?? "") !== undefined || tokens[back]?.folded === "и")) back--;
  const previous = tokens[back];
  const before = text.slice(previous?.to ?? 0, tokens[back + 1]?.from ?? 0);
  const opensSentence = back === 0;
  if (
    previous &&
    !opensSentence &&
    /^\p{Lu}\p{Ll}/u.test(previous.text) &&
    /^\s*(,|$)/.test(before) &&
    before.trim() === ","
  )
    unknown.push(previous.text);
  return unknown;
}
