import type { Text } from "@metodika/core";
import { compareNumber, type Expected } from "./compare.ts";
import type { Base, DraftFinding } from "./draft-finding.ts";
import { explainNumber, numberIn } from "./explain-number.ts";
import type { Figure } from "./figures.ts";
import type { Reference } from "./reference.ts";

/** How much of a criterion's title must be said before points are held against it. */
const criterionThreshold = 0.8;
/** The second best criterion must be worse by this much. */
const criterionMargin = 0.15;

/** The criterion that words name beyond doubt; undefined where none or several fit. */
export function criterionNamed(words: ReadonlySet<string>, { criteria }: Pick<Reference, "criteria">) {
  const [one, second] = criteria
    .map((criterion) => ({ ...criterion, fit: Math.max(0, ...criterion.names.map((stems) => said(stems, words))) }))
    .sort((a, b) => b.fit - a.fit);
  if (!one || one.fit < criterionThreshold || (second && one.fit - second.fit < criterionMargin)) return undefined;
  return one;
}

function said(stems: ReadonlySet<string>, words: ReadonlySet<string>): number {
  return stems.size === 0 ? 0 : [...stems].filter((stem) => words.has(stem)).length / stems.size;
}

/** Points of a municipality for a criterion that is known; undefined where the round gives it none. */
export function checkPoints(
  base: Base,
  figure: Figure,
  municipality: string,
  criterion: { id: string; title: Text; fit: number },
  { score, points, names, data, universes }: Reference,
): DraftFinding | undefined {
  const unit = score.units.find((candidate) => candidate.municipality === municipality);
  const result = unit?.criteria.find((one) => one.criterion === criterion.id);
  const finding = points.get(`points/${criterion.id}/${municipality}`);
  if (!result?.points) return undefined;
  const expected: Expected = { low: result.points[0], high: result.points[1] };
  const status = compareNumber(figure, expected);
  const name = names.get(municipality) ?? { ru: municipality, en: municipality };
  const statement: Text = {
    ru: `${name.ru}: «${criterion.title.ru}»`,
    en: `${name.en}: “${criterion.title.en}”`,
  };
  return {
    ...base,
    kind: "points",
    status,
    match: { id: `points/${criterion.id}/${municipality}`, statement, source: finding?.source ?? data.round.id },
    fit: Math.round(criterion.fit * 100) / 100,
    expected: numberIn(expected),
    explanation: explainNumber(figure, finding ? { finding, universe: "all" } : undefined, expected, status, universes),
  };
}
