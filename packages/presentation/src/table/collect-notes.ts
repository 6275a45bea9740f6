import type { Language } from "@metodika/core";
import { say } from "../languages/say.ts";
import { linkMark, linkTitle, type Sign } from "../signs/signs.ts";
import type { Note } from "./table.ts";

/** The notes of a table while it is built: every sign once, then numbered notes, then those of the whole table. */
export interface Notes {
  /** Explains a sign and returns it. */
  sign(sign: Sign): string;
  link(): void;
  /** Adds a numbered note, the same text once, and returns its mark. */
  mark(text: string): string;
  whole(text: string): void;
  all(): Note[];
}

export function collectNotes(lang: Language): Notes {
  const signs = new Map<string, string>();
  const marks = new Map<string, string>();
  const whole = new Set<string>();
  return {
    sign({ sign, title }) {
      const text = say(sign, lang);
      signs.set(text, say(title, lang));
      return text;
    },
    link() {
      signs.set(linkMark, say(linkTitle, lang));
    },
    mark(text) {
      const mark = marks.get(text) ?? String(marks.size + 1);
      marks.set(text, mark);
      return mark;
    },
    whole(text) {
      whole.add(text);
    },
    all() {
      return [
        ...[...signs].map(([mark, text]) => ({ mark, text })),
        ...[...marks].map(([text, mark]) => ({ mark, text })),
        ...[...whole].map((text) => ({ text })),
      ];
    },
  };
}
