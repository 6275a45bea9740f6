import type { Block, Run } from "@metodika/presentation";
import { flatItems } from "../content/blocks.ts";
import { bookmarked, inlineContent, referenceWord } from "../content/inline.ts";
import { bookmarkName } from "../content/names.ts";
import { cleanText, val, w } from "../xml/element.ts";
import { attribute, child, type XmlNode } from "../xml/scan.ts";
import { type Located, withoutPrompt } from "./located.ts";
import { fieldMark, figureMark, figuresIn, formatOf, paragraphText, propertiesOf } from "./read-text.ts";
import { type Refresh, rewrite } from "./refresh-state.ts";

/**
 * Renews a paragraph that the data give as a whole. Where nothing but its figures is new, they are left to be renewed one
 * by one, and so they are where its words are others around the same figures: those are its author's, and they are kept.
 * True when its words were others.
 */
export function refreshParagraph(refresh: Refresh, tag: string, runs: readonly Run[], place: Located): boolean {
  const { source, context, changed, kept } = refresh;
  const texts = place.blocks.map((block) => paragraphText(source, block, refresh.figureOf));
  const wanted = expected(refresh, runs);
  if (texts.length === 1 && isSame(texts[0], wanted)) return false;
  const [first] = place.blocks;
  const change = { tag, before: texts.map(({ whole }) => whole).join("\n"), after: wanted.whole };
  if (hasSameFigures(texts, [wanted])) {
    kept.push(change);
    return true;
  }
  changed.push(change);
  const content = bookmarked(context, bookmarkName(tag), contentOf(refresh, runs, first));
  rewrite(refresh, extent(place), `<w:p>${propertiesOf(source, first)}${content}</w:p>`);
  refresh.edits.push(...withoutPrompt(place));
  return true;
}

/**
 * Renews a list; new items look like those of their depth. Where the same figures stand in other words or among other items,
 * these are its author's and are kept. True when an item was another.
 */
export function refreshList(
  refresh: Refresh,
  tag: string,
  { items, ordered }: Extract<Block, { type: "list" }>,
  place: Located,
): boolean {
  const { source, context, changed, kept } = refresh;
  const flat = flatItems(items);
  const wanted = flat.map(({ runs }) => expected(refresh, runs));
  const paragraphs = place.blocks.filter(({ name }) => name === "w:p");
  const texts = paragraphs.map((one) => paragraphText(source, one, refresh.figureOf));
  const written = texts.filter(({ whole }) => whole.trim() !== "");
  if (written.length === wanted.length && written.every((text, index) => isSame(text, wanted[index]))) return false;
  const change = {
    tag,
    before: written.map(({ whole }) => whole).join("\n"),
    after: wanted.map(({ whole }) => whole).join("\n"),
  };
  if (hasSameFigures(written, wanted)) {
    kept.push(change);
    return true;
  }
  changed.push(change);
  const looks = new Map<number, XmlNode>();
  for (const one of paragraphs) if (!looks.has(levelOf(one) ?? 0)) looks.set(levelOf(one) ?? 0, one);
  const fresh = (level: number) => {
    const number = ordered ? context.numbering.restarted() : context.numbering.bullets();
    const style = val("pStyle", context.styles.idOf(ordered ? "numbers" : "bullets"));
    return w("pPr", {}, style, w("numPr", {}, val("ilvl", level), val("numId", number)));
  };
  const look = (level: number): string => {
    const own = looks.get(level) ?? looks.get(0);
    const properties = propertiesOf(source, own);
    if (!properties.includes("<w:numId") || /<w:numId w:val="0"\s*\/>/.test(properties)) return fresh(level);
    return looks.has(level)
      ? properties
      : properties.replace(/<w:ilvl w:val="\d"\s*\/>/, val("ilvl", level)).replace(/<w:ind [^>]*\/>/, "");
  };
  const id = context.unique();
  const start = w("bookmarkStart", { id, name: bookmarkName(tag) });
  const end = w("bookmarkEnd", { id });
  const lines = flat.map(({ runs, level }, index) => {
    const content = contentOf(refresh, runs, looks.get(level) ?? looks.get(0));
    const edges = [index === 0 ? start : "", index === flat.length - 1 ? end : ""] as const;
    return `<w:p>${look(level)}${edges[0]}${content}${edges[1]}</w:p>`;
  });
  const none = `<w:p>${w("pPr", {}, w("numPr", {}, val("ilvl", 0), val("numId", 0)))}${start}${end}</w:p>`;
  rewrite(refresh, extent(place), lines.join("") || none);
  refresh.edits.push(...withoutPrompt(place));
  return true;
}

/** From the first block of a place to its last; in a content control, all that stands in it. */
function extent({ control, blocks, start, end }: Located): { start: number; end: number } {
  const content = child(control, "w:sdtContent");
  // A control within a paragraph, such as some programs make of one around it.
  if (content && !content.children.some(({ name }) => name === "w:p")) {
    const [block] = blocks;
    return block ? { start: block.start, end: block.end } : { start, end };
  }
  return control ? { start, end } : { start: blocks[0]?.start ?? start, end: blocks.at(-1)?.end ?? end };
}

function levelOf(paragraph: XmlNode): number | undefined {
  const level = attribute(child(child(child(paragraph, "w:pPr"), "w:numPr"), "w:ilvl"), "w:val");
  return level === undefined ? undefined : Number(level);
}

interface Texts {
  whole: string;
  fixed: string;
}

function isSame(text: Texts | undefined, wanted: Texts | undefined): boolean {
  if (!text || !wanted) return false;
  // Programs that make words of a field leave what it showed.
  return text.fixed === wanted.fixed || text.whole === wanted.whole;
}

/** Whether the figures are the same ones, and there are any: what differs then are words. */
function hasSameFigures(texts: readonly Texts[], wanted: readonly Texts[]): boolean {
  const [own, others] = [texts, wanted].map((all) => new Set(all.flatMap(({ fixed }) => figuresIn(fixed))));
  return (
    own !== undefined &&
    others !== undefined &&
    own.size > 0 &&
    own.size === others.size &&
    [...own].every((one) => others.has(one))
  );
}

/** What a paragraph with these runs says. */
function expected({ context }: Refresh, runs: readonly Run[]): Texts {
  const texts = runs.map((run, index): Texts => {
    if (run.type === "text") return { whole: cleanText(run.text), fixed: cleanText(run.text) };
    if (run.type === "figure") return { whole: cleanText(run.text), fixed: figureMark(run.tag) };
    const place = context.places.get(run.to);
    const word = place ? referenceWord(place.kind, context.document.lang, index === 0) : "";
    return { whole: `${word}${place?.number ?? ""}`, fixed: word + fieldMark };
  });
  return { whole: texts.map(({ whole }) => whole).join(""), fixed: texts.map(({ fixed }) => fixed).join("") };
}

/** Runs in the look of the paragraph that they take the place of; each figure in its own. */
function contentOf(refresh: Refresh, runs: readonly Run[], paragraph: XmlNode | undefined): string {
  const { source, context, places, figureOf } = refresh;
  const first = paragraph?.children.find((one) => one.name === "w:r" && child(one, "w:t") && !figureOf.has(one));
  return inlineContent(context, runs, {
    format: formatOf(source, first),
    formatOf: (tag) => {
      const run = places.of(tag)[0]?.runs.find((one) => child(one, "w:t"));
      return run && formatOf(source, run);
    },
  });
}
