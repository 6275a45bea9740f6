import type { Program } from "../expression/compile.ts";
import type { AggregateOf, PointsOf } from "../expression/expression.ts";
import { missingStatuses } from "../status/status.ts";
import { digitsOf } from "./exact-digits.ts";
import { call, type Formula, fold, number, operation, text } from "./formula.ts";
import { pointsFormula } from "./points-formula.ts";
import { type AggregateFormulas, columnOf, type References, type StateColumn } from "./references.ts";

/** A part of an aggregate, in formulas. */
interface Part {
  low: Formula;
  high: Formula;
  top: Formula;
  /** 1, 0, or 0.5 for possibly. */
  present: Formula;
  valued: Formula;
  /** Undefined for an aggregate: it never gives its weight away. */
  gives?: Formula;
  weight: Formula;
  largest: Formula;
  /** True where the part itself is unclear; undefined where it never is. */
  unclear?: Formula;
}

/**
 * The points of an aggregate as formulas, for one municipality. They give the same least and greatest points as the
 * evaluator wherever that needs no trial of every combination: whenever all cells are known, and for sums also when cells
 * have several values. Elsewhere they give the text `unclear` and never a wrong number.
 */
export function aggregateFormulas(
  expression: AggregateOf,
  program: Program,
  references: References,
): AggregateFormulas {
  const { notScored, unclear } = references.words;
  const parts = expression.terms.map(({ of }, term): Part => {
    const weight = references.weight(expression.id, term);
    return of.kind === "points" ? leaf(of, weight) : branch(of, weight);
  });
  const own = references.result(expression.id);
  const redistributes = missingStatuses.some((status) => program.missing[status] === "redistribute");
  const settle = (value: Formula) => {
    const doubts = parts.flatMap((part) => part.unclear ?? []);
    const certain = doubts.length > 0 ? call("IF", fold("OR", doubts), text(unclear), value) : value;
    return call(
      "IF",
      operation(own.valued, "=", number(0)),
      text(notScored),
      call("IF", operation(own.valued, "<", number(1)), text(unclear), certain),
    );
  };
  return {
    low: settle(combined("low")),
    high: settle(combined("high")),
    maximum: call(
      "IF",
      operation(own.valued, "=", number(0)),
      text(notScored),
      call("IF", call("ISTEXT", own.low), text(unclear), own.top),
    ),
    present: fold(
      "MAX",
      parts.map(({ present }) => present),
    ),
    valued: fold(
      "MAX",
      parts.map(({ valued }) => valued),
    ),
    top: combined("top"),
  };

  function leaf({ cell, rule }: PointsOf, weight: Formula): Part {
    const value = references.cell(cell);
    const isNumber = program.cells[cell]?.scale.type === "number";
    const column = (name: StateColumn, ofNumber: () => Formula) => {
      const found = call("VLOOKUP", value, references.states(cell), number(columnOf(name)), number(0));
      return isNumber ? call("IF", call("ISNUMBER", value), ofNumber(), found) : found;
    };
    const points = () => pointsFormula(rule, value, references.rule(cell));
    return {
      low: column("low", points),
      high: column("high", points),
      top: column("top", () => references.top(cell)),
      present: column("present", () => number(1)),
      valued: column("valued", () => number(1)),
      gives: column("gives", () => number(0)),
      weight,
      largest: references.largest(cell),
    };
  }

  function branch(of: AggregateOf, weight: Formula): Part {
    const result = references.result(of.id);
    return {
      low: call("N", result.low),
      high: call("N", result.high),
      top: call("N", result.top),
      present: result.present,
      valued: result.valued,
      weight,
      largest: largestOf(of),
      unclear: operation(result.low, "=", text(unclear)),
    };
  }

  function largestOf(of: PointsOf | AggregateOf): Formula {
    if (of.kind === "points") return references.largest(of.cell);
    const values = of.terms.map((term, index) => ({
      weight: references.weight(of.id, index),
      value: largestOf(term.of),
      present: number(1),
    }));
    return whole(of.method, values);
  }

  function combined(end: "low" | "high" | "top"): Formula {
    // For the maximum every part that can count does count.
    const presence = (part: Part) => (end === "top" ? call("ROUNDUP", part.present, number(0)) : part.present);
    if (expression.method === "sum") {
      const sum = rounded(
        fold(
          "SUM",
          parts.map((part) => operation(part.weight, "*", summand(part, end))),
        ),
      );
      return redistributes ? redistributed(sum, presence, end === "top") : sum;
    }
    const values = parts.map((part) => ({ weight: part.weight, value: part[end], present: presence(part) }));
    const value = whole(expression.method, values);
    if (end === "top") return value;
    const unsure = parts.map((part) => operation(part.present, "=", number(0.5)));
    return call("IF", fold("OR", unsure), text(unclear), value);
  }

  /** What is possibly absent can add nothing; the look-up tables of cells have that in their numbers already. */
  function summand(part: Part, end: "low" | "high" | "top"): Formula {
    if (end === "top" || part.gives) return part[end];
    const name = end === "low" ? "MIN" : "MAX";
    return call("IF", operation(part.present, "=", number(0.5)), call(name, part[end], number(0)), part[end]);
  }

  /**
   * A sum raised by the weight of the parts that gave theirs away. Nothing is unsure of the most that can be reached: there
   * what can count does count.
   */
  function redistributed(sum: Formula, presence: (part: Part) => Formula, isTop: boolean): Formula {
    const giving = parts.flatMap(({ gives }) => gives ?? []);
    if (giving.length === 0) return sum;
    const share = (part: Part, of: Formula) => operation(operation(part.weight, "*", part.largest), "*", of);
    const shared = fold(
      "SUM",
      parts.map((part) => share(part, part.gives ? call("MAX", presence(part), part.gives) : presence(part))),
    );
    const present = fold(
      "SUM",
      parts.map((part) => share(part, presence(part))),
    );
    const factor = call(
      "IF",
      operation(present, ">", number(0)),
      call("MAX", number(1), operation(shared, "/", present)),
      number(1),
    );
    const unsure = parts.flatMap(({ present: is, gives }) => [
      operation(is, "=", number(0.5)),
      ...(gives ? [operation(gives, "=", number(0.5))] : []),
    ]);
    const raised = operation(sum, "*", factor);
    return call(
      "IF",
      operation(fold("SUM", giving), "=", number(0)),
      sum,
      isTop ? raised : call("IF", fold("OR", unsure), text(unclear), raised),
    );
  }

  function rounded(value: Formula): Formula {
    const digits = digitsOf(expression, redistributes);
    return digits === undefined ? value : call("ROUND", value, number(digits));
  }
}

/** A mean, a least or a greatest of the parts that are present (1) and not absent (0). */
function whole(
  method: AggregateOf["method"],
  parts: readonly { weight: Formula; value: Formula; present: Formula }[],
): Formula {
  const is = (part: (typeof parts)[number]) => operation(part.present, "=", number(1));
  const weights = fold(
    "SUM",
    parts.map(({ weight, present }) => operation(weight, "*", present)),
  );
  const weighted = (of: (value: Formula) => Formula) =>
    fold(
      "SUM",
      parts.map((part) => operation(operation(part.weight, "*", part.present), "*", of(part.value))),
    );
  switch (method) {
    case "sum":
      return weighted((value) => value);
    case "mean":
      return whenAny(
        weights,
        operation(
          weighted((value) => value),
          "/",
          weights,
        ),
      );
    case "geometric-mean": {
      const none = parts.map((part) => call("AND", is(part), operation(part.value, "<=", number(0))));
      const logarithm = (value: Formula) => call("LN", call("IF", operation(value, ">", number(0)), value, number(1)));
      const mean = call("EXP", operation(weighted(logarithm), "/", weights));
      return whenAny(weights, call("IF", fold("OR", none), number(0), mean));
    }
    case "min":
    case "max": {
      const beyond = number(method === "min" ? 1e300 : -1e300);
      const candidates = parts.map((part) => call("IF", is(part), part.value, beyond));
      return whenAny(weights, fold(method === "min" ? "MIN" : "MAX", candidates));
    }
  }
}

function whenAny(weights: Formula, value: Formula): Formula {
  return call("IF", operation(weights, "=", number(0)), number(0), value);
}
