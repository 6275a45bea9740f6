import { createHash } from "node:crypto";

/** The first 16 hexadecimal digits of the SHA-256 of a text: enough to tell any two lines of a report apart. */
export function digest(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex").slice(0, 16);
}

/** A text without tags and with every run of white space made one space. */
export function plain(text: string): string {
  return text
    .replace(/<[^>]*>/g, " ")
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
}

/** The digest of a paragraph or table row of a source: of its plain text. */
export function paragraphDigest(text: string): string {
  return digest(plain(text));
}
