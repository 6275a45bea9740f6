import { nearest, type Problem } from "@metodika/core";
import { problemOf } from "@metodika/files";
import type { Block, Document, Part } from "@metodika/presentation";
import type { XmlNode } from "../xml/scan.ts";
import type { MarkedParagraph } from "./placeholders.ts";

/** What a placeholder stands for: the blocks of the document, or a word. */
export type Meaning = { parts: Part[]; ids: string[] } | { word: string };

/**
 * Everything that a template may name in double braces, with what it stands for: `report` for all parts, `part:…` for
 * one, `table:…` and `chart:…` for one block, and the words of the document with its title.
 */
export function placeholderMeanings(document: Document): Map<string, Meaning> {
  const meanings = new Map<string, Meaning>();
  const idsOf = (part: Part) => [`part:${part.id}`, ...part.blocks.flatMap((block) => blockId(block) ?? [])];
  meanings.set("report", { parts: document.parts, ids: document.parts.flatMap(idsOf) });
  for (const part of document.parts) {
    meanings.set(`part:${part.id}`, { parts: [part], ids: idsOf(part) });
    for (const block of part.blocks) {
      const id = blockId(block);
      if (id !== undefined) meanings.set(id, { parts: [{ id: part.id, blocks: [block] }], ids: [id] });
    }
  }
  meanings.set("title", { word: document.title });
  for (const [name, word] of Object.entries(document.fields)) meanings.set(name, { word });
  return meanings;
}

/** The parts that a placeholder stands for; none for a word. */
export function partsOf(meaning: Meaning | undefined): Part[] {
  return meaning && "parts" in meaning ? meaning.parts : [];
}

function blockId(block: Block): string | undefined {
  if (block.type === "table") return `table:${block.table.id}`;
  return block.type === "chart" ? `chart:${block.id}` : undefined;
}

/** The marked paragraphs of one part of a template. */
export interface MarkedPart {
  path: string;
  paragraphs: MarkedParagraph[];
}

/**
 * What is wrong with the placeholders of a template: broken and unknown ones, blocks beside other text or where blocks
 * cannot stand, blocks placed twice, no place for the document at all. Parts that have no place are a warning.
 */
export function checkTemplate(
  marked: readonly MarkedPart[],
  meanings: ReadonlyMap<string, Meaning>,
  body: XmlNode | undefined,
  file: string | undefined,
): Problem[] {
  const problems: Problem[] = [];
  const placed = new Set<string>();
  for (const { path, paragraphs } of marked) {
    for (const { node, number, text, placeholders, isBroken } of paragraphs) {
      const at = { file, field: path, line: number };
      if (isBroken) problems.push(broken(text, number, at));
      for (const { name } of placeholders) {
        const meaning = meanings.get(name);
        if (!meaning) problems.push(unknown(name, text, number, meanings, at));
        if (!meaning || "word" in meaning) continue;
        if (text.trim() !== text.slice(placeholders[0]?.start, placeholders[0]?.end) || placeholders.length > 1)
          problems.push(notAlone(name, number, at));
        else if (node.parent !== body) problems.push(wrongPlace(name, number, at));
        const twice = meaning.ids.find((id) => placed.has(id));
        if (twice !== undefined) problems.push(placedTwice(name, twice, number, at));
        for (const id of meaning.ids) placed.add(id);
      }
    }
  }
  if (problems.length > 0) return problems;
  const isPlaced = marked.some(({ paragraphs }) =>
    paragraphs.some(({ placeholders }) => placeholders.some(({ name }) => "parts" in (meanings.get(name) ?? {}))),
  );
  if (!isPlaced) return [nothingPlaced(file)];
  return [...meanings.keys()].flatMap((name) => (isLeftOut(name, meanings, placed) ? [leftOut(name, file)] : []));
}

function isLeftOut(name: string, meanings: ReadonlyMap<string, Meaning>, placed: ReadonlySet<string>): boolean {
  const meaning = meanings.get(name);
  return (
    name.startsWith("part:") && meaning !== undefined && "ids" in meaning && !meaning.ids.some((id) => placed.has(id))
  );
}

type At = { file: string | undefined; field: string; line: number };

function broken(text: string, number: number, at: At): Problem {
  const message = {
    ru: `в абзаце ${number} шаблона двойные скобки открыты и не закрыты (или наоборот): «${shown(text)}»`,
    en: `paragraph ${number} of the template has double braces that are opened and not closed, or the other way round: "${shown(text)}"`,
  };
  return problemOf("template/broken-placeholder", message, { ...at, value: shown(text) });
}

function unknown(name: string, text: string, number: number, meanings: ReadonlyMap<string, Meaning>, at: At): Problem {
  const near = nearest(name, meanings.keys());
  const message = {
    ru: `в абзаце ${number} шаблона неизвестное поле {{${name}}}: «${shown(text)}»${near ? `; ближайшее: {{${near}}}` : ""}`,
    en: `paragraph ${number} of the template has an unknown placeholder {{${name}}}: "${shown(text)}"${near ? `; nearest: {{${near}}}` : ""}`,
  };
  return problemOf("template/unknown-placeholder", message, { ...at, value: name, nearest: near });
}

function notAlone(name: string, number: number, at: At): Problem {
  const message = {
    ru: `{{${name}}} в абзаце ${number} шаблона должно стоять в абзаце одно: на его место встают целые абзацы и таблицы`,
    en: `{{${name}}} in paragraph ${number} of the template must stand alone: whole paragraphs and tables take its place`,
  };
  return problemOf("template/placeholder-not-alone", message, { ...at, value: name });
}

function wrongPlace(name: string, number: number, at: At): Problem {
  const message = {
    ru: `{{${name}}} в абзаце ${number} шаблона стоит в таблице, надписи или колонтитуле; перенесите его в основной текст`,
    en: `{{${name}}} in paragraph ${number} of the template is in a table, a box or a header; move it to the body of the text`,
  };
  return problemOf("template/placeholder-place", message, { ...at, value: name });
}

function placedTwice(name: string, id: string, number: number, at: At): Problem {
  const message = {
    ru: `{{${name}}} в абзаце ${number} шаблона повторяет то, что уже размещено выше: ${id}`,
    en: `{{${name}}} in paragraph ${number} of the template places again what stands above: ${id}`,
  };
  return problemOf("template/placed-twice", message, { ...at, value: name });
}

function nothingPlaced(file: string | undefined): Problem {
  const message = {
    ru: "в шаблоне нет места для документа: добавьте отдельный абзац {{report}} или поля частей, например {{part:conclusions}}",
    en: "the template has no place for the document: add a paragraph {{report}}, or parts such as {{part:conclusions}}",
  };
  return problemOf("template/nothing-placed", message, { file, nearest: "report" });
}

function leftOut(name: string, file: string | undefined): Problem {
  const message = {
    ru: `шаблон не размещает часть {{${name}}}: её в документе не будет`,
    en: `the template does not place {{${name}}}: the document will be without it`,
  };
  return problemOf("template/part-left-out", message, { severity: "warning", file, value: name });
}

/** The beginning of a text, on one line. */
function shown(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= 80 ? line : `${line.slice(0, 79)}…`;
}
