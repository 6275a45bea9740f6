import {
  type AlignedIndicator,
  type Condition,
  compile,
  criteriaOf,
  indicatorsBelow,
  type LevelDefinition,
  type Methodology,
  type Program,
} from "@metodika/core";
import { type Hybrid, hybridId, hybridMethodology, type Variant } from "../effects/hybrid-methodology.ts";
import { isReadable, type Reading, type Unreadable } from "./readable.ts";

/** A methodology between two with one of its levels, ready to be evaluated. */
export interface LevelHybrid extends Hybrid {
  program: Program;
  /** Where the level stands in the program. */
  position: number;
  /** The codes of the level by their position. */
  codes: readonly string[];
}

/** A hybrid, or why it cannot be read. */
export type LevelHybridResult = { hybrid: LevelHybrid } | { unreadable: Unreadable };

/**
 * The hybrid methodology of some switched rules, with a level and the levels that this one reads. The decision table in
 * force is read on the indicators in force; where it cannot be, the reason is given and nothing is guessed.
 */
export function levelHybrid(
  level: string,
  { before, after }: Readonly<Record<Variant, Methodology>>,
  aligned: readonly AlignedIndicator[],
  isSwitched: (change: string) => boolean,
): LevelHybridResult {
  const hybrid = hybridMethodology(before, after, aligned, isSwitched);
  const { variants, methodology } = hybrid;
  const criteria = new Map(criteriaOf(methodology).map((criterion) => [criterion.id, criterion]));
  const points = compile(methodology);
  const built: LevelDefinition[] = [];
  let unreadable: Unreadable | undefined;
  const fail = (kind: Unreadable["kind"], id: string): void => {
    unreadable ??= { kind, id };
  };

  build(level, []);
  if (unreadable) return { unreadable };
  const whole = { ...methodology, levels: built };
  const codes = (built.at(-1)?.codes ?? []).map(({ code }) => code);
  return { hybrid: { variants, methodology: whole, program: compile(whole), position: built.length - 1, codes } };

  /** Adds a level after those that it reads. */
  function build(id: string, above: readonly string[]): LevelDefinition | undefined {
    const done = built.find((one) => one.id === id);
    if (done) return done;
    const versions = { before: levelOf(before, id), after: levelOf(after, id) };
    const written: Variant = versions.after && (!versions.before || isSwitched(`level:${id}`)) ? "after" : "before";
    const own = versions[written];
    if (!own || above.includes(id)) {
      fail("level", id);
      return undefined;
    }
    const read = (condition: Condition) => translate(condition, written, [...above, id]);
    const definition = {
      ...own,
      ...(own.applies ? { applies: read(own.applies) } : {}),
      rules: own.rules.map(({ level: code, when }) => ({ level: code, ...(when ? { when: read(when) } : {}) })),
    };
    built.push(definition);
    return definition;
  }

  function translate(condition: Condition, written: Variant, above: readonly string[]): Condition {
    const parts = (of: readonly Condition[]) => of.map((part) => translate(part, written, above));
    if ("all" in condition) return { all: parts(condition.all) };
    if ("any" in condition) return { any: parts(condition.any) };
    if ("not" in condition) return { not: translate(condition.not, written, above) };
    if ("indicator" in condition)
      return { ...condition, indicator: indicator(condition.indicator, written, readingOf(condition)) };
    if ("count" in condition) {
      const { criterion, indicators, codes: named = [] } = condition.count;
      const reading = { codes: named, limits: [] };
      if (indicators) {
        const renamed = indicators.map((id) => indicator(id, written, reading));
        return { ...condition, count: { ...condition.count, indicators: renamed } };
      }
      const holder = criteria.get(criterion ?? "");
      for (const { id } of holder ? indicatorsBelow(holder) : []) place(placeOf(id), written, reading);
      return condition;
    }
    if ("points" in condition) {
      const isGiven =
        condition.points === "total"
          ? points.total
          : points.criteria.find((one) => one.criterion.id === condition.points)?.expression;
      if (!isGiven) fail("points", condition.points);
      return condition;
    }
    const other = build(condition.level, above);
    if (other && !condition.is.every((code) => other.codes.some((one) => one.code === code)))
      fail("level", condition.level);
    return condition;
  }

  /** The name in the hybrid of an indicator that a rule of one version reads. */
  function indicator(id: string, written: Variant, reading: Reading): string {
    const position = aligned.findIndex((pair) => pair[written]?.indicator.id === id);
    if (variants[position] === undefined) fail("absent", id);
    else place(position, written, reading);
    return hybridId(position);
  }

  function place(position: number, written: Variant, reading: Reading): void {
    const [pair, inForce] = [aligned[position], variants[position]];
    if (pair && inForce && !isReadable(pair, written, inForce, reading))
      fail("scale", (pair.after ?? pair.before)?.indicator.id ?? "");
  }
}

/** What a condition on an indicator says of its value. */
export function readingOf({ is = [], at_least, at_most }: Extract<Condition, { indicator: string }>): Reading {
  return { codes: is, limits: [at_least, at_most].filter((limit) => limit !== undefined) };
}

/** The definition of a level; undefined where a methodology does not have it. */
export function levelOf({ levels = [] }: Methodology, id: string): LevelDefinition | undefined {
  return levels.find((level) => level.id === id);
}

/** The position among the aligned indicators of one that a hybrid calls by its own name. */
export function placeOf(id: string): number {
  return Number(id.slice(hybridId(0).length - 1));
}
