import { withoutFigures } from "./figures.ts";
import { nameWords, type QuotedName, quotedNames } from "./quoted-names.ts";
import { isUnitStem, type UnitClass, unitClass, unitIn } from "./units.ts";
import { contentStems, denies, type Quantifier, quantifiersOf } from "./words.ts";

/** One way to put a statement into words. */
export interface Phrasing {
  stems: ReadonlySet<string>;
  denies: boolean;
  quantifiers: ReadonlySet<Quantifier>;
  /** What its number counts. */
  unit: UnitClass;
  /** Names that it has in quotation marks. */
  quoted: readonly QuotedName[];
  /** What a draft may put into quotation marks: what an indicator or a value is called. */
  names: readonly QuotedName[];
}

/** @param places stems that name municipalities, where the phrasing is not about its names */
export function phrasingOf(text: string, places: ReadonlySet<string> = new Set()): Phrasing {
  const unit = unitIn(text);
  const counted = unitClass(unit);
  const isCounted = (stem: string): boolean =>
    (counted === "territory" || counted === "service") && unit.includes(stem) && isUnitStem(stem);
  const words = contentStems(withoutFigures(text));
  const stems = words.filter(
    (stem) => !places.has(stem) && !isCounted(stem) && !/^(муниципалитет|территор)/.test(stem),
  );
  // Where a service is what the statement is about, and nothing else, it stays.
  const own = stems.length > 0 ? stems : words.filter((stem) => !places.has(stem));
  return {
    stems: new Set(own),
    denies: denies(text),
    quantifiers: quantifiersOf(text),
    unit: counted,
    quoted: quotedNames(text),
    names: [],
  };
}

/** Two phrasings in one: what an indicator is called and what its value is called. */
export function joinedPhrasing(texts: readonly string[], denied: boolean): Phrasing {
  const text = texts.join(" ");
  return {
    stems: new Set(contentStems(text).filter((stem) => !/^(муниципальн|муниципалитет|территор)/.test(stem))),
    denies: denied || denies(text),
    quantifiers: quantifiersOf(text),
    unit: "none",
    quoted: quotedNames(text),
    names: texts.map(nameWords),
  };
}
