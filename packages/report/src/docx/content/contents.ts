import { val, w } from "../xml/element.ts";
import type { Context } from "./context.ts";
import { paragraph, styled, textRun } from "./inline.ts";

/**
 * The table of contents: a field of Word with the headings of the document in it, each a link to its place. Nobody knows the
 * numbers of pages before the document is laid out, and Word counts them only with the consent of its user. Until then the
 * headings stand alone: no dotted lines that lead to nothing, no number that could be wrong.
 */
export function contentsBlock(context: Context, title: string): string {
  const { headings, styles } = context;
  const mark = (type: string) => w("r", {}, w("fldChar", { fldCharType: type }));
  const code = w("r", {}, w("instrText", { "xml:space": "preserve" }, ' TOC \\o "1-3" \\h \\z \\u '));
  const begin = mark("begin") + code + mark("separate");
  const entries = headings.map(({ level, text, bookmark }, index) => {
    const link = w("hyperlink", { anchor: bookmark, history: 1 }, textRun(text.replace(/\s*\n\s*/g, " ")));
    // Here for the numbers to come: a template's own style may have no place for them.
    const tabs = w("tabs", {}, w("tab", { val: "right", leader: "dot", pos: context.page.portrait }));
    return paragraph(styled(styles.idOf(`toc${level}`), tabs), (index === 0 ? begin : "") + link);
  });
  const last = paragraph("", (entries.length === 0 ? begin : "") + mark("end"));
  return w(
    "sdt",
    {},
    w(
      "sdtPr",
      {},
      val("id", context.unique()),
      w("docPartObj", {}, val("docPartGallery", "Table of Contents"), w("docPartUnique")),
    ),
    w("sdtContent", {}, paragraph(styled(styles.idOf("tocHeading")), textRun(title)), ...entries, last),
  );
}
