import type { Authority, RoundData } from "@metodika/core";
import type { CsvRow } from "./csv.ts";

/** A dataset as its coverage ledger sees it. */
export interface Covered {
  data: RoundData;
  authorities: readonly Authority[];
  /** The rows of `coverage.csv`. */
  coverage: readonly CsvRow[];
}

/**
 * Where the ledger and the dataset do not close, in words: a reference that leads nowhere, a block that went nowhere
 * without a reason, a fact, a comment or a printed result that its block does not lead to.
 */
export function coverageFaults({ data, authorities, coverage }: Covered): string[] {
  const { round, methodology, cells, printed, facts, comments } = data;
  const at = (place: string) => `${round.id} ${place}`;
  const leadsSomewhere: Record<string, (rest: string, place: string) => boolean> = {
    observations: (rest) => cells.some(({ source }) => source === at(rest)),
    printed: (rest, place) => printed.some(({ kind, source }) => kind === rest && source === at(place)),
    facts: (rest) => facts.some(({ id }) => id === rest),
    comments: (rest) => comments.some(({ id }) => id === rest),
    authorities: (rest) => authorities.some(({ municipality }) => municipality === rest),
    round: (rest) => resolves(round, rest),
    methodology: (rest) => resolves(methodology, rest),
  };
  const references = new Map(coverage.map(({ place = "", went_to = "" }) => [place, wentTo(went_to)]));
  const faults = coverage.flatMap(({ place = "", went_to = "", reason = "" }) => {
    if (went_to === "" && reason === "") return [`${place} went nowhere and has no reason`];
    if (went_to !== "" && reason !== "") return [`${place} went somewhere and has a reason why not`];
    return wentTo(went_to)
      .filter((reference) => {
        const [kind = "", rest = ""] = [reference.split(":")[0], reference.slice(reference.indexOf(":") + 1)];
        return !(Object.hasOwn(leadsSomewhere, kind) && leadsSomewhere[kind]?.(rest, place));
      })
      .map((reference) => `${place} leads to ${reference}, which is not there`);
  });
  const expect = (source: string, reference: string) => {
    const places = placesOf(source.slice(round.id.length + 1));
    return places
      .filter((place) => !references.get(place)?.includes(reference))
      .map((place) => `${reference} stands in ${place}, which does not lead to it`);
  };
  return [
    ...faults,
    ...facts.flatMap(({ id, source }) => expect(source, `facts:${id}`)),
    ...comments.flatMap(({ id, source }) => expect(source, `comments:${id}`)),
    ...new Set(printed.flatMap(({ kind, source }) => expect(source, `printed:${kind}`))),
  ];
}

function wentTo(references: string): string[] {
  return references.split(";").filter((reference) => reference !== "");
}

/** The places of a source: `block 3 items 8 to 10` are three. */
function placesOf(source: string): string[] {
  const [, before, first, last] = /^(.* item)s (\d+) to (\d+)$/.exec(source) ?? [];
  if (before === undefined) return [source];
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => `${before} ${Number(first) + index}`);
}

/** Whether a path such as `criteria.young-teachers.table` leads to something; items of lists are found by id or code. */
function resolves(root: unknown, path: string): boolean {
  let node = root;
  for (const key of path.split(".")) {
    if (Array.isArray(node)) node = node.find((item) => item?.id === key || item?.code === key);
    else if (typeof node === "object" && node !== null && Object.hasOwn(node, key))
      node = (node as Record<string, unknown>)[key];
    else return false;
  }
  return node !== undefined;
}
