import type { LevelDefinition, RoundData, RoundScore } from "@metodika/core";
import type { Finding } from "@metodika/evidence";
import { type DistributionRow, levelDistribution } from "@metodika/presentation";
import { type TextLevel, textLevels } from "./text-levels.ts";

/** Where the level of a municipality comes from: a list of the text, its statement on all others, or a rule. */
export type LevelOrigin = "list" | "rest" | "rule";

/** The levels of all municipalities, as a document tells them everywhere. */
export interface ToldLevels {
  /** The groups, the best first. */
  rows: DistributionRow[];
  /** Of each municipality; `certain` is false where the codes are only possible. */
  of: ReadonlyMap<string, { codes: string[]; certain: boolean; by: LevelOrigin }>;
  /** What the text says; nothing where the rule is the region's own. */
  text: readonly TextLevel[];
}

/**
 * The one source of levels for tables, lists, conclusions and charts. Before a rule that the region has not approved stands
 * the text of its report: its lists, then what it says of all others; who is in neither has the level of the rule. What the
 * text leaves open stays open, whatever the rule gives.
 *
 * @example
 * toldLevels({ data, score, findings }, level).of.get("artyomovsky-go") // { codes: ["sufficient"], certain: true, by: "list" }
 */
export function toldLevels(
  { data, score, findings = [] }: { data: RoundData; score: RoundScore; findings?: readonly Finding[] | undefined },
  level: LevelDefinition,
): ToldLevels {
  const text = level.basis === "inferred" ? textLevels(data, level, findings) : [];
  const units = new Map(score.units.map(({ municipality, levels }) => [municipality, levels[level.id] ?? []]));
  const of = new Map(
    data.municipalities.map(({ id }) => {
      const said = text.find(({ members }) => members.possible.includes(id));
      const codes = said ? [said.code] : (units.get(id) ?? []);
      const certain = said ? said.members.certain.includes(id) : codes.length === 1;
      return [id, { codes, certain, by: said?.by ?? ("rule" as const) }];
    }),
  );
  const all = levelDistribution(data, score, level.id);
  const ids = data.municipalities.map(({ id }) => id);
  const rows = all.flatMap((row): DistributionRow[] => {
    const possible = ids.filter((id) => {
      const own = of.get(id)?.codes ?? [];
      return row.kind === "missing" ? own.length === 0 : own.includes(row.key);
    });
    const certain = row.kind === "missing" ? possible : possible.filter((id) => of.get(id)?.certain);
    if (row.kind === "missing" && possible.length === 0) return [];
    return [{ ...row, certain: certain.length, possible: possible.length, members: { certain, possible } }];
  });
  return { rows, of, text };
}
