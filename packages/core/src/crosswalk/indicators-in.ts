import type { Condition } from "../claim/condition.ts";

/** The indicators that a condition names itself. */
export function indicatorsIn(condition: Condition): string[] {
  if ("all" in condition) return condition.all.flatMap(indicatorsIn);
  if ("any" in condition) return condition.any.flatMap(indicatorsIn);
  if ("not" in condition) return indicatorsIn(condition.not);
  if ("indicator" in condition) return [condition.indicator];
  return "count" in condition ? (condition.count.indicators ?? []) : [];
}
