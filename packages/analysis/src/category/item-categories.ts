import {
  compare,
  compile,
  type Decimal,
  encodeColumns,
  exactly,
  type Outcome,
  outcomesOf,
  type PlacedIndicator,
  pointsRules,
  type RoundData,
  type Text,
  toNumber,
} from "@metodika/core";

/** One of the things that a value can be, as the methodology tells values apart: a code, a step of points, a number. */
export interface Category {
  id: string;
  /** Absent for a number, which is its own title. */
  title?: Text;
  number?: number;
}

/** An indicator as a column of categories, the worst first. */
export interface ItemCategories {
  placed: PlacedIndicator;
  categories: readonly Category[];
  /** How many values the scale tells apart; undefined for numbers, of which there is no fixed number. */
  scaleSize: number | undefined;
  /** 1 where a missing value that counts as zero stands apart, before all values of the scale; else 0. */
  offset: 0 | 1;
  /** In the order of the round's municipalities. */
  units: readonly ItemUnit[];
}

/** What one municipality can have. */
export interface ItemUnit {
  municipality: string;
  /** Positions of categories, ascending. */
  possible: readonly number[];
  /** Whether there may be no value that counts: left out by the methodology's rule for missing values. */
  absent: "yes" | "maybe" | "no";
}

/** No more different numbers than this are told apart. */
const mostNumbers = 1000;

type Rule = ReturnType<typeof pointsRules>[number];

/**
 * The indicators of a round as columns of categories. A scale of codes has its codes; numbers with steps of points have the
 * steps; other whole numbers stand for themselves. A missing value does what the methodology says: what counts as zero
 * stands with the values that give no points, what may be any value is any value, what is left out is absent.
 *
 * @returns undefined in the place of an indicator whose numbers are not whole, or too many, and not certain
 */
export function itemCategories(data: RoundData): (ItemCategories | undefined)[] {
  const program = compile(data.methodology);
  const rules = pointsRules(program);
  const ids = data.municipalities.map(({ id }) => id);
  const { columns } = encodeColumns(program.cells, ids, data.cells);
  return program.cells.map((placed, position) => {
    const column = columns[position];
    const outcomes = (column?.dictionary ?? []).map((state) => outcomesOf(state, placed.scale, program.missing));
    const perUnit = ids.map((_, row) => outcomes[column?.states[row] ?? 0] ?? []);
    const space = categorySpace(placed, rules[position], perUnit.flat());
    if (!space) return undefined;
    return {
      placed,
      categories: space.categories,
      scaleSize: space.scaleSize,
      offset: space.offset,
      units: perUnit.map((possible, row) => ({
        municipality: ids[row] ?? "",
        possible: [...new Set(possible.flatMap(space.positions))].sort((a, b) => a - b),
        absent: absence(possible),
      })),
    };
  });
}

function absence(possible: readonly Outcome[]): ItemUnit["absent"] {
  const out = possible.filter((outcome) => outcome.kind === "missing" && outcome.policy !== "zero").length;
  return out === 0 ? "no" : out === possible.length ? "yes" : "maybe";
}

interface Space extends Pick<ItemCategories, "scaleSize" | "offset"> {
  categories: Category[];
  /** Where an outcome can stand; nowhere when it is left out. */
  positions(outcome: Outcome): number[];
}

function categorySpace({ scale }: PlacedIndicator, rule: Rule, seen: readonly Outcome[]): Space | undefined {
  if (scale.type === "codes") {
    const order = scale.codes.map((_, code) => code).sort((a, b) => scale.codes[a]!.order - scale.codes[b]!.order);
    const points = rule?.kind === "codes" ? order.map((code) => toNumber(rule.points[code]!)) : [];
    const categories = order.map((code) => ({ id: scale.codes[code]!.code, title: scale.codes[code]!.title }));
    return withZero(categories, order.length, points.indexOf(0), seen, (outcome) =>
      outcome.kind === "code" ? [order.indexOf(outcome.code)] : [],
    );
  }
  if (rule?.kind === "steps") {
    const steps = [...rule.steps].sort((a, b) => compare(a.from, b.from));
    const first = steps[0] ? { id: "below", title: below(steps[0].from) } : { id: "below" };
    const categories = [first, ...steps.map(({ from }) => ({ id: `from-${toNumber(from)}`, title: atLeast(from) }))];
    const reached = (value: Decimal | undefined, open: number) =>
      value ? steps.filter(({ from }) => compare(from, value) <= 0).length : open;
    const points = [rule.below, ...steps.map((step) => step.points)].map(toNumber);
    return withZero(categories, categories.length, points.indexOf(0), seen, (outcome) => {
      if (outcome.kind !== "number") return [];
      const [low, high] = [reached(outcome.low, 0), reached(outcome.high, steps.length)];
      return Array.from({ length: high - low + 1 }, (_, index) => low + index);
    });
  }
  const numbers = numbersOf(seen, scale.integer === true);
  if (!numbers) return undefined;
  const categories = numbers.map((number) => ({ id: `${number}`, number }));
  return withZero(categories, undefined, -1, seen, (outcome) =>
    outcome.kind === "number"
      ? numbers.flatMap((number, position) => (isWithin(number, outcome) ? [position] : []))
      : [],
  );
}

/** Puts missing values that count as zero where no points are given, or apart as the worst of all. */
function withZero(
  categories: Category[],
  scaleSize: number | undefined,
  zero: number,
  seen: readonly Outcome[],
  positions: (outcome: Outcome) => number[],
): Space {
  const isZero = (outcome: Outcome) => outcome.kind === "missing" && outcome.policy === "zero";
  if (zero >= 0 || !seen.some(isZero))
    return {
      categories,
      scaleSize,
      offset: 0,
      positions: (outcome) => (isZero(outcome) ? [zero] : positions(outcome)),
    };
  const none = { id: "counts-as-zero", title: { ru: "нет значения, баллов не даёт", en: "no value, gives no points" } };
  return {
    categories: [none, ...categories],
    scaleSize,
    offset: 1,
    positions: (outcome) => (isZero(outcome) ? [0] : positions(outcome).map((position) => position + 1)),
  };
}

type NumberOutcome = Extract<Outcome, { kind: "number" }>;

function isWithin(number: number, { low, high }: NumberOutcome): boolean {
  const value = exactly(number);
  return (!low || compare(low, value) <= 0) && (!high || compare(value, high) <= 0);
}

/** Every number that some cell can have; undefined where they cannot be listed. */
function numbersOf(seen: readonly Outcome[], integer: boolean): number[] | undefined {
  const found = new Set<number>();
  for (const outcome of seen) {
    if (outcome.kind !== "number") continue;
    const { low, high } = outcome;
    if (!low || !high) return undefined;
    if (compare(low, high) === 0) found.add(toNumber(low));
    else if (!integer) return undefined;
    else {
      const [from, to] = [Math.ceil(toNumber(low)), Math.floor(toNumber(high))];
      if (to - from > mostNumbers) return undefined;
      for (let number = from; number <= to; number++) found.add(number);
    }
  }
  return found.size > mostNumbers ? undefined : [...found].sort((a, b) => a - b);
}

function below(from: Decimal): Text {
  const number = `${toNumber(from)}`;
  return { ru: `меньше ${number.replace(".", ",")}`, en: `less than ${number}` };
}

function atLeast(from: Decimal): Text {
  const number = `${toNumber(from)}`;
  return { ru: `не меньше ${number.replace(".", ",")}`, en: `at least ${number}` };
}
