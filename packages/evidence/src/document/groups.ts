import type { RoundData } from "@metodika/core";
import type { Finding } from "../audit/audit.ts";
import { claimQuantities } from "./claim-quantities.ts";
import { otherBases } from "./other-bases.ts";
import type { Phrasing } from "./phrasing.ts";
import type { Group, Quantity } from "./quantity.ts";
import { tableGroups } from "./table-quantities.ts";
import { contentStems } from "./words.ts";

/** All that figures of a draft can be about, and how much a word tells groups apart. */
export interface Groups {
  all: readonly Group[];
  /** Stems of the title of the methodology: what everything here is about. */
  common: ReadonlySet<string>;
  /** Of a stem; rare ones tell more, and one that no group has something. */
  weight(stem: string): number;
  /** True of a stem that another value of the same topic has and this one has not. */
  isOfSibling(group: Group, stem: string): boolean;
  /** The stems of a phrasing that no other value of the same topic has. */
  ownStems(group: Group, phrasing: Phrasing): ReadonlySet<string>;
}

/** Statements of the report and counts of the tables, put together where they count by the same condition. */
export function groupsOf(data: RoundData, findings: readonly Finding[]): Groups {
  const places = placeStems(data);
  const drafts = new Map<
    string,
    { topic?: string; phrasings: Phrasing[]; vocabulary: string[]; quantities: Quantity[] }
  >();
  for (const { quantity, phrasing } of claimQuantities(data, findings, places)) {
    const group = drafts.get(quantity.group) ?? { phrasings: [], vocabulary: [], quantities: [] };
    drafts.set(quantity.group, group);
    if (quantity.topic !== undefined) group.topic = quantity.topic;
    group.phrasings.push(phrasing);
    if (!group.quantities.includes(quantity)) group.quantities.push(quantity);
  }
  for (const { group: id, topic, phrasings, vocabulary, quantities } of tableGroups(data)) {
    const group = drafts.get(id) ?? { phrasings: [], vocabulary: [], quantities: [] };
    drafts.set(id, group);
    group.topic = topic;
    group.phrasings.push(...phrasings);
    group.vocabulary.push(...vocabulary);
    // What the report states has its own words and its own reading.
    const stated = new Set(group.quantities.map(({ kind, universe }) => `${kind} ${universe}`));
    group.quantities.push(...quantities.filter(({ kind, universe }) => !stated.has(`${kind} ${universe}`)));
  }
  const basesOf = otherBases(data);
  for (const group of drafts.values()) group.quantities.push(...basesOf(group.quantities));
  const all = [...drafts].map(([id, { topic, phrasings, vocabulary, quantities }]): Group => {
    const words = new Set([...vocabulary, ...phrasings.flatMap(({ stems }) => [...stems])]);
    return { id, ...(topic === undefined ? {} : { topic }), phrasings, vocabulary: words, quantities };
  });
  const counts = new Map<string, number>();
  for (const { phrasings } of all)
    for (const stem of new Set(phrasings.flatMap(({ stems }) => [...stems])))
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const siblings = (group: Group): Group[] =>
    group.topic === undefined ? [] : all.filter((other) => other !== group && other.topic === group.topic);
  const shared = new Map(
    all.map((group) => [
      group.id,
      new Set(siblings(group).flatMap(({ phrasings }) => phrasings.flatMap(({ stems }) => [...stems]))),
    ]),
  );
  return {
    all,
    common: new Set(contentStems(data.methodology.title.ru)),
    weight: (stem) => {
      const count = counts.get(stem);
      return count === undefined ? 0.4 * Math.log(1 + all.length / 3) : Math.log(1 + all.length / count);
    },
    isOfSibling: (group, stem) => shared.get(group.id)?.has(stem) === true && !group.vocabulary.has(stem),
    ownStems: (group, { stems }) => new Set([...stems].filter((stem) => !shared.get(group.id)?.has(stem))),
  };
}

/** Stems of the names of municipalities: a list is not about its names. */
export function placeStems({ municipalities }: Pick<RoundData, "municipalities">): Set<string> {
  const names = municipalities.flatMap(({ name, aliases }) => [name, ...aliases]);
  return new Set(
    [...names.flatMap(contentStems), "район", "округ", "город", "зато", "пгт"].filter((stem) => stem !== "образован"),
  );
}
