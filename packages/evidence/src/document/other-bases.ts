import type { Claim, ClaimCondition, RoundData } from "@metodika/core";
import type { Computed } from "../audit/audit.ts";
import { groupId } from "./claim-quantities.ts";
import type { Quantity } from "./quantity.ts";
import { askerOf } from "./table-quantities.ts";

/** The shares of other bases of what a report states as a share of one: its condition need not be a value of one indicator. */
export function otherBases(data: RoundData): (quantities: readonly Quantity[]) => Quantity[] {
  const ask = askerOf(data);
  const universes = ["all", ...(data.claims?.universes ?? []).map(({ id }) => id)];
  const conditions = new Map(
    (data.claims?.claims ?? []).flatMap(({ query }) =>
      query && "share" in query ? [[groupId(query.share), query.share] as const] : [],
    ),
  );
  return (quantities) => {
    const shares = quantities.filter(({ kind }) => kind === "percent");
    const [stated] = shares.filter(({ finding }) => finding !== undefined);
    const condition = stated ? conditions.get(stated.group) : undefined;
    if (!stated || !condition) return [];
    return universes
      .filter((universe) => shares.every((own) => own.universe !== universe))
      .map((universe) => shareOf(stated, condition, universe, data.round.id, ask));
  };
}

function shareOf(
  { finding: _, blank: __, ...stated }: Quantity,
  condition: ClaimCondition,
  universe: string,
  source: string,
  ask: ReturnType<typeof askerOf>,
): Quantity {
  const id = `${stated.id}/${universe}`;
  const claim: Claim = {
    id,
    source,
    statement: stated.statement,
    query: { share: condition },
    universe,
    inferred: false,
  };
  let known: Computed | undefined;
  return {
    ...stated,
    id,
    universe,
    computed: () => {
      known ??= ask(claim, "percent");
      return known;
    },
  };
}
