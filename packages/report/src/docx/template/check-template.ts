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
  const isInside = (node: XmlNode) => node.parent !== body;
  for (const { path, paragraphs } of marked) {
    for (const { node, number, text, placeholders, isBroken } of paragraphs) {
      const at = { file, field: path, line: number };
      const where = paragraphIn(path, number);
      if (isBroken) problems.push(broken(text, where, at));
      for (const { name } of placeholders) {
        const meaning = meanings.get(name);
        if (!meaning) problems.push(unknown(name, text, where, meanings, at));
        if (!meaning || "word" in meaning) continue;
        if (!isBody(path) || isInside(node)) problems.push(wrongPlace(name, where, isBody(path), meanings, at));
        else if (text.trim() !== text.slice(placeholders[0]?.start, placeholders[0]?.end) || placeholders.length > 1)
          problems.push(notAlone(name, where, at));
        const twice = meaning.ids.find((id) => placed.has(id));
        if (twice !== undefined) problems.push(placedTwice(name, twice, where, at));
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

/** A paragraph of the template, so that its author finds it. */
type Where = { ru: string; en: string };

function paragraphIn(path: string, number: number): Where {
  const [, kind = ""] = /\/(header|footer|footnotes|endnotes)\d*\.xml$/.exec(path) ?? [];
  const [ru, en] = places[kind] ?? ["шаблона", "the template"];
  return { ru: `в абзаце ${number} ${ru}`, en: `paragraph ${number} of ${en}` };
}

const places: Readonly<Record<string, readonly [ru: string, en: string]>> = {
  header: ["верхнего колонтитула шаблона", "a header of the template"],
  footer: ["нижнего колонтитула шаблона", "a footer of the template"],
  footnotes: ["сносок шаблона", "the footnotes of the template"],
  endnotes: ["концевых сносок шаблона", "the endnotes of the template"],
};

function isBody(path: string): boolean {
  return !/\/(header|footer|footnotes|endnotes)\d*\.xml$/.test(path);
}

function broken(text: string, where: Where, at: At): Problem {
  const message = {
    ru: `${where.ru} двойные скобки открыты и не закрыты (или наоборот): «${shown(text)}»`,
    en: `${where.en} has double braces that are opened and not closed, or the other way round: "${shown(text)}"`,
  };
  return problemOf("template/broken-placeholder", message, { ...at, value: shown(text) });
}

function unknown(name: string, text: string, where: Where, meanings: ReadonlyMap<string, Meaning>, at: At): Problem {
  const near = nearest(name, meanings.keys());
  const message = {
    ru: `${where.ru} неизвестное поле {{${name}}}: «${shown(text)}»${near ? `; ближайшее: {{${near}}}` : ""}`,
    en: `${where.en} has an unknown placeholder {{${name}}}: "${shown(text)}"${near ? `; nearest: {{${near}}}` : ""}`,
  };
  return problemOf("template/unknown-placeholder", message, { ...at, value: name, nearest: near });
}

function notAlone(name: string, where: Where, at: At): Problem {
  const message = {
    ru: `{{${name}}} ${where.ru} должно стоять в абзаце одно: на его место встают целые абзацы и таблицы`,
    en: `{{${name}}} in ${where.en} must stand alone: whole paragraphs and tables take its place`,
  };
  return problemOf("template/placeholder-not-alone", message, { ...at, value: name });
}

function wrongPlace(
  name: string,
  where: Where,
  inBody: boolean,
  meanings: ReadonlyMap<string, Meaning>,
  at: At,
): Problem {
  const words = [...meanings].filter(([, meaning]) => "word" in meaning).map(([word]) => `{{${word}}}`);
  const message = inBody
    ? {
        ru: `{{${name}}} ${where.ru} стоит в таблице или надписи: там помещаются только слова (${words.join(", ")}); перенесите поле в отдельный абзац основного текста`,
        en: `{{${name}}} in ${where.en} is in a table or a box, where only words fit (${words.join(", ")}); move it to a paragraph of its own in the body of the text`,
      }
    : {
        ru: `{{${name}}} стоит ${where.ru}: там помещаются только слова (${words.join(", ")}); перенесите поле в отдельный абзац основного текста`,
        en: `{{${name}}} is in ${where.en}, where only words fit (${words.join(", ")}); move it to a paragraph of its own in the body of the text`,
      };
  return problemOf("template/placeholder-place", message, { ...at, value: name });
}

function placedTwice(name: string, id: string, where: Where, at: At): Problem {
  const message = {
    ru: `{{${name}}} ${where.ru} повторяет то, что уже размещено выше: ${id}`,
    en: `{{${name}}} in ${where.en} places again what stands above: ${id}`,
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
