import {
  addresseeCondition,
  type CellState,
  type ClaimCondition,
  type Condition,
  cellsOf,
  compare,
  compile,
  compileCondition,
  type Decimal,
  type Explanation,
  exactLevel,
  explain,
  type LevelExpression,
  type Outcome,
  type PlacedIndicator,
  type Program,
  type RoundData,
} from "@metodika/core";

/** What one value decides: a level of the methodology, or whether a recommendation is addressed to a municipality. */
export type Decision =
  | { kind: "level"; id: string }
  | { kind: "recommendation"; id: string }
  /** The greatest number of points that a criterion gives. */
  | { kind: "maximum"; id: string };

/** A municipality whose result hangs on a single value. */
export interface BorderCase {
  municipality: string;
  decision: Decision;
  placed: PlacedIndicator;
  /** Positions of codes, or numbers. */
  from: CellState;
  to: CellState;
  /** How many steps of the scale lie between the two values. */
  steps: number;
  /** Codes of the level; for the others `yes` or `no`. After the change several may be possible. */
  before: readonly string[];
  after: readonly string[];
}

/** The border cases of a round, and of whom nothing can be said. */
export interface BorderCases {
  cases: readonly BorderCase[];
  /** Municipalities by decision whose result is open already: no border to stand at. */
  open: readonly { decision: Decision; municipalities: readonly string[] }[];
  decisions: readonly Decision[];
}

interface Question {
  decision: Decision;
  table: LevelExpression;
  codes: readonly string[];
  /** Only changes to this result are told. */
  towards?: string;
}

/**
 * Municipalities for which one other value of one cell gives another level, makes a recommendation theirs or no longer
 * theirs, or brings the greatest number of points of a criterion. The scorer of the round evaluates the changed cells;
 * nothing is scored here. Of several values that change the result, the nearest above and the nearest below are told.
 * Recommendations that hang on one indicator's own value are left out: there the border is the value itself.
 */
export function borderCases(data: RoundData): BorderCases {
  const explained = data.municipalities.flatMap(({ id }) => explain(data, id) ?? []);
  const questions = questionsOf(compile(data.methodology), explained, data);
  const cases: BorderCase[] = [];
  const open = questions.map(({ decision }) => ({ decision, municipalities: [] as string[] }));
  for (const one of explained)
    questions.forEach((question, index) => {
      const before = resultOf(question, outcomesIn(one), one);
      if (before.length === 1) cases.push(...around(question, before, one));
      else if (before.length > 1) open[index]?.municipalities.push(one.municipality);
    });
  return {
    cases,
    open: open.filter(({ municipalities }) => municipalities.length > 0),
    decisions: questions.map(({ decision }) => decision),
  };
}

function outcomesIn({ cells }: Explanation): Outcomes {
  return cells.map(({ outcomes }) => outcomes);
}

function questionsOf(program: Program, explained: readonly Explanation[], data: RoundData): Question[] {
  const { levels = [], recommendations = [] } = data.methodology;
  const yesNo = (when: NonNullable<LevelExpression["applies"]>): LevelExpression => ({
    kind: "level-table",
    id: "asked",
    rules: [{ level: 0, when }, { level: 1 }],
  });
  const codes = ["yes", "no"];
  return [
    ...program.levels.map((table, index): Question => {
      const decision = { kind: "level" as const, id: table.id };
      return { decision, table, codes: (levels[index]?.codes ?? []).map(({ code }) => code) };
    }),
    ...recommendations.flatMap(({ id, who }): Question[] => {
      const condition = addresseeCondition(who);
      if (!condition || !hasCutOff(condition)) return [];
      const table = yesNo(compileCondition(program, condition as Condition));
      return [{ decision: { kind: "recommendation", id }, table, codes }];
    }),
    ...program.criteria.flatMap(({ criterion, expression }, index): Question[] => {
      const maximum = greatest(explained.map(({ criteria }) => criteria[index]?.maximum));
      if (!expression || !maximum) return [];
      const table = yesNo({ kind: "compare", of: expression, low: maximum });
      return [{ decision: { kind: "maximum", id: criterion.id }, table, codes, towards: "yes" }];
    }),
  ];
}

/** The most that a criterion gives any municipality; undefined where it gives none an exact number. */
function greatest(maxima: readonly (Decimal | number | undefined)[]): Decimal | undefined {
  return maxima.reduce<Decimal | undefined>((most, one) => {
    if (one === undefined || typeof one === "number") return most;
    return most && compare(most, one) >= 0 ? most : one;
  }, undefined);
}

/** True where a condition counts, adds or looks at a level: several cells can bring it about. */
function hasCutOff(condition: ClaimCondition): boolean {
  if ("all" in condition) return condition.all.some(hasCutOff);
  if ("any" in condition) return condition.any.some(hasCutOff);
  if ("not" in condition) return hasCutOff(condition.not);
  return "points" in condition || "count" in condition || "level" in condition;
}

type Outcomes = readonly (readonly Outcome[])[];

function resultOf({ table, codes }: Question, outcomes: Outcomes, { program }: Explanation): string[] {
  const { possible, none } = exactLevel(table, outcomes, program.levels);
  return [...possible.map((position) => codes[position] ?? ""), ...(none ? ["none"] : [])];
}

function around(question: Question, before: string[], explained: Explanation): BorderCase[] {
  const { municipality } = explained;
  const outcomes = outcomesIn(explained);
  return cellsOf(question.table, explained.program.levels).flatMap((position) => {
    const placed = explained.program.cells[position];
    const state = explained.cells[position]?.cell.state;
    const only = outcomes[position]?.length === 1 ? outcomes[position]?.[0] : undefined;
    if (!placed || !state || !only || only.kind === "missing") return [];
    const changing = alternatives(only, placed).flatMap(({ outcome, to, steps }) => {
      const changed = outcomes.map((own, at) => (at === position ? [outcome] : own));
      const after = resultOf(question, changed, explained);
      if (after.join() === before.join() || (question.towards && !after.includes(question.towards))) return [];
      return [{ municipality, decision: question.decision, placed, from: state, to, steps, before, after }];
    });
    return nearestOnEachSide(changing);
  });
}

interface Alternative {
  outcome: Outcome;
  to: CellState;
  /** Upwards positive. */
  steps: number;
}

/** The other values of a scale, with the way to them; of numbers, those where the steps of points begin. */
function alternatives(
  only: Exclude<Outcome, { kind: "missing" }>,
  { scale, indicator }: PlacedIndicator,
): Alternative[] {
  if (scale.type === "codes" && only.kind === "code") {
    const ranked = scale.codes.map(({ order }, code) => ({ order, code })).sort((a, b) => a.order - b.order);
    const own = ranked.findIndex(({ code }) => code === only.code);
    return ranked.flatMap(({ code }, rank) =>
      rank === own
        ? []
        : [{ outcome: { kind: "code" as const, code }, to: { codes: [code], missing: [] }, steps: rank - own }],
    );
  }
  const points = indicator.points;
  if (only.kind !== "number" || !only.low || !points || !("steps" in points) || !Array.isArray(points.steps)) return [];
  const own = Number(only.low.units) / 10 ** only.low.scale;
  const starts = points.steps.map(({ from }) => Number(from)).sort((a, b) => a - b);
  // Just below a step, on a scale of whole numbers.
  const wanted = new Set([...starts, ...(scale.type === "number" && scale.integer ? starts.map((n) => n - 1) : [])]);
  return [...wanted]
    .filter((number) => number !== own && (scale.type !== "number" || number >= Number(scale.from ?? -Infinity)))
    .filter(Number.isInteger)
    .map((number) => {
      const value = { units: BigInt(number), scale: 0 };
      const outcome = { kind: "number" as const, low: value, high: value };
      return { outcome, to: { codes: [], range: [value, value] as const, missing: [] }, steps: number - own };
    });
}

function nearestOnEachSide(cases: readonly BorderCase[]): BorderCase[] {
  const near = (side: readonly BorderCase[]) =>
    side.reduce<BorderCase | undefined>((a, b) => (a && Math.abs(a.steps) <= Math.abs(b.steps) ? a : b), undefined);
  return [near(cases.filter(({ steps }) => steps > 0)), near(cases.filter(({ steps }) => steps < 0))].flatMap(
    (found) => found ?? [],
  );
}
