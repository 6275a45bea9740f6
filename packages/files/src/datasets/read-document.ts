import type { Problem } from "@metodika/core";
import type { z } from "zod";
import { problemOf } from "../problem/problem-of.ts";
import { decode } from "../text/decode.ts";
import { type At, parseYaml } from "../yaml/parse-yaml.ts";
import { zodProblems } from "../yaml/zod-problems.ts";
import type { FileMap } from "../zip/read-zip.ts";

/** A YAML file and the place of everything in it. */
export interface DocumentPlaces {
  file: string;
  at: At;
}

/** A YAML file of the contract, read. */
export interface DataDocument<T> extends DocumentPlaces {
  /** Undefined when the file is missing or does not fit its schema. */
  value: T | undefined;
  problems: Problem[];
}

/** Reads one YAML file and holds it against its schema. A file that is not there is a problem where it is required. */
export function readDocument<T>(
  files: FileMap,
  file: string,
  schema: z.ZodType<T>,
  { required = true }: { required?: boolean } = {},
): DataDocument<T> {
  const bytes = files.get(file);
  if (!bytes) {
    const message = { ru: `нет файла «${file}»`, en: `file "${file}" is missing` };
    const problems = required ? [problemOf("file/missing", message, { file })] : [];
    return { file, value: undefined, at: () => ({ line: 1, column: 1 }), problems };
  }
  const decoded = decode(bytes, { file });
  if (!decoded.encoding)
    return { file, value: undefined, at: () => ({ line: 1, column: 1 }), problems: decoded.problems };
  const yaml = parseYaml(decoded.text, { file });
  const problems = [...decoded.problems, ...yaml.problems];
  if (yaml.value === undefined) return { file, value: undefined, at: yaml.at, problems };
  const result = schema.safeParse(yaml.value);
  if (result.success) return { file, value: result.data, at: yaml.at, problems };
  problems.push(...zodProblems(result.error, file, yaml.at, { root: yaml.value, schema }));
  return { file, value: undefined, at: yaml.at, problems };
}

/** Gives problems that name a dotted path (those of core's checks) the file and the line where the path stands. */
export function locate(problems: readonly Problem[], { file, at }: DocumentPlaces): Problem[] {
  return problems.map((problem) => {
    const path = (problem.field ?? "").split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    return { ...problem, file, ...at(problem.field ? path : []) };
  });
}
