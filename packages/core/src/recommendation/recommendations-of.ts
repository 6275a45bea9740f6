import { type CompileOptions, compile, compileCondition } from "../expression/compile.ts";
import { evaluateTruth, type Truth, type TruthTrace } from "../expression/evaluate.ts";
import { type Outcome, outcomesOf } from "../expression/outcome.ts";
import type { Condition } from "../methodology/condition.ts";
import type { Recommendation } from "../methodology/recommendation.ts";
import { unobserved } from "../observation/cell.ts";
import type { RoundData } from "../round/round-data.ts";
import type { Text } from "../text/text.ts";
import { printedAddressees } from "./printed-addressees.ts";

/** Municipalities as far as the data tell: the certain ones are among the possible ones; the rest are certainly not. */
export interface Members {
  certain: string[];
  possible: string[];
}

/** A recommendation with everything that a round says of it. */
export interface AddressedRecommendation {
  /** With its text as the round words it. */
  recommendation: Recommendation;
  /** Why these: all of the region, a condition over the data, or an expert's naming. */
  by: "all" | "condition" | "expert";
  /** The reason that the expert gives. */
  reason: Text | undefined;
  /** Whom the rule reaches. */
  rule: Members;
  /** By municipality, how the condition (the negated one of `except`) was answered; empty where none is asked. */
  traces: ReadonlyMap<string, TruthTrace>;
  /** Whom the report addresses, where it prints that. */
  printed: { members: string[]; source: string } | undefined;
  /**
   * To whom it goes. A list that the report prints stands before a rule that the region has not approved; otherwise the
   * rule decides, and such a list only what the rule leaves open.
   */
  addressees: Members;
  /** What `addressees` follows. */
  decidedBy: "rule" | "printed";
  /** Day, month or year. */
  until: string | undefined;
  every: Text | undefined;
  note: Text | undefined;
}

/**
 * The recommendations of a round with their addressees, in the order of the methodology: by rule as far as the cells
 * tell, and as printed beside it. A methodology without recommendations gives none.
 *
 * @example
 * recommendationsOf(data)[0]?.rule.certain.length // 29
 */
export function recommendationsOf(data: RoundData, options: CompileOptions = {}): AddressedRecommendation[] {
  const { methodology, municipalities, round } = data;
  const program = compile(methodology, options);
  const states = new Map(data.cells.map((cell) => [`${cell.municipality} ${cell.indicator}`, cell.state]));
  const outcomes = municipalities.map(({ id }): Outcome[][] =>
    program.cells.map(({ indicator, scale }) =>
      outcomesOf(states.get(`${id} ${indicator.id}`) ?? unobserved, scale, program.missing),
    ),
  );
  const ids = municipalities.map(({ id }) => id);
  return (methodology.recommendations ?? []).map((recommendation) => {
    const { who, basis, id } = recommendation;
    const traces = new Map<string, TruthTrace>();
    const asked: Condition | undefined = "when" in who ? who.when : "except" in who ? { not: who.except } : undefined;
    if (asked) {
      const expression = compileCondition(program, asked);
      ids.forEach((municipality, row) => {
        traces.set(municipality, evaluateTruth(expression, outcomes[row] ?? [], program.levels));
      });
    }
    const truthOf = (municipality: string): Truth => {
      if ("named" in who) return who.named.includes(municipality) ? "yes" : "no";
      if ("except_named" in who) return who.except_named.includes(municipality) ? "no" : "yes";
      return asked ? (traces.get(municipality)?.holds ?? "maybe") : "yes";
    };
    const truths = ids.map(truthOf);
    const rule: Members = {
      certain: ids.filter((_, row) => truths[row] === "yes"),
      possible: ids.filter((_, row) => truths[row] !== "no"),
    };
    const printed = printedAddressees(data, id);
    const byList = basis === "inferred" && printed !== undefined;
    const own = round.recommendations?.find((entry) => entry.id === id);
    return {
      recommendation: own?.text ? { ...recommendation, text: own.text } : recommendation,
      by: "all" in who ? "all" : asked ? "condition" : "expert",
      reason: "reason" in who ? who.reason : undefined,
      rule,
      traces,
      printed,
      addressees: printed ? (byList ? settled(printed.members) : settled(closedBy(rule, printed.members))) : rule,
      decidedBy: byList ? "printed" : "rule",
      until: own?.until,
      every: recommendation.every,
      note: own?.note,
    };
  });
}

/** Those who certainly meet a rule, and of those who may meet it the ones whom a list names. */
function closedBy({ certain, possible }: Members, named: readonly string[]): string[] {
  return possible.filter((id) => certain.includes(id) || named.includes(id));
}

function settled(members: readonly string[]): Members {
  return { certain: [...members], possible: [...members] };
}
