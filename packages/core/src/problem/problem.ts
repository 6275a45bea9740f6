import type { Text } from "../text/text.ts";

/** How grave a problem is: an error stops the work, a warning stays visible, a note informs. */
export type Severity = "error" | "warning" | "note";

/**
 * Something in the data that a person should know, as a value: what it is, where it stands and what would be valid.
 * Only a caller's mistake throws; whatever comes from a file becomes a problem.
 */
export interface Problem {
  severity: Severity;
  /** Stable name, such as `observation/unknown-municipality`. */
  code: string;
  message: Text;
  /** Path from the datasets folder. */
  file?: string;
  /** From 1. */
  line?: number;
  /** From 1. */
  column?: number;
  /** Column of a CSV or dotted path of a YAML document. */
  field?: string;
  /** The offending value, as it stands. */
  value?: string;
  /** The valid value that looks most like the offending one. */
  nearest?: string;
}

/** True when at least one problem is an error. Nothing is no error. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === "error");
}
