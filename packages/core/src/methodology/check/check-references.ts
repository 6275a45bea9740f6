import { decimal } from "../../decimal/decimal.ts";
import type { Problem } from "../../problem/problem.ts";
import type { Text } from "../../text/text.ts";
import type { Condition } from "../condition.ts";
import { criteriaOf } from "../indicators.ts";
import type { Criterion, Methodology } from "../methodology.ts";
import type { Points } from "../points.ts";
import type { Scale } from "../scale.ts";
import { dangling, problem } from "./problems.ts";

const words = {
  scale: { ru: "шкала", en: "scale" },
  indicator: { ru: "показатель", en: "indicator" },
  criterion: { ru: "критерий", en: "criterion" },
  code: { ru: "код шкалы", en: "code" },
  level: { ru: "уровень", en: "level" },
  framework: { ru: "внешний документ", en: "framework" },
} satisfies Record<string, Text>;

/** Checks that every name in a methodology means something: scales, indicators, criteria, codes, levels, frameworks. */
export function checkReferences(methodology: Methodology): Problem[] {
  const problems: Problem[] = [];
  const scaleIds = Object.keys(methodology.scales);
  const criteria = criteriaOf(methodology);
  const scaleOf = new Map<string, Scale>();
  const indicatorIds: string[] = [];
  const frameworks = (methodology.frameworks ?? []).map(({ id }) => id);
  walkCriteria(methodology.criteria, "criteria", (criterion, path) => {
    (criterion.indicators ?? []).forEach((indicator, index) => {
      const field = `${path}.indicators.${index}`;
      if (indicatorIds.includes(indicator.id)) problems.push(duplicate("indicator/duplicate", field, indicator.id));
      indicatorIds.push(indicator.id);
      const scale = Object.hasOwn(methodology.scales, indicator.scale)
        ? methodology.scales[indicator.scale]
        : undefined;
      if (!scale)
        problems.push(dangling("indicator/unknown-scale", `${field}.scale`, indicator.scale, scaleIds, words.scale));
      else {
        scaleOf.set(indicator.id, scale);
        if (indicator.points) problems.push(...checkPoints(indicator.points, scale, `${field}.points`));
      }
      for (const framework of indicator.frameworks ?? [])
        if (!frameworks.includes(framework))
          problems.push(
            dangling("indicator/unknown-framework", `${field}.frameworks`, framework, frameworks, words.framework),
          );
    });
  });
  const criterionIds = criteria.map(({ id }) => id);
  criterionIds.forEach((id, index) => {
    if (criterionIds.indexOf(id) !== index) problems.push(duplicate("criterion/duplicate", "criteria", id));
    if (id === "total")
      problems.push(
        problem(
          "error",
          "criterion/reserved",
          "criteria",
          {
            ru: "«total» означает итог всех критериев; назовите критерий иначе",
            en: '"total" means the total of all criteria; choose another id',
          },
          id,
        ),
      );
  });
  const levels: { id: string; codes: string[] }[] = [];
  (methodology.levels ?? []).forEach((definition, index) => {
    const field = `levels.${index}`;
    const codes = definition.codes.map(({ code }) => code);
    definition.rules.forEach((rule, position) => {
      if (!codes.includes(rule.level))
        problems.push(
          dangling("level/unknown-code", `${field}.rules.${position}.level`, rule.level, codes, words.level),
        );
      if (rule.when) checkCondition(rule.when, `${field}.rules.${position}.when`);
    });
    if (definition.applies) checkCondition(definition.applies, `${field}.applies`);
    if (levels.some(({ id }) => id === definition.id))
      problems.push(duplicate("level/duplicate", field, definition.id));
    codes.forEach((code, position) => {
      if (codes.indexOf(code) !== position)
        problems.push(duplicate("level/duplicate-code", `${field}.codes.${position}`, code));
    });
    const orders = definition.codes.map(({ order }) => order);
    orders.forEach((order, position) => {
      if (orders.indexOf(order) !== position)
        problems.push(duplicate("level/duplicate-order", `${field}.codes.${position}`, String(order)));
    });
    levels.push({ id: definition.id, codes });
  });
  const recommendationIds = (methodology.recommendations ?? []).map(({ id }) => id);
  (methodology.recommendations ?? []).forEach(({ id, who }, index) => {
    if (recommendationIds.indexOf(id) !== index)
      problems.push(duplicate("recommendation/duplicate", `recommendations.${index}`, id));
    if ("when" in who) checkCondition(who.when, `recommendations.${index}.who.when`);
    if ("except" in who) checkCondition(who.except, `recommendations.${index}.who.except`);
  });
  return problems;

  function checkCondition(condition: Condition, field: string): void {
    if ("all" in condition)
      for (const [index, part] of condition.all.entries()) checkCondition(part, `${field}.all.${index}`);
    else if ("any" in condition)
      for (const [index, part] of condition.any.entries()) checkCondition(part, `${field}.any.${index}`);
    else if ("not" in condition) checkCondition(condition.not, `${field}.not`);
    else if ("indicator" in condition) {
      if (!condition.is && !condition.status && condition.at_least === undefined && condition.at_most === undefined)
        problems.push(empty(field));
      const scale = checkIndicator(condition.indicator, `${field}.indicator`);
      const limits = [condition.at_least, condition.at_most].filter((limit) => limit !== undefined).map(String);
      if (scale?.type === "codes") checkCodes([...(condition.is ?? []), ...limits], [scale], field);
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
      const ids =
        indicators ??
        (below
          ? criteriaOf({ criteria: [below] })
              .flatMap((c) => c.indicators ?? [])
              .map(({ id }) => id)
          : []);
      const scales = ids.flatMap((id) => checkIndicator(id, `${field}.count.indicators`) ?? []);
      checkCodes(codes, scales, `${field}.count.codes`);
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
  }

  function checkIndicator(id: string, field: string): Scale | undefined {
    if (!indicatorIds.includes(id))
      problems.push(dangling("condition/unknown-indicator", field, id, indicatorIds, words.indicator));
    return scaleOf.get(id);
  }

  /** A code must stand on at least one of the scales that a condition reads. */
  function checkCodes(codes: readonly string[], scales: readonly Scale[], field: string): void {
    if (scales.length === 0) return;
    const known = scales.flatMap((scale) => (scale.type === "codes" ? scale.codes.map(({ code }) => code) : []));
    for (const code of codes)
      if (!known.includes(code))
        problems.push(dangling("condition/unknown-code", field, code, [...new Set(known)], words.code));
  }
}

function checkPoints(points: Points, scale: Scale, field: string): Problem[] {
  const isNumberRule = Object.values(points).some((value) => typeof value === "object");
  if (scale.type === "number") {
    if (!isNumberRule)
      return [
        problem("error", "points/wrong-rule", field, {
          ru: "для числовой шкалы нужны ступени (steps), нормирование (normalize) или множитель (value)",
          en: "a scale of numbers needs steps, normalize or value",
        }),
      ];
    return [];
  }
  if (isNumberRule)
    return [
      problem("error", "points/wrong-rule", field, {
        ru: "для шкалы кодов нужны баллы каждого кода",
        en: "a scale of codes needs the points of each code",
      }),
    ];
  const codes = scale.codes.map(({ code }) => code);
  return [
    ...Object.keys(points)
      .filter((code) => !codes.includes(code))
      .map((code) => dangling("points/unknown-code", field, code, codes, words.code)),
    ...codes
      .filter((code) => !Object.hasOwn(points, code))
      .map((code) =>
        problem(
          "error",
          "points/missing-code",
          field,
          { ru: `нет баллов для «${code}»`, en: `no points for "${code}"` },
          code,
        ),
      ),
  ];
}

function empty(field: string): Problem {
  return problem("error", "condition/empty", field, {
    ru: "условие ничего не спрашивает: нужны значения (is, codes, status) или пределы (at_least, at_most)",
    en: "the condition asks nothing: give values (is, codes, status) or limits (at_least, at_most)",
  });
}

function duplicate(code: string, field: string, value: string): Problem {
  return problem("error", code, field, { ru: `«${value}» повторяется`, en: `"${value}" stands twice` }, value);
}

/** True when a criterion has points of its own: a way to add up, and something to add. */
function givesPoints({ points, indicators = [], criteria = [] }: Criterion): boolean {
  return points !== undefined && (indicators.some((indicator) => indicator.points) || criteria.some(givesPoints));
}

/** Visits every criterion with its path in the file. */
export function walkCriteria(
  criteria: readonly Criterion[],
  path: string,
  visit: (criterion: Criterion, path: string) => void,
): void {
  criteria.forEach((criterion, index) => {
    visit(criterion, `${path}.${index}`);
    walkCriteria(criterion.criteria ?? [], `${path}.${index}.criteria`, visit);
  });
}
