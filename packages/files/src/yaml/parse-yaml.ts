import type { Problem } from "@metodika/core";
import { Composer, type CST, type Document, isScalar, Lexer, LineCounter, Parser, visit, type YAMLError } from "yaml";
import { problemOf } from "../problem/problem-of.ts";
import { shorten } from "../problem/shorten.ts";
import type { Place } from "../text/place.ts";
import { locate } from "./locate.ts";

/** Where something stands in a document: the value at a path, or the key that names it. */
export type At = (path: readonly PropertyKey[], part?: "value" | "key") => Place;

export interface ParsedYaml {
  /** Plain objects, arrays and scalars; undefined when the document could not be read safely. */
  value: unknown;
  /** The place of a node, or of its nearest ancestor that exists. */
  at: At;
  problems: Problem[];
}

export interface YamlOptions {
  /** The name shown in problems. */
  file?: string | undefined;
  /** 64 unless told. */
  maxDepth?: number | undefined;
  /** How often anchors may be repeated, counted through each other; 100 unless told. */
  maxAliases?: number | undefined;
}

type Read = Document.Parsed;

const forbiddenKeys = new Set<unknown>(["__proto__", "constructor", "prototype"]);
/** The lexer announces a scalar by this sign; what follows is content, whatever it looks like. */
const scalarSign = "\x1f";

/**
 * YAML 1.2 text (one document, core schema, keys are text, no tags) → its value and the place of each node.
 *
 * Nothing (only blanks and comments) is `yaml/empty`. Problems: `yaml/empty`, `yaml/syntax`, `yaml/duplicate-key`,
 * `yaml/multiple-documents`, `yaml/tag`, `yaml/alias`, `yaml/too-many-aliases`, `yaml/forbidden-key`, `yaml/too-deep`.
 * After a duplicate key the value is still given, so that the rest can be checked. Never throws.
 *
 * @example
 * parseYaml("id: amur-2022\n").value // { id: "amur-2022" }
 */
export function parseYaml(text: string, { file, maxDepth = 64, maxAliases = 100 }: YamlOptions = {}): ParsedYaml {
  const lines = new LineCounter();
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problem = (code: string, message: Problem["message"], offset: number, value?: string): Problem =>
    problemOf(code, message, { file, ...placeOf(offset), value });
  const refuse = (problems: Problem[]): ParsedYaml => ({
    value: undefined,
    at: () => ({ line: 1, column: 1 }),
    problems,
  });

  const { tokens, tags, tooDeepAt } = readTokens(text, maxDepth, lines);
  if (tooDeepAt !== undefined) return refuse([problem("yaml/too-deep", tooDeep(maxDepth), tooDeepAt)]);

  const options = { version: "1.2", schema: "core", stringKeys: true, prettyErrors: false } as const;
  const documents = [...new Composer(options).compose(tokens, true, text.length)] as Read[];
  const [document, second] = documents;
  if (!document) return refuse([problem("yaml/empty", empty, 0)]);

  const problems = tags.map(({ offset, tag }) => problem("yaml/tag", tagRefused(tag), offset, tag));
  if (second) problems.push(problem("yaml/multiple-documents", multiple, second.range[0]));
  for (const error of documents.flatMap((each) => each.errors)) {
    problems.push(problem(...describe(error, text), error.pos[0]));
  }
  if (isBlank(document.contents) && problems.length === 0) problems.push(problem("yaml/empty", empty, 0));
  const at: At = (path, part) => placeOf(locate(document, path, part));
  if (problems.some(({ code }) => code !== "yaml/duplicate-key")) return { value: undefined, at, problems };

  problems.push(...checkKeysAndAliases(document, problem));
  if (problems.some(({ code }) => code !== "yaml/duplicate-key")) return { value: undefined, at, problems };

  try {
    const value: unknown = document.toJS({ maxAliasCount: maxAliases });
    if (depthOf(value, maxDepth) > maxDepth) problems.push(problem("yaml/too-deep", tooDeep(maxDepth), 0));
    else return { value, at, problems };
  } catch {
    // Everything else was looked at above: what is left is the count of aliases.
    problems.push(problem("yaml/too-many-aliases", tooManyAliases(maxAliases), 0));
  }
  return { value: undefined, at, problems };
}

/** No content at all, or `---` and nothing behind it; a written `null` is content. */
function isBlank(contents: Read["contents"]): boolean {
  return contents === null || (isScalar(contents) && contents.range[0] === contents.range[1]);
}

interface Tokens {
  tokens: CST.Token[];
  tags: { offset: number; tag: string }[];
  tooDeepAt: number | undefined;
}

/**
 * Reads token by token and stops at a nesting that is too deep: the composer behind it recurses, and a text of brackets
 * alone would take the whole process down.
 */
function readTokens(text: string, maxDepth: number, lines: LineCounter): Tokens {
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  const tags: Tokens["tags"] = [];
  let isContent = false;
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    const { offset } = parser;
    if (!isContent && lexeme.startsWith("!")) tags.push({ offset, tag: lexeme });
    isContent = lexeme === scalarSign;
    for (const token of parser.next(lexeme)) tokens.push(token);
    // The stack also holds the document and the scalar being read.
    if (parser.stack.length > maxDepth + 2) return { tokens, tags, tooDeepAt: offset };
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens, tags, tooDeepAt: undefined };
}

function checkKeysAndAliases(
  document: Read,
  problem: (code: string, message: Problem["message"], offset: number, value?: string) => Problem,
): Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Scalar(key, node) {
      if (key !== "key" || !forbiddenKeys.has(node.value)) return;
      const name = String(node.value);
      const message = {
        ru: `ключ «${name}» недопустим; переименуйте его`,
        en: `key "${name}" is not allowed; rename it`,
      };
      problems.push(problem("yaml/forbidden-key", message, node.range?.[0] ?? 0, name));
    },
    Alias(_, node, path) {
      const target = node.resolve(document);
      if (target !== undefined && !path.includes(target)) return;
      const message = target
        ? { ru: `ссылка «*${node.source}» указывает на саму себя`, en: `alias "*${node.source}" points at itself` }
        : { ru: `ссылка «*${node.source}» ни на что не указывает`, en: `alias "*${node.source}" points at nothing` };
      problems.push(problem("yaml/alias", message, node.range?.[0] ?? 0, node.source));
    },
  });
  return problems;
}

/** The nesting of a plain value, counted without recursion and no further than one past the limit. */
function depthOf(value: unknown, limit: number): number {
  let layer = [value];
  let depth = 0;
  while (depth <= limit) {
    layer = layer
      .filter((item) => typeof item === "object" && item !== null)
      .flatMap((item) => Object.values(item as object));
    if (layer.length === 0) return depth;
    depth++;
  }
  return depth;
}

function describe(error: YAMLError, text: string): [code: string, message: Problem["message"]] {
  if (error.code === "DUPLICATE_KEY") {
    const key = shorten(/^[^\s:,{}[\]]*/.exec(text.slice(error.pos[0]))?.[0]);
    return [
      "yaml/duplicate-key",
      { ru: `ключ «${key}» встречается второй раз; оставьте один`, en: `key "${key}" occurs a second time; keep one` },
    ];
  }
  if (error.code === "RESOURCE_EXHAUSTION") {
    return ["yaml/too-deep", { ru: "слишком глубокая вложенность", en: "nested too deeply" }];
  }
  const hint = syntaxHints[error.code];
  const ru = hint ?? "проверьте отступы, двоеточия, кавычки и скобки в этом месте";
  return [
    "yaml/syntax",
    { ru: `YAML не читается: ${ru}`, en: `the YAML cannot be read: ${lowerFirst(error.message)}` },
  ];
}

const syntaxHints: Readonly<Partial<Record<YAMLError["code"], string>>> = {
  BAD_ALIAS: "неверная ссылка на якорь",
  BAD_DQ_ESCAPE: "неизвестное сочетание с обратной чертой; внутри двойных кавычек её удваивают",
  BAD_INDENT: "неверный отступ; выровняйте строку с соседними",
  BAD_SCALAR_START: "значение начинается со служебного знака; заключите его в кавычки",
  BLOCK_AS_IMPLICIT_KEY: "лишнее двоеточие; заключите значение с двоеточием в кавычки",
  MISSING_CHAR: "не хватает кавычки, скобки, запятой или двоеточия",
  MULTILINE_IMPLICIT_KEY: "ключ не помещается на одной строке; проверьте двоеточие и кавычки",
  NON_STRING_KEY: "ключом может быть только текст",
  TAB_AS_INDENT: "отступ знаком табуляции; используйте пробелы",
};

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

const empty = { ru: "в файле нет данных", en: "the file holds no data" };
const multiple = {
  ru: "в файле несколько документов YAML («---»); оставьте один",
  en: 'the file holds several YAML documents ("---"); keep one',
};
const tooDeep = (limit: number) => ({
  ru: `вложенность больше ${limit} уровней; упростите документ`,
  en: `nested deeper than ${limit} levels; simplify the document`,
});
const tagRefused = (tag: string) => ({
  ru: `метки типов не используются: «${shorten(tag)}»; уберите метку, а текст, похожий на число, возьмите в кавычки`,
  en: `type tags are not used: "${shorten(tag)}"; remove it, and quote text that looks like a number`,
});
const tooManyAliases = (limit: number) => ({
  ru: `ссылки на якоря повторяются более ${limit} раз; выпишите значения явно`,
  en: `aliases repeat more than ${limit} times; write the values out`,
});
