import { fold } from "../../text/fold.ts";
import type { Text } from "../../text/text.ts";
import { indicatorsOf, type PlacedIndicator } from "../indicators.ts";
import { meaningOfPart } from "../meaning.ts";
import type { Methodology } from "../methodology.ts";
import type { ChangeKind, IndicatorChange } from "../previous-version.ts";

/** One indicator in two versions of a methodology; at least one of the two is there. */
export interface AlignedIndicator {
  before?: PlacedIndicator;
  after?: PlacedIndicator;
  /** What changed, found in the methodologies themselves or declared by the later one; empty where nothing did. */
  changes: readonly ChangeKind[];
  /** The declared changes, with their reasons. */
  declared: readonly IndicatorChange[];
  /** True where values of both versions mean the same. */
  comparable: boolean;
  /** True where the points for the same value are the same too. */
  samePoints: boolean;
}

/** Changes after which a value does not mean what it meant; other points (`rerated`) break scores, not values. */
const breaking: readonly ChangeKind[] = ["added", "dropped", "reworded", "rescaled"];

/**
 * The indicators of two versions side by side, in the order of the later one, those that it dropped last. What the later
 * version declares decides which indicator continues which; without a declaration the same id continues. A scale, a
 * wording or points that differ are found even where nobody declares them.
 */
export function alignMethodologies(before: Methodology, after: Methodology): AlignedIndicator[] {
  const declared = after.previous?.version === before.version ? after.previous.changes : [];
  const old = new Map(indicatorsOf(before).map((placed) => [placed.indicator.id, placed]));
  const added = new Set(declared.filter(({ kind }) => kind === "added").map(({ indicator }) => indicator));
  const dropped = new Set(declared.filter(({ kind }) => kind === "dropped").map(({ indicator }) => indicator));
  const was = new Map(declared.flatMap(({ indicator, was }) => (was === undefined ? [] : [[indicator, was] as const])));
  const taken = new Set<string>();
  const continuing = indicatorsOf(after).map((placed) => {
    const { id } = placed.indicator;
    const wanted = was.get(id) ?? id;
    const earlier = added.has(id) || (dropped.has(wanted) && !was.has(id)) ? undefined : old.get(wanted);
    if (earlier) taken.add(earlier.indicator.id);
    return aligned(
      earlier,
      placed,
      declared.filter(({ indicator, kind }) => indicator === id && kind !== "dropped"),
    );
  });
  const gone = [...old.values()]
    .filter(({ indicator }) => !taken.has(indicator.id))
    .map((placed) =>
      aligned(
        placed,
        undefined,
        declared.filter(({ indicator, kind }) => indicator === placed.indicator.id && kind === "dropped"),
      ),
    );
  return [...continuing, ...gone];
}

function aligned(
  before: PlacedIndicator | undefined,
  after: PlacedIndicator | undefined,
  declared: readonly IndicatorChange[],
): AlignedIndicator {
  const found = differences(before, after);
  const changes = [...new Set([...found, ...declared.map(({ kind }) => kind)])];
  const waived = new Set(declared.filter(({ comparable }) => comparable).map(({ kind }) => kind));
  return {
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    changes,
    declared,
    comparable: !changes.some((kind) => breaking.includes(kind) && !waived.has(kind)),
    samePoints: !changes.includes("rerated"),
  };
}

/** What differs between an indicator and its later self, as the two methodologies stand. */
function differences(before: PlacedIndicator | undefined, after: PlacedIndicator | undefined): ChangeKind[] {
  if (!before) return ["added"];
  if (!after) return ["dropped"];
  const [a, b] = [before.indicator, after.indicator];
  const same = (x: unknown, y: unknown) => meaningOfPart(x) === meaningOfPart(y);
  const words = ({ ru, en }: Text) => `${fold(ru)} ${fold(en)}`;
  return [
    ...(a.id === b.id ? [] : (["renamed"] as const)),
    ...(words(a.title) === words(b.title) ? [] : (["reworded"] as const)),
    ...(same(before.scale, after.scale) ? [] : (["rescaled"] as const)),
    ...(same({ points: a.points }, { points: b.points }) && String(a.weight ?? 1) === String(b.weight ?? 1)
      ? []
      : (["rerated"] as const)),
  ];
}
