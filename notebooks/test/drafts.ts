import { strToU8, zipSync } from "fflate";

/** A draft about Primorye: two figures that are right, one that is not (the tables give 12), one that nothing covers. */
export const paragraphs: readonly string[] = [
  "Наличие службы заявляет 31 муниципалитет.",
  "Сотрудников недостаточно в 12 службах.",
  "Число сотрудников оптимально в 15 службах.",
  "Закуплено 45 автобусов.",
];

/** The paragraphs as a Word document. */
export function docx(texts: readonly string[]): Uint8Array {
  const body = texts.map((text) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`).join("");
  const w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  return zipSync({ "word/document.xml": strToU8(`<w:document xmlns:w="${w}"><w:body>${body}</w:body></w:document>`) });
}

/** Some kilobytes that would unpack to thirty megabytes. */
export function bomb(): Uint8Array {
  return zipSync({ "word/document.xml": new Uint8Array(30_000_000) });
}

/** A Russian text in the encoding of old Windows programs. */
export function windows1251(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    if (code >= 0x410 && code <= 0x44f) return code - 0x350;
    if (code > 0x7f) throw new Error(`no sign for "${letter}" here`);
    return code;
  });
}
