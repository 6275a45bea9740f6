import { type Figure, withoutFigures } from "./figures.ts";
import type { Context } from "./match.ts";
import { quotedNames } from "./quoted-names.ts";
import { segmentOf } from "./segment.ts";
import { classIn, isUnitStem, unitAfter, unitClass } from "./units.ts";
import { contentStems, denies, quantifiersOf, wordsOf } from "./words.ts";

/** The words around a figure, without the noun that it counts. */
export function contextOf(
  sentence: string,
  segment: string,
  figures: readonly Figure[],
  index: number,
  lead: string,
  heading: string,
  places: ReadonlySet<string>,
): Context {
  const figure = figures[index] as Figure;
  const after = unitAfter(sentence.slice(figure.to));
  const own = unitClass(after);
  const isNoun = own === "territory" || own === "service";
  const counted = isNoun ? after.filter(isUnitStem) : [];
  const without = (text: string): string[] =>
    contentStems(withoutFigures(text)).filter(
      (stem) => !counted.includes(stem) && (!places.has(stem) || isUnitStem(stem)),
    );
  const part = without(segment);
  // «(в 2020 году было 15)»: the remark has no words of its own.
  const [verb] = new Set(part).size === 1 ? part : [];
  // «Участвовал 21, не участвовали 9»: what of is said once.
  const isRepeated =
    verb !== undefined &&
    denies(segment) &&
    figures
      .filter((_, other) => other !== index)
      .map((_, other) => segmentOf(sentence, figures, other < index ? other : other + 1))
      .some((other) => !denies(other) && without(other).includes(verb));
  const near = part.length === 0 || isRepeated ? without(sentence) : part;
  const isBare = part.length === 0;
  const othersOf = (): string[] =>
    figures
      .flatMap((_, other) => (other === index ? [] : without(segmentOf(sentence, figures, other))))
      .filter((stem) => !near.includes(stem));
  const unit =
    own === "none" || (own === "other" && figure.kind === "percent") ? unitBefore(sentence, figures, index) : own;
  const quoted = quotedNames(segment);
  return {
    quoted: quoted.length > 0 ? quoted : quotedNames(sentence),
    near: new Set(near),
    far: new Set([...without(sentence), ...without(lead)]),
    others: new Set(near !== part ? [] : othersOf()),
    head: new Set(without(heading)),
    denies: denies(isBare ? sentence : segment) || (near.length < 2 && denies(lead)),
    quantifiers: quantifiersOf(isBare ? sentence : segment),
    unit,
    unitStems: after,
    isPart: /^\s*(?:\p{L}+\s+)?из\s+(?:них|этих|тех)(?!\p{L})|^\s*остальн/iu.test(sentence.slice(figure.to)),
  };
}

/** «В 12 службах (38,7 %)»: the percentage counts what the number before it counts; else what its part of the sentence names. */
function unitBefore(sentence: string, figures: readonly Figure[], index: number) {
  const figure = figures[index];
  if (figure?.kind !== "percent") return "none";
  const count = figures.slice(0, index).findLast(({ kind }) => kind === "count" || kind === "ratio");
  const unit = count ? unitClass(unitAfter(sentence.slice(count.to))) : "none";
  if (unit === "territory" || unit === "service") return unit;
  const stems = (text: string) => wordsOf(text).map(({ folded }) => folded);
  const part = segmentOf(sentence, figures, index);
  const before = classIn(stems(part.slice(0, part.indexOf(figure.text))));
  return before === "none" ? classIn(stems(part)) : before;
}
