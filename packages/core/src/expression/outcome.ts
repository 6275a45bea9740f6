import { type Decimal, decimal } from "../decimal/decimal.ts";
import type { MissingPolicy } from "../methodology/missing.ts";
import type { Scale } from "../methodology/scale.ts";
import type { CellState } from "../observation/cell.ts";
import type { MissingStatus } from "../status/status.ts";

/** One thing that a cell can turn out to be, after the policy for missing values has spoken. */
export type Outcome =
  /** A code, by its position on the scale; `instead` tells which missing value it stands for. */
  | { kind: "code"; code: number; instead?: MissingStatus }
  /** Any number from low to high; undefined is without limit. */
  | { kind: "number"; low: Decimal | undefined; high: Decimal | undefined; instead?: MissingStatus }
  | { kind: "missing"; status: MissingStatus; policy: Exclude<MissingPolicy, "bounds"> };

/** All that a cell can turn out to be, each once. Never empty. */
export function outcomesOf(
  { codes, range, missing }: CellState,
  scale: Scale,
  policies: Readonly<Record<MissingStatus, MissingPolicy>>,
): Outcome[] {
  const outcomes: Outcome[] = codes.map((code) => ({ kind: "code", code }));
  if (range) outcomes.push({ kind: "number", low: range[0], high: range[1] });
  for (const status of missing) {
    const policy = policies[status];
    if (policy === "bounds") outcomes.push(...wholeScale(scale, status));
    else outcomes.push({ kind: "missing", status, policy });
  }
  return outcomes;
}

/** Every value of a scale. */
export function wholeScale(scale: Scale, instead?: MissingStatus): Outcome[] {
  const mark = instead ? { instead } : {};
  if (scale.type === "codes") return scale.codes.map((_, code) => ({ kind: "code", code, ...mark }));
  const low = scale.from === undefined ? undefined : decimal(scale.from);
  const high = scale.to === undefined ? undefined : decimal(scale.to);
  return [{ kind: "number", low, high, ...mark }];
}
