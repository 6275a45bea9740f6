import type { RoundData } from "../round/round-data.ts";

/**
 * Whom the report itself addresses: those it names, or all but those it excepts, in the order of the region's tables.
 * Undefined where it prints no list.
 */
export function printedAddressees(
  { printed, municipalities }: Pick<RoundData, "printed" | "municipalities">,
  recommendation: string,
): { members: string[]; source: string } | undefined {
  const own = printed.filter(({ kind, item }) => kind === "addressee" && item === recommendation);
  const [first] = own;
  if (!first) return undefined;
  const named = (value: string) =>
    new Set(own.filter((row) => row.value === value).map(({ municipality }) => municipality));
  const excluded = named("excluded");
  const included = named("included");
  const members = municipalities
    .map(({ id }) => id)
    .filter((id) => (excluded.size > 0 ? !excluded.has(id) : included.has(id)));
  return { members, source: first.source };
}
