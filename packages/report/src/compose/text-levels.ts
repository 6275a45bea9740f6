import type { Claim, LevelDefinition, Members, RoundData } from "@metodika/core";
import { claimsOf, type Finding, predicateOf, worldOf } from "@metodika/evidence";

/** A level and those to whom the text of a report gives it. */
export interface TextLevel {
  code: string;
  members: Members;
  sources: string[];
  /** By a list of names, or as what is left when the other levels have been listed. */
  by: "list" | "rest";
  /** Of `rest`: the universe that the text speaks of, where it is not everybody. */
  universe?: { ru: string; en: string };
}

/**
 * The levels as the text of a report gives them: by lists, and, where every level but one has its list and a statement
 * speaks of that one, to all who stand in no list. Of these only the universe of the statement is certain. A statement
 * that the tables contradict under every reading gives nothing.
 *
 * @example
 * textLevels(data, level, findings).map(({ code, by }) => [code, by]) // [["sufficient", "list"], ["acceptable", "rest"], ["critical", "list"]]
 */
export function textLevels(data: RoundData, level: LevelDefinition, findings: readonly Finding[] = []): TextLevel[] {
  const rows = data.printed.filter(({ kind, item }) => kind === "level" && item === level.id);
  const listed = level.codes.map(({ code }) => ({ code, own: rows.filter(({ value }) => value === code) }));
  const without = listed.filter(({ own }) => own.length === 0);
  const isOnlyOne = without.length === 1 && listed.length > 1;
  return listed.flatMap(({ code, own }): TextLevel[] => {
    if (own.length === 0) return isOnlyOne ? restLevel(data, level, code, findings) : [];
    const ids = own.map(({ municipality }) => municipality);
    const sources = [...new Set(own.map(({ source }) => source))];
    return [{ code, members: { certain: ids, possible: ids }, sources, by: "list" }];
  });
}

/** The level of one municipality by the text, and whether that is certain. */
export function textLevelOf(
  levels: readonly TextLevel[],
  municipality: string,
): { level: TextLevel; certain: boolean } | undefined {
  const level = levels.find(({ members }) => members.possible.includes(municipality));
  return level && { level, certain: level.members.certain.includes(municipality) };
}

function restLevel(data: RoundData, level: LevelDefinition, code: string, findings: readonly Finding[]): TextLevel[] {
  const claim = claimsOf(data).find((one) => speaksOf(one, level.id, code) && !isRefuted(one, findings));
  if (!claim) return [];
  const listed = new Set(
    data.printed.flatMap(({ kind, item, municipality }) =>
      kind === "level" && item === level.id ? [municipality] : [],
    ),
  );
  const universe = data.claims?.universes?.find(({ id }) => id === claim.universe);
  const world = worldOf(data);
  const within = universe && predicateOf(universe.who, data, world.program);
  const possible = data.municipalities.flatMap(({ id }) => (listed.has(id) ? [] : [id]));
  const certain = data.municipalities.flatMap(({ id }, row) =>
    !listed.has(id) && (!within || within.test(row, world.outcomes[row] ?? []) === "yes") ? [id] : [],
  );
  return [
    {
      code,
      members: { certain, possible },
      sources: [claim.source],
      by: "rest",
      ...(universe ? { universe: universe.title } : {}),
    },
  ];
}

function speaksOf({ query }: Claim, level: string, code: string): boolean {
  const condition = query && ("share" in query ? query.share : "count" in query ? query.count : undefined);
  return (
    condition !== undefined &&
    "level" in condition &&
    condition.level === level &&
    condition.is.length === 1 &&
    condition.is[0] === code
  );
}

function isRefuted({ id }: Claim, findings: readonly Finding[]): boolean {
  const found = findings.find((one) => one.id === id);
  return found?.verdict === "contradicted" && found.readings.every(({ verdict }) => verdict === "contradicted");
}
