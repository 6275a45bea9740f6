import type { Problem } from "@metodika/core";
import { problemOf } from "../problem/problem-of.ts";
import { type ByteLines, byteLines } from "./byte-lines.ts";

/** How the characters of a file were stored. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1251";

export interface DecodeOptions {
  /** The name shown in problems. */
  file?: string | undefined;
  /** Encodings taken with a note where they would be an error: office files of older years. */
  accept?: readonly "windows-1251"[] | undefined;
  /** 20 MB unless told. */
  maxBytes?: number | undefined;
}

export interface Decoded {
  /** Without a byte order mark; empty when the bytes are no text. */
  text: string;
  /** Undefined when the bytes are no text. */
  encoding: Encoding | undefined;
  bom: boolean;
  problems: Problem[];
}

/**
 * Bytes of a file → its text. UTF-8 is expected; a byte order mark is removed, UTF-16 is recognized by its mark.
 * Bytes that are no UTF-8 are read as Windows-1251, so that everything else about the file can be checked at once.
 * Nothing (no bytes) is an empty text and no problem.
 *
 * Problems: `file/too-large`, `file/not-text`, `file/encoding`. Never throws.
 *
 * @example
 * decode(new Uint8Array([0xef, 0xbb, 0xbf, 0x69, 0x64])).text // "id"
 */
export function decode(bytes: Uint8Array, { file, accept = [], maxBytes = 20_000_000 }: DecodeOptions = {}): Decoded {
  if (bytes.length > maxBytes) return noText(tooLarge(bytes.length, maxBytes, file));

  const kind = signatureOf(bytes);
  if (kind) return noText(notText(kind, file));

  const mark = markOf(bytes);
  if (mark === undefined && bytes.includes(0)) return noText(notText(binary, file));

  const encoding = mark ?? "utf-8";
  const text = decodeStrictly(bytes, encoding);
  if (text?.includes("\0")) return noText(notText(binary, file));
  if (text !== undefined) return { text, encoding, bom: mark !== undefined, problems: [] };

  if (encoding !== "utf-8") {
    const message = {
      ru: `повреждённый текст ${encoding}; ${saveAs.ru}`,
      en: `damaged ${encoding} text; ${saveAs.en}`,
    };
    const problems = [problemOf("file/encoding", message, { file })];
    return { text: new TextDecoder(encoding).decode(bytes), encoding, bom: true, problems };
  }
  return decodeForeign(bytes, mark !== undefined, accept.includes("windows-1251"), file);
}

interface Kind {
  ru: string;
  en: string;
}

const saveAs: Kind = {
  ru: "сохраните файл в кодировке UTF-8 (в Excel — «CSV UTF-8»)",
  en: 'save the file as UTF-8 (in Excel: "CSV UTF-8")',
};
const binary: Kind = { ru: "двоичный файл", en: "a binary file" };

const signatures: readonly [bytes: readonly number[], kind: Kind][] = [
  [[0x50, 0x4b, 0x03, 0x04], { ru: "архив ZIP или файл .xlsx, .docx", en: "a ZIP archive or an .xlsx or .docx file" }],
  [[0x50, 0x4b, 0x05, 0x06], { ru: "пустой архив ZIP", en: "an empty ZIP archive" }],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], { ru: "документ PDF", en: "a PDF document" }],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], { ru: "файл .xls или .doc", en: "an .xls or .doc file" }],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], { ru: "документ RTF", en: "an RTF document" }],
  [[0x1f, 0x8b], { ru: "архив gzip", en: "a gzip archive" }],
  [[0x52, 0x61, 0x72, 0x21], { ru: "архив RAR", en: "a RAR archive" }],
  [[0x37, 0x7a, 0xbc, 0xaf], { ru: "архив 7z", en: "a 7z archive" }],
  [[0x89, 0x50, 0x4e, 0x47], { ru: "изображение PNG", en: "a PNG image" }],
  [[0xff, 0xd8, 0xff], { ru: "изображение JPEG", en: "a JPEG image" }],
];

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function signatureOf(bytes: Uint8Array): Kind | undefined {
  return signatures.find(([signature]) => startsWith(bytes, signature))?.[1];
}

function markOf(bytes: Uint8Array): Encoding | undefined {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return "utf-8";
  if (startsWith(bytes, [0xff, 0xfe])) return "utf-16le";
  if (startsWith(bytes, [0xfe, 0xff])) return "utf-16be";
  return undefined;
}

/** The text, or undefined when the bytes break the rules of the encoding. */
function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Bytes that are no UTF-8: UTF-8 with a few broken characters, Windows-1251, or no text at all. */
function decodeForeign(bytes: Uint8Array, bom: boolean, accepted: boolean, file: string | undefined): Decoded {
  const { line, column } = firstBrokenPlace(bytes);
  const asUtf8 = new TextDecoder("utf-8").decode(bytes);
  const broken = count(asUtf8, /\uFFFD/g);
  const sound = count(asUtf8, /[^\p{ASCII}\uFFFD]/gu);
  if (bom || sound > broken) {
    const message = {
      ru: `повреждённый символ UTF-8, всего таких: ${broken}; ${saveAs.ru}`,
      en: `broken UTF-8 character, ${broken} in all; ${saveAs.en}`,
    };
    return {
      text: asUtf8,
      encoding: "utf-8",
      bom,
      problems: [problemOf("file/encoding", message, { file, line, column })],
    };
  }

  const text = new TextDecoder("windows-1251").decode(bytes);
  // Control characters and the one code that Windows-1251 leaves empty do not occur in its texts.
  if (/(?![\t\n\f\r])\p{Cc}/u.test(text)) return noText(notText(binary, file));
  const message = {
    ru: `кодировка Windows-1251 вместо UTF-8${accepted ? ": файл прочитан" : `; ${saveAs.ru}`}`,
    en: `Windows-1251 where UTF-8 is expected${accepted ? ": the file was read" : `; ${saveAs.en}`}`,
  };
  const severity = accepted ? "note" : "error";
  const problems = [problemOf("file/encoding", message, { severity, file, line, column })];
  return { text, encoding: "windows-1251", bom, problems };
}

/** Where strict UTF-8 stops: the longest sound start, found by halving. */
function firstBrokenPlace(bytes: Uint8Array): ReturnType<ByteLines["placeOf"]> {
  const sound = (length: number): boolean => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sound(middle)) low = middle;
    else high = middle - 1;
  }
  // A first byte that still waits for its followers is the broken one.
  const complete = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, low), { stream: true });
  return byteLines(bytes).placeOf(new TextEncoder().encode(complete).length);
}

function count(text: string, pattern: RegExp): number {
  let matches = 0;
  for (const _ of text.matchAll(pattern)) matches++;
  return matches;
}

function noText(problem: Problem): Decoded {
  return { text: "", encoding: undefined, bom: false, problems: [problem] };
}

function notText(kind: Kind, file: string | undefined): Problem {
  const message = {
    ru: `это не текст: ${kind.ru}; нужен текстовый файл CSV, YAML, JSON или Markdown`,
    en: `not a text: ${kind.en}; a CSV, YAML, JSON or Markdown text file is needed`,
  };
  return problemOf("file/not-text", message, { file });
}

function tooLarge(size: number, limit: number, file: string | undefined): Problem {
  const message = {
    ru: `файл слишком велик: ${size} байт, допускается ${limit}; разделите его`,
    en: `the file is too large: ${size} bytes, at most ${limit} are read; split it`,
  };
  return problemOf("file/too-large", message, { file, value: String(size) });
}
