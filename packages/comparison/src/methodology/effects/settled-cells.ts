import {
  type AlignedIndicator,
  type CellState,
  type Decimal,
  decimal,
  type Methodology,
  type MissingStatus,
  type PlacedIndicator,
} from "@metodika/core";
import type { Thresholds } from "../levels/limits.ts";
import type { Variant } from "./hybrid-methodology.ts";
import { numbersBetween, translateValue, type Value } from "./translate-value.ts";

/** One way to settle a cell, under both methodologies at once: they look at the same answer. */
export interface SettledCell {
  /** The reason for its absence; a policy of `bounds` looks at the value that stands for it. */
  missing?: MissingStatus;
  before?: Value;
  after?: Value;
}

/**
 * Every way to settle a cell of a round. What the round did not ask can be anything on the scale of the other version;
 * what another scale makes of an answer can be several things. Undefined where the ways cannot be listed.
 *
 * @param native the version by which the round asked
 * @param state undefined where the round did not ask
 * @param further rules beside the points that look at the value: steps of numbers
 */
export function settledCells(
  pair: AlignedIndicator,
  native: Variant,
  state: CellState | undefined,
  methodologies: Readonly<Record<Variant, Methodology>>,
  further: readonly Thresholds[] = [],
): SettledCell[] | undefined {
  const foreign = native === "before" ? "after" : "before";
  const [asked, other] = [pair[native], pair[foreign]];
  const points = [asked?.indicator.points, other?.indicator.points].filter((rule) => rule !== undefined);
  const rules = [...points, ...further];
  if (!asked || !state)
    return other && wholeScaleValues(other, rules)?.map((value) => ({ [foreign]: value }) as SettledCell);
  const cells: SettledCell[] = [];
  const add = (value: Value, missing?: MissingStatus): boolean => {
    const mark = missing ? { missing } : {};
    if (!other) {
      cells.push({ ...mark, [native]: value });
      return true;
    }
    const others = translateValue(value, asked.scale, other.scale, pair, wholeScaleValues(other, rules));
    for (const own of others ?? []) cells.push({ ...mark, [native]: value, [foreign]: own });
    return others !== undefined;
  };
  for (const code of state.codes) if (!add({ code })) return undefined;
  if (state.range) {
    if (asked.scale.type !== "number") return undefined;
    const numbers = numbersBetween(state.range, asked.scale, rules);
    if (!numbers?.every((number) => add({ number }))) return undefined;
  }
  for (const status of state.missing) {
    const isOpen = [methodologies.before, methodologies.after].some(
      ({ missing }) => missing[status].policy === "bounds",
    );
    if (!isOpen) cells.push({ missing: status });
    else if (!wholeScaleValues(asked, rules)?.every((value) => add(value, status))) return undefined;
  }
  return cells;
}

/** Every value of the scale of an indicator that matters for some rules; undefined where they cannot be listed. */
function wholeScaleValues({ scale }: PlacedIndicator, rules: readonly unknown[]): Value[] | undefined {
  if (scale.type === "codes") return scale.codes.map((_, code) => ({ code }));
  const ends = [scale.from, scale.to].map((end) => (end === undefined ? undefined : decimal(end)));
  const [low, high] = ends as [Decimal | undefined, Decimal | undefined];
  return low && high && numbersBetween([low, high], scale, rules)?.map((number) => ({ number }));
}

/** The cell as the version of an indicator that is in force sees it. */
export function stateOf(cell: SettledCell, variant: Variant, missing: Methodology["missing"]): CellState {
  if (cell.missing && missing[cell.missing].policy !== "bounds") return { codes: [], missing: [cell.missing] };
  const value = cell[variant];
  if (!value) return { codes: [], missing: cell.missing ? [cell.missing] : ["O"] };
  return "code" in value
    ? { codes: [value.code], missing: [] }
    : { codes: [], range: [value.number, value.number], missing: [] };
}

/** One text for every distinct way to settle a cell. */
export function keyOf({ missing, before, after }: SettledCell): string {
  const value = (one: SettledCell["before"]) =>
    one === undefined ? "" : "code" in one ? `code ${one.code}` : `${one.number.units}e-${one.number.scale}`;
  return `${missing ?? ""}|${value(before)}|${value(after)}`;
}
