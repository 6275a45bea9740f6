/** How a printed result stands to the computed one. */
export type Agreement = "same" | "possible" | "different" | "not-printed" | "not-computed";

const tolerance = 1e-12;

/** Points: `possible` when the printed number is one of several possible ones. Undefined when there is neither. */
export function pointsAgreement(
  computed: readonly [number, number] | null,
  printed: number | null,
): Agreement | undefined {
  if (printed === null) return computed ? "not-printed" : undefined;
  if (!computed) return "not-computed";
  const [low, high] = computed;
  if (printed < low - tolerance || printed > high + tolerance) return "different";
  return high - low <= tolerance ? "same" : "possible";
}

/** A level: `possible` when the printed one is among several possible ones. Undefined when there is neither. */
export function levelAgreement(computed: readonly string[], printed: string | undefined): Agreement | undefined {
  if (printed === undefined) return computed.length > 0 ? "not-printed" : undefined;
  if (computed.length === 0) return "not-computed";
  if (!computed.includes(printed)) return "different";
  return computed.length === 1 ? "same" : "possible";
}
