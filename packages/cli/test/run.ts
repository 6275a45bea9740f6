import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const bin = fileURLToPath(new URL("../bin/metodika.js", import.meta.url));
/** The real datasets of the project. */
export const datasets = fileURLToPath(new URL("../../../datasets", import.meta.url));

export interface Run {
  code: number;
  out: string;
  err: string;
}

/** Runs the command as a user would: a process of its own, with the project's datasets unless told otherwise. */
export function metodika(...args: string[]): Promise<Run> {
  const given =
    args.includes("--datasets") || args.length === 0 || args[0]?.startsWith("-") ? [] : ["--datasets", datasets];
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, ...args, ...given], { maxBuffer: 2 ** 26 }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

/** Calls `use` with a copy of the datasets in which one file was changed, and removes the copy. */
export async function withBroken<T>(
  path: string,
  change: (text: string) => string | Uint8Array,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "metodika-"));
  try {
    const filter = (source: string) => !/node_modules|scripts|test$/.test(source.slice(datasets.length));
    await cp(datasets, folder, { recursive: true, filter });
    const file = join(folder, path);
    await writeFile(file, change(await readFile(file, "utf8")));
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
