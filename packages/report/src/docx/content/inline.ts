import type { Run } from "@metodika/presentation";
import { cleanText, escapeClean, escapeXml, val, w } from "../xml/element.ts";
import { type Context, type Place, writerWords } from "./context.ts";
import { inControl } from "./control.ts";
import { bookmarkName } from "./names.ts";

/**
 * A run of text; line breaks and tabs become those of Word.
 *
 * @param format - the content of the run's properties
 */
export function textRun(text: string, format = ""): string {
  const properties = format === "" ? "" : `<w:rPr>${format}</w:rPr>`;
  const clean = cleanText(text);
  if (clean !== "" && !/[\n\t]/.test(clean))
    return `<w:r>${properties}<w:t xml:space="preserve">${escapeClean(clean)}</w:t></w:r>`;
  const pieces = clean.split(/(\n|\t)/);
  const content = pieces.map((piece) =>
    piece === "\n"
      ? w("br")
      : piece === "\t"
        ? w("tab")
        : piece === ""
          ? ""
          : `<w:t xml:space="preserve">${escapeClean(piece)}</w:t>`,
  );
  return `<w:r>${properties}${content.join("")}</w:r>`;
}

/** A field with the result that it has for now. The instruction is ours, never a text of the data. */
export function field(instruction: string, result: string, format = ""): string {
  const properties = format === "" ? "" : w("rPr", {}, format);
  const mark = (type: string) => `<w:r>${properties}${w("fldChar", { fldCharType: type })}</w:r>`;
  const code = `<w:r>${properties}${w("instrText", { "xml:space": "preserve" }, ` ${escapeXml(instruction)} `)}</w:r>`;
  return mark("begin") + code + mark("separate") + textRun(result, format) + mark("end");
}

/** Content with a bookmark around it. */
export function bookmarked(context: Pick<Context, "unique">, name: string, content: string): string {
  const id = context.unique();
  return w("bookmarkStart", { id, name }) + content + w("bookmarkEnd", { id });
}

/** What a reference says in a text: «таблица 3», with a capital where the text begins. */
export function referenceWord(kind: Place["kind"], lang: "ru" | "en", isFirst: boolean): string {
  const word = (isFirst ? writerWords[kind] : writerWords[`${kind}InText`])[lang];
  return `${word}\u00a0`;
}

/** The bookmark around the number of a table or a chart. */
export function numberBookmark({ kind }: Pick<Place, "kind">, id: string): string {
  return bookmarkName(`number:${kind}:${id}`);
}

/**
 * Runs of text with their figures in content controls and their references as fields.
 *
 * @param format - the content of the properties of every run
 * @param formatOf - that of a figure, where its author gave it one
 */
export function inlineContent(
  context: Context,
  runs: readonly Run[],
  { format = "", formatOf }: { format?: string; formatOf?: (tag: string) => string | undefined } = {},
): string {
  const { lang } = context.document;
  return runs
    .map((run, index) => {
      if (run.type === "text") return textRun(run.text, run.strong ? strong(format) : format);
      if (run.type === "figure") return figureControl(context, run, formatOf?.(run.tag) ?? format);
      const place = context.places.get(run.to);
      if (!place) return textRun(titleInQuotes(context, run.to), format);
      const word = textRun(referenceWord(place.kind, lang, index === 0), format);
      return word + field(`REF ${numberBookmark(place, run.to)} \\h`, String(place.number), format);
    })
    .join("");
}

function strong(format: string): string {
  return format.includes("<w:b/>") ? format : w("b") + w("bCs") + format;
}

function figureControl(context: Context, run: Extract<Run, { type: "figure" }>, format: string): string {
  const alias = run.note ?? `${writerWords.figure[context.document.lang]}: ${run.tag}`;
  const content = bookmarked(context, bookmarkName(run.tag), textRun(run.text, format));
  return inControl(context, run.tag, alias, content);
}

/** A table or a chart that the template does not place has no number; its title says what is meant. */
function titleInQuotes({ document }: Context, id: string): string {
  const blocks = document.parts.flatMap((part) => part.blocks);
  for (const block of blocks) {
    const title =
      block.type === "table" && block.table.id === id
        ? block.table.title
        : block.type === "chart" && block.id === id
          ? block.title
          : undefined;
    if (title !== undefined) return document.lang === "ru" ? `«${title}»` : `“${title}”`;
  }
  throw new RangeError(`the document ${document.id} refers to "${id}", which it does not have`);
}

/** The properties of a paragraph: a style and what stands beside it. */
export function paragraph(properties: string, content: string): string {
  return w("p", {}, properties === "" ? "" : w("pPr", {}, properties), content);
}

export function styled(id: string, rest = ""): string {
  return val("pStyle", id) + rest;
}
