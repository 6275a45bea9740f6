import type { Language } from "@metodika/core";

/** Values joined by "or", each in quotation marks: «З» или «Ж», in English “G” or “Y”. */
export function either(values: readonly string[], lang: Language): string {
  return values.map((value) => quote(value, lang)).join(lang === "ru" ? " или " : " or ");
}

/** A name in the quotation marks of the language; those inside become the inner kind. */
export function quote(text: string, lang: Language): string {
  if (lang === "ru") return `«${text.replace(/«/g, "„").replace(/»/g, "“")}»`;
  return `“${text.replace(/“/g, "‘").replace(/”/g, "’")}”`;
}
