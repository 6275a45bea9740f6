import { cellsOf, testsOf } from "../../expression/cells-of.ts";
import { compile, type Program } from "../../expression/compile.ts";
import { evaluateLevel, evaluateTruth, type Outcomes } from "../../expression/evaluate.ts";
import type { BooleanExpression, LevelExpression } from "../../expression/expression.ts";
import { type Outcome, wholeScale } from "../../expression/outcome.ts";
import type { Problem } from "../../problem/problem.ts";
import { type MissingStatus, missingStatuses } from "../../status/status.ts";
import type { Methodology } from "../methodology.ts";
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
      // An addressee rule is tried as a table of one rule, compiled with the levels that it may refer to.
      const table = { id: "addressees", title: methodology.title, basis: "approved" as const, codes: [], rules: [] };
      const trial = compile(
        {
          ...methodology,
          levels: [
            ...(methodology.levels ?? []),
            {
              ...table,
              applies: condition,
              codes: [{ code: "yes", order: 1, title: methodology.title }],
              rules: [{ level: "yes" }],
            },
          ],
        },
        { total: true },
      );
      const applies = trial.levels.at(-1)?.applies;
      return applies ? checkAddressees(trial, applies, id, "except" in who, `recommendations.${index}.who`) : [];
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
    uncovered ||= none && rules.length > 0;
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
    can ||= holds !== (inverted ? "yes" : "no");
  });
  if (!tried) return [tooMany(field, id)];
  if (can) return [];
  const message = {
    ru: `рекомендация «${id}» никому не может быть адресована: условие невыполнимо`,
    en: `recommendation "${id}" can reach nobody: its condition cannot hold`,
  };
  return [problem("warning", "recommendation/never-fires", field, message, id)];
}

/** Visits every combination of the values and missing values of some cells; false, without visits, above the cap. */
function eachCombination(
  program: Program,
  expression: BooleanExpression | LevelExpression,
  visit: (outcomes: Outcomes) => void,
): boolean {
  const cells = cellsOf(expression, program.levels);
  const named = new Set(testsOf(expression, program.levels).flatMap(({ missing }) => missing));
  const choices = cells.map((cell) => choicesOf(program, cell, named));
  if (choices.reduce((product, { length }) => product * length, 1) > cap) return false;
  const outcomes: (readonly Outcome[])[] = [];
  const settle = (index: number): void => {
    const cell = cells[index];
    if (cell === undefined) {
      visit(outcomes);
      return;
    }
    for (const choice of choices[index] ?? []) {
      outcomes[cell] = choice;
      settle(index + 1);
    }
  };
  settle(0);
  return true;
}

/**
 * One choice per code (a scale of numbers is one choice: any), and one for "no value" per policy and per status that the
 * expression tells apart.
 */
function choicesOf(program: Program, cell: number, named: ReadonlySet<MissingStatus>): (readonly Outcome[])[] {
  const scale = program.cells[cell]?.scale;
  if (!scale) return [];
  const absent = new Map<string, Outcome[]>();
  for (const status of missingStatuses) {
    const policy = program.missing[status];
    if (policy === "bounds") continue;
    absent.set(named.has(status) ? status : policy, [{ kind: "missing", status, policy }]);
  }
  return [...wholeScale(scale).map((outcome) => [outcome]), ...absent.values()];
}

function tooMany(field: string, id: string): Problem {
  return problem("note", "rule/not-tried", field, {
    ru: `«${id}»: сочетаний слишком много, правила не перебраны целиком`,
    en: `"${id}": too many combinations, the rules were not tried exhaustively`,
  });
}
