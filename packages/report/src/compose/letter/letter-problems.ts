import type { Municipality, Problem } from "@metodika/core";

/** The code of a letter that has no official name to be addressed to. */
export const unnamedCode = "letter/authority-name-unknown";

/**
 * What a person should know before letters are sent, once for all of them: those without an official name together, the
 * rest as they are.
 *
 * @example
 * letterProblems([], []) // []
 */
export function letterProblems(
  letters: readonly { problems: readonly Problem[] }[],
  municipalities: readonly Municipality[],
): Problem[] {
  const all = letters.flatMap(({ problems }) => problems);
  const unnamed = all.filter(({ code }) => code === unnamedCode);
  const [first, ...others] = unnamed;
  if (!first || others.length === 0) return all;
  const ids = unnamed.map(({ value }) => String(value));
  const own = municipalities.filter(({ id }) => ids.includes(id));
  const joined: Problem = {
    ...first,
    value: ids.join(", "),
    message: {
      ru: `В данных нет официальных названий органов управления образованием (${ids.length}), эти письма начинаются с нейтрального обращения: ${own.map(({ name }) => name).join(", ")}`,
      en: `The data have no official names of education authorities (${ids.length}), these letters have a neutral address: ${own.map(({ name_en }) => name_en).join(", ")}`,
    },
  };
  return [joined, ...all.filter(({ code }) => code !== unnamedCode)];
}
