import {
  type AlignedIndicator,
  cellsOf,
  type LevelColumns,
  type LevelDefinition,
  type Methodology,
  meaningOfPart,
  noLevel,
  type Program,
} from "@metodika/core";
import { addCount, type CountInterval, noCounts } from "./counts.ts";

/** Who moved from which level to which. */
export interface LevelMigration {
  level: string;
  /** False where the rule, or an indicator that it reads, changed: shown only when asked for, and marked. */
  comparable: boolean;
  /** Indicators of the later round that the rule reads and whose series breaks. */
  broken: readonly string[];
  /** True where the rule itself differs. */
  ruleChanged: boolean;
  /** Absent where the level is not compared. Codes best first; `null` stands for no level. */
  table?: { rows: readonly (string | null)[]; columns: readonly (string | null)[]; counts: CountInterval[][] };
}

/** A level in one round: its definition, the cells that it reads, and the possible levels by unit. */
export interface LevelSide {
  definition: LevelDefinition;
  reads: readonly string[];
  columns: LevelColumns;
}

/** The sides of all levels of a program that has been evaluated. */
export function levelSides(program: Program, methodology: Methodology, columns: readonly LevelColumns[]): LevelSide[] {
  return program.levels.flatMap((expression, index) => {
    const [definition, column] = [methodology.levels?.[index], columns[index]];
    if (!definition || !column) return [];
    const reads = cellsOf(expression, program.levels).flatMap((cell) => program.cells[cell]?.indicator.id ?? []);
    return [{ definition, reads, columns: column }];
  });
}

/** How municipalities moved between the levels of one classification; counts are certain, or intervals. */
export function levelMigration(
  before: LevelSide,
  after: LevelSide,
  aligned: readonly AlignedIndicator[],
  options: { rulesChanged: boolean; include: boolean },
): LevelMigration {
  const broken = after.reads.filter((id) => {
    const pair = aligned.find((candidate) => candidate.after?.indicator.id === id);
    return pair === undefined || !pair.comparable || !pair.samePoints;
  });
  const dropped = before.reads.some((id) => aligned.some((pair) => pair.before?.indicator.id === id && !pair.after));
  const ruleChanged = dropped || options.rulesChanged || ruleOf(before) !== ruleOf(after);
  const comparable = broken.length === 0 && !ruleChanged;
  const base = { level: after.definition.id, comparable, broken, ruleChanged };
  if (!comparable && !options.include) return base;
  const rows = placesOf(before.definition);
  const columns = placesOf(after.definition);
  const counts = noCounts(rows.length, columns.length);
  const pairs = new Map<string, { from: number; to: number; count: number }>();
  const [was, is] = [before.columns.possible, after.columns.possible];
  for (let unit = 0; unit < was.length; unit++) {
    const key = `${was[unit]} ${is[unit]}`;
    const known = pairs.get(key);
    if (known) known.count++;
    else pairs.set(key, { from: was[unit]!, to: is[unit]!, count: 1 });
  }
  const held = (bits: number, places: readonly Place[]) =>
    places.flatMap(({ bit }, place) => ((bits & bit) !== 0 ? [place] : []));
  for (const { from, to, count } of pairs.values()) addCount(counts, held(from, rows), held(to, columns), count);
  const names = (places: readonly Place[]) => places.map(({ code }) => code);
  return { ...base, table: { rows: names(rows), columns: names(columns), counts } };
}

interface Place {
  code: string | null;
  bit: number;
}

/** The codes of a level best first, and no level last. */
function placesOf({ codes }: LevelDefinition): Place[] {
  const places = codes.map(({ code, order }, index) => ({ code, order, bit: 2 ** index }));
  return [...places.sort((a, b) => b.order - a.order), { code: null, bit: noLevel }];
}

function ruleOf({ definition: { applies, codes, rules } }: LevelSide): string {
  return meaningOfPart({ applies: applies ?? null, codes: codes.map(({ code, order }) => ({ code, order })), rules });
}
