import { val, w } from "../xml/element.ts";
import type { Context } from "./context.ts";
import { field, paragraph, styled, textRun } from "./inline.ts";

/** What stands for a page number until the program that shows the document counts the pages. */
const unknownPage = "…";

/**
 * The table of contents: a field of Word with the headings of the document in it. Page numbers are fields too and are
 * counted when the document is opened, since nobody knows them before it is laid out.
 */
export function contentsBlock(context: Context, title: string): string {
  const { headings, styles } = context;
  const mark = (type: string) => w("r", {}, w("fldChar", { fldCharType: type }));
  const code = w("r", {}, w("instrText", { "xml:space": "preserve" }, ' TOC \\o "1-3" \\h \\z \\u '));
  const begin = mark("begin") + code + mark("separate");
  const entries = headings.map(({ level, text, bookmark }, index) => {
    const page = field(`PAGEREF ${bookmark} \\h`, unknownPage);
    const link = w(
      "hyperlink",
      { anchor: bookmark, history: 1 },
      textRun(text.replace(/\s*\n\s*/g, " ")),
      w("r", {}, w("tab")),
      page,
    );
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
