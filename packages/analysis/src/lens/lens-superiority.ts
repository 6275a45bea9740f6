import type { MunicipalityType, PlacedIndicator, RoundData } from "@metodika/core";
import { itemCategories } from "../category/item-categories.ts";
import { type OrderedThing, type Superiority, superiority } from "../superiority/superiority.ts";
import type { ThroughLens } from "./through-lens.ts";

/** How two regions stand to each other on one scale, for all municipalities or those of one type. */
export interface TypeSuperiority {
  placed: PlacedIndicator;
  /** Undefined: all municipalities. */
  type: MunicipalityType | undefined;
  /** The lent region against the other; null where one side has nobody. */
  superiority: Superiority | null;
}

/**
 * The region whose data were lent against the region whose scale is used, per indicator that could be carried over: overall
 * and by every type of municipality that one of them has. Both sides treat missing values as the methodology of the scale
 * says, except that a value which counts as zero is left out: an empty cell of one region is no answer of the other.
 */
export function lensSuperiority(lens: ThroughLens, own: RoundData): TypeSuperiority[] {
  const [lent, other] = [thingsOf(lens.data), thingsOf({ ...own, methodology: lens.data.methodology })];
  const types = [...new Set([...lens.data.municipalities, ...own.municipalities].map(({ type }) => type))].sort();
  return lens.indicators.flatMap(({ placed }) =>
    [undefined, ...types].map((type) => {
      const pick = (things: ReturnType<typeof thingsOf>) =>
        (things.get(placed.indicator.id) ?? [])
          .filter((one) => type === undefined || one.type === type)
          .map(({ thing }) => thing);
      return { placed, type, superiority: superiority(pick(lent), pick(other)) };
    }),
  );
}

function thingsOf(data: RoundData): Map<string, { type: MunicipalityType; thing: OrderedThing }[]> {
  const { missing } = data.methodology;
  const excluded = Object.fromEntries(
    Object.entries(missing).map(([status, rule]) => [
      status,
      rule.policy === "zero" ? { ...rule, policy: "exclude" } : rule,
    ]),
  ) as typeof missing;
  const columns = itemCategories({ ...data, methodology: { ...data.methodology, missing: excluded } });
  return new Map(
    columns.flatMap((column) =>
      column
        ? [
            [
              column.placed.indicator.id,
              column.units.map(({ possible, absent }, row) => ({
                type: data.municipalities[row]?.type ?? "municipal-district",
                thing: { possible, absent },
              })),
            ] as const,
          ]
        : [],
    ),
  );
}
