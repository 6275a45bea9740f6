import { type CriterionDynamics, type Dynamics, unitChange } from "@metodika/comparison";
import { type Decimal, toNumber } from "@metodika/core";

/** Dynamics as data: one record per municipality in place of columns, changes as `[least, greatest]`. */
export function dynamicsJson({ units, criteria, total, ...rest }: Dynamics) {
  const parts = [...criteria, ...(total ? [total] : [])];
  return {
    ...rest,
    criteria: parts.map(({ criterion, comparable, leftOut, change }) => ({
      criterion,
      comparable,
      leftOut,
      counts: change?.counts ?? null,
    })),
    units: units.map(({ municipality, before, kind }, unit) => ({
      municipality,
      before,
      kind,
      changes: parts.flatMap((part) => changeJson(part, unit)),
    })),
  };
}

function changeJson({ criterion, change }: CriterionDynamics, unit: number) {
  if (!change) return [];
  const { class: kind, low, high, contributions } = unitChange(change, unit);
  const ends = low === undefined || high === undefined ? null : [number(low), number(high)];
  return [
    {
      criterion,
      class: kind,
      change: ends,
      contributions:
        contributions?.map(({ low: least, high: greatest, ...ids }) => ({
          ...ids,
          change: [number(least), number(greatest)],
        })) ?? null,
    },
  ];
}

function number(end: Decimal | number): number {
  return typeof end === "number" ? end : toNumber(end);
}
