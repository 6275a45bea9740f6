import {
  type ClaimCondition,
  cellsOf,
  compileCondition,
  evaluateTruth,
  type Outcomes,
  type Program,
  type RoundData,
  type Truth,
} from "@metodika/core";

/** A condition made ready to be asked of any municipality and any state of its cells. */
export interface Predicate {
  /** Positions of the cells that decide it, ascending; none where types, names and facts decide. */
  cells: readonly number[];
  /** True when cells alone decide it: municipalities with the same cells are answered alike. */
  byCells: boolean;
  test(municipality: number, outcomes: Outcomes): Truth;
}

/** Makes a predicate of a condition; municipalities are known by their position in the round. */
export function predicateOf(condition: ClaimCondition, data: RoundData, program: Program): Predicate {
  if ("all" in condition || "any" in condition) {
    const isAll = "all" in condition;
    const parts = (isAll ? condition.all : condition.any).map((part) => predicateOf(part, data, program));
    const settles: Truth = isAll ? "no" : "yes";
    const otherwise: Truth = isAll ? "yes" : "no";
    return {
      cells: union(parts),
      byCells: parts.every(({ byCells }) => byCells),
      test: (municipality, outcomes) => {
        let open = false;
        for (const part of parts) {
          const truth = part.test(municipality, outcomes);
          if (truth === settles) return settles;
          open ||= truth === "maybe";
        }
        return open ? "maybe" : otherwise;
      },
    };
  }
  if ("not" in condition) return negated(predicateOf(condition.not, data, program));
  if ("type" in condition) return byMunicipality(data, ({ type }) => condition.type.includes(type));
  if ("named" in condition) return byMunicipality(data, ({ id }) => condition.named.includes(id));
  if ("fact" in condition) {
    const fitting = data.facts.filter(
      ({ topic, value }) => topic === condition.fact && (condition.value === undefined || value === condition.value),
    );
    const subjects = new Set(fitting.map(({ subject }) => subject));
    return byMunicipality(data, ({ id }) => subjects.has(id));
  }
  const expression = compileCondition(program, condition);
  return {
    cells: cellsOf(expression, program.levels),
    byCells: true,
    test: (_, outcomes) => evaluateTruth(expression, outcomes, program.levels).holds,
  };
}

/** Both of two predicates. */
export function both(a: Predicate, b: Predicate): Predicate {
  return {
    cells: union([a, b]),
    byCells: a.byCells && b.byCells,
    test: (municipality, outcomes) => {
      const first = a.test(municipality, outcomes);
      if (first === "no") return "no";
      const second = b.test(municipality, outcomes);
      if (second === "no") return "no";
      return first === "yes" && second === "yes" ? "yes" : "maybe";
    },
  };
}

/** The opposite of a predicate. */
export function negated(part: Predicate): Predicate {
  const opposite: Record<Truth, Truth> = { yes: "no", maybe: "maybe", no: "yes" };
  return { ...part, test: (municipality, outcomes) => opposite[part.test(municipality, outcomes)] };
}

/** True of every municipality. */
export const everyone: Predicate = { cells: [], byCells: true, test: () => "yes" };

function byMunicipality(
  data: RoundData,
  holds: (municipality: RoundData["municipalities"][number]) => boolean,
): Predicate {
  const truths: Truth[] = data.municipalities.map((municipality) => (holds(municipality) ? "yes" : "no"));
  return { cells: [], byCells: false, test: (municipality) => truths[municipality] ?? "no" };
}

function union(parts: readonly Predicate[]): number[] {
  return [...new Set(parts.flatMap(({ cells }) => cells))].sort((a, b) => a - b);
}
