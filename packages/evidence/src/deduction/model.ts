import type { Outcome, Truth } from "@metodika/core";
import type { Predicate } from "../world/predicate.ts";
import { outcomeKey, type World } from "../world/world.ts";
import { placeIn, type TruthTable, truths, truthTable } from "./truth-table.ts";

/** What every open cell can still be: by municipality and cell, one bit per outcome of the world. */
export type Domains = readonly (readonly number[])[];

/** What a predicate is of one municipality. */
export interface Answer {
  /** "maybe" only where settings differ. */
  truth: Truth;
  /** The open cells on which it still hinges; none when it is settled. */
  hinges: readonly number[];
}

/** A world with a memory: the same question about the same sets of outcomes is answered once. */
export interface Model {
  world: World;
  /** All outcomes of every cell. */
  whole: Domains;
  /** Does a predicate hold of a municipality whose cells have these domains, and on which of them does it hinge? */
  answer(predicate: Predicate, municipality: number, row: readonly number[]): Answer;
  /** The predicate's own word, which is the last one where its cells are settled. */
  test(predicate: Predicate, municipality: number, row: readonly number[]): Truth;
  /** A number of its own for each predicate. */
  numberOf(predicate: Predicate): number;
  /** False when a predicate stays undecided although every cell is settled: a cell holds a range of numbers. */
  isDecidable(predicate: Predicate): boolean;
}

/** Prepares a world for many questions. A cell with more than 31 outcomes cannot be open: throws RangeError. */
export function modelOf(world: World): Model {
  const whole = world.outcomes.map((row) =>
    row.map(({ length }) => {
      if (length > 31) throw new RangeError(`a cell with ${length} outcomes is more than deduction can follow`);
      return 2 ** length - 1;
    }),
  );
  const spans = world.program.cells.map((_, cell) => 1 + Math.max(0, ...whole.map((row) => row[cell] ?? 0)));
  const memories = new Map<Predicate, Memory>();
  const numbers = new Map<Predicate, number>();
  const decidable = new Map<Predicate, boolean>();
  return {
    world,
    whole,
    answer,
    test,
    numberOf(predicate) {
      const number = numbers.get(predicate) ?? numbers.size;
      numbers.set(predicate, number);
      return number;
    },
    isDecidable(predicate) {
      let known = decidable.get(predicate);
      if (known === undefined) {
        known = whole.every((row, municipality) => {
          const { truth, hinges } = answer(predicate, municipality, row);
          const isSettled = truth !== "maybe";
          return isSettled || (hinges.length > 0 && !predicate.cells.some((cell) => isRange(municipality, cell)));
        });
        decidable.set(predicate, known);
      }
      return known;
    },
  };

  function memoryOf(predicate: Predicate) {
    let memory = memories.get(predicate);
    if (!memory) {
      const twins = twinsOf(predicate);
      memory = { twins, keyOf: keysFor(predicate, spans, twins), tests: new Map(), answers: new Map(), tables: [] };
      memories.set(predicate, memory);
    }
    return memory;
  }

  /** For each municipality the first one that must be answered alike. */
  function twinsOf({ cells, byCells }: Predicate): number[] {
    if (!byCells) return [...whole.keys()];
    const firsts = new Map<string, number>();
    return world.outcomes.map((row, municipality) => {
      const key = cells.map((cell) => row[cell]?.map(outcomeKey).join("|")).join();
      const first = firsts.get(key) ?? municipality;
      firsts.set(key, first);
      return first;
    });
  }

  function isRange(municipality: number, cell: number): boolean {
    return (world.outcomes[municipality]?.[cell] ?? []).some(({ kind }) => kind === "number");
  }

  /** The predicate's own test, which may say "maybe" of a condition that every setting decides alike. */
  function test(predicate: Predicate, municipality: number, row: readonly number[]): Truth {
    const memory = memoryOf(predicate);
    const { keyOf, tests } = memory;
    const table = tableOf(memory, predicate, municipality);
    const place = table ? placeIn(table, row) : -1;
    if (table && place >= 0) {
      const told = table.told[place];
      if (told) return truths[told - 1] ?? "maybe";
      const truth = testAnew(predicate, municipality, row);
      table.told[place] = truths.indexOf(truth) + 1;
      return truth;
    }
    const key = keyOf(municipality, row);
    const truth = tests.get(key) ?? testAnew(predicate, municipality, row);
    tests.set(key, truth);
    return truth;
  }

  function tableOf({ twins, tables }: Memory, { cells }: Predicate, municipality: number): TruthTable | null {
    const twin = twins[municipality] ?? municipality;
    let table = tables[twin];
    if (table === undefined) {
      const open = cells.filter((cell) => isOpen(whole[twin]?.[cell] ?? 0));
      table = truthTable(
        open,
        open.map((cell) => world.outcomes[twin]?.[cell]?.length ?? 1),
      );
      tables[twin] = table;
    }
    return table;
  }

  function testAnew(predicate: Predicate, municipality: number, row: readonly number[]): Truth {
    const own = world.outcomes[municipality] ?? [];
    const outcomes: (readonly Outcome[])[] = [...own];
    for (const cell of predicate.cells) outcomes[cell] = chosen(own[cell] ?? [], row[cell] ?? 0);
    return predicate.test(municipality, outcomes);
  }

  function answer(predicate: Predicate, municipality: number, row: readonly number[]): Answer {
    const { keyOf, answers } = memoryOf(predicate);
    const key = keyOf(municipality, row);
    let found = answers.get(key);
    if (!found) {
      found = answerAnew(predicate, municipality, row);
      answers.set(key, found);
    }
    return found;
  }

  function answerAnew(predicate: Predicate, municipality: number, row: readonly number[]): Answer {
    const truth = test(predicate, municipality, row);
    const open = predicate.cells.filter((cell) => isOpen(row[cell] ?? 0));
    if (truth !== "maybe" || open.length === 0) return { truth, hinges: [] };
    const each: Truth[] = [];
    const tried = eachSetting(row, open, (settled) => {
      each.push(test(predicate, municipality, settled));
    });
    if (!tried) return { truth, hinges: open };
    if (each.every((other) => other === each[0])) return { truth: each[0] ?? truth, hinges: [] };
    // A cell matters when two settings that differ in it alone differ in truth. The last cell changes fastest.
    let stride = each.length;
    const hinges = open.filter((cell) => {
      const values = bitsOf(row[cell] ?? 0).length;
      const [block, step] = [stride, stride / values];
      stride = step;
      return each.some((holds, index) => index % block >= step && each[index - step] !== holds);
    });
    return { truth, hinges };
  }
}

/** What is remembered of one predicate. */
interface Memory {
  /** For each municipality the first one that is answered alike. */
  twins: readonly number[];
  keyOf: KeyOf;
  /** Of rows that leave cells open; settled rows are in the tables. */
  tests: Map<Key, Truth>;
  answers: Map<Key, Answer>;
  /** By municipality, made when they are first needed; twins share one. */
  tables: (TruthTable | null)[];
}

type Key = number | string;
type KeyOf = (municipality: number, row: readonly number[]) => Key;

/** Municipality and domains of a predicate's cells as one key: a whole number where it is small enough, else text. */
function keysFor({ cells }: Predicate, spans: readonly number[], twins: readonly number[]): KeyOf {
  const most = cells.reduce((product, cell) => product * (spans[cell] ?? 1), twins.length);
  if (most > Number.MAX_SAFE_INTEGER)
    return (municipality, row) => `${twins[municipality]},${cells.map((cell) => row[cell]).join()}`;
  return (municipality, row) => {
    let key = twins[municipality] ?? 0;
    for (const cell of cells) key = key * (spans[cell] ?? 1) + (row[cell] ?? 0);
    return key;
  };
}

/** More settings of one municipality's open cells than this are not tried one by one. */
export const settingCap = 20_000;

/** How many ways there are to settle some cells of a row. */
export function settingsOf(row: readonly number[], cells: readonly number[]): number {
  return cells.reduce((product, cell) => product * bitsOf(row[cell] ?? 0).length, 1);
}

/** Visits every way to settle some cells of a row; false, without visits, above the cap. The row is the visitor's to read. */
export function eachSetting(
  row: readonly number[],
  cells: readonly number[],
  visit: (settled: readonly number[]) => void,
): boolean {
  if (settingsOf(row, cells) > settingCap) return false;
  someSetting(row, cells, (settled) => {
    visit(settled);
    return false;
  });
  return true;
}

/** Looks for a way to settle some cells of a row that passes, and stops there; the last cell changes fastest. */
export function someSetting(
  row: readonly number[],
  cells: readonly number[],
  passes: (settled: readonly number[]) => boolean,
): boolean {
  const settled = [...row];
  const settle = (depth: number): boolean => {
    const cell = cells[depth];
    if (cell === undefined) return passes(settled);
    const bits = row[cell] as number;
    for (let bit = bits & -bits, left = bits; left !== 0; left ^= bit, bit = left & -left) {
      settled[cell] = bit;
      if (settle(depth + 1)) return true;
    }
    return false;
  };
  return settle(0);
}

/** The outcomes whose bits are set. */
export function chosen<T>(outcomes: readonly T[], bits: number): T[] {
  return outcomes.filter((_, index) => bits & (1 << index));
}

/** Positions of the set bits, ascending. */
export function bitsOf(bits: number): number[] {
  const positions: number[] = [];
  for (let index = 0; bits >> index; index++) if (bits & (1 << index)) positions.push(index);
  return positions;
}

/** True when more than one bit is set. */
export function isOpen(bits: number): boolean {
  return (bits & (bits - 1)) !== 0;
}
