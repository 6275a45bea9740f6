import { describe, expect, it } from "vitest";
import * as z from "zod";
import "../../test/to-have-problem.ts";
import { parseYaml } from "./parse-yaml.ts";
import { zodProblems } from "./zod-problems.ts";

const Scale = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("choice"), options: z.array(z.string()).min(2) }),
  z.strictObject({ type: z.literal("share"), maximum: z.number().positive(), decimals: z.int().max(3).optional() }),
]);
const Document = z.strictObject({
  id: z.string().regex(/^[a-z]+$/),
  color: z.enum(["green", "red", "blue"]).optional(),
  title: z.strictObject({ ru: z.string(), en: z.string() }).optional(),
  scale: Scale.optional(),
  weight: z.union([z.number(), z.string().regex(/^\d+\/\d+$/)]).optional(),
  mode: z.union([z.literal("auto"), z.literal("manual")]).optional(),
  when: z
    .union([z.strictObject({ indicator: z.string(), is: z.string() }), z.strictObject({ all: z.array(z.string()) })])
    .optional(),
  points: z.record(z.enum(["yes", "no"]), z.number()).optional(),
});

const check = (yaml: string, schema: z.ZodType = Document) => {
  const { value, at } = parseYaml(yaml);
  const { error } = schema.safeParse(value);
  return error ? zodProblems(error, "a.yaml", at, { root: value, schema }) : [];
};
const english = (yaml: string, schema?: z.ZodType) => check(yaml, schema).map(({ message }) => message.en);
const russian = (yaml: string, schema?: z.ZodType) => check(yaml, schema).map(({ message }) => message.ru);

describe("zodProblems", () => {
  it("is silent about a sound document", () => {
    expect(check("id: a\ncolor: red\nscale: {type: choice, options: [a, b]}\nweight: 1/3\n")).toBeSound();
  });

  it("schema/invalid_value: names the value, the field and the nearest", () => {
    const problems = check("id: a\ncolor: grean\n");
    expect(problems).toHaveProblem("schema/invalid_value", {
      file: "a.yaml",
      line: 2,
      column: 8,
      field: "color",
      value: "grean",
      nearest: "green",
    });
    expect(english("id: a\ncolor: grean\n")).toEqual(['unknown value "grean" for "color"; nearest: "green"']);
    expect(russian("id: a\ncolor: grean\n")).toEqual([
      "неизвестное значение «grean» в поле «color»; ближайшее: «green»",
    ]);
  });

  it("schema/invalid_value: lists what is possible when nothing is near", () => {
    expect(english("id: a\ncolor: 17\n")).toEqual(['unknown value 17 for "color"; possible: green, red, blue']);
  });

  it("schema/invalid_type: missing, and of another kind", () => {
    expect(check("title: {ru: Название}\nid: a\n")).toHaveProblem("schema/invalid_type", {
      line: 1,
      column: 8,
      field: "title.en",
    });
    expect(english("color: red\n")).toEqual(['"id" is missing; expected: text']);
    expect(russian("id: [1]\n")).toEqual(["значение [1] в поле «id» не подходит; нужно: текст"]);
    expect(english("- a\n")).toEqual(['value ["a"] for the document does not fit; expected: a mapping of fields']);
  });

  it("schema/unrecognized_keys: one problem a key, at the key, with the nearest that is missing", () => {
    const problems = check("id: a\ncolour: red\nscale: {type: share, maximum: 1, decimls: 2}\n");
    expect(problems).toHaveProblem("schema/unrecognized_keys", {
      line: 2,
      column: 1,
      field: "colour",
      nearest: "color",
    });
    expect(problems).toHaveProblem("schema/unrecognized_keys", {
      line: 3,
      column: 34,
      field: "scale.decimls",
      nearest: "decimals",
    });
    expect(check("id: a\ntitle: {ru: a, eng: b}\n")).toHaveProblem("schema/unrecognized_keys", { nearest: "en" });
    expect(english("id: a\ntitle: {ru: a, en: b, zzzz: c}\nscale: {type: share, maximum: 1, x: 2}\n")).toEqual([
      'unknown field "zzzz"; remove it',
      'unknown field "x"; remove it; possible: decimals',
    ]);
  });

  it("finds the nearest key without a schema among those that are missing", () => {
    const value = { title: { ru: "a", eng: "b" }, id: "a" };
    const { error } = Document.safeParse(value);
    expect(zodProblems(error ?? { issues: [] }, undefined, () => ({ line: 1, column: 1 }))).toHaveProblem(
      "schema/unrecognized_keys",
      { value: "eng", nearest: "en" },
    );
  });

  it("discriminated unions: only the chosen branch speaks; an unknown choice names the nearest", () => {
    expect(check("id: a\nscale: {type: share, maximum: -1}\n").map(({ field }) => field)).toEqual(["scale.maximum"]);
    expect(check("id: a\nscale: {type: shre}\n")).toHaveProblem("schema/invalid_union", {
      line: 2,
      column: 15,
      field: "scale.type",
      value: "shre",
      nearest: "share",
    });
    expect(english("id: a\nscale: {maximum: 2}\n")).toEqual(['"scale.type" is missing; possible: choice, share']);
  });

  it("other unions: the branch that came closest speaks, with paths from the top", () => {
    expect(check("id: a\nwhen: {indicator: b, is: 1}\n")).toHaveProblem("schema/invalid_type", {
      field: "when.is",
      value: "1",
    });
    expect(check("id: a\nwhen: {all: [1]}\n").map(({ field }) => field)).toEqual(["when.all.0"]);
    expect(check("id: a\nweight: third\n")).toHaveProblem("schema/invalid_format", { field: "weight", value: "third" });
  });

  it("a branch with more issues inside is closer than one that wants another kind of value", () => {
    const Either = z.union([z.number(), z.strictObject({ low: z.number(), high: z.number() })]);
    expect(check("low: a\nhigh: b\n", Either).map(({ field }) => field)).toEqual(["low", "high"]);
  });

  it("unions of literals speak as one list", () => {
    expect(english("id: a\nmode: manul\n")).toEqual(['unknown value "manul" for "mode"; nearest: "manual"']);
  });

  it("schema/invalid_union: when no branch takes the value at all", () => {
    expect(check("id: a\nweight: [1]\n")).toHaveProblem("schema/invalid_union", { field: "weight", value: "[1]" });
  });

  it("schema/too_small and schema/too_big: the size and the bound", () => {
    expect(english("id: a\nscale: {type: choice, options: [a]}\n")).toEqual([
      'the number of items of "scale.options" is 1 and must be at least 2',
    ]);
    expect(russian("id: a\nscale: {type: share, maximum: 0, decimals: 9}\n")).toEqual([
      "значение 0 в поле «scale.maximum» должно быть больше 0",
      "значение 9 в поле «scale.decimals» должно быть не больше 3",
    ]);
    expect(check("id: a\nscale: {type: choice, options: [a]}\n")).toHaveProblem("schema/too_small");
    expect(check("id: a\nscale: {type: share, maximum: 1, decimals: 9}\n")).toHaveProblem("schema/too_big");
  });

  it("schema/invalid_format, schema/not_multiple_of", () => {
    expect(check("id: A1\n")).toHaveProblem("schema/invalid_format", { line: 1, column: 5, value: "A1" });
    expect(check("3\n", z.number().multipleOf(2))).toHaveProblem("schema/not_multiple_of", { value: "3" });
  });

  it("schema/invalid_key: at the key", () => {
    expect(check("id: a\npoints: {yes: 1, no: 0, noo: 1}\n")).toHaveProblem("schema/unrecognized_keys", {
      value: "noo",
    });
    const keyed = z.record(z.string().regex(/^\d+$/), z.number());
    expect(check("'1': 1\nx: 2\n", keyed)).toHaveProblem("schema/invalid_key", { line: 2, column: 1, value: "x" });
  });

  it("schema/custom: a check of ours brings its code and its words", () => {
    const params = { code: "scale/gap", ru: "разрыв шкалы на 50 %", en: "the scale has a gap at 50 %", value: 50 };
    const gap = z.object({ id: z.string() }).superRefine((_, context) => {
      context.addIssue({ code: "custom", path: ["id"], params });
    });
    expect(check("id: a\n", gap)).toHaveProblem("scale/gap", { field: "id", value: "50", line: 1, column: 5 });
    expect(
      check(
        "id: a\n",
        z.unknown().refine(() => false, "no"),
      )[0],
    ).toMatchObject({ code: "schema/custom", message: { en: "no" } });
  });

  it("walks through lazy, default and piped schemas", () => {
    type Tree = { name: string; children?: Tree[] | undefined };
    const Tree: z.ZodType<Tree> = z.lazy(() =>
      z.strictObject({ name: z.string(), children: z.array(Tree).optional() }),
    );
    const Piped = z.strictObject({ tree: Tree.optional(), size: z.number().default(1) }).transform((value) => value);
    expect(check("tree: {name: a, childen: []}\n", Piped)).toHaveProblem("schema/unrecognized_keys", {
      nearest: "children",
    });
    expect(check("tree: {name: a, children: [{name: b, childen: []}]}\n", Piped)).toHaveProblem(
      "schema/unrecognized_keys",
      {
        field: "tree.children.0.childen",
        nearest: "children",
      },
    );
  });

  it("shortens long values", () => {
    const [problem] = check(`id: ${"A".repeat(500)}\n`);
    expect(problem?.value).toHaveLength(60);
    expect(problem?.message.en.length).toBeLessThan(150);
  });
});
