import { problemOf } from "../problem/problem-of.ts";
import { decode } from "../text/decode.ts";
import type { Draft } from "./draft.ts";
import { readDocx } from "./read-docx.ts";
import { readMarkdown } from "./read-markdown.ts";
import { readPlainText } from "./read-plain-text.ts";

const zipStart = [0x50, 0x4b];
const oldOfficeStart = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * The text of a draft report: Word (.docx), Markdown (.md) or plain text, in UTF-8 or Windows-1251. What the bytes are
 * decides, not the name; the name tells Markdown from plain text. No bytes are an empty draft.
 *
 * Problems: `draft/old-word`, `draft/not-word`, `draft/damaged`, `draft/not-text`, `draft/empty`, those of `readZip` and
 * those of `decode`. Never throws.
 *
 * @example
 * readDraft(new TextEncoder().encode("Служба есть в 31 муниципалитете."), { file: "draft.txt" }).blocks.length // 1
 */
export function readDraft(bytes: Uint8Array, { file }: { file?: string | undefined } = {}): Draft {
  const draft = read(bytes, file);
  if (draft.blocks.length > 0 || draft.problems.some(({ severity }) => severity === "error")) return draft;
  const message = { ru: "в документе нет текста", en: "the document holds no text" };
  return { ...draft, problems: [...draft.problems, problemOf("draft/empty", message, { severity: "warning", file })] };
}

function read(bytes: Uint8Array, file: string | undefined): Draft {
  if (startsWith(bytes, oldOfficeStart)) {
    const message = {
      ru: "это документ старого формата .doc или документ с паролем; сохраните его в Word как .docx без пароля",
      en: "a document of the old .doc format or one with a password; save it in Word as .docx without a password",
    };
    return { blocks: [], problems: [problemOf("draft/old-word", message, { file })] };
  }
  if (startsWith(bytes, zipStart)) return readDocx(bytes, { file });
  const name = file?.toLowerCase() ?? "";
  const decoded = decode(bytes, { file, accept: ["windows-1251"] });
  if (name.endsWith(".docx") && bytes.length > 0) {
    const message = {
      ru: "имя файла — .docx, а содержимое нет; откройте файл в Word и сохраните его как .docx",
      en: "the file is named .docx but is none; open it in Word and save it as .docx",
    };
    return { blocks: [], problems: [problemOf("draft/not-word", message, { file })] };
  }
  if (!decoded.encoding) {
    const reason = decoded.problems.find(({ code }) => code === "file/not-text");
    if (!reason) return { blocks: [], problems: decoded.problems };
    const message = {
      ru: "это не документ Word и не текст; нужен файл .docx, .md или .txt",
      en: "neither a Word document nor a text; a .docx, .md or .txt file is needed",
    };
    return { blocks: [], problems: [problemOf("draft/not-text", message, { file })] };
  }
  const isMarkdown = /\.(md|markdown)$/.test(name);
  const blocks = isMarkdown ? readMarkdown(decoded.text) : readPlainText(decoded.text);
  return { blocks, problems: decoded.problems };
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return bytes.length >= start.length && start.every((byte, index) => bytes[index] === byte);
}
