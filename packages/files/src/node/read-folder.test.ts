import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import "../../test/to-have-problem.ts";
import { nodeDisk } from "./disk.ts";
import { readFolder } from "./read-folder.ts";

let root = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "read-folder-"));
});
afterEach(async () => rm(root, { recursive: true, force: true }));

async function put(...paths: string[]) {
  for (const path of paths) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), path);
  }
}
const paths = async (folder = root) => [...(await readFolder(folder)).files.keys()];

describe("readFolder", () => {
  it("reads data files in the order of their paths and passes over the rest", async () => {
    await put(
      "b.csv",
      "a/2022/round.yaml",
      "a.md",
      "c.json",
      "d.ts",
      ".hidden/e.csv",
      ".f.csv",
      "node_modules/g.json",
      "x/scripts/h.json",
    );
    const { files, problems } = await readFolder(root);
    expect(problems).toEqual([]);
    expect([...files.keys()]).toEqual(["a.md", "a/2022/round.yaml", "b.csv", "c.json"]);
    expect(new TextDecoder().decode(files.get("a/2022/round.yaml"))).toBe("a/2022/round.yaml");
  });

  it("an empty folder is no files and no problem", async () => {
    expect(await readFolder(root)).toEqual({ files: new Map(), problems: [] });
  });

  it("folder/not-found and folder/not-a-folder", async () => {
    await put("a.csv");
    expect(await readFolder(join(root, "nothing"))).toHaveProblem("folder/not-found");
    expect(await readFolder(join(root, "a.csv"))).toHaveProblem("folder/not-a-folder");
  });

  it("folder/link-outside: a file and a folder; links inside are followed", async () => {
    await put("in/data/a.csv", "outside/secret.csv", "inside-not/secret.csv");
    const folder = join(root, "in");
    await symlink(join(root, "outside/secret.csv"), join(folder, "file.csv"));
    await symlink(join(root, "outside"), join(folder, "folder"));
    await symlink(join(root, "inside-not"), join(folder, "sibling"));
    await symlink(join(folder, "data"), join(folder, "again"));
    const read = await readFolder(folder);
    for (const file of ["file.csv", "folder", "sibling"]) expect(read).toHaveProblem("folder/link-outside", { file });
    expect([...read.files.keys()]).toEqual(["again/a.csv", "data/a.csv"]);
  });

  it("does not circle through a link to a folder above", async () => {
    await put("data/a.csv");
    await symlink(root, join(root, "data/up"));
    await symlink(join(root, "data"), join(root, "data/self"));
    const read = await readFolder(root);
    expect([...read.files.keys()]).toEqual(["data/a.csv"]);
  });

  it("a link to nothing is a problem only when it should be data", async () => {
    await symlink(join(root, "nothing"), join(root, "a.csv"));
    expect(await readFolder(root)).toHaveProblem("folder/unreadable", { file: "a.csv" });
  });

  it("folder/unreadable: the other files are read", async () => {
    await put("a.csv", "b.csv");
    const failing = (async (path: string) => {
      if (String(path).endsWith("a.csv")) throw Object.assign(new Error("denied"), { code: "EACCES" });
      return nodeDisk.readFile(path);
    }) as typeof nodeDisk.readFile;
    const read = await readFolder(root, { disk: { ...nodeDisk, readFile: failing } });
    expect(read).toHaveProblem("folder/unreadable", { file: "a.csv" });
    expect([...read.files.keys()]).toEqual(["b.csv"]);
    await chmod(root, 0o755);
  });

  it("folder/path: names that other systems read differently", async () => {
    await put("a\\b.csv");
    expect(await readFolder(root)).toHaveProblem("folder/path");
  });

  it("folder/duplicate-name: names that differ in case alone", async () => {
    await put("a.csv", "A.csv");
    if ((await paths()).length === 2) expect(await readFolder(root)).toHaveProblem("folder/duplicate-name");
  });

  it("folder/too-large: one file, and all of them", async () => {
    await put("1234.csv", "5678.csv");
    expect(await readFolder(root, { maxEntryBytes: 8, maxTotalBytes: 16 })).toBeSound();
    expect(await readFolder(root, { maxEntryBytes: 7 })).toHaveProblem("folder/too-large", { file: "5678.csv" });
    expect(await readFolder(root, { maxTotalBytes: 15 })).toHaveProblem("folder/too-large", { file: "5678.csv" });
  });

  it("folder/too-many-entries: once", async () => {
    await put("1.csv", "2.csv", "a/3.csv", "b/4.csv");
    expect(await readFolder(root, { maxEntries: 4 })).toBeSound();
    expect((await readFolder(root, { maxEntries: 2 })).problems.map(({ code }) => code)).toEqual([
      "folder/too-many-entries",
    ]);
  });
});
