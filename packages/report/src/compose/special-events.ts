import type { MissingStatus } from "@metodika/core";
import type { Context } from "./context.ts";
import { continued } from "./groups.ts";

/** Facts of this topic say what happened where a value is missing because of a special event. */
const topic = "special-event";

/** What kept the work of these municipalities from being done, as the facts tell; nothing for other reasons or without facts. */
export function eventOf(
  { data, lang }: Pick<Context, "data" | "lang">,
  status: string,
  ids: readonly string[],
): string {
  const special: MissingStatus = "S";
  if (status !== special) return "";
  const told = data.facts.filter((fact) => fact.topic === topic && ids.includes(fact.subject));
  return [...new Set(told.map((fact) => continued(lang === "ru" ? fact.title_ru : fact.title_en)))].join("; ");
}
