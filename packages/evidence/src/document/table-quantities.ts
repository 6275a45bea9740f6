import { type Claim, type ClaimCondition, criteriaOf, indicatorsOf, type RoundData, type Text } from "@metodika/core";
import type { Computed } from "../audit/audit.ts";
import { constraintsOf } from "../audit/constraints.ts";
import { definitionsOf } from "../audit/definitions.ts";
import { judge } from "../audit/judge.ts";
import { type Solver, solverOf } from "../deduction/solver.ts";
import { countingOf, type Definitions } from "../query/counting.ts";
import { worldOf } from "../world/world.ts";
import { groupId } from "./claim-quantities.ts";
import { joinedPhrasing, type Phrasing } from "./phrasing.ts";
import type { Quantity } from "./quantity.ts";
import { contentStems } from "./words.ts";

/** The universe of those whose cell has a value: as a base of shares alone. */
export const withValue = "with-value";

/** What the tables give by themselves for one value of an indicator or a level. */
export interface TableGroup {
  group: string;
  topic: string;
  phrasings: Phrasing[];
  /** Words of its criterion. */
  vocabulary: string[];
  quantities: Quantity[];
}

/** Counts, shares and lists of every value of every indicator and level; shares of all and of the universes of the round. */
export function tableGroups(data: RoundData): TableGroup[] {
  const ask = askerOf(data);
  const universes = ["all", ...(data.claims?.universes ?? []).map(({ id }) => id)];
  const { methodology } = data;
  const criteria = new Map(criteriaOf(methodology).map((criterion) => [criterion.id, criterion]));
  const make = (condition: ClaimCondition, topic: string, names: Naming, inferred: boolean): TableGroup => {
    const of = (kind: "count" | "percent" | "list", universe: string): Quantity => {
      const id = `table/${topic}${names.sign ?? "="}${names.code}/${kind}${universe === "all" ? "" : `/${universe}`}`;
      const query: Claim["query"] =
        kind === "count" ? { count: condition } : kind === "percent" ? { share: condition } : { list: condition };
      const claim: Claim = { id, source: data.round.id, statement: names.statement, query, universe, inferred };
      let known: Computed | undefined;
      return {
        id,
        group: groupId(condition),
        topic,
        kind,
        universe,
        statement: names.statement,
        source: names.source,
        period: { years: [], past: false },
        ...(names.blank === undefined ? {} : { blank: names.blank }),
        computed: () => {
          known ??= ask(claim, kind);
          return known;
        },
      };
    };
    return {
      group: groupId(condition),
      topic,
      phrasings: names.phrasings,
      vocabulary: names.vocabulary,
      quantities: [
        ...universes.flatMap((universe) => [of("count", universe), of("percent", universe), of("list", universe)]),
        ...(names.blank === undefined || names.blank().length === 0 ? [] : [ofThoseWithValue(of("percent", "all"))]),
      ],
    };
  };
  const ofIndicators = indicatorsOf(methodology).flatMap(({ indicator, criterion }): TableGroup[] => {
    const scale = methodology.scales[indicator.scale];
    const table = criteria.get(criterion.id)?.table;
    const source = table === undefined ? data.round.id : `${data.round.id} table ${table}`;
    if (scale?.type === "number") {
      // «Есть члены ассоциации»: at least so many as give points.
      const steps = indicator.points && "steps" in indicator.points ? indicator.points.steps : undefined;
      const from = Array.isArray(steps) ? steps[0]?.from : undefined;
      if (from === undefined) return [];
      const statement = {
        ru: `${indicator.title.ru} — не меньше ${from}`,
        en: `${indicator.title.en} — at least ${from}`,
      };
      const names = [
        indicator.title.ru,
        ...(indicator.short ? [indicator.short.ru] : []),
        ...(indicator.aliases ?? []),
      ];
      const phrasings = names.map((name) => joinedPhrasing([name], false));
      const vocabulary = contentStems(`${criterion.title.ru} ${indicator.title.ru}`);
      return [
        make(
          { indicator: indicator.id, at_least: from },
          indicator.id,
          { code: String(from), statement, source, phrasings, vocabulary, sign: ">=" },
          false,
        ),
      ];
    }
    if (scale?.type !== "codes") return [];
    const lowest = Math.min(...scale.codes.map(({ order }) => order));
    return scale.codes.map(({ code, title, order, aliases }) =>
      make(
        { indicator: indicator.id, is: [code] },
        indicator.id,
        {
          ...naming(indicator, { code, title, aliases }, order === lowest, source, criterion.title),
          blank: () => blankOf(data, indicator.id),
        },
        false,
      ),
    );
  });
  const ofLevels = (methodology.levels ?? []).flatMap((level) =>
    level.codes.map(({ code, title }) =>
      make(
        { level: level.id, is: [code] },
        `level/${level.id}`,
        naming(level, { code, title }, false, data.round.id, level.title),
        level.basis === "inferred",
      ),
    ),
  );
  return [...ofIndicators, ...ofLevels];
}

interface Naming {
  code: string;
  statement: Text;
  source: string;
  phrasings: Phrasing[];
  vocabulary: string[];
  sign?: string;
  blank?: () => readonly string[];
}

/** Those whose cell has no value at all: a text can count them with those that have a «no». */
function blankOf({ cells }: RoundData, indicator: string): string[] {
  return cells.flatMap(({ municipality, indicator: own, state: { codes, range, missing } }) =>
    own === indicator && codes.length === 0 && range === undefined && missing.length > 0 ? [municipality] : [],
  );
}

/** The base of a share can be those alone whose cell has a value. */
function ofThoseWithValue(share: Quantity): Quantity {
  return {
    ...share,
    id: `${share.id}/${withValue}`,
    universe: withValue,
    computed: () => {
      const all = share.computed();
      if (all === null || typeof all !== "object" || !("denominator" in all)) return null;
      const without = share.blank?.().length ?? 0;
      const [low, high] = [all.denominator[0] - without, all.denominator[1] - without];
      if (low <= 0) return null;
      return {
        numerator: all.numerator,
        denominator: [low, high],
        percent: [(100 * all.numerator[0]) / high, (100 * all.numerator[1]) / low],
      };
    },
  };
}

function naming(
  { title, short, aliases = [] }: { title: Text; short?: Text | undefined; aliases?: readonly string[] | undefined },
  {
    code,
    title: value,
    aliases: valueAliases = [],
  }: { code: string; title: Text; aliases?: readonly string[] | undefined },
  lowest: boolean,
  source: string,
  criterion: Text,
): Naming {
  const plain = contentStems(value.ru).length === 0;
  const names = [title.ru, ...(short ? [short.ru] : []), ...aliases];
  const phrasings = plain
    ? names.map((name) => joinedPhrasing([name], lowest))
    : [...names.map((name) => joinedPhrasing([name, value.ru], false)), joinedPhrasing([value.ru], false)];
  return {
    code,
    statement: { ru: `${title.ru} — ${lower(value.ru)}`, en: `${title.en} — ${lower(value.en)}` },
    source,
    // A value alone («Соответствуют») does not tell of what.
    phrasings: [
      ...phrasings.filter(({ stems }, index) => stems.size > (index < names.length ? 0 : 1)),
      ...valueAliases.map((alias) => joinedPhrasing([alias], false)),
    ],
    vocabulary: [...contentStems(criterion.ru), ...contentStems(title.ru)],
  };
}

function lower(text: string): string {
  return /^\p{Lu}{2}/u.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** What the tables, and the claims that narrow them, leave for a count, a share or a list that no claim states. */
export function askerOf(data: RoundData): (claim: Claim, kind: "count" | "percent" | "list") => Computed {
  let prepared: { definitions: Definitions; solver: Solver } | undefined;
  const prepare = () => {
    const definitions = definitionsOf(worldOf(data));
    return { definitions, solver: solverOf(definitions.world, constraintsOf(definitions)) };
  };
  return (claim, kind) => {
    prepared ??= prepare();
    const { definitions, solver } = prepared;
    const counting = countingOf(claim, definitions);
    const printed = kind === "count" ? 0 : kind === "percent" ? { percent: "0" } : [];
    const maySpeak = ({ inferred }: { inferred: boolean }) => claim.inferred || !inferred;
    const { values, certain, possible } = judge(solver, claim, counting, printed, maySpeak);
    if (kind === "list") return { certain: [...certain], possible: [...possible] };
    const span = (numbers: number[]): [number, number] => [Math.min(...numbers), Math.max(...numbers)];
    const shares = values.flatMap((value) => (value.kind === "share" ? [value] : []));
    if (shares.length > 0)
      return {
        numerator: span(shares.map(({ numerator }) => numerator)),
        denominator: span(shares.map(({ denominator }) => denominator)),
        percent: span(
          shares.map(({ numerator, denominator }) => (denominator === 0 ? 0 : (100 * numerator) / denominator)),
        ),
      };
    const numbers = values.flatMap((value) => (value.kind === "number" ? [value.value] : []));
    if (numbers.length === 0) return null;
    const [low, high] = span(numbers);
    return low === high ? low : { low, high };
  };
}
