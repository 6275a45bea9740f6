import type { Problem } from "@metodika/core";
import { expect } from "vitest";

interface ProblemMatchers<R = unknown> {
  /**
   * Passes when a problem with this code, and these facts if any, is among those given: a list of problems or anything
   * with `problems`. Also asks that it speaks both languages.
   *
   * @example
   * expect(parseCsv("id\n1,2\n")).toHaveProblem("csv/ragged-row", { line: 2 });
   */
  toHaveProblem(code: string, facts?: Partial<Problem>): R;
  /** Passes when there is no problem at all. */
  toBeSound(): R;
}

declare module "vitest" {
  // biome-ignore lint/suspicious/noExplicitAny: the declaration that is extended has it so
  interface Matchers<T = any> extends ProblemMatchers<T> {}
}

function problemsOf(received: unknown): readonly Problem[] {
  const problems = Array.isArray(received) ? received : (received as { problems?: unknown } | undefined)?.problems;
  if (!Array.isArray(problems)) throw new TypeError("toHaveProblem needs a list of problems or an object with one");
  return problems;
}

const cyrillic = /[А-Яа-яЁё]/;

function isBilingual({ message }: Problem): boolean {
  return cyrillic.test(message.ru) && message.en !== "" && message.en !== message.ru;
}

function listed(problems: readonly Problem[]): string {
  if (problems.length === 0) return "no problems";
  return problems.map(({ message, ...facts }) => `${JSON.stringify(facts)} ${message.en} / ${message.ru}`).join("\n");
}

expect.extend({
  toHaveProblem(received: unknown, code: string, facts: Partial<Problem> = {}) {
    const problems = problemsOf(received);
    const found = problems.filter(
      (problem) => problem.code === code && this.equals(problem, expect.objectContaining(facts)),
    );
    const silent = found.filter((problem) => !isBilingual(problem));
    const pass = found.length > 0 && (this.isNot || silent.length === 0);
    const wanted = `${code} ${JSON.stringify(facts)}`;
    return {
      pass,
      message: () =>
        silent.length > 0 && !pass
          ? `expected ${wanted} to speak Russian and English:\n${listed(silent)}`
          : `expected ${pass ? "no " : ""}problem ${wanted}, got:\n${listed(problems)}`,
    };
  },
  toBeSound(received: unknown) {
    const problems = problemsOf(received);
    return {
      pass: problems.length === 0,
      message: () => `expected ${this.isNot ? "some problem" : "none"}, got:\n${listed(problems)}`,
    };
  },
});
