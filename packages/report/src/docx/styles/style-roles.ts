import { val, w } from "../xml/element.ts";

/** What a style is for. */
export type StyleRole =
  | "normal"
  | "heading1"
  | "heading2"
  | "heading3"
  | "title"
  | "caption"
  | "toc1"
  | "toc2"
  | "toc3"
  | "tocHeading"
  | "bullets"
  | "numbers"
  | "right"
  | "imprint"
  | "center"
  | "tableText"
  | "tableHeading"
  | "tableTextSmall"
  | "tableHeadingSmall"
  | "note"
  | "figure"
  | "figureCaption"
  | "signature"
  | "sectionEnd"
  | "header"
  | "table";

/** A style: the name under which a template may have its own, and the definition for templates that have none. */
export interface StyleRoleDefinition {
  /** As the file has it; Word shows the names of its own styles in the language of its interface. */
  name: string;
  /** In Russian, shown beside the name. */
  alias?: string;
  id: string;
  type: "paragraph" | "table";
  basedOn?: StyleRole;
  next?: StyleRole;
  /** Word's own style. */
  builtIn?: true;
  /** Properties of the paragraph and its text, or of the table. */
  body: string;
}

const half = (points: number) => points * 2;
const size = (points: number) => val("sz", half(points)) + val("szCs", half(points));
const bold = w("b") + w("bCs");
const plainLine = (before: number, after: number) => w("spacing", { before, after, line: 240, lineRule: "auto" });
const noIndent = w("ind", { left: 0, right: 0, firstLine: 0 });

function paragraph(properties: string, run = ""): string {
  return (properties === "" ? "" : w("pPr", {}, properties)) + (run === "" ? "" : w("rPr", {}, run));
}

function heading(level: number, points: number, align: string): string {
  const indent = align === "center" ? noIndent : "";
  return paragraph(
    w("keepNext") +
      w("keepLines") +
      w("spacing", { before: 240, after: 120, line: 276, lineRule: "auto" }) +
      indent +
      val("jc", align) +
      val("outlineLvl", level - 1),
    bold + size(points),
  );
}

function contents(level: number): string {
  const tabs = w("tabs", {}, w("tab", { val: "right", leader: "dot", pos: 9638 }));
  return paragraph(
    tabs + plainLine(0, 60) + w("ind", { left: (level - 1) * 284, right: 567, firstLine: 0 }) + val("jc", "left"),
  );
}

function tableText(points: number, run = ""): string {
  return paragraph(w("suppressAutoHyphens") + plainLine(0, 0) + noIndent + val("jc", "left"), run + size(points));
}

function tableHeading(points: number): string {
  return paragraph(w("keepNext") + plainLine(0, 0) + noIndent + val("jc", "center"), bold + size(points));
}

const side = (name: string) => w(name, { val: "single", sz: 4, space: 0, color: "808080" });

/** Every style that a document may use. The size of the default template: Times New Roman 14, 12 in tables. */
export const styleRoles: Readonly<Record<StyleRole, StyleRoleDefinition>> = {
  normal: {
    name: "Normal",
    id: "Normal",
    type: "paragraph",
    builtIn: true,
    body: paragraph(
      w("spacing", { before: 0, after: 0, line: 276, lineRule: "auto" }) +
        w("ind", { firstLine: 709 }) +
        val("jc", "both"),
      size(14),
    ),
  },
  heading1: { ...builtIn("heading 1", "Heading1"), body: heading(1, 14, "center") },
  heading2: { ...builtIn("heading 2", "Heading2"), body: heading(2, 14, "left") },
  heading3: { ...builtIn("heading 3", "Heading3"), body: heading(3, 14, "left").replace("<w:bCs/>", "<w:bCs/><w:i/>") },
  title: {
    ...builtIn("Title", "Title"),
    body: paragraph(w("keepNext") + plainLine(1800, 240) + noIndent + val("jc", "center"), bold + size(16)),
  },
  caption: {
    ...builtIn("caption", "Caption"),
    body: paragraph(w("keepNext") + w("keepLines") + plainLine(240, 120) + noIndent + val("jc", "left")),
  },
  toc1: { ...builtIn("toc 1", "TOC1"), body: contents(1) },
  toc2: { ...builtIn("toc 2", "TOC2"), body: contents(2) },
  toc3: { ...builtIn("toc 3", "TOC3"), body: contents(3) },
  tocHeading: {
    ...builtIn("TOC Heading", "TOCHeading"),
    body: paragraph(w("keepNext") + plainLine(0, 240) + noIndent + val("jc", "center"), bold + size(14)),
  },
  bullets: { ...builtIn("List Bullet", "ListBullet"), next: "bullets", body: list() },
  numbers: { ...builtIn("List Number", "ListNumber"), next: "numbers", body: list() },
  right: own("Metodika Right", "Текст справа", paragraph(w("ind", { left: 4536, firstLine: 0 }) + val("jc", "left"))),
  center: own("Metodika Center", "Текст по центру", paragraph(noIndent + val("jc", "center"))),
  imprint: own("Metodika Imprint", "Год издания", paragraph(plainLine(0, 0) + noIndent + val("jc", "center"))),
  tableText: own("Metodika Table Text", "Текст таблицы", tableText(12)),
  tableHeading: own("Metodika Table Heading", "Заголовок таблицы", tableHeading(12)),
  tableTextSmall: own("Metodika Table Text Small", "Текст таблицы мелкий", tableText(9.5)),
  tableHeadingSmall: own("Metodika Table Heading Small", "Заголовок таблицы мелкий", tableHeading(10)),
  note: own("Metodika Note", "Примечание", paragraph(plainLine(60, 0) + noIndent + val("jc", "left"), size(10))),
  figure: own(
    "Metodika Figure",
    "Рисунок",
    paragraph(w("keepNext") + plainLine(240, 0) + noIndent + val("jc", "center")),
  ),
  figureCaption: own(
    "Metodika Figure Caption",
    "Подпись рисунка",
    paragraph(w("keepLines") + plainLine(120, 240) + noIndent + val("jc", "center")),
  ),
  signature: own("Metodika Signature", "Подпись", paragraph(plainLine(0, 0) + noIndent + val("jc", "left"))),
  sectionEnd: own(
    "Metodika Section End",
    "Конец раздела",
    paragraph(w("spacing", { before: 0, after: 0, line: 20, lineRule: "exact" }) + noIndent, size(1)),
  ),
  header: {
    ...builtIn("header", "Header"),
    body: paragraph(plainLine(0, 0) + noIndent + val("jc", "center"), size(12)),
  },
  table: {
    name: "Metodika Table",
    alias: "Таблица отчёта",
    id: "MetodikaTable",
    type: "table",
    body:
      w(
        "tblPr",
        {},
        w("tblBorders", {}, ...["top", "left", "bottom", "right", "insideH", "insideV"].map(side)),
        w("tblCellMar", {}, w("left", { w: 57, type: "dxa" }), w("right", { w: 57, type: "dxa" })),
      ) +
      w(
        "tblStylePr",
        { type: "firstRow" },
        w("tcPr", {}, w("shd", { val: "clear", color: "auto", fill: "F2F2F2" }), val("vAlign", "center")),
      ),
  },
};

function builtIn(name: string, id: string) {
  return { name, id, type: "paragraph", builtIn: true, basedOn: "normal", next: "normal" } as const;
}

function own(name: string, alias: string, body: string): StyleRoleDefinition {
  return { name, alias, id: name.replaceAll(" ", ""), type: "paragraph", basedOn: "normal", body };
}

/** The numbering itself is set beside each item, so that a template may have its own. */
function list(): string {
  // Names in a narrow column would stand far apart if both edges were straight.
  return paragraph(w("spacing", { before: 0, after: 0 }) + val("jc", "left"));
}
