import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import "../../test/to-have-problem.ts";
import { parseYaml } from "./parse-yaml.ts";

const methodology = `# the head
id: amur
criteria:
  - id: staff
    indicators:
      - id: headcount
        color: grean
      - {id: share, color: red}
  - id: plans
note:
`;

describe("parseYaml", () => {
  it("gives plain values; keys are text", () => {
    expect(parseYaml("2022: {a: 1.5, b: true, c: null}\nd: [yes, 2022-01-01, 0x10, 'x']\n").value).toEqual({
      "2022": { a: 1.5, b: true, c: null },
      d: ["yes", "2022-01-01", 16, "x"],
    });
    expect(parseYaml(methodology)).toBeSound();
  });

  it("finds the place of every node", () => {
    const { at } = parseYaml(methodology);
    expect(at(["id"])).toEqual({ line: 2, column: 5 });
    expect(at(["id"], "key")).toEqual({ line: 2, column: 1 });
    expect(at(["criteria", 0, "indicators", 0, "color"])).toEqual({ line: 7, column: 16 });
    expect(at(["criteria", 0, "indicators", 1, "color"])).toEqual({ line: 8, column: 28 });
    expect(at(["criteria", 1])).toEqual({ line: 9, column: 5 });
    expect(at(["note"])).toEqual({ line: 10, column: 1 });
    expect(at([])).toEqual({ line: 2, column: 1 });
  });

  it("finds the nearest ancestor of a node that is not there", () => {
    const { at } = parseYaml(methodology);
    expect(at(["criteria", 1, "title", "ru"])).toEqual({ line: 9, column: 5 });
    expect(at(["criteria", 7])).toEqual({ line: 4, column: 3 });
    expect(at(["missing"])).toEqual({ line: 2, column: 1 });
    expect(at(["id", "deeper"])).toEqual({ line: 2, column: 5 });
  });

  it("follows aliases", () => {
    const { value, at } = parseYaml("a: &a\n  x: 1\nb: *a\n");
    expect(value).toEqual({ a: { x: 1 }, b: { x: 1 } });
    expect(at(["b", "x"])).toEqual({ line: 2, column: 6 });
  });

  it("yaml/empty", () => {
    for (const text of ["", "\n", "# only words\n", "---\n", "\uFEFF"]) {
      const parsed = parseYaml(text, { file: "a.yaml" });
      expect(parsed).toHaveProblem("yaml/empty", { file: "a.yaml", line: 1 });
      expect(parsed.value).toBeUndefined();
    }
    expect(parseYaml("[]").value).toEqual([]);
  });

  it("yaml/syntax: with its place", () => {
    expect(parseYaml("a: 1\nb: c: d\n")).toHaveProblem("yaml/syntax", { line: 2 });
    expect(parseYaml("a:\n\tb: 1\n")).toHaveProblem("yaml/syntax", { line: 2 });
    expect(parseYaml("a: 'x\n")).toHaveProblem("yaml/syntax");
    expect(parseYaml("a: [1, 2\nb: 3\n")).toHaveProblem("yaml/syntax");
    expect(parseYaml("? [1, 2]\n: 3\n")).toHaveProblem("yaml/syntax", { line: 1 });
  });

  it("yaml/duplicate-key: the value is still given", () => {
    const parsed = parseYaml("a: 1\nb:\n  c: 1\n  c: 2\n");
    expect(parsed).toHaveProblem("yaml/duplicate-key", { line: 4, column: 3 });
    expect(parsed.problems[0]?.message.en).toContain('"c"');
    expect(parsed.value).toEqual({ a: 1, b: { c: 2 } });
  });

  it("yaml/multiple-documents", () => {
    expect(parseYaml("a: 1\n---\nb: 2\n")).toHaveProblem("yaml/multiple-documents");
    expect(parseYaml("---\na: 1\n...\n")).toBeSound();
  });

  it("yaml/tag: any tag, at its place; an exclamation mark in a text is no tag", () => {
    expect(parseYaml("a: 1\nb: !thing x\n")).toHaveProblem("yaml/tag", { line: 2, column: 4, value: "!thing" });
    expect(parseYaml("b: !!binary aGk=\n")).toHaveProblem("yaml/tag");
    expect(parseYaml("b: !!js/function 'x'\n")).toHaveProblem("yaml/tag");
    expect(parseYaml("--- |\n!thing\n").value).toBe("!thing\n");
    expect(parseYaml("a: '!thing'\nb: x !y\nc: |\n  !thing\n").value).toEqual({
      a: "!thing",
      b: "x !y",
      c: "!thing\n",
    });
  });

  it("yaml/alias: one that points at nothing, and one at itself", () => {
    expect(parseYaml("a: *nothing\n")).toHaveProblem("yaml/alias", { line: 1, column: 4 });
    expect(parseYaml("a: &a [1, *a]\n")).toHaveProblem("yaml/alias", { value: "a" });
    expect(parseYaml("a: &a {b: {c: *a}}\n").value).toBeUndefined();
  });

  it("yaml/too-many-aliases: anchors that explode", () => {
    const layers = Array.from({ length: 9 }, (_, layer) => {
      const below = layer === 0 ? "x" : `*l${layer - 1}`;
      return `l${layer}: &l${layer} [${Array(9).fill(below).join(", ")}]\n`;
    });
    const parsed = parseYaml(layers.join(""));
    expect(parsed).toHaveProblem("yaml/too-many-aliases");
    expect(parsed.value).toBeUndefined();
    expect(parseYaml("a: &a x\nb: [*a, *a]\n")).toBeSound();
  });

  it("yaml/forbidden-key: at any depth", () => {
    for (const key of ["__proto__", "constructor", "prototype"]) {
      expect(parseYaml(`a:\n  - {b: 1, ${key}: {polluted: true}}\n`)).toHaveProblem("yaml/forbidden-key", {
        line: 2,
        column: 12,
        value: key,
      });
    }
    expect(parseYaml("a: constructor\n")).toBeSound();
  });

  it("yaml/too-deep: before anything recurses", () => {
    for (const open of ["[", "{a: ", "- ", "? "]) {
      expect(parseYaml(open.repeat(100_000))).toHaveProblem("yaml/too-deep");
    }
    const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
    expect(parseYaml(nested(60))).toBeSound();
    expect(parseYaml(nested(70))).toHaveProblem("yaml/too-deep");
    expect(parseYaml(`a: &a ${nested(50)}\nb: &b [[[[[[[[[[[[[[[[[[[[*a]]]]]]]]]]]]]]]]]]]]\n`)).toHaveProblem(
      "yaml/too-deep",
    );
  });

  it("reads back whatever was written", () => {
    const key = fc.string().filter((text) => !["__proto__", "constructor", "prototype"].includes(text));
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        tie("list"),
        tie("map"),
      ),
      list: fc.array(tie("tree"), { maxLength: 4 }),
      map: fc.dictionary(key, tie("tree"), { maxKeys: 4, noNullPrototype: true }),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        fc.pre(value !== null);
        expect(parseYaml(stringify(value, { aliasDuplicateObjects: false })).value).toEqual(value);
      }),
    );
  });

  it("never throws, and every problem has a place", () => {
    const piece = fc.constantFrom(
      "a",
      ": ",
      "\n",
      "  ",
      "- ",
      "[",
      "]",
      "{",
      "}",
      ",",
      "&a ",
      "*a",
      "!t ",
      "'",
      '"',
      "|",
      ">",
      "#",
      "---",
      "...",
      "%",
      "\t",
      "? ",
      "я",
      "<<",
      "\\",
    );
    const source = fc.oneof(
      fc.array(piece).map((pieces) => pieces.join("")),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(source, (text) => {
        const { problems, at } = parseYaml(text);
        expect(at(["a", 0]).line).toBeGreaterThanOrEqual(1);
        for (const { line, column } of problems) {
          expect(line).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length);
          expect(column).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
