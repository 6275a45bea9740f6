import type { Condition as ClaimCondition } from "../claim/condition.ts";
import { compile } from "../expression/compile.ts";
import type { Condition } from "../methodology/condition.ts";
import type { LevelDefinition } from "../methodology/level.ts";
import type { Indicator, Methodology } from "../methodology/methodology.ts";
import type { Municipality } from "../municipality/municipality.ts";
import type { Cell } from "../observation/cell.ts";
import type { RoundData } from "../round/round-data.ts";
import { encodeColumns } from "../score/columns.ts";
import { evaluateColumns } from "../score/evaluate-columns.ts";
import { missingStatuses } from "../status/status.ts";
import type { Text } from "../text/text.ts";

/** Which rows of a decision table are possible for each municipality of a round, in the order of its municipalities. */
export interface PossibleRows {
  /** Positions of rows, ascending; empty where none fits. */
  rows: readonly (readonly number[])[];
  /** False where a row may stand there that is not really possible: too many completions to try. */
  exact: readonly boolean[];
}

/**
 * Asks the engine which rows of a decision table each municipality can fall into (first fitting row wins). Conditions
 * may speak of facts, types and names too: these become cells of their own, which are known. A missing value is no value
 * of the scale here, whatever it does to a score.
 *
 * @param rules at most 31; one without a condition takes all that are left
 */
export function possibleRows(data: RoundData, rules: readonly { when?: ClaimCondition | undefined }[]): PossibleRows {
  const atoms: Atom[] = [];
  const { title } = data.methodology;
  const table: LevelDefinition = {
    id: "metodika-rows",
    title,
    basis: "approved",
    codes: rules.map((_, order) => ({ code: `${order}`, order, title })),
    rules: rules.map(({ when }, position) => ({
      level: `${position}`,
      ...(when ? { when: withAtoms(when, data, atoms) } : {}),
    })),
  };
  const program = compile(methodologyWith(data.methodology, atoms.length, table));
  const ids = data.municipalities.map(({ id }) => id);
  const columns = encodeColumns(program.cells, ids, [...data.cells, ...atomCells(data, atoms)]);
  const level = evaluateColumns({ ...program, criteria: [], total: undefined }, columns).levels.at(-1);
  return {
    rows: ids.map((_, unit) => rules.flatMap((_, row) => (((level?.possible[unit] ?? 0) >>> row) & 1 ? [row] : []))),
    exact: ids.map((_, unit) => level?.tight[unit] === 1),
  };
}

/** A test that does not hang on cells. */
type Atom = (municipality: Municipality) => boolean;

function withAtoms(condition: ClaimCondition, data: RoundData, atoms: Atom[]): Condition {
  if ("all" in condition) return { all: condition.all.map((part) => withAtoms(part, data, atoms)) };
  if ("any" in condition) return { any: condition.any.map((part) => withAtoms(part, data, atoms)) };
  if ("not" in condition) return { not: withAtoms(condition.not, data, atoms) };
  const atom = atomOf(condition, data);
  if (!atom) return condition as Condition;
  atoms.push(atom);
  return { indicator: atomId(atoms.length - 1), is: ["yes"] };
}

function atomOf(condition: ClaimCondition, { facts }: RoundData): Atom | undefined {
  if ("type" in condition) return ({ type }) => condition.type.includes(type);
  if ("named" in condition) return ({ id }) => condition.named.includes(id);
  if (!("fact" in condition)) return undefined;
  const { fact, value } = condition;
  const told = facts.filter((one) => one.topic === fact && (value === undefined || one.value === value));
  const subjects = new Set(told.map(({ subject }) => subject));
  return ({ id }) => subjects.has(id);
}

const atomScale = "metodika-atoms";
const atomId = (index: number) => `metodika-atom-${index}`;

function methodologyWith(methodology: Methodology, atoms: number, table: LevelDefinition): Methodology {
  const { title } = methodology;
  const indicators = Array.from({ length: atoms }, (_, i): Indicator => ({ id: atomId(i), title, scale: atomScale }));
  const missing = { ...methodology.missing };
  for (const status of missingStatuses)
    if (missing[status].policy === "bounds") missing[status] = { ...missing[status], policy: "exclude" };
  return {
    ...methodology,
    missing,
    scales: { ...methodology.scales, [atomScale]: yesNo(title) },
    criteria: [...methodology.criteria, { id: atomScale, title, indicators }],
    levels: [...(methodology.levels ?? []), table],
  };
}

function yesNo(title: Text) {
  return {
    type: "codes" as const,
    codes: [
      { code: "yes", order: 1, title },
      { code: "no", order: 0, title },
    ],
  };
}

function atomCells(data: RoundData, atoms: readonly Atom[]): Pick<Cell, "municipality" | "indicator" | "state">[] {
  return data.municipalities.flatMap((municipality) =>
    atoms.map((holds, index) => ({
      municipality: municipality.id,
      indicator: atomId(index),
      state: { codes: [holds(municipality) ? 0 : 1], missing: [] },
    })),
  );
}
