import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { directories } from "../scripts/directories.ts";

const root = dirname(dirname(directories().src));
const start = `const { main } = await import(${JSON.stringify(pathToFileURL(join(root, "packages/cli/src/main.ts")).href)});
process.exitCode = await main(process.argv.slice(1), { out() {}, err: (text) => process.stderr.write(text) });`;

/** Runs the command in a process of its own, from its sources, on the project's datasets. Rejects where it fails. */
export async function metodika(...args: string[]): Promise<void> {
  const options = ["--import", "tsx", "--input-type=module", "--eval", start, "--"];
  await promisify(execFile)(process.execPath, [...options, ...args, "--datasets", join(root, "datasets")], {
    cwd: dirname(directories().src),
  });
}

/** The files of a folder, by name. */
export function filesOf(folder: string): Map<string, Buffer> {
  return new Map(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name))]),
  );
}
