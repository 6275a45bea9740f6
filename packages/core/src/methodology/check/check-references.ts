import type { Problem } from "../../problem/problem.ts";
import type { Condition } from "../condition.ts";
import { criteriaOf } from "../indicators.ts";
import type { Criterion, Methodology } from "../methodology.ts";
import type { Points } from "../points.ts";
import type { Scale } from "../scale.ts";
import { type CheckedLevel, conditionChecker } from "./check-condition.ts";
import { dangling, problem, words } from "./problems.ts";

/** Checks that every name in a methodology means something: scales, indicators, criteria, codes, levels, frameworks. */
export function checkReferences(methodology: Methodology): Problem[] {
  const problems: Problem[] = [];
  const scaleIds = Object.keys(methodology.scales);
  const criteria = criteriaOf(methodology);
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
      else if (indicator.points) problems.push(...checkPoints(indicator.points, scale, `${field}.points`));
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
  // A rule may speak of the levels that stand above it.
  const levels: CheckedLevel[] = [];
  const check = conditionChecker(methodology, levels);
  const checkCondition = (condition: Condition, field: string) => problems.push(...check(condition, field));
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

function duplicate(code: string, field: string, value: string): Problem {
  return problem("error", code, field, { ru: `«${value}» повторяется`, en: `"${value}" stands twice` }, value);
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
