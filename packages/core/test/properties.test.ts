import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CellState,
  compile,
  encodeColumns,
  evaluateColumns,
  explain,
  indicatorsOf,
  type MissingPolicy,
  type NumberTrace,
  noLevel,
  type RoundData,
  rankIntervals,
  real,
  scoreRound,
} from "../src/index.ts";
import { rounds } from "./arbitrary.ts";
import { naiveResults } from "./naive.ts";

const trials = fc.option(fc.constantFrom<MissingPolicy>("zero", "exclude", "redistribute", "bounds"), {
  nil: undefined,
});
const size = { numRuns: 60 };

/** More than this many completions are not tried by brute force. */
function isSmall(data: RoundData, missing?: MissingPolicy): boolean {
  return data.municipalities.every(({ id }) => {
    const own = new Map(
      data.cells.filter((cell) => cell.municipality === id).map((cell) => [cell.indicator, cell.state]),
    );
    const ways = indicatorsOf(data.methodology).map(({ indicator }) => {
      const { codes, range, missing: absent } = own.get(indicator.id) ?? { codes: [], missing: ["O" as const] };
      const bounds = absent.filter((status) => (missing ?? data.methodology.missing[status].policy) === "bounds");
      return (
        codes.length + (range ? Number(range[1].units - range[0].units) + 1 : 0) + absent.length + 3 * bounds.length
      );
    });
    return ways.reduce((product, count) => product * count, 1) <= 3000;
  });
}

function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
}

test("the order of rows does not matter", () => {
  fc.assert(
    fc.property(rounds, (data) => {
      expect(scoreRound({ ...data, cells: data.cells.toReversed() }, { ranks: true })).toEqual(
        scoreRound(data, { ranks: true }),
      );
    }),
    size,
  );
});

describe("against every completion, tried one by one", () => {
  test("points are the hull of all completions, for every policy", () => {
    fc.assert(
      fc.property(rounds, trials, (data, missing) => {
        fc.pre(isSmall(data, missing));
        const program = compile(data.methodology, { missing });
        const ids = data.municipalities.map(({ id }) => id);
        const columns = evaluateColumns(program, encodeColumns(program.cells, ids, data.cells));
        const named = [
          ...program.criteria.map(({ criterion }, index) => [criterion.id, columns.criteria[index]] as const),
          ["total", columns.total] as const,
        ];
        ids.forEach((id, row) => {
          const results = naiveResults(data, id, missing);
          for (const [name, column] of named) {
            if (!column) continue;
            const values = results.flatMap(({ points }) => points.get(name) ?? []);
            const present = values.length === 0 ? 0 : values.length === results.length ? 1 : 2;
            expect([name, column.scored[row]]).toEqual([name, present]);
            if (present === 0) continue;
            const divisor = 10 ** column.scale;
            const [low, high] = [(column.low[row] ?? 0) / divisor, (column.high[row] ?? 0) / divisor];
            const hull = [Math.min(...values), Math.max(...values)] as const;
            expect(column.tight[row]).toBe(1);
            if (!close(low, hull[0]) || !close(high, hull[1]))
              throw new Error(`${name}: ${low}..${high}, hull ${hull.join("..")}`);
          }
        });
      }),
      size,
    );
  });

  test("levels are the set over all completions, and a superset where they are not exact", () => {
    fc.assert(
      fc.property(rounds, trials, (data, missing) => {
        fc.pre(isSmall(data, missing));
        const program = compile(data.methodology, { missing });
        const ids = data.municipalities.map(({ id }) => id);
        const [levels] = evaluateColumns(program, encodeColumns(program.cells, ids, data.cells)).levels;
        ids.forEach((id, row) => {
          const bits = levels?.possible[row] ?? 0;
          const codes = ["high", "middle", "low"].filter((_, code) => (bits & (1 << code)) !== 0);
          const found = new Set([...codes, ...(bits >= noLevel ? ["none"] : [])]);
          const wanted = new Set(naiveResults(data, id, missing).map(({ level }) => level ?? "none"));
          if (levels?.tight[row]) expect(found).toEqual(wanted);
          else for (const level of wanted) expect(found).toContain(level);
        });
      }),
      size,
    );
  });
});

test("columns and explanation agree: exactly on exact decimals, to 1e-12 otherwise", () => {
  fc.assert(
    fc.property(rounds, trials, (data, missing) => {
      const { units } = scoreRound(data, { missing });
      for (const unit of units) {
        const { criteria, total, levels, program } = explain(data, unit.municipality, { missing })!;
        const pairs = [
          ...criteria.map((each, index) => [each, unit.criteria[index]] as const),
          ...(total ? [[total, unit.total] as const] : []),
        ];
        for (const [{ trace, maximum }, score] of pairs) {
          expect(trace?.low === undefined).toBe(!score?.points);
          if (!score?.points || trace?.low === undefined || trace.high === undefined) continue;
          for (const [end, value] of [
            [trace.low, score.points[0]],
            [trace.high, score.points[1]],
          ] as const)
            if (typeof end === "number")
              expect(Math.abs(end - value)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(end)));
            else expect(value).toBe(real(end));
          expect(score.max).toBe(maximum === undefined ? null : real(maximum));
        }
        levels.forEach(({ possible }, index) => {
          const codes = program.methodology.levels?.[index]?.codes ?? [];
          expect(new Set(Object.values(unit.levels)[index])).toEqual(
            new Set(possible.map((code) => codes[code]?.code)),
          );
        });
      }
    }),
    size,
  );
});

test("traces of known cells add up: weight × term, times the factor where weight was redistributed", () => {
  const addsUp = (trace: NumberTrace): void => {
    const { expression, low, factor = [1, 1], terms } = trace;
    for (const term of terms) addsUp(term.trace);
    if (expression.kind !== "aggregate" || expression.method !== "sum" || low === undefined) return;
    const sum = terms.reduce(
      (total, { weight, trace }) => total + real(weight) * (trace.low === undefined ? 0 : real(trace.low)),
      0,
    );
    expect(factor[0]).toBe(factor[1]);
    expect(close(sum * factor[0], real(low))).toBe(true);
  };
  const isSettled = ({ codes, range, missing }: CellState) =>
    codes.length + missing.length + (range ? (range[0].units === range[1].units ? 1 : 2) : 0) === 1;
  fc.assert(
    fc.property(rounds, (data) => {
      const known = { ...data, cells: data.cells.filter(({ state }) => isSettled(state)) };
      for (const { id } of data.municipalities) {
        const { criteria, total } = explain(known, id, {})!;
        for (const { trace } of [...criteria, ...(total ? [total] : [])])
          if (trace && trace.present === "yes" && !trace.terms.some(({ trace }) => trace.present === "maybe"))
            addsUp(trace);
      }
    }),
    size,
  );
});

test("narrowing a cell never widens a result", () => {
  fc.assert(
    fc.property(rounds, trials, fc.nat(), (data, missing, pick) => {
      const wide = data.cells.filter(({ state }) => state.codes.length + state.missing.length > 1);
      fc.pre(wide.length > 0);
      const chosen = wide[pick % wide.length]!;
      const { codes, missing: absent, range } = chosen.state;
      const state: CellState =
        codes.length > 0
          ? { codes: codes.slice(0, 1), missing: [] }
          : range
            ? { codes, range, missing: [] }
            : { codes, missing: absent.slice(0, 1) };
      const narrowed = { ...data, cells: data.cells.map((cell) => (cell === chosen ? { ...cell, state } : cell)) };
      const before = scoreRound(data, { missing });
      scoreRound(narrowed, { missing }).units.forEach((unit, index) => {
        const old = before.units[index]!;
        const all = [
          ...unit.criteria.map(({ points }, at) => [points, old.criteria[at]?.points] as const),
          [unit.total?.points, old.total?.points] as const,
        ];
        for (const [now, then] of all) {
          if (!now) continue;
          expect(now[0]).toBeGreaterThanOrEqual((then?.[0] ?? Number.NaN) - 1e-9);
          expect(now[1]).toBeLessThanOrEqual((then?.[1] ?? Number.NaN) + 1e-9);
        }
        for (const level of unit.levels.level ?? []) expect(old.levels.level).toContain(level);
      });
    }),
    size,
  );
});

test("ranks are those of the naive definition: one more than the number of those ahead", () => {
  const pairs = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 4 }), fc.constantFrom(0, 1, 1, 1, 2)),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(pairs, (rows) => {
      const low = Float64Array.from(rows, ([from]) => from);
      const high = Float64Array.from(rows, ([from, width]) => from + width);
      const scored = Uint8Array.from(rows, ([, , there]) => there);
      const ranks = rankIntervals({ low, high, scored, maximum: high, scale: 0, exact: true, tight: scored });
      rows.forEach((_, row) => {
        if (!scored[row]) {
          expect(ranks[row]).toBeNull();
          return;
        }
        const others = rows.flatMap((_, other) => (other !== row && scored[other] ? [other] : []));
        const ahead = others.filter((other) => scored[other] === 1 && low[other]! > high[row]!).length;
        const possible = others.filter((other) => high[other]! > low[row]!).length;
        expect(ranks[row]).toEqual({ best: 1 + ahead, worst: 1 + possible });
      });
    }),
  );
});

test("what is encoded as columns can be read back", () => {
  fc.assert(
    fc.property(rounds, (data) => {
      const indicators = indicatorsOf(data.methodology);
      const ids = data.municipalities.map(({ id }) => id);
      const { columns, size } = encodeColumns(indicators, ids, data.cells);
      expect(size).toBe(ids.length);
      indicators.forEach(({ indicator }, position) => {
        const { states, dictionary } = columns[position]!;
        ids.forEach((id, row) => {
          const cell = data.cells.find(({ municipality, indicator: of }) => municipality === id && of === indicator.id);
          expect(dictionary[states[row]!]).toEqual(cell?.state ?? { codes: [], missing: ["O"] });
        });
      });
    }),
    size,
  );
});
