import fc from "fast-check";
import {
  type CellState,
  type Condition,
  type Criterion,
  exactly,
  type Indicator,
  indicatorsOf,
  Methodology,
  type MissingPolicy,
  type MissingStatus,
  missingStatuses,
  type PlacedIndicator,
  type RoundData,
  type Scale,
} from "../src/index.ts";
import { data, text } from "./fixture.ts";

const title = text("условное", "invented");
const policies: MissingPolicy[] = ["zero", "exclude", "redistribute", "bounds"];

/** The scales of generated methodologies; the number scale is short, so that every value of it can be tried. */
export const scales: Record<string, Scale> = {
  two: { type: "codes", codes: [code("yes", 1), code("no", 0)] },
  three: { type: "codes", codes: [code("green", 2), code("yellow", 1), code("red", 0)] },
  number: { type: "number", integer: true, from: 0, to: 3 },
};

function code(name: string, order: number) {
  return { code: name, order, title };
}

/** Points with at most one digit after the point, negative ones where they make sense. */
const points = (least: number) => fc.integer({ min: least * 10, max: 30 }).map((tenths) => String(tenths / 10));

function indicator(id: string, least: number): fc.Arbitrary<Indicator> {
  const weight = fc.option(fc.constantFrom(0.5, "0.25", 2), { nil: undefined });
  const of = (scale: string, rule: fc.Arbitrary<Indicator["points"]>) =>
    fc.record({ id: fc.constant(id), title: fc.constant(title), scale: fc.constant(scale), points: rule, weight });
  return fc.oneof(
    of("two", fc.record({ yes: points(least), no: points(least) })),
    of("three", fc.record({ green: points(least), yellow: points(least), red: points(least) })),
    of(
      "number",
      fc.record({
        steps: fc.tuple(points(least), points(least)).map(([a, b]) => [
          { from: 1, points: a },
          { from: "2.5", points: b },
        ]),
        below: points(least),
      }),
    ),
    of("number", fc.constantFrom({ normalize: { from: 0, to: 3 } }, { normalize: { from: 3, to: 0 } })),
  );
}

const method: fc.Arbitrary<NonNullable<Criterion["points"]>> = fc.record({
  aggregate: fc.constantFrom("sum", "sum", "sum", "mean", "min", "max", "geometric-mean"),
});

/** A criterion of one to three indicators, or of a nested criterion and an indicator. */
function criterion(id: string, depth: number): fc.Arbitrary<Criterion> {
  return method.chain((aggregate) => {
    // Redistribution shares out weights by the greatest points, so they are not negative here.
    const indicators = fc
      .integer({ min: 1, max: depth > 0 ? 1 : 3 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => indicator(`${id}-${index}`, 0))));
    const below = depth > 0 ? fc.tuple(criterion(`${id}-below`, depth - 1)) : fc.constant(undefined);
    return fc.record({
      id: fc.constant(id),
      title: fc.constant(title),
      points: fc.constant(aggregate),
      weight: fc.constantFrom(undefined, 0.5, 3),
      indicators,
      criteria: below,
    });
  });
}

/** Conditions over the first indicators of a generated methodology, its points and counts. */
function condition(ids: readonly string[]): fc.Arbitrary<Condition> {
  const leaf: fc.Arbitrary<Condition> = fc.oneof(
    fc.record({ points: fc.constantFrom("a", "b", "total"), at_least: fc.constantFrom(0.5, 1, "1.5", 3) }),
    fc.record({ points: fc.constantFrom("a", "b"), at_most: fc.constantFrom(0.5, 1, 2) }),
    fc.record({ indicator: fc.constantFrom(...ids), status: fc.constant<("L" | "O")[]>(["L", "O"]) }),
    fc.record({
      count: fc.record({
        indicators: fc.constant<string[]>([...ids]),
        codes: fc.constantFrom<string[]>(["yes", "green"], ["no", "red", "yellow"]),
      }),
      at_least: fc.constantFrom(1, 2),
    }),
  );
  return fc.oneof(
    leaf,
    leaf.map((part) => ({ not: part })),
    fc.tuple(leaf, leaf).map((parts) => ({ all: parts })),
    fc.tuple(leaf, leaf).map((parts) => ({ any: parts })),
  );
}

const policy = fc.record({ policy: fc.constantFrom(...policies), reason: fc.constant(title) });

export const methodologies: fc.Arbitrary<Methodology> = fc
  .record({
    criteria: fc.tuple(criterion("a", 0), criterion("b", 1)),
    total: method,
    missing: fc.record({ L: policy, M: policy, O: policy, Q: policy, S: policy }),
  })
  .chain(({ criteria, total, missing }) => {
    const plain = { ...data.methodology, scales, criteria, total, missing, levels: [], recommendations: [] };
    const ids = indicatorsOf(plain).map((placed) => placed.indicator.id);
    return fc.tuple(condition(ids), condition(ids), condition(ids)).map(([applies, first, second]) =>
      Methodology.parse({
        ...plain,
        levels: [
          {
            id: "level",
            title,
            basis: "approved",
            applies: { any: [applies, { not: { indicator: ids[0] ?? "", status: ["S"] } }] },
            codes: [code("high", 2), code("middle", 1), code("low", 0)],
            rules: [{ level: "high", when: first }, { level: "low", when: second }, { level: "middle" }],
          },
        ],
      }),
    );
  });

/** What a cell can be: known in most cases, of two values, of a value or nothing, of two ways to be missing. */
function state({ scale }: PlacedIndicator): fc.Arbitrary<CellState> {
  const size = scale.type === "codes" ? scale.codes.length : 4;
  const missing = fc.uniqueArray(fc.constantFrom<MissingStatus>(...missingStatuses), { minLength: 1, maxLength: 2 });
  const value = fc.integer({ min: 0, max: size - 1 });
  const values = (picked: number[]): CellState => {
    const sorted = [...new Set(picked)].sort((a, b) => a - b);
    if (scale.type === "codes") return { codes: sorted, missing: [] };
    return { codes: [], range: [exactly(sorted[0] ?? 0), exactly(sorted.at(-1) ?? 0)], missing: [] };
  };
  return fc.oneof(
    { weight: 4, arbitrary: value.map((only) => values([only])) },
    { weight: 2, arbitrary: fc.tuple(value, value).map(values) },
    { weight: 2, arbitrary: missing.map((statuses) => ({ codes: [], missing: statuses })) },
    {
      weight: 1,
      arbitrary: fc.tuple(value, missing).map(([only, statuses]) => ({ ...values([only]), missing: statuses })),
    },
  );
}

/** A generated round: one to four municipalities, some cells without a row. */
export const rounds: fc.Arbitrary<RoundData> = methodologies.chain((methodology) => {
  const placed = indicatorsOf(methodology);
  const rows = fc.array(fc.tuple(...placed.map((one) => fc.option(state(one), { freq: 8 }))), {
    minLength: 1,
    maxLength: 4,
  });
  return rows.map((states) => ({
    ...data,
    methodology,
    municipalities: data.municipalities.slice(0, states.length),
    printed: [],
    cells: states.flatMap((row, index) =>
      row.flatMap((known, position) => {
        const indicator = placed[position]?.indicator.id ?? "";
        const municipality = data.municipalities[index]?.id ?? "";
        const blank = { raw: "", status: "A" as const, basis: "bounded" as const, source: "invented", note: "" };
        return known ? [{ ...blank, municipality, indicator, evidence: "" as const, state: known, line: 0 }] : [];
      }),
    ),
  }));
});
