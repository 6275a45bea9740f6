import type { MunicipalityType, Text } from "@metodika/core";
import { compareNumber } from "./compare.ts";
import type { Base, DraftFinding } from "./draft-finding.ts";
import { explainNumber, numberIn } from "./explain-number.ts";
import { type Figure, withoutFigures } from "./figures.ts";
import type { Reference } from "./reference.ts";
import { isUnitStem, unitAfter, unitClass } from "./units.ts";
import { contentStems, denies } from "./words.ts";

const kinds: readonly [RegExp, MunicipalityType, Text][] = [
  [/^\s*городск\p{L}+\s+округ/iu, "urban-okrug", { ru: "городские округа", en: "urban okrugs" }],
  [/^\s*муниципальн\p{L}+\s+округ/iu, "municipal-okrug", { ru: "муниципальные округа", en: "municipal okrugs" }],
  [
    /^\s*(?:муниципальн\p{L}+\s+)?район/iu,
    "municipal-district",
    { ru: "муниципальные районы", en: "municipal districts" },
  ],
];

/**
 * «В области 29 муниципалитетов», «во всех 29 территориях», «12 городских округов»: how many there are at all. Undefined where the
 * sentence tells something of them, so that it need not be all.
 */
export function checkTotal(
  base: Base,
  figure: Figure,
  sentence: string,
  segment: string,
  { data, places, universes }: Reference,
): DraftFinding | undefined {
  const after = sentence.slice(figure.to);
  const unit = unitAfter(after);
  if (figure.kind !== "count" || unitClass(unit) !== "territory") return undefined;
  const own = kinds.find(([pattern]) => pattern.test(after));
  // «Амурской», «Приморском»: the region tells nothing of its municipalities.
  const words = segment.replace(/\p{Lu}\p{Ll}+ск\p{Ll}{2,3}(?!\p{L})/gu, " ");
  if (denies(words)) return undefined;
  const rest = contentStems(withoutFigures(words)).filter((stem) => !unit.includes(stem) && !places.has(stem));
  const isTaking = rest.some((stem) => taking.test(stem));
  const isAll = /(?:^|\s)все(?:х|м|ми)?\s*$/iu.test(sentence.slice(0, figure.from));
  // «В мониторинге служб участвовали 34 муниципалитета» names services; «служба есть в 31» tells something of them.
  if (!isAll && rest.some((stem) => !taking.test(stem) && !(isTaking && isUnitStem(stem)))) return undefined;
  const count = data.municipalities.filter(({ type }) => own === undefined || type === own[1]).length;
  const expected = { low: count, high: count };
  const status = compareNumber(figure, expected);
  const statement: Text = own
    ? { ru: `Всего: ${own[2].ru}`, en: `In all: ${own[2].en}` }
    : { ru: "Всего муниципалитетов", en: "Municipalities in all" };
  return {
    ...base,
    status,
    match: { id: own ? `table/total/${own[1]}` : "table/total", statement, source: data.round.id },
    fit: 1,
    expected: numberIn(expected),
    explanation: explainNumber(figure, undefined, expected, status, universes),
  };
}

/** Taking part is what all of them do. */
const taking = /^(участв|участ|принима|приня|охват|охвач|вход|входя)/;
