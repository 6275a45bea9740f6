import { walk } from "../expression/cells-of.ts";
import type { Program } from "../expression/compile.ts";
import { evaluatePart, evaluateTruth, type Truth } from "../expression/evaluate.ts";
import type { CellTest, PointsOf, PointsRule } from "../expression/expression.ts";
import { greatest, least, real, zero } from "../expression/number.ts";
import { type Outcome, outcomesOf, wholeScale } from "../expression/outcome.ts";
import type { CellState } from "../observation/cell.ts";
import { type Formula, fold, number } from "./formula.ts";
import { pointsWithin } from "./points-formula.ts";
import type { RuleReferences, StateColumn } from "./references.ts";

/** The rule of points of every cell; undefined where the methodology gives none. */
export function pointsRules(program: Program): (PointsRule | undefined)[] {
  const rules: (PointsRule | undefined)[] = program.cells.map(() => undefined);
  const visit = (expression: Program["total"]) => {
    if (!expression) return;
    walk(expression, [], (node) => {
      if (node.kind === "points") rules[node.cell] = node.rule;
    });
  };
  for (const { expression } of program.criteria) visit(expression);
  visit(program.total);
  return rules;
}

/** Every different test that the levels make of a cell, by cell. */
export function cellTests(program: Program): CellTest[][] {
  const tests: CellTest[][] = program.cells.map(() => []);
  for (const level of program.levels)
    walk(level, program.levels, (node) => {
      if (node.kind === "count") return;
      if (node.kind === "cell" && tests[node.cell] && testIndex(tests[node.cell]!, node) < 0)
        tests[node.cell]!.push(node);
    });
  return tests;
}

/** The place of a test among those of its cell; −1 where it is not. */
export function testIndex(tests: readonly CellTest[], test: CellTest): number {
  const key = testKey(test);
  return tests.findIndex((other) => testKey(other) === key);
}

function testKey({ codes, range, missing }: CellTest): string {
  const end = (value: { units: bigint; scale: number } | undefined) => (value ? `${value.units}e${value.scale}` : "");
  return `${codes}|${missing}|${range ? `${end(range.low)}..${end(range.high)}` : ""}`;
}

/** What a row of a look-up table says of one state: the columns, then the answers to the tests. */
export interface StateFormulas {
  columns: Record<StateColumn, Formula>;
  /** What the columns come to. */
  results: Record<StateColumn, number>;
  tests: readonly Formula[];
}

/**
 * One row of the look-up table of a cell. Points refer to the cells of the rule, so that a changed rule changes them;
 * whether a state counts follows from the policies of the program and is a plain number (1 yes, 0 no, 0.5 possibly).
 */
export function stateFormulas(
  program: Program,
  cell: number,
  state: CellState,
  rule: PointsRule | undefined,
  tests: readonly CellTest[],
  references: RuleReferences,
): StateFormulas {
  const place = program.cells[cell];
  if (!place) throw new RangeError(`the program has no cell ${cell}`);
  const possible = outcomesOf(state, place.scale, program.missing);
  const outcomes: (readonly Outcome[])[] = [];
  outcomes[cell] = possible;
  const points = (of: readonly Outcome[]) => of.flatMap((outcome) => pointsOfOutcome(outcome, rule, references));
  const present = rule ? share(possible.filter(counts).length, possible.length) : 0;
  const own = points(possible);
  const ends = (name: "MIN" | "MAX") =>
    own.length === 0 ? number(0) : fold(name, present === 0.5 ? [...own, number(0)] : own);
  const absent = possible.filter((outcome) => !counts(outcome));
  const giving = absent.filter((outcome) => outcome.kind === "missing" && outcome.policy === "redistribute");
  const top = present > 0 ? points(wholeScale(place.scale)) : [];
  const plain = {
    present,
    valued: share(possible.filter(({ kind }) => kind !== "missing").length, possible.length),
    gives: rule ? share(giving.length, absent.length) : 0,
  };
  return {
    columns: {
      low: ends("MIN"),
      high: ends("MAX"),
      top: top.length > 0 ? fold("MAX", top) : number(0),
      present: number(plain.present),
      valued: number(plain.valued),
      gives: number(plain.gives),
    },
    results: { ...pointsResults(), ...plain },
    tests: tests.map((test) => number(asNumber(evaluateTruth(test, outcomes, []).holds))),
  };

  function pointsResults() {
    if (!rule || present === 0) return { low: 0, high: 0, top: 0 };
    const expression: PointsOf = { kind: "points", cell, rule };
    const { low = zero, high = zero } = evaluatePart(expression, outcomes);
    const whole: (readonly Outcome[])[] = [];
    whole[cell] = wholeScale(place?.scale ?? { type: "number" });
    const top = evaluatePart(expression, whole).high ?? zero;
    const unsure = present === 0.5;
    return {
      low: real(unsure ? least(low, zero) : low),
      high: real(unsure ? greatest(high, zero) : high),
      top: real(top),
    };
  }
}

/** Does an outcome count, be it as a value or as zero points? */
function counts(outcome: Outcome): boolean {
  return outcome.kind !== "missing" || outcome.policy === "zero";
}

function pointsOfOutcome(outcome: Outcome, rule: PointsRule | undefined, references: RuleReferences): Formula[] {
  if (!rule) return [];
  if (outcome.kind === "missing") return outcome.policy === "zero" ? [number(0)] : [];
  if (outcome.kind === "number") return pointsWithin(rule, [outcome.low, outcome.high], references);
  const points = references.codes?.[outcome.code];
  return points ? [points] : [];
}

function share(some: number, all: number): 0 | 0.5 | 1 {
  return some === 0 ? 0 : some === all ? 1 : 0.5;
}

function asNumber(truth: Truth): number {
  return truth === "yes" ? 1 : truth === "maybe" ? 0.5 : 0;
}
