import type { Language, Text } from "@metodika/core";

/**
 * A text in the language asked for.
 *
 * @example
 * say({ ru: "Да", en: "Yes" }, "en") // "Yes"
 */
export function say(text: Text, lang: Language): string {
  return text[lang];
}
