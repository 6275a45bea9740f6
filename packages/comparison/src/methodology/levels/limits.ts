import {
  type AlignedIndicator,
  add,
  type Condition,
  compare,
  type Decimal,
  decimal,
  formatDecimal,
  type Methodology,
} from "@metodika/core";
import type { Variant } from "../effects/hybrid-methodology.ts";

/** Where something changes on a scale of numbers: from each of these numbers on, as in points by steps. */
export interface Thresholds {
  steps: readonly { from: string }[];
}

/**
 * The numbers from which on a rule of levels may say something else of an indicator, by its position among the aligned ones:
 * a number within each piece stands for the whole piece.
 */
export function levelThresholds(
  methodologies: Readonly<Record<Variant, Methodology>>,
  aligned: readonly AlignedIndicator[],
): ReadonlyMap<number, Thresholds> {
  const found = new Map<number, Decimal[]>();
  for (const written of ["before", "after"] as const)
    for (const { applies, rules } of methodologies[written].levels ?? [])
      for (const condition of [...(applies ? [applies] : []), ...rules.flatMap(({ when }) => when ?? [])])
        visit(condition, (node) => {
          const position = aligned.findIndex((pair) => pair[written]?.indicator.id === node.indicator);
          const pair = aligned[position];
          const scales = [pair?.before?.scale, pair?.after?.scale].flatMap((scale) =>
            scale?.type === "number" ? [scale] : [],
          );
          if (!pair || scales.length === 0) return;
          const isWhole = scales.every(({ integer }) => integer);
          const [least, most] = [node.at_least, node.at_most].map((limit) => decimal(limit ?? ""));
          found.set(position, [
            ...(found.get(position) ?? []),
            ...(least ? [startAt(least, isWhole)] : []),
            ...(most ? [justAbove(most, isWhole, pair)] : []),
          ]);
        });
  return new Map(
    [...found].map(([position, starts]) => [
      position,
      { steps: starts.map((from) => ({ from: formatDecimal(from) })) },
    ]),
  );
}

function visit(condition: Condition, take: (node: Extract<Condition, { indicator: string }>) => void): void {
  if ("indicator" in condition) take(condition);
  else if ("not" in condition) visit(condition.not, take);
  else if ("all" in condition || "any" in condition)
    for (const part of "all" in condition ? condition.all : condition.any) visit(part, take);
}

const one: Decimal = { units: 1n, scale: 0 };

function startAt(limit: Decimal, isWhole: boolean): Decimal {
  if (!isWhole) return limit;
  const below = wholePart(limit);
  return compare(below, limit) === 0 ? below : add(below, one);
}

/** The next whole number; on other scales a number between the limit and whatever else is written of the indicator. */
function justAbove(limit: Decimal, isWhole: boolean, { before, after }: AlignedIndicator): Decimal {
  if (isWhole) return add(wholePart(limit), one);
  const written = [before?.indicator.points, after?.indicator.points].flatMap((points) =>
    points && "steps" in points && Array.isArray(points.steps)
      ? points.steps.flatMap((step) => decimal(step.from) ?? [])
      : [],
  );
  // No scale is written with more digits than these.
  return add(limit, { units: 1n, scale: Math.max(12, limit.scale, ...written.map(({ scale }) => scale)) + 1 });
}

/** The greatest whole number that is not greater. */
function wholePart({ units, scale }: Decimal): Decimal {
  const divisor = 10n ** BigInt(scale);
  const rest = ((units % divisor) + divisor) % divisor;
  return { units: (units - rest) / divisor, scale: 0 };
}
