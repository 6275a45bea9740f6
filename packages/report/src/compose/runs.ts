import type { Block, ListItem, Run } from "@metodika/presentation";

/**
 * A tag: parts joined by slashes. One longer than 60 characters is cut and ends in a checksum of the whole, so that it
 * stays the same for good and apart from its neighbours.
 *
 * @example
 * tagOf("share", "regulation", "yes") // "share/regulation/yes"
 */
export function tagOf(...parts: string[]): string {
  const whole = parts.join("/");
  if (whole.length <= 60) return whole;
  // FNV-1a, 32 bits.
  let sum = 0x811c9dc5;
  for (const letter of whole) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return `${whole.slice(0, 51)}-${sum.toString(16).padStart(8, "0")}`;
}

export function text(words: string): Run {
  return { type: "text", text: words };
}

export function strong(words: string): Run {
  return { type: "text", text: words, strong: true };
}

export function figure(tag: string, words: string, note?: string): Run {
  return { type: "figure", tag, text: words, ...(note ? { note } : {}) };
}

export function reference(to: string): Run {
  return { type: "reference", to };
}

export function heading(level: 1 | 2 | 3, words: string): Block {
  return { type: "heading", level, text: words };
}

/** A paragraph of runs; plain words become a run of text. */
export function paragraph(
  runs: readonly (Run | string)[],
  options: Pick<Extract<Block, { type: "paragraph" }>, "style" | "tag"> = {},
): Block {
  return { type: "paragraph", runs: runs.map(runOf), ...options };
}

export function item(runs: readonly (Run | string)[], items: readonly ListItem[] = []): ListItem {
  return { runs: runs.map(runOf), ...(items.length > 0 ? { items: [...items] } : {}) };
}

/** A list, or nothing where it has no items. */
export function list(items: readonly ListItem[], ordered = false, tag?: string): Block[] {
  return items.length === 0 ? [] : [{ type: "list", ordered, items: [...items], ...(tag ? { tag } : {}) }];
}

/** Runs with a separator between the groups and an end after the last. */
export function joined(groups: readonly (readonly Run[])[], separator: string, end = ""): Run[] {
  return groups.flatMap((runs, place) => [
    ...runs,
    ...(place < groups.length - 1 ? [text(separator)] : end ? [text(end)] : []),
  ]);
}

function runOf(run: Run | string): Run {
  return typeof run === "string" ? text(run) : run;
}
