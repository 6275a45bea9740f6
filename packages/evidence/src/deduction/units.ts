import type { Truth } from "@metodika/core";
import type { Predicate } from "../world/predicate.ts";
import { type Answer, type Domains, isOpen, type Model } from "./model.ts";

/** What the cells of one municipality can still be. The same is always the same object, and remembers its answers. */
export interface Unit {
  id: number;
  municipality: number;
  /** By cell, one bit per outcome. */
  row: readonly number[];
  /** False when every cell is settled. */
  isOpen: boolean;
  /** Does a predicate hold? "maybe" only where settings differ. */
  truth(predicate: Predicate): Truth;
  /** The open cells on which a predicate still hinges; none when it is settled. */
  hinges(predicate: Predicate): readonly number[];
  /** What settings of some cells add to some counts, by a key that names both; undefined when they are too many. */
  remembered(key: string, make: () => Pattern[] | undefined): readonly Pattern[] | undefined;
}

/** Settings of one municipality that agree on some predicates. */
export interface Pattern {
  /** "1" or "0" for each predicate. */
  truths: string;
  /** For each cell, the outcomes that occur among the settings. */
  bits: number[];
}

/** All units of a model, made when they are first asked for. */
export interface Units {
  /** Of all municipalities, as the tables leave them. */
  whole: readonly Unit[];
  at(municipality: number, row: readonly number[]): Unit;
}

/** Prepares the units of a model. */
export function unitsOf(model: Model): Units {
  const known = new Map<string, Unit>();
  const open: readonly (readonly number[])[] = (model.whole satisfies Domains).map((row) =>
    row.flatMap((bits, cell) => (bits & (bits - 1) ? [cell] : [])),
  );
  const at = (municipality: number, row: readonly number[]): Unit => {
    let key = `${municipality}`;
    for (const cell of open[municipality] ?? []) key += `,${row[cell]}`;
    let unit = known.get(key);
    if (!unit) {
      unit = unitOf(known.size, municipality, row);
      known.set(key, unit);
    }
    return unit;
  };
  return { at, whole: model.whole.map((row, municipality) => at(municipality, row)) };

  function unitOf(id: number, municipality: number, row: readonly number[]): Unit {
    const answers = new Map<Predicate, Answer>();
    const patterns = new Map<string, Pattern[] | undefined>();
    const answer = (predicate: Predicate): Answer => {
      let found = answers.get(predicate);
      if (!found) {
        found = model.answer(predicate, municipality, row);
        answers.set(predicate, found);
      }
      return found;
    };
    return {
      id,
      municipality,
      row,
      isOpen: (open[municipality] ?? []).some((cell) => isOpen(row[cell] ?? 0)),
      truth: (predicate) => answer(predicate).truth,
      hinges: (predicate) => answer(predicate).hinges,
      remembered(key, make) {
        if (!patterns.has(key)) patterns.set(key, make());
        return patterns.get(key);
      },
    };
  }
}
