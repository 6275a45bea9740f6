import type { Text } from "@metodika/core";
import type { Reference } from "./reference.ts";
import { contentStems, isSimilarStem } from "./words.ts";

/** What part of the words of a criterion must be said, weighed by how few criteria have them. */
const threshold = 0.4;
/** The second best must be worse by this much. */
const margin = 0.15;

/** A criterion that words name. */
export interface SaidCriterion {
  id: string;
  title: Text;
  fit: number;
}

/**
 * The criterion of which a sentence speaks when it speaks of points: by its title, its short title or what else it is called, or by
 * the number of its table. The sentence is asked first, then the line above a list, then the heading. Undefined where none or several fit.
 */
export function criterionSaid(
  texts: readonly string[],
  { criteria }: Pick<Reference, "criteria">,
): SaidCriterion | undefined {
  for (const text of texts) {
    const number = Number(/(?:таблиц\p{L}*|табл\.)\s*(\d+)/iu.exec(text)?.[1]);
    const table = criteria.filter(({ table }) => table !== undefined && table === number);
    const said = table.length === 1 ? table.map((one) => ({ ...one, fit: 1 })) : saidIn(text, criteria);
    const [best, second] = said;
    if (!best || best.fit < threshold) continue;
    if (second && best.fit - second.fit < margin) return undefined;
    return { id: best.id, title: best.title, fit: best.fit };
  }
  return undefined;
}

function saidIn(text: string, criteria: Reference["criteria"]) {
  const words = new Set(contentStems(text));
  const has = (stem: string): boolean => words.has(stem) || [...words].some((word) => isSimilarStem(word, stem));
  const counts = new Map<string, number>();
  for (const { names } of criteria)
    for (const stem of new Set(names.flatMap((stems) => [...stems]))) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const weight = (stem: string): number => Math.log(1 + criteria.length / (counts.get(stem) ?? 1));
  const sum = (stems: readonly string[]): number => stems.reduce((total, stem) => total + weight(stem), 0);
  return criteria
    .map((criterion) => {
      const fits = criterion.names.map((name) => {
        const stems = [...name];
        const said = stems.filter(has);
        // «Поддержка» is a word of several: what no other criterion has must be said too.
        const isOwn = said.some((stem) => counts.get(stem) === 1);
        return stems.length === 0 ? 0 : (sum(said) / sum(stems)) * (isOwn ? 1 : 0.5);
      });
      return { ...criterion, fit: Math.max(0, ...fits) };
    })
    .sort((a, b) => b.fit - a.fit);
}
