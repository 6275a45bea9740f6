import type { Members, RoundData, RoundScore } from "@metodika/core";
import { labels } from "../languages/labels.ts";
import type { DistributionRow } from "./distribution-row.ts";
import { wholeRound } from "./distribution-rows.ts";

/**
 * How many municipalities have each level, best first, and how many have none: certain where only one level is possible.
 *
 * @throws RangeError for a level that the methodology does not have
 */
export function levelDistribution(data: RoundData, score: RoundScore, levelId: string): DistributionRow[] {
  const level = data.methodology.levels?.find(({ id }) => id === levelId);
  if (!level) throw new RangeError(`no level "${levelId}" in the methodology ${data.methodology.id}`);
  const sets = score.units.map(({ levels }) => levels[levelId] ?? []);
  const who = (fits: (set: readonly string[]) => boolean) =>
    score.units.flatMap(({ municipality }, place) => (fits(sets[place] ?? []) ? [municipality] : []));
  const common = {
    item: level.id,
    itemTitle: level.title,
    itemShort: level.title,
    denominator: sets.length,
    base: wholeRound(data).base,
  };
  const rows = [...level.codes]
    .sort((a, b) => b.order - a.order)
    .map(
      ({ code, title, letter, color }): DistributionRow => ({
        ...common,
        key: code,
        kind: "value",
        title,
        ...(letter ? { letter } : {}),
        ...(color ? { color } : {}),
        ...counted({
          certain: who((set) => set.length === 1 && set[0] === code),
          possible: who((set) => set.includes(code)),
        }),
      }),
    );
  const none = who((set) => set.length === 0);
  if (none.length > 0)
    rows.push({
      ...common,
      key: "none",
      kind: "missing",
      title: labels.noLevel,
      ...counted({ certain: none, possible: none }),
    });
  return rows;
}

function counted(members: Members): Pick<DistributionRow, "certain" | "possible" | "members"> {
  return { certain: members.certain.length, possible: members.possible.length, members };
}
