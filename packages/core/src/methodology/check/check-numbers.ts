import { compare, type Decimal, exactly } from "../../decimal/decimal.ts";
import type { Problem } from "../../problem/problem.ts";
import { missingStatuses } from "../../status/status.ts";
import type { Criterion, Indicator, Methodology } from "../methodology.ts";
import type { DecimalValue } from "../number.ts";
import type { Scale } from "../scale.ts";
import { walkCriteria } from "./check-references.ts";
import { problem } from "./problems.ts";

/**
 * Checks the numbers with which a methodology calculates: where they would give no number at all, or turn more points
 * into less, no result could be trusted.
 */
export function checkNumbers(methodology: Methodology): Problem[] {
  const problems: Problem[] = [];
  const redistributes = missingStatuses.some((status) => methodology.missing[status].policy === "redistribute");
  walkCriteria(methodology.criteria, "criteria", (criterion, path) => {
    problems.push(...checkWeight(criterion, path));
    (criterion.indicators ?? []).forEach((indicator, index) => {
      const field = `${path}.indicators.${index}`;
      const scale = methodology.scales[indicator.scale];
      problems.push(...checkWeight(indicator, field), ...checkGoalposts(indicator, field));
      if (
        redistributes &&
        criterion.points?.aggregate === "sum" &&
        indicator.points &&
        "value" in indicator.points &&
        scale?.type === "number"
      )
        problems.push(
          problem("error", "missing/no-maximum", `${field}.points`, {
            ru: `«${indicator.id}»: у множителя (value) нет наибольшего балла, вес нельзя перераспределить; задайте normalize или steps`,
            en: `"${indicator.id}": value has no greatest points, so no weight can be redistributed; use normalize or steps`,
          }),
        );
      if (criterion.points?.aggregate === "geometric-mean" && scale && canBeNegative(indicator, scale))
        problems.push(
          problem("error", "points/negative", `${field}.points`, {
            ru: `«${indicator.id}»: среднее геометрическое не определено для отрицательных баллов`,
            en: `"${indicator.id}": a geometric mean is not defined for negative points`,
          }),
        );
    });
  });
  return problems;
}

function checkWeight({ id, weight }: Indicator | Criterion, field: string): Problem[] {
  if (weight === undefined || isPositive(weight)) return [];
  const message = {
    ru: `«${id}»: вес должен быть больше нуля; чтобы не учитывать, уберите баллы`,
    en: `"${id}": a weight must be greater than zero; to leave it out, leave out its points`,
  };
  return [problem("error", "weight/not-positive", `${field}.weight`, message, String(weight))];
}

function checkGoalposts({ id, points }: Indicator, field: string): Problem[] {
  if (!points || !("normalize" in points) || typeof points.normalize !== "object") return [];
  const { from, to, transform } = points.normalize;
  if (compare(exactly(from), exactly(to)) !== 0 && (transform !== "logarithm" || (isPositive(from) && isPositive(to))))
    return [];
  return [
    problem("error", "points/wrong-goalposts", `${field}.points`, {
      ru: `«${id}»: границы нормирования должны различаться, а для логарифма быть больше нуля`,
      en: `"${id}": the goalposts must differ and, for a logarithm, be greater than zero`,
    }),
  ];
}

function canBeNegative({ points }: Indicator, scale: Scale): boolean {
  if (!points) return false;
  if (scale.type === "codes") return Object.values(points).some(isNegative);
  if ("steps" in points && Array.isArray(points.steps))
    return isNegative(points.below) || points.steps.some((step) => isNegative(step.points));
  if (!("value" in points) || typeof points.value !== "object") return false;
  const end = isNegative(points.value.times) ? scale.to : scale.from;
  return end === undefined || (isNegative(points.value.times) ? isPositive(end) : isNegative(end));
}

function isPositive(value: DecimalValue): boolean {
  return compare(exactly(value), zero) > 0;
}

function isNegative(value: unknown): boolean {
  return (typeof value === "number" || typeof value === "string") && compare(exactly(value), zero) < 0;
}

const zero: Decimal = exactly(0);
