import { describe, expect, test } from "vitest";
import { z } from "zod";
import { Methodology } from "../src/index.ts";
import { plainMethodology } from "./fixture.ts";

describe("the JSON Schema for editors", () => {
  const schema = z.toJSONSchema(Methodology, { io: "input", reused: "ref" });

  test("can be produced, with criteria and conditions that hold themselves", () => {
    expect(schema).toMatchObject({ type: "object", additionalProperties: false });
    expect(Object.keys(schema.properties ?? {})).toEqual(
      expect.arrayContaining(["id", "scales", "missing", "criteria", "levels", "recommendations"]),
    );
    expect(Object.keys(schema.$defs ?? {}).length).toBeGreaterThan(0);
  });

  test("survives being written to a file", () => {
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  });
});

describe("the schema itself", () => {
  test("accepts a sound methodology", () => {
    expect(Methodology.safeParse(plainMethodology()).success).toBe(true);
  });

  const refused = (change: (plain: Record<string, unknown>) => void) => {
    const plain = JSON.parse(JSON.stringify(plainMethodology()));
    change(plain);
    return Methodology.safeParse(plain).error?.issues.map(({ path }) => path.join(".")) ?? [];
  };

  test.each<[string, string, string]>([
    ["an unknown key", '{"totl": {"aggregate": "sum"}}', ""],
    ["a prototype-polluting key at the top", '{"__proto__": {"polluted": true}}', ""],
    ["an aggregate that does not exist", '{"total": {"aggregate": "median"}}', "total.aggregate"],
    [
      "a weight that is no number",
      '{"criteria": [{"id": "a", "title": {"ru": "а", "en": "a"}, "weight": "1,5"}]}',
      "criteria.0.weight",
    ],
    [
      "an interval with nothing in it",
      '{"scales": {"x": {"type": "codes", "codes": [{"code": "a", "order": 1, "title": {"ru": "а", "en": "a"}, "interval": "(1,1)"}]}}}',
      "scales.x.codes.0.interval",
    ],
    ["a title in one language", '{"title": {"ru": "а"}}', "title.en"],
  ])("refuses %s", (_, json, path) => {
    const found = refused((plain) => {
      for (const [key, value] of Object.entries(JSON.parse(json)))
        Object.defineProperty(plain, key, { value, enumerable: true, configurable: true, writable: true });
    });
    expect(found.some((each) => each.startsWith(path))).toBe(true);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test("never lets a prototype-polluting key of a record through; the door that reads files names it", () => {
    const plain = {
      ...plainMethodology(),
      scales: JSON.parse('{"__proto__": {"type": "number"}, "calls": {"type": "number"}}'),
    };
    const { data } = Methodology.safeParse(plain);
    expect(Object.getPrototypeOf(data?.scales ?? null)).toBe(Object.prototype);
    expect(Object.keys(data?.scales ?? {})).toEqual(["calls"]);
  });

  test("refuses more levels than a set of bits holds", () => {
    const found = refused((plain) => {
      const [level] = plain.levels as { codes: unknown[] }[];
      level!.codes = Array.from({ length: 32 }, (_, order) => ({ code: `level-${order}`, order, title: plain.title }));
    });
    expect(found).toContain("levels.0.codes");
  });
});
