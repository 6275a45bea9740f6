import type { Subject, Subjects } from "./subjects.ts";

/** The words of a draft that speak of a figure. */
export interface Context {
  /** Of its own part of the sentence. */
  near: ReadonlySet<string>;
  /** Of the rest of the sentence and of the line that leads in a list. */
  far: ReadonlySet<string>;
  denies: boolean;
}

/**
 * How well the words must fit before a figure is held against a statement; 1 would be the same words. Chosen on invented
 * drafts and on the two real reports so that no figure goes to a statement about something else; what falls below is shown
 * as not covered.
 */
export const fitThreshold = 0.62;
/** The second best statement, where it gives another value, must be worse by this much. */
export const fitMargin = 0.07;

const farWeight = 0.5;

/**
 * How well a statement fits the words around a figure: three quarters what part of the statement they say, one quarter
 * what part of them the statement says; words weigh by how few statements have them. 0 where fewer than two words are
 * shared, fewer than three fifths of the telling ones, none of the rarest, or where one denies and the other does not.
 */
export function fitOf(context: Context, subject: Subject, subjects: Subjects): number {
  if (context.denies !== subject.denies) return 0;
  const own = share(context, subject.stems, subjects);
  const titled = share(context, subject.titles, subjects);
  return Math.max(own, 0.9 * titled);
}

function share({ near, far }: Context, stems: ReadonlySet<string>, subjects: Subjects): number {
  const shared = [...stems].filter((stem) => near.has(stem) || far.has(stem));
  if (shared.length < 2 || !shared.some(subjects.isTelling) || !shared.some((stem) => near.has(stem))) return 0;
  // A word that tells a statement from its neighbors and is not said speaks against it.
  const telling = [...stems].filter(subjects.isTelling);
  const heaviest = [...stems].reduce((most, stem) => Math.max(most, subjects.weight(stem)), 0);
  if (shared.filter(subjects.isTelling).length < 0.6 * telling.length) return 0;
  if (!shared.some((stem) => subjects.weight(stem) >= heaviest)) return 0;
  const sum = (words: Iterable<string>, factor: (stem: string) => number): number =>
    [...words].reduce((total, stem) => total + subjects.weight(stem) * factor(stem), 0);
  const said = sum(shared, (stem) => (near.has(stem) ? 1 : farWeight)) / sum(stems, () => 1);
  const known = sum(near, () => 1);
  const used = known === 0 ? 0 : sum(near, (stem) => (stems.has(stem) ? 1 : 0)) / known;
  return 0.75 * said + 0.25 * used;
}

/** The statement that fits best; `open` where others that give another value fit as well; undefined below the threshold. */
export function best<T extends { fit: number }>(
  candidates: readonly T[],
  sameValue: (a: T, b: T) => boolean,
  threshold = fitThreshold,
): { one: T; open: T[] } | undefined {
  const [one, ...others] = candidates.filter(({ fit }) => fit > 0).sort((a, b) => b.fit - a.fit);
  if (!one || one.fit < threshold) return undefined;
  return { one, open: others.filter((other) => one.fit - other.fit < fitMargin && !sameValue(one, other)) };
}
