import {
  type Cell,
  type CellState,
  type Criterion,
  cellsOf,
  compile,
  criteriaOf,
  indicatorsBelow,
  indicatorsOf,
  isKnown,
  type Lens,
  type LensIndicator,
  type Methodology,
  type MissingStatus,
  type PlacedIndicator,
  possibleRows,
  type RoundData,
  type RoundScore,
  scoreRound,
  type Text,
} from "@metodika/core";

/** One indicator of the other methodology, with the values that the lent data give it. */
export interface CarriedIndicator {
  placed: PlacedIndicator;
  kind: LensIndicator["kind"];
  reason: Text;
  /** In the order of the round's municipalities. */
  states: readonly { municipality: string; state: CellState; exact: boolean }[];
  /** Municipalities without a single value: several are possible, or none. */
  unsettled: readonly string[];
}

/** A criterion or a level of the other methodology: how much of it could be carried over. */
export interface CarriedPart {
  id: string;
  title: Text;
  carried: number;
  of: number;
  /** Indicators that it needs and that cannot be carried over. */
  lacks: readonly string[];
}

/** One region's data by the other's manner. */
export interface ThroughLens {
  from: string;
  to: string;
  /** The lent data as a round of the other methodology, cut to what could be carried over. */
  data: RoundData;
  /** Scored by the engine; criteria and levels stand here only when nothing of them is lacking. */
  score: RoundScore;
  indicators: readonly CarriedIndicator[];
  without: readonly { placed: PlacedIndicator; reason: Text }[];
  criteria: readonly CarriedPart[];
  levels: readonly CarriedPart[];
}

const unsaid: Text = {
  ru: "Таблица соответствия об этом показателе не говорит",
  en: "The crosswalk says nothing of this indicator",
};

/**
 * Reads the data of one region by the methodology of another, as far as a lens of the crosswalk carries. Values come from
 * the lens alone, over cells and facts of the round; points and levels from the engine, over whole criteria and levels
 * only: a criterion that lacks an indicator is not scored, because the rest of it is not the criterion.
 *
 * @throws TypeError when the lens belongs to other regions: a caller's mistake
 */
export function throughLens(data: RoundData, methodology: Methodology, lens: Lens): ThroughLens {
  if (lens.from !== data.round.region || lens.to !== methodology.region)
    throw new TypeError(
      `the lens leads from "${lens.from}" to "${lens.to}", not from "${data.round.region}" to "${methodology.region}"`,
    );
  const places = new Map(indicatorsOf(methodology).map((placed) => [placed.indicator.id, placed]));
  const indicators = lens.indicators.flatMap((carried) => {
    const placed = places.get(carried.indicator);
    return placed ? [carriedIndicator(data, carried, placed)] : [];
  });
  const ids = new Set(indicators.map(({ placed }) => placed.indicator.id));
  const reasons = new Map((lens.without ?? []).flatMap(({ indicators: own, reason }) => own.map((id) => [id, reason])));
  const part = (id: string, title: Text, needed: readonly string[]): CarriedPart => {
    const lacks = needed.filter((indicator) => !ids.has(indicator));
    return { id, title, carried: needed.length - lacks.length, of: needed.length, lacks };
  };
  const criteria = criteriaOf(methodology)
    .filter((criterion) => indicatorsBelow(criterion).length > 0)
    .map((criterion) =>
      part(
        criterion.id,
        criterion.title,
        indicatorsBelow(criterion).map(({ id }) => id),
      ),
    );
  const levels = levelParts(methodology, part);
  const lent = { ...data, methodology: cut(methodology, ids, levels), printed: [], cells: cellsFrom(indicators) };
  return {
    from: lens.from,
    to: lens.to,
    data: lent,
    score: scoreRound(lent),
    indicators,
    without: [...places.values()]
      .filter(({ indicator }) => !ids.has(indicator.id))
      .map((placed) => ({ placed, reason: reasons.get(placed.indicator.id) ?? unsaid })),
    criteria,
    levels,
  };
}

function carriedIndicator(data: RoundData, { values, kind, reason }: LensIndicator, placed: PlacedIndicator) {
  const { rows, exact } = possibleRows(data, values);
  const codes = placed.scale.type === "codes" ? placed.scale.codes.map(({ code }) => code) : [];
  const states = data.municipalities.map(({ id }, unit) => {
    const fitting = (rows[unit] ?? []).flatMap((row) => values[row] ?? []);
    const found = fitting.flatMap((row) => (row.codes ?? []).map((code) => codes.indexOf(code)));
    const missing = fitting.flatMap(({ status }): MissingStatus[] => (status ? [status] : []));
    const state: CellState = {
      codes: [...new Set(found)].filter((code) => code >= 0).sort((a, b) => a - b),
      missing: [...new Set(missing)].sort(),
    };
    return { municipality: id, state, exact: exact[unit] === true };
  });
  const unsettled = states.filter(({ state }) => !isKnown(state) || state.missing.length > 0);
  return { placed, kind, reason, states, unsettled: unsettled.map(({ municipality }) => municipality) };
}

function levelParts(
  methodology: Methodology,
  part: (id: string, title: Text, needed: readonly string[]) => CarriedPart,
): CarriedPart[] {
  const program = compile(methodology);
  return program.levels.map((level, index) => {
    const needed = cellsOf(level, program.levels).map((cell) => program.cells[cell]?.indicator.id ?? "");
    return part(level.id, methodology.levels?.[index]?.title ?? methodology.title, needed);
  });
}

/** The methodology with what could be carried over; what is not whole gives no points and no level. */
function cut(methodology: Methodology, ids: ReadonlySet<string>, levels: readonly CarriedPart[]): Methodology {
  const { previous: _, total, ...rest } = methodology;
  const whole = (criterion: Criterion) => indicatorsBelow(criterion).every(({ id }) => ids.has(id));
  const keep = (criteria: readonly Criterion[]): Criterion[] =>
    criteria.flatMap((criterion) => {
      const { points, ...own } = criterion;
      const kept: Criterion = {
        ...own,
        ...(points && whole(criterion) ? { points } : {}),
        indicators: (criterion.indicators ?? []).filter(({ id }) => ids.has(id)),
        ...(criterion.criteria ? { criteria: keep(criterion.criteria) } : {}),
      };
      return indicatorsBelow(kept).length > 0 ? [kept] : [];
    });
  const complete = new Set(levels.filter(({ lacks }) => lacks.length === 0).map(({ id }) => id));
  return {
    ...rest,
    ...(total && methodology.criteria.every(whole) ? { total } : {}),
    criteria: keep(methodology.criteria),
    levels: (methodology.levels ?? []).filter(({ id }) => complete.has(id)),
    recommendations: [],
  };
}

function cellsFrom(indicators: readonly CarriedIndicator[]): Cell[] {
  return indicators.flatMap(({ placed, states }) =>
    states.map(({ municipality, state }) => ({
      municipality,
      indicator: placed.indicator.id,
      raw: "",
      status: state.codes.length === 0 ? (state.missing[0] ?? "A") : "A",
      basis: "bounded" as const,
      source: "",
      evidence: "" as const,
      note: "",
      state,
      line: 0,
    })),
  );
}
