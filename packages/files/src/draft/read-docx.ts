import type { Problem } from "@metodika/core";
import { problemOf } from "../problem/problem-of.ts";
import { decode } from "../text/decode.ts";
import { readZip } from "../zip/read-zip.ts";
import { type Draft, type Piece, placed } from "./draft.ts";
import { childOf, parseXml, type XmlElement, type XmlNode } from "./xml.ts";

/** The parts that hold text, and the one that names its styles. Pictures and the rest stay packed. */
const part = /^word\/(document\d*|footnotes\d*|endnotes\d*|styles\d*)\.xml$/;

/**
 * The text of a Word document: paragraphs, headings, items, tables row by row, footnotes at the end. What tracked changes
 * delete or move away is left out, what they insert is kept, and so is hidden text. Never throws.
 */
export function readDocx(bytes: Uint8Array, { file }: { file?: string | undefined } = {}): Draft {
  const zip = readZip(bytes, {
    file,
    keep: (path) => part.test(path),
    maxEntryBytes: 20_000_000,
    maxTotalBytes: 40_000_000,
  });
  if (zip.problems.length > 0) return { blocks: [], problems: zip.problems.map(asDocument) };
  const paths = [...zip.files.keys()].map((path) => zip.prefix + path);
  const problems: Problem[] = [];
  const partOf = (name: string): XmlElement | undefined => {
    const path = paths.find((one) => one.startsWith(`word/${name}`));
    const content = path === undefined ? undefined : zip.files.get(path.slice(zip.prefix.length));
    if (path === undefined || !content) return undefined;
    const { text, encoding } = decode(content);
    const root = encoding ? parseXml(text) : undefined;
    if (!root) problems.push(damaged(path, file));
    return root;
  };
  const main = partOf("document");
  if (!main) return { blocks: [], problems: problems.length > 0 ? problems : [notWord(file)] };
  const styles = stylesOf(partOf("styles"));
  const reader = readerOf(styles);
  reader.blocks(childOf(main, "body")?.children ?? []);
  for (const name of ["footnotes", "endnotes"]) reader.notes(partOf(name)?.children ?? []);
  return { blocks: placed(reader.pieces()), problems };
}

/** Text that is not there: deleted, moved away, or a field's instruction. */
const silent = new Set([
  "del",
  "moveFrom",
  "delText",
  "instrText",
  "delInstrText",
  "pPr",
  "rPr",
  "tblPr",
  "tblGrid",
  "sectPr",
]);

type Styles = ReadonlyMap<string, "heading" | "item">;

function readerOf(styles: Styles) {
  const pieces: Piece[] = [];
  let table = 0;
  /** Text of a paragraph whose end is deleted: it goes on in the next. */
  let carried = "";

  const paragraph = (element: XmlElement, as?: "note"): void => {
    const text = carried + textOf(element.children);
    const properties = childOf(element, "pPr");
    carried = "";
    if (childOf(childOf(properties, "rPr"), "del")) carried = text;
    else pieces.push({ kind: as ?? kindOf(properties, styles), text });
  };
  const rows = (element: XmlElement, number: number): void => {
    for (const child of elements(element.children)) {
      if (child.name !== "tr") {
        if (!silent.has(child.name)) rows(child, number);
      } else if (!childOf(childOf(child, "trPr"), "del")) {
        const cells = below(child, "tc").map((cell) => textOf(cell.children).replace(/\s+/g, " ").trim());
        pieces.push({ kind: "row", text: cells.join("\t"), table: number });
      }
    }
  };
  const blocks = (nodes: readonly XmlNode[]): void => {
    for (const element of elements(nodes)) {
      if (element.name === "p") paragraph(element);
      else if (element.name === "tbl") rows(element, ++table);
      else if (element.name === "AlternateContent") blocks(chosen(element));
      else if (!silent.has(element.name)) blocks(element.children);
    }
    if (carried !== "") pieces.push({ kind: "paragraph", text: carried });
    carried = "";
  };
  const notes = (nodes: readonly XmlNode[]): void => {
    for (const note of elements(nodes)) {
      // The separators between text and notes are notes too, of a type.
      if (note.attributes.type === undefined || note.attributes.type === "normal")
        pieces.push({ kind: "note", text: textOf(note.children) });
    }
  };
  return { blocks, notes, pieces: () => pieces };
}

/** All text below, in order; paragraphs below are divided by a line break. */
function textOf(nodes: readonly XmlNode[]): string {
  let text = "";
  for (const element of elements(nodes)) {
    if (silent.has(element.name)) continue;
    if (element.name === "t") text += element.children.filter((node) => typeof node === "string").join("");
    else if (element.name === "tab" || element.name === "ptab") text += " ";
    else if (element.name === "br" || element.name === "cr") text += "\n";
    else if (element.name === "noBreakHyphen") text += "-";
    else if (element.name === "AlternateContent") text += textOf(chosen(element));
    else if (element.name === "p" || element.name === "tc")
      text += `${text === "" ? "" : "\n"}${textOf(element.children)}`;
    else if (element.name === "txbxContent") text += `\n${textOf(element.children)}`;
    else text += textOf(element.children);
  }
  return text;
}

/** Of drawings that are stored twice, for newer and older programs, the first. */
function chosen(alternate: XmlElement): XmlNode[] {
  return (childOf(alternate, "Choice") ?? childOf(alternate, "Fallback"))?.children ?? [];
}

function elements(nodes: readonly XmlNode[]): XmlElement[] {
  return nodes.filter((node): node is XmlElement => typeof node !== "string");
}

/** Cells of a row, those inside content controls too, not those of a table within a cell. */
function below(element: XmlElement, name: string): XmlElement[] {
  return elements(element.children).flatMap((child) =>
    child.name === name ? [child] : silent.has(child.name) ? [] : below(child, name),
  );
}

function kindOf(properties: XmlElement | undefined, styles: Styles): "heading" | "item" | "paragraph" {
  const level = childOf(properties, "outlineLvl")?.attributes.val;
  if (level !== undefined && level !== "9") return "heading";
  const named = styles.get(childOf(properties, "pStyle")?.attributes.val ?? "");
  const list = childOf(childOf(properties, "numPr"), "numId")?.attributes.val;
  if (named === "heading") return "heading";
  if (list === undefined ? named === "item" : list !== "0") return "item";
  return "paragraph";
}

function stylesOf(root: XmlElement | undefined): Styles {
  const kinds = new Map<string, "heading" | "item">([["Title", "heading"]]);
  for (const level of [1, 2, 3, 4, 5, 6]) kinds.set(`Heading${level}`, "heading");
  for (const style of elements(root?.children ?? [])) {
    const name = childOf(style, "name")?.attributes.val ?? "";
    const id = style.attributes.styleId;
    if (id === undefined) continue;
    if (/^(heading|заголовок|title$|название$)/i.test(name)) kinds.set(id, "heading");
    else if (/^list (bullet|number)/i.test(name)) kinds.set(id, "item");
  }
  return kinds;
}

/** Problems of the archive in words for somebody who holds a document. */
function asDocument(problem: Problem): Problem {
  if (problem.code !== "zip/not-a-zip" && problem.code !== "zip/damaged") return problem;
  const message = {
    ru: "документ повреждён или передан не полностью; откройте его в Word и сохраните заново",
    en: "the document is damaged or incomplete; open it in Word and save it again",
  };
  return { ...problem, code: "draft/damaged", message };
}

function damaged(path: string, file: string | undefined): Problem {
  const message = {
    ru: `часть «${path}» документа повреждена; откройте документ в Word и сохраните его заново`,
    en: `part "${path}" of the document is damaged; open the document in Word and save it again`,
  };
  const severity = path.startsWith("word/document") ? "error" : "warning";
  return problemOf("draft/damaged", message, { severity, file, value: path });
}

function notWord(file: string | undefined): Problem {
  const message = {
    ru: "это архив, но не документ Word; нужен файл .docx, .md или .txt",
    en: "an archive, but no Word document; a .docx, .md or .txt file is needed",
  };
  return problemOf("draft/not-word", message, { file });
}
