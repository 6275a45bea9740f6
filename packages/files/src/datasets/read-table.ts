import type { Problem } from "@metodika/core";
import type { z } from "zod";
import { parseCsv } from "../csv/parse-csv.ts";
import type { Facts } from "../problem/problem-of.ts";
import { problemOf } from "../problem/problem-of.ts";
import { decode } from "../text/decode.ts";
import { zodProblems } from "../yaml/zod-problems.ts";
import type { FileMap } from "../zip/read-zip.ts";

/** A row that has passed its schema, with the line it stands on. */
export interface LocatedRow<T> {
  row: T;
  line: number;
}

/** A CSV file of the contract, read. */
export interface DataTable<T> {
  file: string;
  rows: LocatedRow<T>[];
  problems: Problem[];
  /** A problem about a cell of this file. */
  problem(line: number, field: string, code: string, message: Problem["message"], facts?: RowFacts): Problem;
}

type RowFacts = Omit<Facts, "file" | "line" | "column" | "field"> & { severity?: Problem["severity"] };

/**
 * Reads one CSV file of the contract: its columns are the keys of the schema, every row is held against it. A file that
 * is not there is a problem where it is required, else no rows.
 */
export function readTable<T>(
  files: FileMap,
  file: string,
  schema: z.ZodObject & z.ZodType<T>,
  { required = true }: { required?: boolean } = {},
): DataTable<T> {
  const bytes = files.get(file);
  if (!bytes) {
    const message = { ru: `нет файла «${file}»`, en: `file "${file}" is missing` };
    const problems = required ? [problemOf("file/missing", message, { file })] : [];
    return {
      file,
      rows: [],
      problems,
      problem: (line, field, code, text) => problemOf(code, text, { file, line, field }),
    };
  }
  const decoded = decode(bytes, { file });
  const table = parseCsv(decoded.text, { file, columns: { required: Object.keys(schema.shape) } });
  // Without text, or with a column missing, every row would repeat the same problem.
  const problems = [...decoded.problems, ...(decoded.encoding ? table.problems : [])];
  const usable = !table.problems.some(({ code }) => code === "csv/missing-column");
  const rows: LocatedRow<T>[] = [];
  for (const { line, values } of usable ? table.records : []) {
    const result = schema.safeParse(values);
    if (result.success) rows.push({ row: result.data, line });
    else {
      const at = (path: readonly PropertyKey[]) => table.at(line, String(path[0] ?? ""));
      problems.push(...zodProblems(result.error, file, at, { root: values, schema }));
    }
  }
  return {
    file,
    rows,
    problems,
    problem: (line, field, code, message, facts) =>
      problemOf(code, message, { ...facts, file, ...table.at(line, field), field }),
  };
}
