import type { Problem } from "@metodika/core";

/** What a problem may know beside its code and its message. */
export type Facts = Omit<Problem, "severity" | "code" | "message">;

/**
 * A problem from a code, a message in both languages and the facts about it; the severity is `error` unless a fact
 * says otherwise. Facts that are undefined are left out, so that problems compare by what they know.
 *
 * @example
 * problemOf("csv/empty", { ru: "файл пуст", en: "the file is empty" }, { file: "municipalities.csv" })
 */
export function problemOf(
  code: string,
  message: Problem["message"],
  { severity = "error", ...facts }: Facts & { severity?: Problem["severity"] | undefined } = {},
): Problem {
  const known = Object.entries(facts).filter(([, fact]) => fact !== undefined);
  return { severity, code, message, ...(Object.fromEntries(known) as Facts) };
}
