import fc from "fast-check";
import { type Zippable, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import "../../test/to-have-problem.ts";
import { readZip } from "./read-zip.ts";

const text = (content: string) => new TextEncoder().encode(content);
const zip = (files: Zippable) => zipSync(files);
const paths = (bytes: Uint8Array) => [...readZip(bytes).files.keys()];

/** A copy of an archive with a field of its directory's nth entry (or of the entry's own header) overwritten. */
function patched(
  bytes: Uint8Array,
  nth: number,
  field: number,
  value: number,
  width: 2 | 4,
  where: "directory" | "header" = "directory",
) {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const signature = where === "directory" ? 0x02014b50 : 0x04034b50;
  let seen = -1;
  for (let at = 0; at + 4 <= copy.length; at++) {
    if (view.getUint32(at, true) !== signature || ++seen !== nth) continue;
    if (width === 2) view.setUint16(at + field, value, true);
    else view.setUint32(at + field, value, true);
    return copy;
  }
  throw new Error("no such entry");
}
const flags = 8;
const method = 10;
const size = 24;
const attributes = 38;

const sound = zip({
  "datasets/municipalities.csv": text("id\nzeya\n"),
  "datasets/amur/2022/round.yaml": text("id: a\n"),
});

describe("readZip", () => {
  it("gives the files in the order of their paths, without the folder they share", () => {
    const { files, prefix, problems } = readZip(sound);
    expect(problems).toEqual([]);
    expect(prefix).toBe("datasets/");
    expect([...files.keys()]).toEqual(["amur/2022/round.yaml", "municipalities.csv"]);
    expect(new TextDecoder().decode(files.get("municipalities.csv"))).toBe("id\nzeya\n");
  });

  it("takes off several shared folders and none", () => {
    expect(paths(zip({ "a/b/c.csv": text("x"), "a/b/d/e.csv": text("y") }))).toEqual(["c.csv", "d/e.csv"]);
    expect(paths(zip({ "a/c.csv": text("x"), "ab/d.csv": text("y") }))).toEqual(["a/c.csv", "ab/d.csv"]);
    expect(paths(zip({ "c.csv": text("x"), "a/d.csv": text("y") }))).toEqual(["a/d.csv", "c.csv"]);
  });

  it("reads stored entries, folders and Russian names", () => {
    const files = { "папка/": new Uint8Array(), "папка/данные.csv": [text("я"), { level: 0 }] } as Zippable;
    expect(paths(zip(files))).toEqual(["данные.csv"]);
  });

  it("passes over what is no data, unless told", () => {
    const bytes = zip({ "a.csv": text("x"), "b.exe": text("x"), ".git/c.csv": text("x"), "__MACOSX/a.csv": text("x") });
    expect(paths(bytes)).toEqual(["a.csv"]);
    expect(readZip(bytes, { keep: (path) => path.endsWith(".exe") }).files.size).toBe(1);
  });

  it("an empty archive is no files and no problem", () => {
    expect(readZip(zip({}))).toEqual({ files: new Map(), prefix: "", problems: [] });
  });

  it("zip/not-a-zip", () => {
    expect(readZip(new Uint8Array(), { file: "a.zip" })).toHaveProblem("zip/not-a-zip", { file: "a.zip" });
    expect(readZip(text("id,name\n".repeat(20)))).toHaveProblem("zip/not-a-zip");
    expect(readZip(sound.subarray(0, -1))).toHaveProblem("zip/not-a-zip");
  });

  it("zip/damaged: directory, headers and content", () => {
    expect(readZip(sound.subarray(1))).toHaveProblem("zip/damaged");
    expect(readZip(patched(sound, 0, 0, 0, 4))).toHaveProblem("zip/damaged");
    expect(readZip(patched(sound, 1, 16, 12345, 4))).toHaveProblem("zip/damaged", {
      value: "datasets/amur/2022/round.yaml",
    });
    expect(readZip(patched(sound, 0, 30, 0x41, 2, "header"))).toHaveProblem("zip/damaged");
    expect(readZip(patched(sound, 0, 42, 0xfffffff0, 4))).toHaveProblem("zip/damaged");
  });

  it("zip/damaged: a size that lies, either way, even for a bomb", () => {
    const bomb = zip({ "bomb.csv": new Uint8Array(21_000_000) });
    expect(readZip(patched(bomb, 0, size, 1000, 4))).toHaveProblem("zip/damaged", { value: "bomb.csv" });
    expect(readZip(patched(sound, 0, size, 9, 4))).toHaveProblem("zip/damaged");
    expect(readZip(patched(sound, 0, size, 7, 4)).files.size).toBe(0);
    const stored = zip({ "a.csv": [text("12345"), { level: 0 }] });
    expect(readZip(patched(stored, 0, size, 4, 4))).toHaveProblem("zip/damaged");
  });

  it("zip/damaged: an entry that points at another's header, or lies inside another's content", () => {
    const bytes = zip({ "a.csv": text("same"), "b.csv": text("same") });
    expect(readZip(patched(bytes, 1, 42, 0, 4))).toHaveProblem("zip/damaged", { value: "b.csv" });

    const entry = [text("id"), { level: 0 }] as [Uint8Array, { level: 0 }];
    const whole = zip({ "b.csv": entry });
    const inner = whole.subarray(0, new DataView(whole.buffer).getUint32(whole.length - 6, true));
    const outer = zip({ "a.csv": [inner, { level: 0 }], "b.csv": entry });
    expect(readZip(outer)).toBeSound();
    expect(readZip(patched(outer, 1, 42, 30 + "a.csv".length, 4))).toHaveProblem("zip/damaged", { value: "b.csv" });
  });

  it("zip/too-large and zip/ratio: a bomb is refused before it is unpacked", () => {
    const bomb = zip({ "bomb.csv": new Uint8Array(21_000_000) });
    expect(readZip(bomb)).toHaveProblem("zip/too-large", { value: "bomb.csv" });
    expect(readZip(bomb, { maxEntryBytes: 1e9 })).toHaveProblem("zip/ratio", { value: "bomb.csv" });
    expect(readZip(bomb, { maxEntryBytes: 1e9, maxRatio: 2000 }).files.get("bomb.csv")).toHaveLength(21_000_000);
  });

  it("zip/too-large: all files together", () => {
    const bytes = zip({ "a.csv": text("12345"), "b.csv": text("67890") });
    expect(readZip(bytes, { maxTotalBytes: 10 })).toBeSound();
    expect(readZip(bytes, { maxTotalBytes: 9 })).toHaveProblem("zip/too-large", { value: "10" });
  });

  it("zip/too-many-entries", () => {
    const many = zip(Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`${index}.csv`, text("x")])));
    expect(readZip(many, { maxEntries: 11 })).toBeSound();
    expect(readZip(many, { maxEntries: 10 })).toHaveProblem("zip/too-many-entries", { value: "11" });
  });

  it("zip/path: every way out of the folder", () => {
    for (const path of [
      "../a.csv",
      "a/../../b.csv",
      "/etc/a.csv",
      "C:/a.csv",
      "a\\b.csv",
      "a//b.csv",
      "./a.csv",
      "a\nb.csv",
    ]) {
      const contents = readZip(zip({ [path]: text("x"), "sound.csv": text("x") }));
      expect(contents).toHaveProblem("zip/path");
      expect(contents.files.size).toBe(0);
    }
    expect(readZip(zip({ "../": new Uint8Array() }))).toHaveProblem("zip/path");
  });

  it("zip/duplicate-name: but for case, and folders too", () => {
    expect(readZip(zip({ "A.csv": text("x"), "a.CSV": text("y") }))).toHaveProblem("zip/duplicate-name", {
      value: "a.CSV",
    });
    expect(readZip(zip({ "Ё.csv": text("x"), "ё.csv": text("y") }))).toHaveProblem("zip/duplicate-name");
    expect(readZip(zip({ "a.csv": text("x"), "b.csv": text("y") }))).toBeSound();
  });

  it("zip/symlink", () => {
    expect(readZip(patched(sound, 0, attributes, 0o120777 * 65536, 4))).toHaveProblem("zip/symlink");
    expect(readZip(patched(sound, 0, attributes, 0o100644 * 65536, 4))).toBeSound();
  });

  it("zip/encrypted and zip/unsupported", () => {
    expect(readZip(patched(sound, 0, flags, 1, 2))).toHaveProblem("zip/encrypted");
    expect(readZip(patched(sound, 0, method, 12, 2))).toHaveProblem("zip/unsupported");
  });

  it("gives back whatever was packed", () => {
    const name = fc.stringMatching(/^[a-zа-я]{1,8}\.csv$/);
    fc.assert(
      fc.property(fc.dictionary(name, fc.uint8Array({ maxLength: 3000 }), { noNullPrototype: true }), (files) => {
        expect(Object.fromEntries(readZip(zip(files)).files)).toEqual(files);
      }),
    );
  });

  it("never throws, whatever bytes are overwritten", () => {
    const change = fc.tuple(fc.nat(sound.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const bytes = sound.slice();
        for (const [at, byte] of changes) bytes[at] = byte;
        const { files, problems } = readZip(bytes);
        if (problems.length > 0) expect(files.size).toBe(0);
      }),
      { numRuns: 500 },
    );
  });
});
