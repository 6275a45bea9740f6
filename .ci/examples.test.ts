import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";

// Examples of doc comments that state their result (`expression // value`) are run against the built packages.

const packages = fileURLToPath(new URL("../packages", import.meta.url));
const stated = /^\s*\*\s(?<code>[^/].*?)\s\/\/\s(?<value>(?:["'[{\d-]|true|false|null).*)$/;

interface Example {
  file: string;
  /** The built module, from `dist`. */
  module: string;
  code: string;
  value: unknown;
}

async function examplesOf(name: string): Promise<Example[]> {
  const source = join(packages, name, "src");
  const files = (await readdir(source, { recursive: true })).filter((file) => /(?<!\.test)\.ts$/.test(file));
  const found: Example[] = [];
  for (const file of files) {
    const lines = (await readFile(join(source, file), "utf8")).split("\n");
    lines.forEach((line, index) => {
      const { code, value } = stated.exec(line)?.groups ?? {};
      if (
        !code ||
        // What touches the disk is not tried here.
        code.startsWith("await ") ||
        value === undefined ||
        !lines.slice(Math.max(0, index - 6), index).some((l) => l.includes("@example"))
      )
        return;
      try {
        found.push({
          file: `${name}/src/${file}`,
          module: file.replace(/\.ts$/, ".js"),
          code,
          value: Function(`return (${value})`)(),
        });
      } catch {
        // The result is told in words.
      }
    });
  }
  return found;
}

/** Runs an expression with everything in reach that its module and its package export. */
async function evaluate(name: string, module: string, code: string): Promise<unknown> {
  const load = (path: string) => import(pathToFileURL(join(packages, name, "dist", path)).href);
  const exported: Record<string, unknown> = { ...(await load("index.js")), ...(await load(module)) };
  const names = Object.keys(exported);
  return Function(...names, `return (${code})`)(...names.map((key) => exported[key]));
}

/** Results as data; a non-breaking space is written as a plain one in a comment. */
function comparable(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replace(/[\u00a0\u202f]/g, " "));
}

/** What an example may take for granted: its reader has them. */
const readers = /^(data|files|score|table|rows|program|methodology|explanation|bytes|result|yaml) is not defined$/;

describe.each(["core", "files", "analysis", "presentation", "report"])("examples of %s", async (name) => {
  const examples = await examplesOf(name);

  it("exist", () => {
    expect(examples.length).toBeGreaterThan(0);
  });

  it.each(examples)("$file: $code", async ({ module, code, value }) => {
    let result: unknown;
    try {
      result = await evaluate(name, module, code);
    } catch (error) {
      if (error instanceof ReferenceError && readers.test(error.message)) return;
      throw error;
    }
    expect(comparable(result)).toEqual(comparable(value));
  });
});
