import type { Problem, Text } from "@metodika/core";

/** Why something cannot be compared: an error that names the reason and the way out. */
export function refusal(code: string, message: Text, value?: string): Problem {
  return { severity: "error", code, message, ...(value === undefined ? {} : { value }) };
}
