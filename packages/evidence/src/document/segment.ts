import type { Figure } from "./figures.ts";
import { isUnitStem } from "./units.ts";
import { contentStems } from "./words.ts";

/** The part of a sentence that speaks of one figure: up to the last comma, «а» or «и» before and after it. */
export function segmentOf(sentence: string, figures: readonly Figure[], index: number): string {
  const figure = figures[index];
  const isName = (one: Figure): boolean => one.kind === "date";
  const before = figures.slice(0, index).findLast((one) => !isName(one) && !isSameThing(sentence, one, figure));
  const after = figures.slice(index + 1).find((one) => !isName(one) && !isSameThing(sentence, figure, one));
  // The next figure begins at the last divider that leaves words before it: «программа — в 17» is one part.
  const cut = (from: number, to: number): number | undefined => {
    const dividers = [...sentence.slice(from, to).matchAll(/[;,]\s|\sа\s|\sи\s|[—–]\s|\.\s/g)];
    const divider =
      dividers.findLast(
        ({ index, 0: mark }) => contentStems(sentence.slice(from + index + mark.length, to)).length > 0,
      ) ?? dividers[0];
    return divider ? from + divider.index : undefined;
  };
  // Where nothing divides a figure from the one before it («с 15 до 20»), both have one beginning.
  const startOf = (at: number): number | undefined => {
    const one = figures[at];
    const last = figures.slice(0, at).findLastIndex((other) => !isName(other) && !isSameThing(sentence, other, one));
    const previous = figures[last];
    return one && previous ? (cut(previous.to, one.from) ?? startOf(last)) : undefined;
  };
  // A remark in brackets speaks for itself; a bare percentage or year in brackets belongs to what stands before.
  const open = figure ? sentence.lastIndexOf("(", figure.from) : -1;
  const close = open >= 0 ? sentence.indexOf(")", open) : -1;
  if (figure && open >= 0 && close > figure.from) {
    const remark = sentence.slice(open + 1, close);
    if (isTelling(remark.replace(figure.text, ""))) return remark;
  }
  const start = before && figure ? startOf(index) : undefined;
  const end = after && figure ? cut(figure.to, after.from) : undefined;
  const part = sentence.slice(start ?? 0, end ?? sentence.length);
  // What follows from the figure, or is set against it, is not about it.
  const rest = figure ? figure.to - (start ?? 0) : 0;
  const turn =
    /,?\s+(?:можно|тогда как|при этом|однако|поэтому|следовательно|хотя|так как|поскольку|что (?:позволяет|говорит|свидетельствует|показывает|означает))(?!\p{L})/iu.exec(
      part.slice(rest),
    );
  return turn ? part.slice(0, rest + turn.index) : part;
}

/** Does a remark say of what it speaks? «(22 муниципалитета)» and «(в 2020 году было 15)» do not. */
function isTelling(remark: string): boolean {
  return contentStems(remark).some((stem) => stem.length > 3 && !isUnitStem(stem));
}

/** «12 служб (38,7 %)», «12, или 38,7 %»: two figures of one thing. */
export function isSameThing(sentence: string, first: Figure | undefined, second: Figure | undefined): boolean {
  if (!first || !second || first.kind === second.kind) return false;
  if (second.kind !== "percent" && first.kind !== "percent") return false;
  const [a, b] = first.from < second.from ? [first, second] : [second, first];
  return (
    /^[^.;:()]{0,40}\($/u.test(sentence.slice(a.to, b.from).replace(/\s+/g, " ").trimEnd()) ||
    /^(?:\s+\p{L}+){0,2},? (?:или|то есть|т\. ?е\.)\s*$/u.test(sentence.slice(a.to, b.from))
  );
}
