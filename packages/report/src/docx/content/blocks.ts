import type { Block, ListItem, Part, Run } from "@metodika/presentation";
import { val, w } from "../xml/element.ts";
import { chartContent, chartSource, chartTag } from "./chart.ts";
import { contentsBlock } from "./contents.ts";
import { type Context, writerWords } from "./context.ts";
import { inControl } from "./control.ts";
import { bookmarked, field, inlineContent, numberBookmark, paragraph, styled, textRun } from "./inline.ts";
import { bookmarkName } from "./names.ts";
import { signaturesBlock } from "./signatures.ts";
import { tableContent, tableLayout, tableTag } from "./table.ts";

/** A piece of the text as OOXML, and how the page is to be turned for it. */
export interface Piece {
  xml: string;
  landscape: boolean;
  /** Goes with what follows. */
  isHeading: boolean;
  /** A single paragraph. */
  isShort: boolean;
}

/**
 * The pieces of a part. A chapter begins a page where the part says so; a section of a chapter goes on where the one before
 * ended, or every table of a page's length would leave the rest of the page above it empty.
 */
export function partPieces(context: Context, part: Part): Piece[] {
  const pieces = part.blocks.map((block) => blockPiece(context, block));
  const [first] = pieces;
  const [opening] = part.blocks;
  const isSection = opening?.type === "heading" && opening.level > 1;
  if (part.newPage && first && !isSection) first.xml = onNewPage(first.xml);
  return pieces;
}

/** One block as OOXML. */
export function blockPiece(context: Context, block: Block): Piece {
  const piece = (xml: string, rest: Partial<Piece> = {}): Piece => ({
    xml,
    landscape: false,
    isHeading: false,
    isShort: false,
    ...rest,
  });
  switch (block.type) {
    case "heading":
      return piece(headingBlock(context, block), { isHeading: true });
    case "paragraph":
      return piece(paragraphBlock(context, block), { isShort: true });
    case "list":
      return piece(listBlock(context, block));
    case "table": {
      const layout = tableLayout(context, block.table);
      const content = tableContent(context, block.table, layout);
      const control = inControl(context, tableTag(block.table.id), block.table.title, content);
      return piece(tableCaption(context, block.table) + control, { landscape: layout.landscape });
    }
    case "chart": {
      const picture = inControl(context, chartTag(block.id), block.title, chartContent(context, block));
      const source = chartSource(context, block.source, (text) => textRun(text));
      return piece(picture + chartCaption(context, block) + source);
    }
    case "contents":
      return piece(contentsBlock(context, block.title));
    case "signatures":
      return piece(signaturesBlock(context, block));
  }
}

function headingBlock(context: Context, { level, text }: Extract<Block, { type: "heading" }>): string {
  const bookmark = context.headings.find((one) => one.text === text && one.level === level && !context.used.has(one));
  if (bookmark) context.used.add(bookmark);
  const content = textRun(text.replace(/\s*\n\s*/g, " "));
  const properties = styled(context.styles.idOf(`heading${level}`), val("outlineLvl", level - 1));
  return paragraph(properties, bookmark ? bookmarked(context, bookmark.bookmark, content) : content);
}

const paragraphStyles = {
  note: "note",
  right: "right",
  center: "center",
  title: "title",
  imprint: "imprint",
} as const;

/** A frame at the foot of the page: programs differ in whether a style may have one. */
const atFoot = w("framePr", {
  w: 9600,
  wrap: "notBeside",
  vAnchor: "margin",
  hAnchor: "margin",
  xAlign: "center",
  yAlign: "bottom",
});

function paragraphBlock(context: Context, block: Extract<Block, { type: "paragraph" }>): string {
  const { runs, tag, style = "body" } = block;
  const place = style === "imprint" ? atFoot : "";
  const properties = style === "body" ? "" : styled(context.styles.idOf(paragraphStyles[style]), place);
  const content = inlineContent(context, runs);
  // A frame stands on the page of the next paragraph, which may begin another page: it gets one of its own.
  const after = style === "imprint" ? paragraph(styled(context.styles.idOf("sectionEnd")), "") : "";
  if (tag === undefined) return paragraph(properties, content) + after;
  const alias = `${writerWords.paragraph[context.document.lang]}: ${tag}`;
  return inControl(context, tag, alias, paragraph(properties, bookmarked(context, bookmarkName(tag), content))) + after;
}

/** An item of a list with its depth. */
export interface FlatItem {
  runs: readonly Run[];
  level: number;
}

/** The items of a list in the order of reading. Word's lists have nine levels. */
export function flatItems(items: readonly ListItem[], level = 0): FlatItem[] {
  return items.flatMap(({ runs, items: inner = [] }) => [
    { runs, level: Math.min(level, 8) },
    ...flatItems(inner, level + 1),
  ]);
}

function listBlock(context: Context, { items, ordered, tag }: Extract<Block, { type: "list" }>): string {
  const style = context.styles.idOf(ordered ? "numbers" : "bullets");
  const number = ordered ? context.numbering.restarted() : context.numbering.bullets();
  const flat = flatItems(items);
  const id = context.unique();
  const paragraphs = flat.map(({ runs, level }, index) => {
    const numbering = w("numPr", {}, val("ilvl", level), val("numId", number));
    const start = tag !== undefined && index === 0 ? w("bookmarkStart", { id, name: bookmarkName(tag) }) : "";
    const end = tag !== undefined && index === flat.length - 1 ? w("bookmarkEnd", { id }) : "";
    return paragraph(styled(style, numbering), start + inlineContent(context, runs) + end);
  });
  if (tag === undefined) return paragraphs.join("");
  // A list without items leaves its place, so that a later run can fill it.
  const content = paragraphs.length > 0 ? paragraphs.join("") : emptyPlace(context, style, tag);
  return inControl(context, tag, `${writerWords.list[context.document.lang]}: ${tag}`, content);
}

function emptyPlace(context: Context, style: string, tag: string): string {
  const none = w("numPr", {}, val("ilvl", 0), val("numId", 0));
  return paragraph(styled(style, none), bookmarked(context, bookmarkName(tag), ""));
}

/** The word and the number of a table or a chart, the number as a field that counts. */
function captionStart(context: Context, kind: "table" | "chart", id: string): string {
  const word = writerWords[kind][context.document.lang];
  const place = context.places.get(id);
  const number = field(`SEQ ${word} \\* ARABIC`, String(place?.number ?? 1));
  return textRun(`${word}\u00a0`) + bookmarked(context, numberBookmark({ kind }, id), number);
}

function tableCaption(context: Context, table: { id: string; title: string; caption?: string }): string {
  const rest = ` — ${table.title}${table.caption ? `\n${table.caption}` : ""}`;
  return paragraph(styled(context.styles.idOf("caption")), captionStart(context, "table", table.id) + textRun(rest));
}

function chartCaption(context: Context, chart: { id: string; title: string }): string {
  return paragraph(
    styled(context.styles.idOf("figureCaption")),
    captionStart(context, "chart", chart.id) + textRun(` — ${chart.title}`),
  );
}

/** The first paragraph of a piece begins a page; at the top of a page already that changes nothing. */
function onNewPage(xml: string): string {
  return xml.replace(/<w:p>(<w:pPr>(<w:pStyle [^>]*\/>)?)?/, (_, properties?: string) =>
    properties === undefined ? "<w:p><w:pPr><w:pageBreakBefore/></w:pPr>" : `<w:p>${properties}<w:pageBreakBefore/>`,
  );
}
