import { expect } from "vitest";
import type { Problem } from "../src/index.ts";

declare module "vitest" {
  // biome-ignore lint/suspicious/noExplicitAny: the signature of the interface that is extended
  interface Matchers<T = any> {
    /** Among the problems there is one with this code and, where given, these facts. */
    toHaveProblem(code: string, facts?: Partial<Problem>): T;
  }
}

expect.extend({
  toHaveProblem(problems: readonly Problem[], code: string, facts: Partial<Problem> = {}) {
    const pass = problems.some(
      (problem) => problem.code === code && this.equals(problem, expect.objectContaining(facts)),
    );
    const found = problems
      .map(({ code, field, value, nearest }) => JSON.stringify({ code, field, value, nearest }))
      .join("\n");
    return {
      pass,
      message: () => `expected ${pass ? "no" : "a"} problem ${code} ${JSON.stringify(facts)} among\n${found}`,
    };
  },
});
