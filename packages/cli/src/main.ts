import { CommanderError } from "commander";
import { Failure } from "./failure.ts";
import type { Output } from "./output.ts";
import { createProgram } from "./program.ts";

/**
 * Runs the command and returns its exit code: 0 fine; 1 errors in the data, or `--strict` and a disagreement; 2 wrong
 * usage. Data goes to `out`, everything else to `err`.
 *
 * @example
 * await main(["score", "amur-2022", "--format", "json"], { out, err })
 */
export async function main(args: readonly string[], output: Output): Promise<number> {
  let code = 0;
  const program = createProgram(output, (exit) => {
    code = exit;
  });
  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof Failure) {
      output.err(`${error.message}\n`);
      return error.exitCode;
    }
    throw error;
  }
}
