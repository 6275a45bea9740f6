import { type RoundData, scoreRound } from "@metodika/core";
import { audit, type Finding, type RecoverOptions, recover, type Switches } from "@metodika/evidence";

// Deduction takes a second: every page, language and job asks for the same, so each reading of a round is computed once.
const audits = new WeakMap<RoundData, Map<string, Finding[]>>();
const recoveries = new WeakMap<RoundData, Map<string, RoundData>>();

/** The audit of a round as printed, under a choice of readings. */
export function auditOf(data: RoundData, switches: Switches = {}): Finding[] {
  return remembered(audits, data, [switches], () => audit(data, scoreRound(data), switches));
}

/** The round with its lost cells narrowed by what the text forces, by unapproved rules too when asked. */
export function recovered(data: RoundData, { inferred = false, switches = {} }: RecoverOptions = {}): RoundData {
  return remembered(recoveries, data, [inferred, switches], () => recover(data, { inferred, switches }).data);
}

function remembered<T>(memory: WeakMap<RoundData, Map<string, T>>, data: RoundData, asked: unknown, make: () => T): T {
  const known = memory.get(data) ?? new Map<string, T>();
  memory.set(data, known);
  const key = JSON.stringify(asked);
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}
