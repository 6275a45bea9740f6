import { checkLineage, type Lineage, type Municipality, type Problem } from "@metodika/core";

/** How municipalities of two rounds belong together. */
export type MatchKind = "same" | "rename" | "status" | "merger" | "split" | "reorganized" | "appeared" | "gone";

/** Municipalities of two rounds that belong together. */
export interface Match {
  /** Ids in the earlier round, in its order; empty for one that appeared. */
  before: readonly string[];
  /** Ids in the later round, in its order; empty for one that is gone. */
  after: readonly string[];
  kind: MatchKind;
  /** The links of the lineage that lead from the one to the other. */
  links: readonly Lineage[];
}

/**
 * Matches the municipalities of two rounds through renames, mergers, splits and changes of status. The same id continues;
 * else the links are followed, over several steps where need be. A link counts when it happened between the rounds: its
 * predecessor is not in the later round or its successor not in the earlier.
 *
 * @returns matches in the order of the later round, those that are gone last; a circle in the lineage gives no matches
 *   and the problem with file and line
 * @example
 * matchMunicipalities([{ id: "a" }], [{ id: "a" }], []).matches[0]?.kind // "same"
 */
export function matchMunicipalities(
  before: readonly Pick<Municipality, "id">[],
  after: readonly Pick<Municipality, "id">[],
  lineage: readonly Lineage[],
): { matches: Match[]; problems: Problem[] } {
  const problems = checkLineage(lineage);
  if (problems.length > 0) return { matches: [], problems };
  const old = new Set(before.map(({ id }) => id));
  const current = new Set(after.map(({ id }) => id));
  const between = lineage.filter(({ predecessor, successor }) => !old.has(successor) || !current.has(predecessor));
  const from = groupBy(between, ({ predecessor }) => predecessor);
  const touched = new Set(between.flatMap(({ predecessor, successor }) => [predecessor, successor]));
  // Almost all continue untouched by any link; only the others need to be followed.
  const isPlain = (id: string) => !touched.has(id) && old.has(id) === current.has(id);
  const parent = new Map<string, string>();
  const used = new Map<string, Set<Lineage>>();
  for (const { id } of before) {
    if (isPlain(id)) continue;
    if (current.has(id)) join(parent, `before ${id}`, `after ${id}`);
    const { reached, links } = follow(id, from, current);
    for (const successor of reached) join(parent, `before ${id}`, `after ${successor}`);
    if (reached.length > 0) used.set(id, links);
  }
  const groups = new Map<string, { before: string[]; after: string[] }>();
  const groupOf = (key: string) => {
    const root = find(parent, key);
    const known = groups.get(root) ?? { before: [], after: [] };
    groups.set(root, known);
    return known;
  };
  const order: (string | { before: string[]; after: string[] })[] = [];
  const put = (id: string, side: "before" | "after") => {
    const group = groupOf(`${side} ${id}`);
    if (group.before.length + group.after.length === 0) order.push(group);
    group[side].push(id);
  };
  for (const { id } of after) {
    if (isPlain(id)) order.push(id);
    else put(id, "after");
  }
  for (const { id } of before) if (!isPlain(id)) put(id, "before");
  const matches = order.map((group): Match => {
    if (typeof group === "string") return { before: [group], after: [group], kind: "same", links: [] };
    const links = [...new Set(group.before.flatMap((id) => [...(used.get(id) ?? [])]))];
    return { ...group, kind: kindOf(group.before, group.after, links), links };
  });
  return { matches, problems: [] };
}

function kindOf(before: readonly string[], after: readonly string[], links: readonly Lineage[]): MatchKind {
  if (before.length === 0) return "appeared";
  if (after.length === 0) return "gone";
  if (before.length > 1) return after.length > 1 ? "reorganized" : "merger";
  if (after.length > 1) return "split";
  if (before[0] === after[0]) return "same";
  return links.some(({ kind }) => kind === "status") ? "status" : "rename";
}

/** All that a municipality became by the time of the later round, and the links that lead there. */
function follow(id: string, from: ReadonlyMap<string, Lineage[]>, current: ReadonlySet<string>) {
  const reached: string[] = [];
  const links = new Set<Lineage>();
  const seen = new Set([id]);
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const link of from.get(next) ?? []) {
      links.add(link);
      if (current.has(link.successor)) reached.push(link.successor);
      else if (!seen.has(link.successor)) open.push(link.successor);
      seen.add(link.successor);
    }
  return { reached, links };
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

function find(parent: Map<string, string>, key: string): string {
  let root = key;
  for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up;
  for (let step = key; step !== root; ) {
    const up = parent.get(step) ?? root;
    parent.set(step, root);
    step = up;
  }
  return root;
}

function join(parent: Map<string, string>, a: string, b: string): void {
  const [x, y] = [find(parent, a), find(parent, b)];
  if (x !== y) parent.set(x, y);
}
