import { type AlignedIndicator, compare, type Decimal, decimal, parseInterval, type Scale } from "@metodika/core";

/** One settled value: a code by its position on the scale, or a number. */
export type Value = { code: number } | { number: Decimal };

/**
 * What a value on one scale can be on the other. The same where the scales mean the same; else the codes whose parts of
 * the measured quantity overlap, as the legends give them; else anything: nothing is guessed.
 *
 * @param everyValue all values of the other scale; undefined where they cannot be listed
 */
export function translateValue(
  value: Value,
  from: Scale,
  to: Scale,
  { changes, declared }: Pick<AlignedIndicator, "changes" | "declared">,
  everyValue: readonly Value[] | undefined,
): readonly Value[] | undefined {
  const isWaived = declared.some(({ kind, comparable }) => kind === "rescaled" && comparable);
  if (!changes.includes("rescaled") || isWaived) {
    if ("number" in value) return to.type === "number" ? [value] : everyValue;
    const code = from.type === "codes" ? from.codes[value.code]?.code : undefined;
    const place = to.type === "codes" ? to.codes.findIndex((one) => one.code === code) : -1;
    if (place >= 0) return [{ code: place }];
  }
  return ("code" in value ? byLegend(value.code, from, to) : undefined) ?? everyValue;
}

/** The codes of another legend for the same quantity whose intervals overlap; undefined where the legends cannot tell. */
function byLegend(code: number, from: Scale, to: Scale): Value[] | undefined {
  if (from.type !== "codes" || to.type !== "codes") return undefined;
  if (!from.measure || !to.measure || from.measure.unit !== to.measure.unit) return undefined;
  const own = intervalOf(from.codes[code]?.interval);
  const others = to.codes.map(({ interval }) => intervalOf(interval));
  if (!own || others.some((interval) => interval === undefined)) return undefined;
  const found = others.flatMap((interval, place) => (interval && overlap(own, interval) ? [{ code: place }] : []));
  return found.length > 0 && covers(own, others) ? found : undefined;
}

type Interval = NonNullable<ReturnType<typeof parseInterval>>;

function intervalOf(text: string | undefined): Interval | undefined {
  return text === undefined ? undefined : parseInterval(text);
}

function overlap(a: Interval, b: Interval): boolean {
  return startsBeforeEnd(a, b) && startsBeforeEnd(b, a);
}

function startsBeforeEnd(a: Interval, b: Interval): boolean {
  if (!b.high) return true;
  const order = compare(a.low, b.high);
  return order < 0 || (order === 0 && !a.lowOpen && !b.highOpen);
}

/** True where no part of an interval lies between the others: a legend with a gap cannot tell. */
function covers(own: Interval, others: readonly (Interval | undefined)[]): boolean {
  const sorted = others.flatMap((one) => (one && overlap(own, one) ? [one] : [])).sort((a, b) => compare(a.low, b.low));
  const [first] = sorted;
  if (!first) return false;
  const start = compare(first.low, own.low);
  if (start > 0 || (start === 0 && first.lowOpen && !own.lowOpen)) return false;
  let reach = first;
  for (const next of sorted.slice(1)) {
    if (!reach.high) return true;
    const order = compare(next.low, reach.high);
    if (order > 0 || (order === 0 && next.lowOpen && reach.highOpen)) return false;
    if (!next.high || compare(next.high, reach.high) > 0 || !next.highOpen) reach = next;
  }
  if (!reach.high) return true;
  if (!own.high) return false;
  const end = compare(reach.high, own.high);
  return end > 0 || (end === 0 && (!reach.highOpen || own.highOpen));
}

/** More numbers than this are not listed one by one. */
const numberCap = 200;

/**
 * The numbers from low to high that matter: where the points of every rule are steps, the ends and the thresholds between
 * them; else every whole number of a scale of whole numbers. Undefined where neither gives a list.
 */
export function numbersBetween(
  [low, high]: readonly [Decimal, Decimal],
  scale: Extract<Scale, { type: "number" }>,
  rules: readonly unknown[],
): Decimal[] | undefined {
  if (compare(low, high) === 0) return [low];
  const steps = rules.flatMap((rule) => (isSteps(rule) ? [rule.steps] : []));
  if (steps.length === rules.length) {
    const inside = steps
      .flat()
      .flatMap(({ from }) => decimal(from) ?? [])
      .filter((from) => compare(from, low) > 0 && compare(from, high) <= 0);
    return [low, ...inside, high];
  }
  if (!scale.integer) return undefined;
  const [first, last] = [wholeFrom(low), wholeFrom(high)];
  if (first === undefined || last === undefined || last - first >= BigInt(numberCap)) return undefined;
  return Array.from({ length: Number(last - first) + 1 }, (_, step) => ({ units: first + BigInt(step), scale: 0 }));
}

function isSteps(rule: unknown): rule is { steps: { from: string | number }[] } {
  return typeof rule === "object" && rule !== null && "steps" in rule && Array.isArray(rule.steps);
}

function wholeFrom({ units, scale }: Decimal): bigint | undefined {
  const divisor = 10n ** BigInt(scale);
  return units % divisor === 0n ? units / divisor : undefined;
}
