import { type RoundData, scoreRound } from "@metodika/core";
import { audit, type Finding, recover } from "@metodika/evidence";

// Deduction takes a second: every page and language asks for the same, so each round is read once.
const audits = new WeakMap<RoundData, Finding[]>();
const sure = new WeakMap<RoundData, RoundData>();
const inferred = new WeakMap<RoundData, RoundData>();

/** The audit of a round as printed. */
export function auditOf(data: RoundData): Finding[] {
  return remembered(audits, data, () => audit(data, scoreRound(data)));
}

/** The round with its lost cells narrowed by what the text forces, by unapproved rules too when asked. */
export function recovered(data: RoundData, rules: "approved" | "inferred" = "approved"): RoundData {
  const isInferred = rules === "inferred";
  return remembered(isInferred ? inferred : sure, data, () => recover(data, { inferred: isInferred }).data);
}

function remembered<T>(memory: WeakMap<RoundData, T>, data: RoundData, make: () => T): T {
  const known = memory.get(data);
  if (known !== undefined) return known;
  const made = make();
  memory.set(data, made);
  return made;
}
