import {
  type Cell,
  type ClaimCondition,
  type ConceptMeasure,
  type Condition,
  compile,
  encodeColumns,
  evaluateColumns,
  type Indicator,
  indicatorsOf,
  type LevelDefinition,
  type Methodology,
  type Municipality,
  missingStatuses,
  type RoundData,
  type Text,
} from "@metodika/core";

/** A share with its base: never a percentage alone. */
export interface Share {
  /** How many count, at least and at most. */
  numerator: [number, number];
  /** Of how many, at least and at most. */
  denominator: [number, number];
  /** What the denominator counts. */
  counts: Text;
  /** Percent, at least and at most, not rounded; null where nobody may be in the base. */
  percent: [number, number] | null;
  /** False where the bounds may be wider than what is possible. */
  exact: boolean;
}

/**
 * What else is known of a count: how many municipalities of the round meet a condition, at least and at most. A text that
 * says «19 services are organisations» settles a count though no cell is settled. Undefined where nothing is known.
 */
export type CountBounds = (data: RoundData, condition: ClaimCondition) => readonly [number, number] | undefined;

/** What a caller may add to the cells of a round. */
export interface ShareOptions {
  /** Those municipalities only; absent: all. */
  municipalities?: readonly Municipality[];
  /** Speaks of the whole round, so it is not asked about a part. */
  bounds?: CountBounds;
}

/**
 * The share that a measure gives over a round. Each municipality settles by itself; what binds several of them together
 * (the claims of a text) narrows the counts through `bounds`.
 */
export function shareOf(data: RoundData, measure: ConceptMeasure, options: ShareOptions = {}): Share {
  const { municipalities = data.municipalities } = options;
  const share = shareByCells(data, measure, municipalities);
  return options.bounds && municipalities === data.municipalities
    ? narrowed(share, data, measure, options.bounds)
    : share;
}

function narrowed(share: Share, data: RoundData, { holds, possibly, of }: ConceptMeasure, bounds: CountBounds): Share {
  const within = (condition: ClaimCondition) => bounds(data, of ? { all: [of, condition] } : condition);
  const meet = ([low, high]: [number, number], known: readonly [number, number] | undefined): [number, number] =>
    known ? [Math.max(low, known[0]), Math.min(high, known[1])] : [low, high];
  const certain = within(holds);
  const most = possibly ? within({ any: [holds, possibly] }) : certain;
  const [least, greatest] = [certain?.[0] ?? share.numerator[0], most?.[1] ?? share.numerator[1]];
  const numerator = meet(share.numerator, [least, greatest]);
  const denominator = of ? meet(share.denominator, bounds(data, of)) : share.denominator;
  const [low, high] = denominator;
  const percent: Share["percent"] =
    share.percent === null || low === 0
      ? share.percent
      : meet(share.percent, [(100 * numerator[0]) / high, Math.min(100, (100 * numerator[1]) / low)]);
  return { ...share, numerator, denominator, percent };
}

function shareByCells(data: RoundData, measure: ConceptMeasure, municipalities: readonly Municipality[]): Share {
  const whole = statesOf(data, measure);
  const wanted = new Set(municipalities.map(({ id }) => id));
  const rows = data.municipalities.flatMap(({ id }, row) => (wanted.has(id) ? [row] : []));
  const states = rows.map((row) => whole.possible[row] ?? 0);
  // Each municipality settles by itself, so the ends of a sum are sums of ends.
  const count = (fits: (state: number) => boolean) => states.filter(fits).length;
  const [least, most] = [extreme(states, "least"), extreme(states, "most")];
  return {
    numerator: [count((state) => state === counting), count((state) => (state & counting) !== 0)],
    denominator: [count((state) => (state & outside) === 0), count((state) => state !== outside)],
    counts: measure.counts,
    percent: least === null || most === null ? null : [least, most],
    exact: rows.every((row) => whole.tight[row] === 1),
  };
}

const counting = 1;
const inBase = 2;
const outside = 4;

/**
 * The least or the greatest possible share in percent. For the least, whoever can be in the base without counting is, and
 * whoever can stay out does; for the greatest the other way round. Adding one that counts never lowers a share, adding
 * one that does not never raises it, so each municipality is settled by itself.
 */
function extreme(states: readonly number[], end: "least" | "most"): number | null {
  const preferred = end === "least" ? [inBase, outside, counting] : [counting, outside, inBase];
  let numerator = 0;
  let denominator = 0;
  for (const state of states) {
    const settled = preferred.find((option) => (state & option) !== 0);
    if (settled === counting) numerator++;
    if (settled === counting || settled === inBase) denominator++;
  }
  if (denominator > 0) return (100 * numerator) / denominator;
  // Nobody was put in the base: whoever may be there at all then counts (for the least) or does not (for the greatest).
  const isPossible = states.some((state) => (state & (counting | inBase)) !== 0);
  return isPossible ? (end === "least" ? 100 : 0) : null;
}

const yesNo = (title: Text) => ({
  type: "codes" as const,
  codes: [
    { code: "yes", order: 1, title },
    { code: "no", order: 0, title },
  ],
});

/**
 * Asks the engine of every municipality: does it count, is it in the base, is it outside? A decision table put beside
 * those of the methodology, so there is no second way of reading a condition. Facts, types and names become cells of
 * their own, which are known.
 */
function statesOf(data: RoundData, measure: ConceptMeasure) {
  const atoms: { holds: (municipality: Municipality) => boolean }[] = [];
  const rewrite = (condition: ClaimCondition): Condition => withFactCells(condition, data, atoms);
  const holds = rewrite(measure.holds);
  const possibly = measure.possibly && rewrite(measure.possibly);
  const base = measure.of && rewrite(measure.of);
  const within = (condition: Condition): Condition => (base ? { all: [base, condition] } : condition);
  const { title } = data.methodology;
  const table: LevelDefinition = {
    id: "measure",
    title,
    basis: "approved",
    codes: ["counts", "in-base", "outside", "may-count"].map((code, order) => ({ code, order, title })),
    rules: [
      { level: "counts", when: within(holds) },
      ...(possibly ? [{ level: "may-count", when: within(possibly) }] : []),
      ...(base ? [{ level: "in-base", when: base }, { level: "outside" }] : [{ level: "in-base" }]),
    ],
  };
  const methodology = withAtoms(data.methodology, atoms.length, table);
  const program = compile(methodology);
  const ids = data.municipalities.map(({ id }) => id);
  const columns = encodeColumns(program.cells, ids, [...data.cells, ...atomCells(data, atoms)]);
  const results = evaluateColumns({ ...program, criteria: [], total: undefined }, columns);
  const level = results.levels.at(-1);
  return {
    // What may count either does or stands in the base without counting.
    possible: Uint8Array.from(level?.possible ?? [], (bits) => (bits & 7) | ((bits & 8) === 0 ? 0 : counting | inBase)),
    tight: level?.tight ?? new Uint8Array(),
  };
}

/** The condition with every fact, type and name replaced by a cell of its own. */
function withFactCells(
  condition: ClaimCondition,
  data: RoundData,
  atoms: { holds: (municipality: Municipality) => boolean }[],
): Condition {
  if ("all" in condition) return { all: condition.all.map((part) => withFactCells(part, data, atoms)) };
  if ("any" in condition) return { any: condition.any.map((part) => withFactCells(part, data, atoms)) };
  if ("not" in condition) return { not: withFactCells(condition.not, data, atoms) };
  let test: ((municipality: Municipality) => boolean) | undefined;
  if ("type" in condition) test = ({ type }) => condition.type.includes(type);
  else if ("named" in condition) test = ({ id }) => condition.named.includes(id);
  else if ("fact" in condition) {
    const { fact, value } = condition;
    const told = data.facts.filter((one) => one.topic === fact && (value === undefined || one.value === value));
    const subjects = new Set(told.map(({ subject }) => subject));
    test = ({ id }) => subjects.has(id);
  }
  if (!test) return condition as Condition;
  atoms.push({ holds: test });
  return { indicator: atomId(atoms.length - 1), is: ["yes"] };
}

/** Ids that no methodology can have taken: a test of the check keeps ids of indicators unique, and these are numbered. */
function atomId(index: number): string {
  return `metodika-told-${index}`;
}

function withAtoms(methodology: Methodology, count: number, table: LevelDefinition): Methodology {
  const { title } = methodology;
  const indicators = Array.from(
    { length: count },
    (_, index): Indicator => ({ id: atomId(index), title, scale: "metodika-told" }),
  );
  // A missing value stays missing here: it is no value of the scale, whatever it does to a score.
  const missing = { ...methodology.missing };
  for (const status of missingStatuses)
    if (missing[status].policy === "bounds") missing[status] = { ...missing[status], policy: "exclude" };
  return {
    ...methodology,
    missing,
    scales: { ...methodology.scales, "metodika-told": yesNo(title) },
    criteria: [...methodology.criteria, { id: "metodika-told", title, indicators }],
    levels: [...(methodology.levels ?? []), table],
  };
}

function atomCells(data: RoundData, atoms: readonly { holds: (municipality: Municipality) => boolean }[]) {
  return data.municipalities.flatMap((municipality) =>
    atoms.map(
      ({ holds }, index): Pick<Cell, "municipality" | "indicator" | "state"> => ({
        municipality: municipality.id,
        indicator: atomId(index),
        state: { codes: [holds(municipality) ? 0 : 1], missing: [] },
      }),
    ),
  );
}

/** The indicators of a methodology, by id. */
export function indicatorIds(methodology: Methodology): string[] {
  return indicatorsOf(methodology).map(({ indicator }) => indicator.id);
}
