import {
  add,
  compare,
  type Decimal,
  exactly,
  floor,
  formatDecimal,
  midpoint,
  subtract,
} from "../../decimal/decimal.ts";
import { cellsOf, walk } from "../../expression/cells-of.ts";
import { compile, compileCondition, type Program } from "../../expression/compile.ts";
import { evaluateLevel, evaluateTruth, type Outcomes } from "../../expression/evaluate.ts";
import type { BooleanExpression, CellTest, LevelExpression, PointsRule } from "../../expression/expression.ts";
import { real } from "../../expression/number.ts";
import { type Outcome, wholeScale } from "../../expression/outcome.ts";
import { pointsOf } from "../../expression/points-of.ts";
import type { Problem } from "../../problem/problem.ts";
import { missingStatuses } from "../../status/status.ts";
import type { Methodology } from "../methodology.ts";
import type { NumberScale } from "../scale.ts";
import { problem } from "./problems.ts";

/** Above so many combinations of values a rule is not tried exhaustively, and a note says so. */
const cap = 100_000;

/**
 * Tries every combination of the values that a decision table or an addressee rule reads: levels that no combination
 * reaches, rules that never decide, and tables that leave a combination without a level. The methodology must have
 * passed `checkReferences`.
 */
export function checkRules(methodology: Methodology): Problem[] {
  const program = compile(methodology, { total: true });
  return [
    ...program.levels.flatMap((level, index) => checkLevel(program, level, `levels.${index}`)),
    ...(methodology.recommendations ?? []).flatMap(({ id, who }, index) => {
      const condition = "when" in who ? who.when : "except" in who ? who.except : undefined;
      if (!condition) return [];
      const expression = compileCondition(program, condition);
      return checkAddressees(program, expression, id, "except" in who, `recommendations.${index}.who`);
    }),
  ];
}

function checkLevel(program: Program, level: LevelExpression, field: string): Problem[] {
  const definition = program.methodology.levels?.find(({ id }) => id === level.id);
  const fired = new Set<number>();
  const reached = new Set<number>();
  let uncovered = false;
  const tried = eachCombination(program, level, (outcomes) => {
    const { possible, none, rules } = evaluateLevel(level, outcomes, program.levels);
    for (const code of possible) reached.add(code);
    rules.forEach(({ holds }, index) => {
      if (holds !== "no") fired.add(index);
    });
    uncovered ||= none && possible.length === 0 && rules.length > 0;
    return false;
  });
  if (!tried) return [tooMany(field, level.id)];
  return [
    ...level.rules.flatMap((_, index) =>
      fired.has(index)
        ? []
        : [
            problem(
              "warning",
              "level/rule-never-fires",
              `${field}.rules.${index}`,
              {
                ru: `правило ${index + 1} никогда не срабатывает: всё забирают правила выше, или условие невыполнимо`,
                en: `rule ${index + 1} never decides: earlier rules take all, or its condition cannot hold`,
              },
              String(index + 1),
            ),
          ],
    ),
    ...(definition?.codes ?? []).flatMap(({ code, title }, index) =>
      reached.has(index)
        ? []
        : [
            problem(
              "warning",
              "level/unreachable",
              `${field}.codes.${index}`,
              { ru: `уровень «${title.ru}» недостижим`, en: `level "${title.en}" cannot be reached` },
              code,
            ),
          ],
    ),
    ...(uncovered
      ? [
          problem("warning", "level/uncovered", `${field}.rules`, {
            ru: "есть сочетания значений, которым не соответствует ни одно правило",
            en: "some combinations of values match no rule",
          }),
        ]
      : []),
  ];
}

function checkAddressees(
  program: Program,
  condition: BooleanExpression,
  id: string,
  inverted: boolean,
  field: string,
): Problem[] {
  let can = false;
  const tried = eachCombination(program, condition, (outcomes) => {
    const { holds } = evaluateTruth(condition, outcomes, program.levels);
    can = holds !== (inverted ? "yes" : "no");
    // One that it reaches is enough.
    return can;
  });
  if (!tried) return [tooMany(field, id)];
  if (can) return [];
  const message = {
    ru: `рекомендация «${id}» никому не может быть адресована: условие невыполнимо`,
    en: `recommendation "${id}" can reach nobody: its condition cannot hold`,
  };
  return [problem("warning", "recommendation/never-fires", field, message, id)];
}

/** Visits every combination that an expression can tell apart, until a visit gives true; false, without visits, above the cap. */
function eachCombination(
  program: Program,
  expression: BooleanExpression | LevelExpression,
  visit: (outcomes: Outcomes) => boolean,
): boolean {
  const cells = cellsOf(expression, program.levels);
  const choices = cells.map((cell) => choicesOf(program, cell, expression));
  if (choices.reduce((product, { length }) => product * length, 1) > cap) return false;
  const outcomes: (readonly Outcome[])[] = [];
  const settle = (index: number): boolean => {
    const cell = cells[index];
    if (cell === undefined) return visit(outcomes);
    return (choices[index] ?? []).some((choice) => {
      outcomes[cell] = choice;
      return settle(index + 1);
    });
  };
  settle(0);
  return true;
}

/** What a cell can be, as far as the expression can tell: of values and missing values that it treats alike, one. */
function choicesOf(program: Program, cell: number, expression: BooleanExpression | LevelExpression): Outcome[][] {
  const scale = program.cells[cell]?.scale;
  if (!scale) return [];
  const tests: CellTest[] = [];
  const rules: PointsRule[] = [];
  walk(expression, program.levels, (node) => {
    if (node.kind === "cell" && node.cell === cell) tests.push(node);
    if (node.kind === "points" && node.cell === cell) rules.push(node.rule);
  });
  const values = scale.type === "codes" ? wholeScale(scale) : numbersOf(scale, tests, rules);
  const outcomes = [
    ...values,
    ...missingStatuses.flatMap((status): Outcome[] => {
      const policy = program.missing[status];
      if (policy === "bounds")
        return values.flatMap((value) => (value.kind === "missing" ? [] : { ...value, instead: status }));
      return [{ kind: "missing", status, policy }];
    }),
  ];
  const alike = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const only: Outcome[][] = [];
    only[cell] = [outcome];
    const truths = tests.map((test) => evaluateTruth(test, only, program.levels).holds);
    const points =
      outcome.kind === "missing"
        ? rules.map(() => outcome.policy)
        : rules.flatMap((rule) => pointsOf(outcome, rule).map(real));
    const key = [...truths, ...points].join();
    if (!alike.has(key)) alike.set(key, [outcome]);
  }
  return [...alike.values()];
}

/** Numbers that the tests and steps of a cell tell apart; the scale as a whole where a formula reads it. */
function numbersOf(scale: NumberScale, tests: readonly CellTest[], rules: readonly PointsRule[]): Outcome[] {
  if (rules.some(({ kind }) => kind !== "steps")) return wholeScale(scale);
  const cuts = [
    ...tests.flatMap(({ range }) => [range?.low, range?.high].flatMap((cut) => cut ?? [])),
    ...rules.flatMap((rule) => (rule.kind === "steps" ? rule.steps.map(({ from }) => from) : [])),
  ];
  return numbersAround(cuts, scale).map((value) => ({ kind: "number", low: value, high: value }));
}

/** The numbers of a scale that some cuts can tell apart: each cut, and one between each two neighbours and beyond. */
function numbersAround(cuts: readonly Decimal[], scale: NumberScale): Decimal[] {
  const from = scale.from === undefined ? undefined : exactly(scale.from);
  const to = scale.to === undefined ? undefined : exactly(scale.to);
  const one = exactly(1);
  const ends = [...cuts, ...(from ? [from] : []), ...(to ? [to] : [])].sort(compare);
  if (ends.length === 0) ends.push(exactly(0));
  const numbers = ends.flatMap((end, index) => {
    const next = ends[index + 1];
    if (!scale.integer) return [subtract(end, one), end, next ? midpoint(end, next) : add(end, one)];
    const whole = floor(end);
    return [subtract(whole, one), whole, add(whole, one)];
  });
  const kept = new Map(numbers.map((number) => [formatDecimal(number), number]));
  return [...kept.values()].filter(
    (number) => (!from || compare(number, from) >= 0) && (!to || compare(number, to) <= 0),
  );
}

function tooMany(field: string, id: string): Problem {
  return problem("note", "rule/not-tried", field, {
    ru: `«${id}»: сочетаний слишком много, правила не перебраны целиком`,
    en: `"${id}": too many combinations, the rules were not tried exhaustively`,
  });
}
