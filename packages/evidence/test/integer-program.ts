import type { Claim, ClaimCondition, Query, RoundData } from "@metodika/core";

// The claims of a round as an integer program, for a solver that knows nothing of this package. One 0/1 variable stands
// for "this cell has this value".

/** A sum of variables and a constant. */
interface Linear {
  constant: number;
  terms: ReadonlyMap<string, number>;
}

const fixed = (constant: number): Linear => ({ constant, terms: new Map() });

function plus(a: Linear, b: Linear, times = 1): Linear {
  const terms = new Map(a.terms);
  for (const [name, weight] of b.terms) terms.set(name, (terms.get(name) ?? 0) + times * weight);
  return { constant: a.constant + times * b.constant, terms };
}

const sum = (parts: readonly Linear[]) => parts.reduce((total, part) => plus(total, part), fixed(0));
const opposite = (part: Linear) => plus(fixed(1), part, -1);

export interface IntegerProgram {
  /** Every open cell with the names of its variables, by code or status. */
  open: readonly { municipality: number; cell: number; variables: ReadonlyMap<string, string> }[];
  /** The model as text, with some more rows. */
  text(more?: readonly string[]): string;
}

/** A claim; of a list, what it says of one municipality alone where one is named. */
export type Statement = Claim & { only?: string };

/** Throws TypeError for a condition or query that it has no words for. */
export function integerProgramOf(data: RoundData, claims: readonly Statement[]): IntegerProgram {
  const rows: string[] = [];
  const binaries: string[] = [];
  const open: { municipality: number; cell: number; variables: ReadonlyMap<string, string> }[] = [];
  const indicators = data.methodology.criteria.flatMap(({ indicators: own = [] }) => own);
  const ids = data.municipalities.map(({ id }) => id);
  const codesOf = (indicator: string) => {
    const scale = data.methodology.scales[indicators.find(({ id }) => id === indicator)?.scale ?? ""];
    if (scale?.type !== "codes") throw new TypeError(`${indicator} has no codes`);
    return scale.codes;
  };
  const binary = () => {
    binaries.push(`b${binaries.length}`);
    return { constant: 0, terms: new Map([[binaries.at(-1) ?? "", 1]]) } satisfies Linear;
  };
  const require = ({ constant, terms }: Linear, sign: ">=" | "<=" | "=", bound: number) => {
    const shown = [...terms]
      .filter(([, weight]) => weight !== 0)
      .map(([name, weight]) => `${weight < 0 ? "-" : "+"} ${Math.abs(weight)} ${name}`);
    // A row without variables holds or it makes the whole impossible.
    const left = shown.length > 0 ? shown.join(" ") : "0 b0";
    rows.push(`${left} ${sign} ${bound - constant}`);
  };
  const values = data.municipalities.map(({ id }, municipality) =>
    indicators.map((indicator, cell) => {
      const state = data.cells.find((own) => own.municipality === id && own.indicator === indicator.id)?.state;
      const names = [
        ...(state?.codes ?? []).map((code) => codesOf(indicator.id)[code]?.code ?? ""),
        ...(state?.missing ?? ["O"]),
      ];
      if (names.length === 1) return new Map([[names[0] ?? "", fixed(1)]]);
      const variables = new Map(names.map((name) => [name, binary()]));
      require(sum([...variables.values()]), "=", 1);
      open.push({
        municipality,
        cell,
        variables: new Map([...variables].map(([name, { terms }]) => [name, [...terms.keys()][0] ?? ""])),
      });
      return variables;
    }),
  );
  const valueIn = (municipality: number, indicator: string, names: readonly string[]) => {
    const own = values[municipality]?.[indicators.findIndex(({ id }) => id === indicator)];
    return sum(names.flatMap((name) => own?.get(name) ?? []));
  };
  /** 1 where a count reaches a bound, else 0. */
  const reaches = (count: Linear, bound: number, most: number) => {
    const flag = binary();
    require(plus(count, flag, -bound), ">=", 0);
    require(plus(count, flag, -(most - bound + 1)), "<=", bound - 1);
    return flag;
  };
  const all = (parts: readonly Linear[]) => reaches(sum(parts), parts.length, parts.length);

  // The rule as it is described in words, for the level of staffing potential.
  const quality =
    data.methodology.criteria.find(({ id }) => id === "staff-quality")?.indicators?.map(({ id }) => id) ?? [];
  const staffing = ids.map((_, municipality) => {
    let made: { sufficient: Linear; critical: Linear } | undefined;
    return () => {
      const count = (colors: string[]) => sum(quality.map((indicator) => valueIn(municipality, indicator, colors)));
      const bad = count(["red", "blue"]);
      made ??= {
        sufficient: all([
          valueIn(municipality, "headcount", ["optimal", "acceptable"]),
          reaches(count(["green"]), 2, 4),
          opposite(reaches(bad, 1, 4)),
        ]),
        critical: reaches(bad, 2, 4),
      };
      return made;
    };
  });

  const holds = (condition: ClaimCondition, municipality: number): Linear => {
    if ("all" in condition) return all(condition.all.map((part) => holds(part, municipality)));
    if ("any" in condition) return opposite(all(condition.any.map((part) => opposite(holds(part, municipality)))));
    if ("not" in condition) return opposite(holds(condition.not, municipality));
    if ("named" in condition) return fixed(condition.named.includes(ids[municipality] ?? "") ? 1 : 0);
    if ("level" in condition && condition.level === "staffing-potential") {
      const { sufficient, critical } = staffing[municipality]?.() ?? { sufficient: fixed(0), critical: fixed(0) };
      const codes: Record<string, Linear> = { sufficient, critical, acceptable: opposite(plus(sufficient, critical)) };
      return sum(condition.is.map((code) => codes[code] ?? fixed(0)));
    }
    if ("indicator" in condition && condition.at_least === undefined && condition.at_most === undefined)
      return valueIn(municipality, condition.indicator, [...(condition.is ?? []), ...(condition.status ?? [])]);
    throw new TypeError(`no words for ${JSON.stringify(condition)}`);
  };
  const within = (universe: string | undefined, municipality: number): Linear => {
    const who = data.claims?.universes?.find(({ id }) => id === universe)?.who;
    return who ? holds(who, municipality) : fixed(1);
  };
  const both = (a: Linear, b: Linear) =>
    a.terms.size === 0
      ? a.constant === 1
        ? b
        : fixed(0)
      : b.terms.size === 0
        ? b.constant === 1
          ? a
          : fixed(0)
        : all([a, b]);
  const count = (condition: ClaimCondition, universe: string | undefined) =>
    sum(ids.map((_, index) => both(within(universe, index), holds(condition, index))));
  const number = (query: Query, claim: Claim): Linear => {
    if ("count" in query) return count(query.count, claim.universe);
    if ("number" in query) return fixed(query.number);
    if ("difference" in query) return plus(number(query.difference[0], claim), number(query.difference[1], claim), -1);
    if ("sum" in query) return sum(query.sum.map((part) => number(part, claim)));
    throw new TypeError(`no words for ${JSON.stringify(query)}`);
  };

  for (const claim of claims) {
    const { query, printed, only } = claim;
    if (!query) continue;
    if ("list" in query || "includes" in query) {
      const named = Array.isArray(printed) ? printed : [];
      ids.forEach((id, index) => {
        if (only !== undefined && only !== id) return;
        if ("list" in query)
          require(both(within(claim.universe, index), holds(query.list, index)), "=", named.includes(id) ? 1 : 0);
        else if (named.includes(id)) require(holds(query.includes, index), "=", 1);
      });
    } else if ("every" in query) {
      ids.forEach((id, index) => {
        if (only !== undefined && only !== id) return;
        require(both(within(claim.universe, index), opposite(holds(query.every, index))), "=", 0);
      });
    } else if ("share" in query) {
      if (typeof printed !== "object" || !("percent" in printed))
        throw new TypeError(`no words for the share of ${claim.id}`);
      const base = claim.base ?? claim.universe;
      const factor = 10 ** (printed.percent.split(".")[1]?.length ?? 0);
      const digits = Math.round(Number(printed.percent) * factor);
      const denominator = sum(ids.map((_, index) => within(base, index)));
      const doubled = sum([plus(fixed(0), count(query.share, claim.universe), 200 * factor)]);
      require(denominator, ">=", 1);
      require(plus(doubled, denominator, -(2 * digits - 1)), ">=", 0);
      require(plus(doubled, denominator, -(2 * digits + 1)), "<=", -1);
    } else {
      const value = number(query, claim);
      if (typeof printed === "number") require(value, "=", printed);
      else if (typeof printed === "object" && "at_least" in printed) require(value, ">=", printed.at_least);
      else if (typeof printed === "object" && "more_than" in printed) require(value, ">=", printed.more_than + 1);
      else throw new TypeError(`no words for what ${claim.id} prints`);
    }
  }
  return {
    open,
    text: (more = []) =>
      [
        "Minimize",
        "obj: 0 b0",
        "Subject To",
        ...[...rows, ...more].map((row, index) => `r${index}: ${row}`),
        "Binary",
        ...binaries,
        "End",
      ].join("\n"),
  };
}
