import type { Decimal } from "../decimal/decimal.ts";
import type { Program } from "../expression/compile.ts";
import type { BooleanExpression, CellTest, LevelExpression, NumberExpression } from "../expression/expression.ts";
import { tolerance } from "../expression/number.ts";
import { isExact } from "./exact-digits.ts";
import { call, type Formula, fold, number, operation, text } from "./formula.ts";
import { type References, stateColumns } from "./references.ts";
import { cellTests, testIndex } from "./state-formulas.ts";

/** A level of one municipality as formulas. */
export interface LevelFormulas {
  /** Whether the level is defined at all, and whether each rule holds: 1 yes, 0 no, 0.5 possibly. */
  applies: Formula;
  rules: readonly Formula[];
  /**
   * The level, or all that are possible joined by ` / `: never fewer than really are, exactly one as soon as the rules are
   * settled. The possibility that there is none stands last.
   */
  level: Formula;
}

/** A decision table as formulas: the first rule that holds gives the level; several levels as long as rules are open. */
export function levelFormulas(level: number, program: Program, references: References): LevelFormulas {
  const table = program.levels[level];
  if (!table) throw new RangeError(`the program has no level ${level}`);
  const tests = cellTests(program);
  const truth = (expression: BooleanExpression) => truthFormula(expression, program, references, tests);
  return {
    applies: table.applies ? truth(table.applies) : number(1),
    rules: table.rules.map(({ when }) => (when ? truth(when) : number(1))),
    level: levelFormula(table, level, references),
  };
}

function levelFormula(table: LevelExpression, level: number, references: References): Formula {
  const holds = references.rules(level);
  const applies = references.applies(level);
  const { notScored } = references.words;
  const reached = (rule: number) => {
    const open = operation(holds[rule] ?? number(0), ">", number(0));
    const earlier = holds.slice(0, rule);
    return earlier.length === 0 ? open : call("AND", open, operation(fold("MAX", earlier), "<", number(1)));
  };
  const codes = [...new Set(table.rules.map((rule) => rule.level))].sort((a, b) => a - b);
  const possible = codes.map((code) => {
    const rules = table.rules.flatMap((rule, index) => (rule.level === code ? [reached(index)] : []));
    return call("IF", fold("OR", rules), text(`${separator}${references.levelTitle(level, code)}`), text(""));
  });
  const none = call(
    "IF",
    call("OR", operation(applies, "<", number(1)), operation(fold("MAX", holds), "<", number(1))),
    text(`${separator}${notScored}`),
    text(""),
  );
  const joined = [...possible, none].reduce((left, right) => operation(left, "&", right));
  return call(
    "IF",
    operation(applies, "=", number(0)),
    text(notScored),
    call("MID", joined, number(separator.length + 1), number(32_767)),
  );
}

const separator = " / ";

/** Whether a condition holds: 1 yes, 0 no, 0.5 possibly, as the evaluator has it. */
function truthFormula(
  expression: BooleanExpression,
  program: Program,
  references: References,
  tests: readonly (readonly CellTest[])[],
): Formula {
  const part = (of: BooleanExpression) => truthFormula(of, program, references, tests);
  switch (expression.kind) {
    case "cell":
      return testFormula(expression, program, references, tests);
    case "not":
      return operation(number(1), "-", part(expression.of));
    case "all":
      return fold("MIN", expression.of.map(part));
    case "any":
      return fold("MAX", expression.of.map(part));
    case "compare": {
      const { ends, words } = compared(expression.of);
      return words(within(...ends, ...limitsOf(expression, isInexact(expression.of, program))));
    }
    case "level": {
      const titles = (keep: boolean) =>
        (program.methodology.levels?.[expression.level]?.codes ?? []).flatMap((_, code) =>
          expression.codes.includes(code) === keep ? [references.levelTitle(expression.level, code)] : [],
        );
      const isOneOf = (words: readonly string[]) =>
        fold(
          "OR",
          words.map((word) => operation(references.level(expression.level), "=", text(word))),
        );
      const others = isOneOf([...titles(false), references.words.notScored]);
      return call("IF", isOneOf(titles(true)), number(1), call("IF", others, number(0), number(0.5)));
    }
  }

  function compared(of: NumberExpression) {
    if (of.kind === "count") {
      const held = of.of.map((test) => testFormula(test, program, references, tests));
      const ends = [
        fold(
          "SUM",
          held.map((test) => call("INT", test)),
        ),
        fold(
          "SUM",
          held.map((test) => call("ROUNDUP", test, number(0))),
        ),
      ] as const;
      return { ends, words: (truth: Formula) => truth };
    }
    if (of.kind === "points") throw new TypeError("a condition compares criteria and the total, no single cell");
    const { low, high } = references.result(of.id);
    // Without points no condition on points holds; where the formula cannot tell, it may.
    const words = (truth: Formula) =>
      call(
        "IF",
        operation(low, "=", text(references.words.notScored)),
        number(0),
        call("IF", call("OR", call("ISTEXT", low), call("ISTEXT", high)), number(0.5), truth),
      );
    return { ends: [low, high] as const, words };
  }
}

/** A number that is not an exact decimal, or that a redistributed weight may have made inexact. */
function isInexact(of: NumberExpression, program: Program): boolean {
  if (of.kind !== "aggregate") return false;
  return !isExact(of) || Object.values(program.missing).includes("redistribute");
}

/** The limits of a comparison; those of an inexact number as wide as it may be off. */
function limitsOf({ low, high }: { low?: Decimal; high?: Decimal }, inexact: boolean) {
  const off = inexact ? tolerance : 0;
  return [
    low && (off ? operation(number(low), "-", number(off)) : number(low)),
    high && (off ? operation(number(high), "+", number(off)) : number(high)),
  ] as const;
}

function within(low: Formula, high: Formula, from: Formula | undefined, to: Formula | undefined): Formula {
  const outside = [...(from ? [operation(high, "<", from)] : []), ...(to ? [operation(low, ">", to)] : [])];
  const inside = [...(from ? [operation(low, ">=", from)] : []), ...(to ? [operation(high, "<=", to)] : [])];
  if (inside.length === 0) return number(1);
  return call("IF", fold("OR", outside), number(0), call("IF", fold("AND", inside), number(1), number(0.5)));
}

/** One test of a cell: by the look-up table, or held against the range where the cell is a number. */
function testFormula(
  test: CellTest,
  program: Program,
  references: References,
  tests: readonly (readonly CellTest[])[],
): Formula {
  const value = references.cell(test.cell);
  const column = stateColumns.length + 2 + testIndex(tests[test.cell] ?? [], test);
  const found = call("VLOOKUP", value, references.states(test.cell), number(column), number(0));
  if (program.cells[test.cell]?.scale.type !== "number") return found;
  const { low, high } = test.range ?? {};
  const fits = test.range ? within(value, value, low && number(low), high && number(high)) : number(0);
  return call("IF", call("ISNUMBER", value), fits, found);
}
