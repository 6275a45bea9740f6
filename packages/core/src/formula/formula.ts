import { type Decimal, formatDecimal } from "../decimal/decimal.ts";

/** A spreadsheet formula as a tree, in the functions that every spreadsheet program has. */
export type Formula =
  | { kind: "number"; value: Decimal | number }
  | { kind: "text"; value: string }
  /** A cell or a range as the program writes it: `$B$5`, `'Баллы'!$A$2:$H$9`. */
  | { kind: "reference"; to: string }
  | { kind: "call"; name: FunctionName; of: readonly Formula[] }
  | { kind: "operation"; sign: Sign; left: Formula; right: Formula };

type FunctionName =
  | "AND"
  | "EXP"
  | "IF"
  | "INT"
  | "ISNUMBER"
  | "ISTEXT"
  | "LN"
  | "MAX"
  | "MID"
  | "MIN"
  | "N"
  | "NA"
  | "OR"
  | "ROUND"
  | "ROUNDUP"
  | "SUM"
  | "VLOOKUP";
type Sign = "+" | "-" | "*" | "/" | "=" | "<" | ">" | "<=" | ">=" | "&";

export function number(value: Decimal | number): Formula {
  return { kind: "number", value };
}

export function text(value: string): Formula {
  return { kind: "text", value };
}

export function reference(to: string): Formula {
  return { kind: "reference", to };
}

export function call(name: FunctionName, ...of: Formula[]): Formula {
  return { kind: "call", name, of };
}

export function operation(left: Formula, sign: Sign, right: Formula): Formula {
  return { kind: "operation", sign, left, right };
}

/** A function of several values; of one it is that value itself. */
export function fold(name: "AND" | "MAX" | "MIN" | "OR" | "SUM", of: readonly Formula[]): Formula {
  const [first] = of;
  return of.length === 1 && first ? first : call(name, ...of);
}

/** A text in a formula may have so many characters in Excel; a longer one is joined from pieces. */
const longestText = 255;

/**
 * A formula as a spreadsheet program reads it, in English function names and with points, without the leading `=`.
 *
 * @example
 * writeFormula({ kind: "text", value: 'АУ «"1"»' }) // '"АУ «""1""»"'
 */
export function writeFormula(formula: Formula): string {
  switch (formula.kind) {
    case "number": {
      const digits =
        typeof formula.value === "number" ? String(formula.value).toUpperCase() : formatDecimal(formula.value);
      return digits.startsWith("-") ? `(${digits})` : digits;
    }
    case "text": {
      const pieces = formula.value.match(new RegExp(`[^]{1,${longestText}}`, "gu")) ?? [""];
      const quoted = pieces.map((piece) => `"${piece.replaceAll('"', '""')}"`).join("&");
      return pieces.length > 1 ? `(${quoted})` : quoted;
    }
    case "reference":
      return formula.to;
    case "call":
      return `${formula.name}(${formula.of.map(writeFormula).join(",")})`;
    case "operation":
      return `${operand(formula.left)}${formula.sign}${operand(formula.right)}`;
  }
}

function operand(formula: Formula): string {
  return formula.kind === "operation" ? `(${writeFormula(formula)})` : writeFormula(formula);
}
