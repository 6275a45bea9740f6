import { nearest, type Problem } from "@metodika/core";
import type { core } from "zod";
import { type Facts, problemOf } from "../problem/problem-of.ts";
import { shorten } from "../problem/shorten.ts";
import { flattenIssue } from "./flatten-issue.ts";
import { knownKeys } from "./known-keys.ts";
import type { At } from "./parse-yaml.ts";

type Issue = core.$ZodIssue;
type Message = Problem["message"];

/** What makes the messages more telling; both may be left out. */
export interface ZodProblemsContext {
  /** The value that was checked: shown in messages. */
  root?: unknown;
  /** The schema it was checked by: names the nearest key for a misspelt one. */
  schema?: core.$ZodType | undefined;
}

/**
 * Issues of zod → problems `schema/<issue code>` with place, dotted field, shown value and the nearest valid one.
 * Of a union only the branch that came closest speaks. A check of ours (`custom`) may bring its own code and words in
 * `params: { code, ru, en, value, nearest }`. No issues give no problems. Never throws.
 *
 * @example
 * zodProblems(result.error, "amur/methodology.yaml", yaml.at, { root: yaml.value, schema: Methodology })
 * // [{ code: "schema/invalid_value", line: 7, message: { en: 'unknown value "grean" for "color"; nearest: "green"' … } }]
 */
export function zodProblems(
  error: { readonly issues: readonly Issue[] },
  file: string | undefined,
  at: At,
  { root, schema }: ZodProblemsContext = {},
): Problem[] {
  const issues = error.issues.flatMap(flattenIssue);
  return issues.flatMap((issue): Problem[] => {
    const { path } = issue;
    if (issue.code === "unrecognized_keys") {
      // A key that is missing is a better guess than one that may be left out.
      const missing = missingKeys(issues, root, path);
      const present = Object.keys(Object(valueAt(root, path)));
      const known = schema ? knownKeys(schema, root, path).filter((key) => !present.includes(key)) : [];
      return issue.keys.map((key) => {
        const near = nearest(key, missing) ?? nearest(key, known);
        return unknownKey(key, near, known, { file, ...at([...path, key], "key"), field: fieldOf([...path, key]) });
      });
    }
    const value = issue.input ?? valueAt(root, path);
    const isKey = issue.code === "invalid_key";
    const shown = isKey ? String(path.at(-1)) : value;
    return [
      describe(issue, value, {
        file,
        ...at(path, isKey ? "key" : "value"),
        field: fieldOf(path),
        value: shorten(shown),
      }),
    ];
  });
}

function describe(issue: Issue, value: unknown, facts: Facts): Problem {
  const of = nameOf(facts.field);
  const shown = { ru: quote(value, "«", "»"), en: quote(value, '"', '"') };
  const code = `schema/${issue.code}`;
  const say = (ru: string, en: string, near?: string): Problem =>
    problemOf(code, { ru, en }, { ...facts, nearest: near });

  switch (issue.code) {
    case "invalid_value":
      return oneOf(issue.values, value, say, of);
    case "invalid_union": {
      const options = "options" in issue ? issue.options : undefined;
      if (options) return oneOf(options, value, say, of);
      return say(
        `значение ${shown.ru} ${of.ru} не подходит ни под одну из допустимых форм; сверьтесь с образцом`,
        `value ${shown.en} for ${of.en} fits none of the allowed forms; compare it with the template`,
      );
    }
    case "invalid_type": {
      const kind = kinds[issue.expected] ?? { ru: issue.expected, en: issue.expected };
      if (value === undefined) {
        return say(`не заполнено ${of.missing}; нужно: ${kind.ru}`, `${of.en} is missing; expected: ${kind.en}`);
      }
      return say(
        `значение ${shown.ru} ${of.ru} не подходит; нужно: ${kind.ru}`,
        `value ${shown.en} for ${of.en} does not fit; expected: ${kind.en}`,
      );
    }
    case "too_small":
    case "too_big": {
      const small = issue.code === "too_small";
      const limit = issue.code === "too_small" ? issue.minimum : issue.maximum;
      const { ru, en } =
        comparisons[`${small ? "small" : "big"}-${issue.inclusive === false ? "strict" : "inclusive"}`];
      const measured = measures[issue.origin];
      if (!measured)
        return say(
          `значение ${shown.ru} ${of.ru} должно быть ${ru} ${limit}`,
          `value ${shown.en} for ${of.en} must be ${en} ${limit}`,
        );
      const size = sizeOf(value);
      return say(
        `${measured.ru} ${of.ru}: ${size}, а должно быть ${ru} ${limit}`,
        `${measured.en} of ${of.en} is ${size} and must be ${en} ${limit}`,
      );
    }
    case "invalid_format": {
      const form = issue.pattern ?? issue.format;
      return say(
        `значение ${shown.ru} ${of.ru} не соответствует образцу ${form}`,
        `value ${shown.en} for ${of.en} does not match ${form}`,
      );
    }
    case "not_multiple_of":
      return say(
        `значение ${shown.ru} ${of.ru} должно быть кратно ${issue.divisor}`,
        `value ${shown.en} for ${of.en} must be a multiple of ${issue.divisor}`,
      );
    case "invalid_key": {
      const values = issue.issues.flatMap((each) => (each.code === "invalid_value" ? each.values : []));
      return oneOf(values, issue.path.at(-1), say, nameOf(fieldOf(issue.path.slice(0, -1))), { ru: "ключ", en: "key" });
    }
    case "custom":
      return customProblem(issue, facts);
    default:
      return say(
        `значение ${shown.ru} ${of.ru} не подходит`,
        `value ${shown.en} for ${of.en} does not fit: ${issue.message}`,
      );
  }
}

/** A value outside a list, or none at all where one of a list is needed. */
function oneOf(
  allowed: readonly unknown[],
  value: unknown,
  say: (ru: string, en: string, near?: string) => Problem,
  of: FieldName,
  what = { ru: "значение", en: "value" },
): Problem {
  const names = allowed.map(String);
  const list = shortList(names);
  if (value === undefined)
    return say(`не заполнено ${of.missing}; возможно: ${list}`, `${of.en} is missing; possible: ${list}`);
  const near = names.length === 1 ? names[0] : nearest(String(value), names);
  const gender = what.ru === "ключ" ? "неизвестный" : "неизвестное";
  const closest = what.ru === "ключ" ? "ближайший" : "ближайшее";
  const out =
    near === undefined
      ? { ru: `возможно: ${list}`, en: `possible: ${list}` }
      : { ru: `${closest}: «${near}»`, en: `nearest: "${near}"` };
  const tail = names.length === 0 ? { ru: "", en: "" } : { ru: `; ${out.ru}`, en: `; ${out.en}` };
  return say(
    `${gender} ${what.ru} ${quote(value, "«", "»")} ${of.ru}${tail.ru}`,
    `unknown ${what.en} ${quote(value, '"', '"')} for ${of.en}${tail.en}`,
    near,
  );
}

function unknownKey(key: string, near: string | undefined, known: readonly string[], facts: Facts): Problem {
  const list = shortList(known);
  let out: Message = { ru: "удалите его", en: "remove it" };
  if (near !== undefined) out = { ru: `ближайшее: «${near}»`, en: `nearest: "${near}"` };
  else if (known.length > 0) out = { ru: `удалите его; возможны: ${list}`, en: `remove it; possible: ${list}` };
  const message = {
    ru: `неизвестное поле «${shorten(key)}»; ${out.ru}`,
    en: `unknown field "${shorten(key)}"; ${out.en}`,
  };
  return problemOf("schema/unrecognized_keys", message, { ...facts, value: shorten(key), nearest: near });
}

/** Keys that other issues miss at the same place; without the value, any that they speak of. */
function missingKeys(issues: readonly Issue[], root: unknown, path: readonly PropertyKey[]): string[] {
  return issues
    .filter((issue) => issue.path.length === path.length + 1 && path.every((step, index) => step === issue.path[index]))
    .filter((issue) => valueAt(root, issue.path) === undefined)
    .map((issue) => String(issue.path.at(-1)));
}

function customProblem(issue: Issue & { code: "custom" }, facts: Facts): Problem {
  const { code, ru, en, value, nearest: near } = (issue.params ?? {}) as Record<string, unknown>;
  const message = { ru: typeof ru === "string" ? ru : issue.message, en: typeof en === "string" ? en : issue.message };
  return problemOf(typeof code === "string" ? code : "schema/custom", message, {
    ...facts,
    value: shorten(value) ?? facts.value,
    nearest: typeof near === "string" ? near : undefined,
  });
}

interface FieldName {
  /** «в поле …» */
  ru: string;
  en: string;
  /** «поле …», the nominative. */
  missing: string;
}

function nameOf(field: string | undefined): FieldName {
  if (field === undefined) return { ru: "документа", en: "the document", missing: "содержание документа" };
  return { ru: `в поле «${field}»`, en: `"${field}"`, missing: `поле «${field}»` };
}

function fieldOf(path: readonly PropertyKey[]): string | undefined {
  return path.length === 0 ? undefined : path.map(String).join(".");
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}

function quote(value: unknown, open: string, close: string): string {
  const shown = shorten(value) ?? "";
  return typeof value === "string" ? `${open}${shown}${close}` : shown;
}

function shortList(names: readonly string[]): string {
  return names.length > 12 ? `${names.slice(0, 12).join(", ")}, …` : names.join(", ");
}

function sizeOf(value: unknown): number | string {
  if (typeof value === "string" || Array.isArray(value)) return value.length;
  return "?";
}

const measures: Readonly<Record<string, Message>> = {
  string: { ru: "число знаков", en: "the length" },
  array: { ru: "число элементов", en: "the number of items" },
};

const comparisons = {
  "small-inclusive": { ru: "не меньше", en: "at least" },
  "small-strict": { ru: "больше", en: "more than" },
  "big-inclusive": { ru: "не больше", en: "at most" },
  "big-strict": { ru: "меньше", en: "less than" },
} as const;

const kinds: Readonly<Record<string, Message>> = {
  string: { ru: "текст", en: "text" },
  number: { ru: "число", en: "a number" },
  int: { ru: "целое число", en: "a whole number" },
  boolean: { ru: "true или false", en: "true or false" },
  array: { ru: "список", en: "a list" },
  tuple: { ru: "список", en: "a list" },
  object: { ru: "набор полей", en: "a mapping of fields" },
  record: { ru: "набор полей", en: "a mapping of fields" },
  null: { ru: "пустое значение", en: "an empty value" },
  undefined: { ru: "ничего", en: "nothing" },
  never: { ru: "ничего", en: "nothing" },
  date: { ru: "дата", en: "a date" },
};
