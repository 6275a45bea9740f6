import { lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import "../../test/to-have-problem.ts";
import { type Disk, nodeDisk } from "./disk.ts";
import { recoverFolder, writeFileAtomically, writeFolderAtomically } from "./write-atomically.ts";

let root = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "write-atomically-"));
});
afterEach(async () => rm(root, { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
const folder = () => join(root, "out");
const old = new Map([
  ["marker.json", bytes("old")],
  ["a/b.csv", bytes("old")],
]);
const fresh = new Map([
  ["marker.json", bytes("new")],
  ["a/c/d.csv", bytes("new")],
  ["e.csv", bytes("")],
]);
const ours = (names: readonly string[]) => names.includes("marker.json");
const write = (files: ReadonlyMap<string, Uint8Array>, disk?: Disk) =>
  writeFolderAtomically(folder(), files, { ours, disk });

/** What a folder holds, as text by path. */
async function contentOf(path: string): Promise<Record<string, string>> {
  const names = await readdir(path, { recursive: true, withFileTypes: true });
  const files = names.filter((name) => name.isFile()).map((name) => join(name.parentPath, name.name));
  const texts = await Promise.all(
    files.map(async (file) => [file.slice(path.length + 1), await readFile(file, "utf8")]),
  );
  return Object.fromEntries(texts);
}
const asText = (files: ReadonlyMap<string, Uint8Array>) =>
  Object.fromEntries([...files].map(([path, content]) => [path, new TextDecoder().decode(content)]));

/**
 * A disk that stops working at its nth operation (from 0): with a system code only that one fails, without one the
 * program counts as killed, and nothing works from there on.
 */
function failingAt(nth: number, code?: string) {
  let count = 0;
  let last = "";
  const guard =
    <Arguments extends unknown[], Result>(name: string, operation: (...given: Arguments) => Promise<Result>) =>
    async (...given: Arguments): Promise<Result> => {
      const fails = code === undefined ? count >= nth : count === nth;
      count++;
      last = name;
      if (fails) throw code === undefined ? new Error("killed") : Object.assign(new Error(code), { code });
      return operation(...given);
    };
  const guarded = Object.fromEntries(
    Object.entries(nodeDisk).map(([name, operation]) => [
      name,
      guard(name, operation as (...given: unknown[]) => Promise<unknown>),
    ]),
  ) as unknown as Disk;
  const { open } = guarded;
  guarded.open = (async (...given: Parameters<Disk["open"]>) => {
    const handle = await open(...given);
    return {
      writeFile: guard("write", async (content: Uint8Array) => handle.writeFile(content)),
      sync: guard("sync", async () => handle.sync()),
      close: async () => handle.close(),
    };
  }) as unknown as Disk["open"];
  return { disk: guarded, operations: () => count, last: () => last };
}

describe("writeFileAtomically", () => {
  it("writes a new file and over an old one, and leaves nothing beside it", async () => {
    const path = join(root, "new/report.md");
    expect(await writeFileAtomically(path, bytes("one"))).toEqual({ written: true, problems: [] });
    expect(await writeFileAtomically(path, bytes("two"))).toEqual({ written: true, problems: [] });
    expect(await contentOf(join(root, "new"))).toEqual({ "report.md": "two" });
  });

  it("keeps the permissions of the file and the link it is reached by", async () => {
    await writeFile(join(root, "real.md"), "old", { mode: 0o640 });
    await symlink(join(root, "real.md"), join(root, "link.md"));
    expect(await writeFileAtomically(join(root, "link.md"), bytes("new"))).toBeSound();
    expect((await lstat(join(root, "link.md"))).isSymbolicLink()).toBe(true);
    expect(await readFile(join(root, "real.md"), "utf8")).toBe("new");
    expect((await stat(join(root, "real.md"))).mode & 0o777).toBe(0o640);
  });

  it("write/not-a-file", async () => {
    expect(await writeFileAtomically(root, bytes("x"))).toHaveProblem("write/not-a-file");
  });

  it("the old file stays whole wherever the disk fails, and nothing is left beside it", async () => {
    const path = join(root, "report.md");
    const counter = failingAt(Number.POSITIVE_INFINITY, "ENOSPC");
    await writeFile(path, "old");
    await writeFileAtomically(path, bytes("new"), { disk: counter.disk });
    for (let nth = 0; nth < counter.operations(); nth++) {
      await writeFile(path, "old");
      const failing = failingAt(nth, "ENOSPC");
      const { written, problems } = await writeFileAtomically(path, bytes("new"), { disk: failing.disk });
      expect(["old", "new"]).toContain(await readFile(path, "utf8"));
      if (!written) expect(problems).toHaveProblem("write/no-space", { file: path });
      expect(await readdir(root)).toEqual(["report.md"]);
    }
  });

  it("removes what a stopped run left, not what a running one works on", async () => {
    await writeFile(join(root, ".report.md.metodika-new-999999999-1"), "half");
    await writeFile(join(root, `.report.md.metodika-new-${process.ppid}-1`), "at work");
    await writeFileAtomically(join(root, "report.md"), bytes("new"));
    expect((await readdir(root)).sort()).toEqual([`.report.md.metodika-new-${process.ppid}-1`, "report.md"]);
  });
});

describe("writeFolderAtomically", () => {
  it("writes a new folder, replaces it whole, and leaves nothing beside it", async () => {
    expect(await write(old)).toEqual({ written: true, problems: [] });
    expect(await contentOf(folder())).toEqual(asText(old));
    expect(await write(fresh)).toEqual({ written: true, problems: [] });
    expect(await contentOf(folder())).toEqual(asText(fresh));
    expect(await readdir(root)).toEqual(["out"]);
  });

  it("takes an empty folder", async () => {
    await mkdir(folder());
    expect(await write(fresh)).toBeSound();
  });

  it("write/foreign-files: a folder that is not ours is left alone", async () => {
    await mkdir(join(folder(), "deep"), { recursive: true });
    await writeFile(join(folder(), "deep/thesis.docx"), "years of work");
    expect(await write(fresh)).toHaveProblem("write/foreign-files", { file: folder() });
    expect(await contentOf(folder())).toEqual({ "deep/thesis.docx": "years of work" });
    const seen: string[][] = [];
    await writeFolderAtomically(folder(), fresh, { ours: (names) => seen.push([...names]) > 1 });
    expect(seen).toEqual([["deep/thesis.docx"]]);
  });

  it("write/not-a-folder and write/working-folder", async () => {
    await writeFile(folder(), "a file");
    expect(await write(fresh)).toHaveProblem("write/not-a-folder");
    for (const target of [root, join(root, "..")]) {
      const written = await writeFolderAtomically(target, fresh, { ours: () => true, workingFolder: root });
      expect(written).toHaveProblem("write/working-folder");
    }
    expect(await readFile(folder(), "utf8")).toBe("a file");
  });

  it("write/path and write/duplicate-name: nothing is written", async () => {
    for (const path of ["../a.csv", "/a.csv", "C:\\a.csv", "a/../../b.csv", "a\\b.csv"]) {
      expect(await write(new Map([[path, bytes("x")]]))).toHaveProblem("write/path", { value: path });
    }
    const twice = new Map([...old, ["MARKER.json", bytes("x")]]);
    expect(await write(twice)).toHaveProblem("write/duplicate-name", { value: "MARKER.json" });
    expect(await readdir(root)).toEqual([]);
  });

  it("write/not-permitted and write/failed", async () => {
    const failing = (code: string): Disk => ({
      ...nodeDisk,
      mkdir: async () => Promise.reject(Object.assign(new Error(code), { code })),
    });
    expect(await write(fresh, failing("EACCES"))).toHaveProblem("write/not-permitted");
    expect(await write(fresh, failing("EIO"))).toHaveProblem("write/failed");
  });

  it("wherever the disk is full, the folder is the old one or the new one, whole", async () => {
    const counter = failingAt(Number.POSITIVE_INFINITY, "ENOSPC");
    await write(old);
    await write(fresh, counter.disk);
    const outcomes = new Set<boolean>();
    for (let nth = 0; nth < counter.operations(); nth++) {
      await write(old);
      const failing = failingAt(nth, "ENOSPC");
      const { written, problems } = await write(fresh, failing.disk);
      outcomes.add(written);
      if (!written) expect(problems).toHaveProblem("write/no-space");
      expect([asText(old), asText(fresh)]).toContainEqual(await contentOf(folder()));
      if (written) expect(await contentOf(folder())).toEqual(asText(fresh));
      await recoverFolder(folder());
      await rm(folder(), { recursive: true });
      expect((await readdir(root)).filter((name) => !name.includes("-new-"))).toEqual([]);
    }
    expect(outcomes).toEqual(new Set([true, false]));
  });

  it("wherever the program is killed, the folder is whole after recovery", async () => {
    const counter = failingAt(Number.POSITIVE_INFINITY);
    await write(old);
    await write(fresh, counter.disk);
    const outcomes = new Set<string>();
    for (let nth = 0; nth < counter.operations(); nth++) {
      await write(old);
      const failing = failingAt(nth);
      await expect(write(fresh, failing.disk)).rejects.toThrow("killed");
      await recoverFolder(folder());
      const content = await contentOf(folder());
      expect([asText(old), asText(fresh)]).toContainEqual(content);
      outcomes.add(content["marker.json"] ?? "");
      // And the next run works as if nothing had happened.
      expect(await write(fresh)).toBeSound();
      expect(await contentOf(folder())).toEqual(asText(fresh));
    }
    expect(outcomes).toEqual(new Set(["old", "new"]));
  });

  it("killed between the two renames: the saved folder comes back, even into an empty one made meanwhile", async () => {
    await write(old);
    await nodeDisk.rename(folder(), join(root, ".out.metodika-old"));
    await mkdir(folder());
    await recoverFolder(folder());
    expect(await contentOf(folder())).toEqual(asText(old));
    expect(await readdir(root)).toEqual(["out"]);
  });
});
