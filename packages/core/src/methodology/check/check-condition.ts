import { decimal } from "../../decimal/decimal.ts";
import type { Problem } from "../../problem/problem.ts";
import type { Condition } from "../condition.ts";
import { criteriaOf, indicatorsBelow, indicatorsOf } from "../indicators.ts";
import type { Criterion, Methodology } from "../methodology.ts";
import type { Scale } from "../scale.ts";
import { dangling, problem, words } from "./problems.ts";

/** A level that a condition may name, with its codes. */
export interface CheckedLevel {
  id: string;
  codes: readonly string[];
}

/** The problems of a condition; `field` is the dotted path where it stands. */
export type ConditionCheck = (condition: Condition, field: string) => Problem[];

/**
 * Makes ready to check conditions against a methodology: every indicator, criterion, code and level must exist, and
 * something must be asked.
 *
 * @param levels those that may be named, looked at when a condition is checked; all of the methodology unless told
 * @example
 * conditionChecker(methodology)({ indicator: "paln", is: ["yes"] }, "who") // condition/unknown-indicator in who.indicator
 */
export function conditionChecker(
  methodology: Methodology,
  levels: readonly CheckedLevel[] = (methodology.levels ?? []).map(({ id, codes }) => ({
    id,
    codes: codes.map(({ code }) => code),
  })),
): ConditionCheck {
  const criteria = criteriaOf(methodology);
  const criterionIds = criteria.map(({ id }) => id);
  const indicatorIds = criteria.flatMap(({ indicators = [] }) => indicators.map(({ id }) => id));
  const scaleOf = new Map(indicatorsOf(methodology).map(({ indicator, scale }) => [indicator.id, scale]));
  return check;

  function check(condition: Condition, field: string): Problem[] {
    if ("all" in condition) return condition.all.flatMap((part, index) => check(part, `${field}.all.${index}`));
    if ("any" in condition) return condition.any.flatMap((part, index) => check(part, `${field}.any.${index}`));
    if ("not" in condition) return check(condition.not, `${field}.not`);
    const problems: Problem[] = [];
    if ("indicator" in condition) {
      if (!condition.is && !condition.status && condition.at_least === undefined && condition.at_most === undefined)
        problems.push(empty(field));
      const scale = scaleOf.get(condition.indicator);
      problems.push(...checkIndicator(condition.indicator, `${field}.indicator`));
      const limits = [condition.at_least, condition.at_most].filter((limit) => limit !== undefined).map(String);
      if (scale?.type === "codes") problems.push(...checkCodes([...(condition.is ?? []), ...limits], [scale], field));
      else if (scale && (condition.is || limits.some((limit) => decimal(limit) === undefined)))
        problems.push(
          problem("error", "condition/not-a-number", field, {
            ru: `показатель «${condition.indicator}» числовой: сравнивать его можно только с числом`,
            en: `indicator "${condition.indicator}" is a number and can only be compared with a number`,
          }),
        );
    } else if ("count" in condition) {
      const { criterion, indicators, codes = [], status = [] } = condition.count;
      if ((condition.at_least === undefined && condition.at_most === undefined) || codes.length + status.length === 0)
        problems.push(empty(field));
      if ((criterion === undefined) === (indicators === undefined))
        problems.push(
          problem("error", "condition/count", field, {
            ru: "укажите либо критерий, либо список показателей",
            en: "give either a criterion or a list of indicators",
          }),
        );
      if (criterion !== undefined && !criterionIds.includes(criterion))
        problems.push(
          dangling("condition/unknown-criterion", `${field}.count.criterion`, criterion, criterionIds, words.criterion),
        );
      const below = criteria.find(({ id }) => id === criterion);
      const ids = indicators ?? (below ? indicatorsBelow(below).map(({ id }) => id) : []);
      problems.push(...ids.flatMap((id) => checkIndicator(id, `${field}.count.indicators`)));
      const scales = ids.flatMap((id) => scaleOf.get(id) ?? []);
      problems.push(...checkCodes(codes, scales, `${field}.count.codes`));
    } else if ("points" in condition) {
      if (condition.at_least === undefined && condition.at_most === undefined) problems.push(empty(field));
      const known = [
        ...criteria.filter(givesPoints).map(({ id }) => id),
        ...(methodology.total && methodology.criteria.some(givesPoints) ? ["total"] : []),
      ];
      if (!known.includes(condition.points))
        problems.push(dangling("condition/no-points", `${field}.points`, condition.points, known, words.criterion));
    } else {
      const level = levels.find(({ id }) => id === condition.level);
      const ids = levels.map(({ id }) => id);
      if (!level)
        problems.push(dangling("condition/unknown-level", `${field}.level`, condition.level, ids, words.level));
      for (const code of level ? condition.is : [])
        if (!level?.codes.includes(code))
          problems.push(dangling("condition/unknown-level-code", `${field}.is`, code, level?.codes ?? [], words.level));
    }
    return problems;
  }

  function checkIndicator(id: string, field: string): Problem[] {
    if (indicatorIds.includes(id)) return [];
    return [dangling("condition/unknown-indicator", field, id, indicatorIds, words.indicator)];
  }
}

/** A code must stand on at least one of the scales that a condition reads. */
function checkCodes(codes: readonly string[], scales: readonly Scale[], field: string): Problem[] {
  if (scales.length === 0) return [];
  const known = scales.flatMap((scale) => (scale.type === "codes" ? scale.codes.map(({ code }) => code) : []));
  return codes
    .filter((code) => !known.includes(code))
    .map((code) => dangling("condition/unknown-code", field, code, [...new Set(known)], words.code));
}

function empty(field: string): Problem {
  return problem("error", "condition/empty", field, {
    ru: "условие ничего не спрашивает: нужны значения (is, codes, status) или пределы (at_least, at_most)",
    en: "the condition asks nothing: give values (is, codes, status) or limits (at_least, at_most)",
  });
}

/** True when a criterion has points of its own: a way to add up, and something to add. */
function givesPoints({ points, indicators = [], criteria = [] }: Criterion): boolean {
  return points !== undefined && (indicators.some((indicator) => indicator.points) || criteria.some(givesPoints));
}
