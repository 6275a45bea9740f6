import {
  addresseeCondition,
  type Claim,
  type ClaimCondition,
  type PrintedValue,
  type Query,
  type Reading,
} from "@metodika/core";
import { compiledIn } from "../world/compiled.ts";
import { everyone, type Predicate } from "../world/predicate.ts";
import type { World } from "../world/world.ts";

/** The value of a query in one settled state of all cells. */
export type Value =
  | { kind: "number"; value: number }
  /** A percentage with what it was divided. */
  | { kind: "share"; numerator: number; denominator: number }
  | { kind: "set"; members: readonly string[] }
  | { kind: "truth"; value: boolean }
  | { kind: "text"; value: string };

/**
 * A query as what deduction can count: predicates, each counted over all municipalities, and the value that follows from
 * the counts. A list is a predicate per municipality and no count.
 */
export type Counting =
  | { kind: "counts"; counters: readonly Predicate[]; value(counts: readonly number[]): Value }
  | { kind: "members"; of: Predicate; mode: "list" | "includes" | "every" };

/** What queries refer to beside the cells. */
export interface Definitions {
  world: World;
  /** By id; `all` is always there. */
  universes: ReadonlyMap<string, Predicate>;
  claims: ReadonlyMap<string, Claim>;
}

/** A query cannot be asked: it names something that does not exist, or mixes kinds. */
export class QueryProblem extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** A claim as one of its readings takes it. */
export function applyReading(claim: Claim, reading: Reading | undefined): Claim {
  if (!reading) return claim;
  const { universe, base, query, printed } = reading;
  return {
    ...claim,
    ...(universe === undefined ? {} : { universe }),
    ...(base === undefined ? {} : { base }),
    ...(query === undefined ? {} : { query }),
    ...(printed === undefined ? {} : { printed }),
  };
}

/** Makes a claim's query countable. Throws `QueryProblem` for unknown names and wrong kinds. */
export function countingOf(claim: Claim, definitions: Definitions): Counting {
  if (!claim.query) throw new QueryProblem("claim/no-query", `claim "${claim.id}" has no query`);
  return ofQuery(claim.query, claim, definitions, 0);
}

function ofQuery(query: Query, claim: Claim, definitions: Definitions, depth: number): Counting {
  if (depth > 20) throw new QueryProblem("claim/circular", `the query of "${claim.id}" leads back to itself`);
  const { world } = definitions;
  const universe = universeOf(claim.universe, definitions);
  const compiled = compiledIn(world);
  const within = (condition: ClaimCondition) => compiled.both(universe, compiled.of(condition));
  if ("count" in query) return counts([within(query.count)], ([count = 0]) => ({ kind: "number", value: count }));
  if ("share" in query) {
    const base = claim.base === undefined ? universe : universeOf(claim.base, definitions);
    return counts([within(query.share), base], ([numerator = 0, denominator = 0]) => ({
      kind: "share",
      numerator,
      denominator,
    }));
  }
  if ("list" in query) return { kind: "members", of: within(query.list), mode: "list" };
  if ("includes" in query) return { kind: "members", of: compiled.of(query.includes), mode: "includes" };
  if ("every" in query) {
    return { kind: "members", of: compiled.implies(universe, compiled.of(query.every)), mode: "every" };
  }
  if ("number" in query) return constant({ kind: "number", value: query.number });
  if ("fact" in query) {
    const fact = world.data.facts.find(({ id }) => id === query.fact);
    if (!fact) throw new QueryProblem("claim/unknown-fact", `unknown fact "${query.fact}"`);
    const number = Number(fact.value);
    return constant(Number.isNaN(number) ? { kind: "text", value: fact.value } : { kind: "number", value: number });
  }
  if ("count_facts" in query || "list_facts" in query) {
    const { topic, value } = "count_facts" in query ? query.count_facts : query.list_facts;
    const subjects = world.data.facts
      .filter((fact) => fact.topic === topic && (value === undefined || fact.value === value))
      .map(({ subject }) => subject);
    const members = world.data.municipalities.flatMap(({ id }) => (subjects.includes(id) ? [id] : []));
    return constant("count_facts" in query ? { kind: "number", value: members.length } : { kind: "set", members });
  }
  if ("date" in query) {
    const date = world.data.round.dates.find(({ id }) => id === query.date);
    if (!date) throw new QueryProblem("claim/unknown-date", `unknown date "${query.date}"`);
    return constant({ kind: "text", value: date.value });
  }
  if ("claim" in query) {
    const other = definitions.claims.get(query.claim);
    if (!other || other.printed === undefined)
      throw new QueryProblem("claim/unknown-claim", `unknown claim "${query.claim}", or one that prints no value`);
    return constant(printedAsValue(other.printed));
  }
  if ("addressees" in query) return addressees(query.addressees, claim, definitions);
  if ("sum" in query) {
    const parts = query.sum.map((part) => numeric(ofQuery(part, claim, definitions, depth + 1), claim));
    return joined(parts, (values) => ({ kind: "number", value: values.reduce((sum, value) => sum + value, 0) }));
  }
  if ("difference" in query) {
    const parts = query.difference.map((part) => numeric(ofQuery(part, claim, definitions, depth + 1), claim));
    return joined(parts, ([a = 0, b = 0]) => ({ kind: "number", value: a - b }));
  }
  if ("ratio" in query) {
    const parts = query.ratio.map((part) => numeric(ofQuery(part, claim, definitions, depth + 1), claim));
    return joined(parts, ([numerator = 0, denominator = 0]) => ({ kind: "share", numerator, denominator }));
  }
  const [a, b] = query.same.map((part) => asCounts(ofQuery(part, claim, definitions, depth + 1), claim));
  if (!a || !b) throw new QueryProblem("claim/wrong-type", `the query of "${claim.id}" compares nothing`);
  const length = a.counters.length;
  return counts([...a.counters, ...b.counters], (all) => ({
    kind: "truth",
    value: sameValue(a.value(all.slice(0, length)), b.value(all.slice(length))),
  }));
}

type Counts = Extract<Counting, { kind: "counts" }>;

function counts(counters: readonly Predicate[], value: Counts["value"]): Counts {
  return { kind: "counts", counters, value };
}

function constant(value: Value): Counts {
  return counts([], () => value);
}

/** Several countings as one: the counters side by side. */
function joined(parts: readonly Counts[], value: (values: number[]) => Value): Counts {
  const starts: number[] = [];
  let length = 0;
  for (const part of parts) {
    starts.push(length);
    length += part.counters.length;
  }
  return counts(
    parts.flatMap(({ counters }) => counters),
    (all) =>
      value(
        parts.map((part, index) => {
          const start = starts[index] ?? 0;
          const result = part.value(all.slice(start, start + part.counters.length));
          return result.kind === "number" ? result.value : Number.NaN;
        }),
      ),
  );
}

function numeric(counting: Counting, claim: Claim): Counts {
  const wrong = () => new QueryProblem("claim/wrong-type", `the query of "${claim.id}" adds up what is no number`);
  if (counting.kind !== "counts") throw wrong();
  const sample = counting.value(counting.counters.map(() => 0));
  if (sample.kind !== "number") throw wrong();
  return counting;
}

function asCounts(counting: Counting, claim: Claim): Counts {
  if (counting.kind === "counts") return counting;
  throw new QueryProblem(
    "claim/wrong-type",
    `the query of "${claim.id}" compares lists over cells; compare counts or facts`,
  );
}

function universeOf(id: string | undefined, { universes }: Definitions): Predicate {
  if (id === undefined || id === "all") return everyone;
  const universe = universes.get(id);
  if (!universe) throw new QueryProblem("claim/unknown-universe", `unknown universe "${id}"`);
  return universe;
}

function addressees(id: string, claim: Claim, definitions: Definitions): Counting {
  const { data } = definitions.world;
  const compiled = compiledIn(definitions.world);
  const recommendation = data.methodology.recommendations?.find((candidate) => candidate.id === id);
  if (!recommendation) throw new QueryProblem("claim/unknown-recommendation", `unknown recommendation "${id}"`);
  const condition = addresseeCondition(recommendation.who);
  const universe = universeOf(claim.universe, definitions);
  const of = condition ? compiled.both(universe, compiled.of(condition)) : universe;
  return { kind: "members", of, mode: "list" };
}

/** A printed value as the value of a query. */
export function printedAsValue(printed: PrintedValue): Value {
  if (typeof printed === "number") return { kind: "number", value: printed };
  if (typeof printed === "boolean") return { kind: "truth", value: printed };
  if (typeof printed === "string") return { kind: "text", value: printed };
  if (Array.isArray(printed)) return { kind: "set", members: printed };
  if ("percent" in printed) return { kind: "number", value: Number(printed.percent) };
  return { kind: "number", value: "at_least" in printed ? printed.at_least : printed.more_than };
}

function sameValue(a: Value, b: Value): boolean {
  if (a.kind === "set" && b.kind === "set") return [...a.members].sort().join() === [...b.members].sort().join();
  if (a.kind === "text" && b.kind === "text") return sameDate(a.value, b.value) ?? a.value === b.value;
  return a.kind === b.kind && textOf(a) === textOf(b);
}

const datePattern = /^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/;

/**
 * Two dates agree when they do as far as the less precise one goes, and a month or day with the school year (September to
 * August) in which it lies; undefined when a text is no date.
 */
function sameDate(a: string, b: string): boolean | undefined {
  if (datePattern.test(a) && datePattern.test(b)) return a.startsWith(b) || b.startsWith(a);
  return inSchoolYear(a, b) ?? inSchoolYear(b, a);
}

/** Does a month or day lie in a school year such as `2020-2021`? Undefined when it is none. */
function inSchoolYear(date: string, years: string): boolean | undefined {
  const [, first, last] = /^(\d{4})-(\d{4})$/.exec(years) ?? [];
  if (Number(last) !== Number(first) + 1 || !datePattern.test(date) || date.length < 7) return undefined;
  return `${first}-09` <= date.slice(0, 7) && date.slice(0, 7) <= `${last}-08`;
}

function textOf(value: Value): string {
  if (value.kind === "share") return `${value.numerator}/${value.denominator}`;
  return value.kind === "set" ? value.members.join() : String(value.value);
}

/** Does a value fit what is printed? A percentage fits when it rounds to the printed digits. */
export function fits(value: Value, printed: PrintedValue): boolean {
  if (typeof printed === "object" && !Array.isArray(printed)) {
    if ("percent" in printed) {
      if (value.kind === "number") return Math.abs(value.value - Number(printed.percent)) < 1e-9;
      return value.kind === "share" && roundsTo(value, printed.percent);
    }
    if (value.kind === "share") return isBeyond(value, printed);
    if (value.kind !== "number") return false;
    return "at_least" in printed ? value.value >= printed.at_least : value.value > printed.more_than;
  }
  if (value.kind === "share") return false;
  return sameValue(value, printedAsValue(printed));
}

/** A percentage against a bound: its exact quotient, not what is left of it after rounding. */
function isBeyond(
  { numerator, denominator }: { numerator: number; denominator: number },
  bound: { at_least: number } | { more_than: number },
): boolean {
  if (denominator === 0) return false;
  const percent = 100 * numerator;
  return "at_least" in bound ? percent >= bound.at_least * denominator : percent > bound.more_than * denominator;
}

/** True when 100 × numerator / denominator, rounded half up to the printed digits, is what is printed. Exact. */
export function roundsTo(
  { numerator, denominator }: { numerator: number; denominator: number },
  percent: string,
): boolean {
  if (denominator === 0) return false;
  const digits = percent.split(".")[1]?.length ?? 0;
  const factor = 10n ** BigInt(digits);
  const scaled = BigInt(numerator) * 100n * factor;
  const rounded = (2n * scaled + BigInt(denominator)) / (2n * BigInt(denominator));
  return rounded === BigInt(percent.replace(".", ""));
}
