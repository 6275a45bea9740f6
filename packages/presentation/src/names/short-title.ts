import type { Language, Text } from "@metodika/core";
import { say } from "../languages/say.ts";

/** The short title of an indicator or criterion, or the full one where it has none. */
export function shortTitle(thing: { title: Text; short?: Text | undefined }, lang: Language): string {
  return say(thing.short ?? thing.title, lang);
}
