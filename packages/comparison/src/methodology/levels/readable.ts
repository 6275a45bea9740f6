import type { AlignedIndicator, Scale } from "@metodika/core";
import type { Variant } from "../effects/hybrid-methodology.ts";

/** Why the rule of a level cannot be read beside some other rules. */
export interface Unreadable {
  /**
   * `scale`: it names values that the scale in force does not have, or has of another quantity; `absent`: what it reads is
   * not asked; `points`: no points are given; `level`: the level that it reads has other codes, or reads it in turn.
   */
  kind: "scale" | "absent" | "points" | "level";
  /** The indicator, criterion (or `total`) or level. */
  id: string;
}

/** What a condition says of the value of an indicator. */
export interface Reading {
  codes: readonly string[];
  /** Limits: codes by their order, or numbers. */
  limits: readonly (string | number)[];
}

/**
 * True where a condition that was written for one version of an indicator can be read on the scale of the version in force:
 * the values that it names are on both scales, or on neither, and both are of the same quantity.
 */
export function isReadable(
  pair: AlignedIndicator,
  written: Variant,
  inForce: Variant,
  { codes, limits }: Reading,
): boolean {
  const [own, other] = [pair[written]?.scale, pair[inForce]?.scale];
  if (written === inForce || !own || !other || (codes.length === 0 && limits.length === 0)) return true;
  if (own.type !== other.type) return false;
  if (pair.changes.includes("rescaled") && unitOf(own) !== unitOf(other)) return false;
  if (own.type === "number") return true;
  const has = (scale: Scale, name: string) => scale.type === "codes" && scale.codes.some(({ code }) => code === name);
  return [...codes, ...limits.map(String)].every((name) => has(own, name) === has(other, name));
}

function unitOf(scale: Scale): string | undefined {
  return scale.type === "codes" ? scale.measure?.unit : scale.unit?.ru;
}
