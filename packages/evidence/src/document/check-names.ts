import { partial } from "./check-list.ts";
import type { Base, DraftFinding } from "./draft-finding.ts";
import type { Figure } from "./figures.ts";
import type { Chain } from "./municipality-names.ts";
import { unitAfter, unitClass } from "./units.ts";

/** Between a number and the names that it counts: a colon, a bracket or a dash. */
const opens = /^[^.;]{0,90}?(?::|\(|\s[—–-]\s)\s*(?:(?:это|в|во|г\.|г\.г\.|гг\.|города?х?|пгт|зато|го|моуо)\s*)*$/iu;

/**
 * «В трёх муниципалитетах: А, Б»: a number told beside the names that it counts. A finding only where the two differ: that they agree
 * says nothing of the tables. Nothing where a name is not read, or only some are given.
 */
export function checkNames(
  base: (figure: Figure) => Base,
  sentence: string,
  figures: readonly Figure[],
  chains: readonly Chain[],
): DraftFinding[] {
  if (partial.test(sentence)) return [];
  return chains.flatMap((chain): DraftFinding[] => {
    const figure = figures.findLast(({ kind, to }) => kind === "count" && to <= chain.from);
    if (figure?.value === undefined || figure.manner !== "exactly" || chain.unknown.length > 0) return [];
    const between = sentence.slice(figure.to, chain.from).replace(/\([^)]*%\s*\)/, "");
    const unit = unitClass(unitAfter(sentence.slice(figure.to)));
    if (!opens.test(between) || (unit !== "territory" && unit !== "service")) return [];
    // A second row of names after the first belongs to the same number.
    if (chains.some((other) => other !== chain && other.from > figure.to)) return [];
    const named = new Set(chain.mentions.map(({ ids }) => ids.join("|"))).size;
    if (named === figure.value) return [];
    return [namesFinding(base(figure), figure, named)];
  });
}

/** How many names stand beside a number that counts them; undefined where none do. */
export function namedBeside(sentence: string, { kind, to }: Figure, chains: readonly Chain[]): number | undefined {
  const next = chains.filter(({ from }) => from >= to);
  const [chain] = next;
  const between = sentence.slice(to, chain?.from ?? to).replace(/\([^)]*%\s*\)/, "");
  if (kind !== "count" || !chain || next.length !== 1 || chain.unknown.length > 0 || !opens.test(between))
    return undefined;
  return new Set(chain.mentions.map(({ ids }) => ids.join("|"))).size;
}

/** The same for a list of names, one an item, below the line that tells their number. */
export function checkNamesBelow(
  base: (figure: Figure) => Base,
  lead: string,
  figures: readonly Figure[],
  named: number,
) {
  const counts = figures.filter(({ kind }) => kind === "count");
  const [figure] = counts;
  if (counts.length !== 1 || figure?.value === undefined || figure.manner !== "exactly" || partial.test(lead))
    return [];
  const unit = unitClass(unitAfter(lead.slice(figure.to)));
  if ((unit !== "territory" && unit !== "service") || named === figure.value) return [];
  return [namesFinding(base(figure), figure, named)];
}

function namesFinding(base: Base, figure: Figure, named: number): DraftFinding {
  return {
    ...base,
    kind: "names",
    status: "disagrees",
    explanation: {
      ru: `Указано ${figure.text}, а названий в перечне ${named}.`,
      en: `The number is ${figure.text}, and the list has ${named} names.`,
    },
  };
}
