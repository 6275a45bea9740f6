import { type Explanation, formatDecimal, type Num, type NumberTrace, type RoundData, real } from "@metodika/core";
import type { Line } from "@metodika/presentation";

/** An explanation as data: the numbers of the trace, and the same in words. */
export function explanationJson(
  { program, municipality, cells, criteria, total, levels }: Explanation,
  data: RoundData,
  lines: readonly Line[],
) {
  return {
    round: data.round.id,
    methodology: `${data.methodology.id}@${data.methodology.version}`,
    municipality,
    trial: program.trial,
    criteria: criteria.map(({ criterion, trace, maximum }) => ({
      criterion,
      points: trace ? points(trace) : null,
      max: maximum === undefined ? null : real(maximum),
      terms:
        trace?.terms.map(({ weight, trace: term }) => ({
          ...subject(term),
          weight: formatDecimal(weight),
          points: points(term),
        })) ?? [],
    })),
    total: total
      ? { points: points(total.trace), max: total.maximum === undefined ? null : real(total.maximum) }
      : null,
    levels: levels.map(({ expression, possible, none, rules }, index) => {
      const codes = program.methodology.levels?.[index]?.codes ?? [];
      return {
        level: expression.id,
        possible: possible.flatMap((position) => codes[position]?.code ?? []),
        none,
        rules: rules.map(({ level, holds }) => ({ level: codes[level]?.code, holds })),
      };
    }),
    cells: cells.map(({ cell: { state: _, municipality: __, ...observed } }) => observed),
    lines,
  };

  function subject({ expression }: NumberTrace) {
    if (expression.kind === "points") return { indicator: program.cells[expression.cell]?.indicator.id };
    return expression.kind === "aggregate" ? { criterion: expression.id } : {};
  }
}

function points({ low, high }: NumberTrace): [number, number] | null {
  const ends = [low, high].map((end: Num | undefined) => (end === undefined ? undefined : real(end)));
  return ends[0] === undefined || ends[1] === undefined ? null : [ends[0], ends[1]];
}
