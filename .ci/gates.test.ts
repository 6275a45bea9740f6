import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

// Each gate of the root is shown to catch a fault made on purpose, and to pass the same tree without it.

const root = fileURLToPath(new URL("..", import.meta.url));
const require = createRequire(import.meta.url);

interface Run {
  code: number;
  out: string;
}

function run(command: string, args: string[], cwd: string): Promise<Run> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [command, ...args],
      { cwd, env: { ...process.env, NO_COLOR: "1" } },
      (error, out, err) => {
        resolve({ code: error ? Number(error.code) : 0, out: out + err });
      },
    );
  });
}

const sound: Record<string, string> = {
  "packages/core/src/index.ts": "export const one = 1;\n",
  "packages/files/src/index.ts": 'export { one } from "../../core/src/index.ts";\n',
  "packages/report/src/index.ts": 'export { one } from "../../core/src/index.ts";\n',
  "notebooks/src/page.ts": 'export { one } from "../../packages/report/src/index.ts";\n',
};

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "metodika-gates-"));
  await cp(join(root, ".dependency-cruiser.mjs"), join(folder, ".dependency-cruiser.mjs"));
  await cp(join(root, "tsconfig.base.json"), join(folder, "tsconfig.base.json"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function write(files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

describe("the direction of imports", () => {
  const depcruise = join(root, "node_modules", "dependency-cruiser", "bin", "dependency-cruise.mjs");
  const cruise = async (mutation: Record<string, string>) => {
    await write({ ...sound, ...mutation });
    return run(depcruise, ["--config", ".dependency-cruiser.mjs", "packages", "notebooks"], folder);
  };

  it("passes a sound tree, and has seen its modules", async () => {
    const { code, out } = await cruise({});
    expect(out).toContain("4 modules");
    expect(code).toBe(0);
  });

  it.each([
    ["core-looks-down-only", { "packages/core/src/index.ts": 'export { one } from "../../report/src/index.ts";\n' }],
    ["files-looks-down-only", { "packages/files/src/index.ts": 'export { one } from "../../report/src/index.ts";\n' }],
    [
      "notebooks-are-thin",
      { "packages/report/src/index.ts": 'export { one } from "../../../notebooks/src/page.ts";\n' },
    ],
    ["pure-packages-have-no-node", { "packages/core/src/index.ts": 'export { sep as one } from "node:path";\n' }],
    ["nothing-unresolved", { "packages/core/src/index.ts": 'export { one } from "./gone.ts";\n' }],
  ])("refuses a tree that breaks %s", async (rule, mutation) => {
    const { code, out } = await cruise(mutation);
    expect(out).toContain(rule);
    expect(code).not.toBe(0);
  });
});

describe("format and lint", () => {
  const biome = require.resolve("@biomejs/biome/bin/biome");
  const check = async (text: string) => {
    await write({ "lint/file.ts": text });
    await cp(join(root, "biome.json"), join(folder, "lint", "biome.json"));
    return run(biome, ["check", "--error-on-warnings", "--vcs-enabled=false", "file.ts"], join(folder, "lint"));
  };

  it("passes a sound file", async () => {
    expect((await check("export const one = 1;\n")).code).toBe(0);
  });

  it.each([
    ["format", "export const one=1\n"],
    ["noConsole", 'console.log("left over");\n'],
    ["noUnusedVariables", "const one = 1;\n"],
  ])("refuses a file that breaks %s", async (rule, text) => {
    const { code, out } = await check(text);
    expect(out).toContain(rule);
    expect(code).not.toBe(0);
  });
});

describe("types", () => {
  it("refuses a possibly missing element of an array", async () => {
    await write({
      "types/file.ts": "export const first = (values: readonly number[]): number => values[0];\n",
      "types/tsconfig.json": JSON.stringify({ extends: "../tsconfig.base.json", compilerOptions: { types: [] } }),
    });
    const { code, out } = await run(require.resolve("typescript/bin/tsc"), ["--noEmit"], join(folder, "types"));
    expect(out).toContain("TS2322");
    expect(code).not.toBe(0);
  });
});
