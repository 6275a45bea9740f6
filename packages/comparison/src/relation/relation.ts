import { from } from "arquero";

/*
 * The typed boundary to Arquero: tables go in and come out as plain records, and no table of Arquero leaves this file.
 */

type Row = Readonly<Record<string, unknown>>;

/** How often each combination of some columns occurs, in the order of first occurrence. No rows give none. */
export function countBy<T extends Row, K extends keyof T & string>(
  rows: readonly T[],
  ...keys: readonly K[]
): (Pick<T, K> & { count: number })[] {
  if (rows.length === 0) return [];
  return from([...rows])
    .groupby(...keys)
    .count()
    .objects() as (Pick<T, K> & { count: number })[];
}

/** Every row of the first table beside every row of the second that has the same key; those without one stay out. */
export function joinOn<A extends Row, B extends Row>(
  left: readonly A[],
  right: readonly B[],
  leftKey: keyof A & string,
  rightKey: keyof B & string,
): { left: A; right: B }[] {
  if (left.length === 0 || right.length === 0) return [];
  const keyed = (rows: readonly Row[], key: string) => from(rows.map((row, index) => ({ key: row[key], index })));
  const joined = keyed(left, leftKey).join(keyed(right, rightKey), "key").objects() as {
    index_1: number;
    index_2: number;
  }[];
  return joined.flatMap(({ index_1, index_2 }) => {
    const [a, b] = [left[index_1], right[index_2]];
    return a && b ? [{ left: a, right: b }] : [];
  });
}
