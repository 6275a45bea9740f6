import { indicatorsOf, toNumber } from "@metodika/core";
import { compareNumber } from "./compare.ts";
import type { Base, DraftFinding } from "./draft-finding.ts";
import { explainNumber, numberIn } from "./explain-number.ts";
import type { Figure } from "./figures.ts";
import type { Reference } from "./reference.ts";
import { unitAfter, unitClass } from "./units.ts";
import { contentStems, denies, isSimilarStem } from "./words.ts";

/** How much of the title of an indicator must be said, and of how many words. */
const threshold = 0.5;
const leastWords = 3;

/**
 * «В Благовещенске в ассоциации состоят 75 молодых педагогов»: the number that a table has for the one municipality of a sentence.
 * Undefined where no indicator that is a number is named, or several are.
 */
export function checkCell(
  base: Base,
  figure: Figure,
  sentence: string,
  municipality: string,
  { data, cells, places, names, universes }: Reference,
): DraftFinding | undefined {
  const unit = unitAfter(sentence.slice(figure.to));
  const counted = unitClass(unit);
  if (figure.kind !== "count" || counted === "territory" || counted === "service" || denies(sentence)) return undefined;
  const words = contentStems(sentence).filter((stem) => !places.has(stem));
  const rated = indicatorsOf(data.methodology)
    .filter(({ indicator }) => data.methodology.scales[indicator.scale]?.type === "number")
    .map(({ indicator, criterion }) => {
      const title = [...new Set(contentStems(indicator.title.ru.replace(/\([^)]*\)/g, " ")))];
      const said = title.filter((stem) => words.some((word) => word === stem || isSimilarStem(word, stem)));
      return { indicator, criterion, said: said.length, fit: title.length === 0 ? 0 : said.length / title.length };
    })
    .sort((a, b) => b.fit - a.fit);
  const [best, second] = rated;
  if (!best || best.fit < threshold || best.said < leastWords || (second && second.fit === best.fit)) return undefined;
  const cell = cells().find((one) => one.municipality === municipality && one.indicator === best.indicator.id);
  if (!cell?.state.range || cell.state.missing.length > 0) return undefined;
  const expected = { low: toNumber(cell.state.range[0]), high: toNumber(cell.state.range[1]) };
  const status = compareNumber(figure, expected);
  const name = names.get(municipality) ?? { ru: municipality, en: municipality };
  const { title } = best.indicator;
  return {
    ...base,
    status,
    match: {
      id: `cell/${best.indicator.id}/${municipality}`,
      statement: { ru: `${name.ru}: «${title.ru}»`, en: `${name.en}: “${title.en}”` },
      source: best.criterion.table === undefined ? data.round.id : `${data.round.id} table ${best.criterion.table}`,
    },
    fit: Math.round(best.fit * 100) / 100,
    expected: numberIn(expected),
    explanation: explainNumber(figure, undefined, expected, status, universes),
  };
}
