import { type Decimal, exactly } from "../decimal/decimal.ts";
import type { Condition } from "../methodology/condition.ts";
import { criteriaOf, indicatorsBelow, indicatorsOf, type PlacedIndicator } from "../methodology/indicators.ts";
import type { Criterion, Indicator, Methodology } from "../methodology/methodology.ts";
import type { MissingPolicy } from "../methodology/missing.ts";
import type { DecimalValue } from "../methodology/number.ts";
import type { Points } from "../methodology/points.ts";
import type { Scale } from "../methodology/scale.ts";
import { type MissingStatus, missingStatuses } from "../status/status.ts";
import type {
  AggregateOf,
  BooleanExpression,
  CellTest,
  LevelExpression,
  NumberExpression,
  PointsOf,
  PointsRule,
} from "./expression.ts";

/** A methodology ready to be evaluated. */
export interface Program {
  methodology: Methodology;
  /** One per indicator, in the order of the methodology: what a cell position means. */
  cells: readonly PlacedIndicator[];
  /** What a missing value does, per status. */
  missing: Readonly<Record<MissingStatus, MissingPolicy>>;
  /** True when a policy of the caller replaces that of the methodology: a trial calculation. */
  trial: boolean;
  criteria: readonly { criterion: Criterion; expression: AggregateOf | undefined }[];
  total: AggregateOf | undefined;
  /** False when the total is the caller's wish and not the methodology's. */
  totalDefined: boolean;
  levels: readonly LevelExpression[];
}

/** What a caller may ask for beyond the methodology. */
export interface CompileOptions {
  /** One policy for every missing status, in place of the methodology's: a trial calculation. */
  missing?: MissingPolicy;
  /** A sum of the criteria where the methodology defines no total. */
  total?: boolean;
}

/** A part of an aggregate; without points (`of` is undefined) it takes no part. */
interface Term {
  of: PointsOf | AggregateOf | undefined;
  weight: Decimal;
}

/**
 * Compiles a methodology that has passed `checkMethodology` to its expression tree.
 *
 * @throws TypeError for a reference that the check would have found: a caller's mistake
 */
export function compile(methodology: Methodology, options: CompileOptions = {}): Program {
  const cells = indicatorsOf(methodology);
  const positions = new Map(cells.map(({ indicator }, position) => [indicator.id, position]));
  const criteria = criteriaOf(methodology).map((criterion) => ({
    criterion,
    expression: aggregate(criterion.id, criterion.points?.aggregate, partsOf(criterion)),
  }));
  const ownTotal = aggregate("total", methodology.total?.aggregate, methodology.criteria.map(criterionTerm));
  const wishedTotal = options.total ? aggregate("total", "sum", methodology.criteria.map(criterionTerm)) : undefined;
  const total = ownTotal ?? wishedTotal;
  const levels: LevelExpression[] = [];
  for (const definition of methodology.levels ?? []) {
    const known = new Set(levels.map(({ id }) => id));
    levels.push({
      kind: "level-table",
      id: definition.id,
      ...(definition.applies ? { applies: condition(definition.applies, known) } : {}),
      rules: definition.rules.map((rule) => ({
        level: positionOf(
          definition.codes.findIndex(({ code }) => code === rule.level),
          rule.level,
        ),
        ...(rule.when ? { when: condition(rule.when, known) } : {}),
      })),
    });
  }
  const missing = Object.fromEntries(
    missingStatuses.map((status) => [status, options.missing ?? methodology.missing[status].policy]),
  ) as Record<MissingStatus, MissingPolicy>;
  return {
    methodology,
    cells,
    missing,
    trial: missingStatuses.some((status) => missing[status] !== methodology.missing[status].policy),
    criteria,
    total,
    totalDefined: ownTotal !== undefined,
    levels,
  };

  function partsOf(criterion: Criterion): Term[] {
    return [...(criterion.indicators ?? []).map(indicatorTerm), ...(criterion.criteria ?? []).map(criterionTerm)];
  }

  function indicatorTerm(indicator: Indicator): Term {
    const cell = positionOf(positions.get(indicator.id), indicator.id);
    const scale = cells[cell]?.scale;
    const of: PointsOf | undefined =
      indicator.points && scale ? { kind: "points", cell, rule: pointsRule(indicator.points, scale) } : undefined;
    return { of, weight: weight(indicator.weight) };
  }

  function criterionTerm(criterion: Criterion): Term {
    return {
      of: aggregate(criterion.id, criterion.points?.aggregate, partsOf(criterion)),
      weight: weight(criterion.weight),
    };
  }

  /** The positions of codes on the scale of a cell; a scale of numbers has none. */
  function codePositions(cell: number, codes: readonly string[]): number[] {
    const scale = cells[cell]?.scale;
    if (scale?.type !== "codes") return [];
    return codes.flatMap((code) => {
      const position = scale.codes.findIndex((candidate) => candidate.code === code);
      return position < 0 ? [] : [position];
    });
  }

  function condition(node: Condition, knownLevels: ReadonlySet<string>): BooleanExpression {
    if ("all" in node) return { kind: "all", of: node.all.map((part) => condition(part, knownLevels)) };
    if ("any" in node) return { kind: "any", of: node.any.map((part) => condition(part, knownLevels)) };
    if ("not" in node) return { kind: "not", of: condition(node.not, knownLevels) };
    if ("indicator" in node) return cellTest(node);
    if ("count" in node) {
      const { criterion, indicators, codes = [], status = [] } = node.count;
      const holder = criteria.find((candidate) => candidate.criterion.id === criterion)?.criterion;
      const ids = indicators ?? (holder ? indicatorsBelow(holder).map(({ id }) => id) : []);
      const of = ids.map((id): CellTest => {
        const cell = positionOf(positions.get(id), id);
        return { kind: "cell", cell, codes: codePositions(cell, codes), missing: onlyMissing(status) };
      });
      return { kind: "compare", of: { kind: "count", of }, ...limits(node) };
    }
    if ("points" in node) {
      const of: NumberExpression | undefined =
        node.points === "total" ? total : criteria.find(({ criterion }) => criterion.id === node.points)?.expression;
      if (!of) throw new TypeError(`no points are defined for "${node.points}"`);
      return { kind: "compare", of, ...limits(node) };
    }
    const level = positionOf(knownLevels.has(node.level) ? [...knownLevels].indexOf(node.level) : -1, node.level);
    const codes = methodology.levels?.[level]?.codes ?? [];
    return {
      kind: "level",
      level,
      codes: node.is.map((code) =>
        positionOf(
          codes.findIndex((c) => c.code === code),
          code,
        ),
      ),
    };
  }

  function cellTest(node: Extract<Condition, { indicator: string }>): CellTest {
    const cell = positionOf(positions.get(node.indicator), node.indicator);
    const scale = cells[cell]?.scale;
    const missing = onlyMissing(node.status ?? []);
    if (scale?.type === "codes") {
      const orderOf = (limit: string | number | undefined) =>
        limit === undefined ? undefined : scale.codes.find(({ code }) => code === String(limit))?.order;
      const low = orderOf(node.at_least);
      const high = orderOf(node.at_most);
      const asked = node.is ?? (low === undefined && high === undefined ? [] : scale.codes.map(({ code }) => code));
      const fitting = asked.filter((code) => {
        const order = scale.codes.find((candidate) => candidate.code === code)?.order ?? 0;
        return (low === undefined || order >= low) && (high === undefined || order <= high);
      });
      return { kind: "cell", cell, codes: codePositions(cell, fitting), missing };
    }
    if (node.at_least === undefined && node.at_most === undefined) return { kind: "cell", cell, codes: [], missing };
    return { kind: "cell", cell, codes: [], missing, range: limits(node) };
  }
}

function aggregate(
  id: string,
  method: AggregateOf["method"] | undefined,
  parts: readonly Term[],
): AggregateOf | undefined {
  const terms = parts.flatMap(({ of, weight }) => (of ? [{ of, weight }] : []));
  return method && terms.length > 0 ? { kind: "aggregate", id, method, terms } : undefined;
}

function pointsRule(points: Points, scale: Scale): PointsRule {
  if (scale.type === "codes") {
    const table = points as Record<string, DecimalValue>;
    return { kind: "codes", points: scale.codes.map(({ code }) => exactly(table[code] ?? Number.NaN)) };
  }
  const rule = points as Exclude<Points, Record<string, DecimalValue>>;
  if ("steps" in rule) {
    const steps = rule.steps.map((step) => ({ from: exactly(step.from), points: exactly(step.points) }));
    return { kind: "steps", steps, below: exactly(rule.below) };
  }
  if ("normalize" in rule) {
    const { from, to, transform } = rule.normalize;
    return { kind: "normalize", from: exactly(from), to: exactly(to), logarithm: transform === "logarithm" };
  }
  return { kind: "value", times: exactly(rule.value.times) };
}

function limits(node: { at_least?: string | number | undefined; at_most?: string | number | undefined }) {
  return {
    ...(node.at_least === undefined ? {} : { low: exactly(node.at_least) }),
    ...(node.at_most === undefined ? {} : { high: exactly(node.at_most) }),
  };
}

function onlyMissing(statuses: readonly string[]): MissingStatus[] {
  return missingStatuses.filter((status) => statuses.includes(status));
}

function weight(value: DecimalValue | undefined): Decimal {
  return exactly(value ?? 1);
}

function positionOf(position: number | undefined, id: string): number {
  if (position === undefined || position < 0) throw new TypeError(`unknown reference "${id}" in a methodology`);
  return position;
}

/** Compiles one condition over the cells of a program: for recommendations and for claims of a text. */
export function compileCondition(program: Program, condition: Condition): BooleanExpression {
  const { methodology } = program;
  const code = { code: "yes", order: 1, title: methodology.title };
  const table = {
    id: "condition",
    title: methodology.title,
    basis: "approved" as const,
    applies: condition,
    codes: [code],
    rules: [{ level: "yes" }],
  };
  const levels = [...(methodology.levels ?? []), table];
  const applies = compile({ ...methodology, levels }, { total: program.total !== undefined }).levels.at(-1)?.applies;
  if (!applies) throw new TypeError("a condition was not compiled");
  return applies;
}
