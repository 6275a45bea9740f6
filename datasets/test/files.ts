import { fileURLToPath } from "node:url";
import { type Datasets, type FileMap, readDatasets } from "@metodika/files";
import { readFolder } from "@metodika/files/node";
import { type CsvRow, readCsv } from "../scripts/csv.ts";

/** The datasets as they stand on the disk. */
export const files: FileMap = (await readFolder(fileURLToPath(new URL("..", import.meta.url)))).files;

const known = new WeakMap<FileMap, Datasets>();

/** Files, read through the one door; the same files only once. */
export function read(from: FileMap = files): Datasets {
  const all = known.get(from) ?? readDatasets(from);
  known.set(from, all);
  return all;
}

/** The datasets as they stand on the disk, read. */
export const datasets: Datasets = read();

/** A round that is known to be there. */
export function round(id: string, from: Datasets = datasets) {
  const data = from.rounds.get(id);
  if (data === undefined) throw new Error(`no round "${id}"`);
  return data;
}

/** The text of a file that is known to be there. */
export function textOf(path: string, from: FileMap = files): string {
  const bytes = from.get(path);
  if (bytes === undefined) throw new Error(`no file "${path}"`);
  return new TextDecoder().decode(bytes);
}

/** The rows of a CSV file that is known to be there. */
export function rowsOf(path: string, from: FileMap = files): CsvRow[] {
  return readCsv(textOf(path, from));
}

/** A copy of the files in which one text of one file is replaced, once; a text that is not there throws. */
export function changed(path: string, before: string, after: string, from: FileMap = files): FileMap {
  const text = textOf(path, from);
  if (!text.includes(before)) throw new Error(`"${path}" has no "${before}"`);
  return new Map(from).set(path, new TextEncoder().encode(text.replace(before, () => after)));
}
