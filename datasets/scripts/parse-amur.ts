import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { plain, rowDigest, type SourceRow } from "./digest.ts";

/** A piece of the report that can be pointed at: a heading, a paragraph, an item of a list, a row of a table. */
export interface Block {
  kind: "heading" | "paragraph" | "item" | "row";
  /** Where it stands, in words: `section II paragraph 3`, `table 1 row 15`. */
  place: string;
  /** Its text, put together again where a page break had split it; the cells of a row are parted by tabs. */
  text: string;
}

/** The report taken apart. */
export interface AmurReport {
  rows: SourceRow[];
  blocks: Block[];
}

/** Every name of a municipality, folded by {@link fold}, and its id. */
export type Aliases = ReadonlyMap<string, string>;

/** A name as it is compared: without tags, in lower case, ё as е, no space after a dot. */
export function fold(name: string): string {
  return plain(name).toLowerCase().replaceAll("ё", "е").replace(/\.\s+/g, ".");
}

/** The names of a region's municipalities, from the text of `municipalities.csv`. */
export function readAliases(csv: string, region: string): Aliases {
  const aliases = new Map<string, string>();
  const records: Record<string, string>[] = parse(csv, { columns: true });
  for (const { id, region: home, name, aliases: others } of records) {
    if (home !== region || id === undefined || name === undefined) continue;
    for (const alias of [name, ...(others ?? "").split("|")]) {
      if (alias !== "") aliases.set(fold(alias), id);
    }
  }
  return aliases;
}

const sectionHeading = /^([IVX]+)\.\s/;
const partHeading = /^(\d+)\.\s/;
const caption = /^Таблица (\d+)$/;

/** A page break inside a paragraph: the text before it is not finished, the text after it does not begin a sentence. */
function continues(before: Block | undefined, line: string): boolean {
  return before !== undefined && before.kind !== "item" && !/[.:;!?)»]$/.test(before.text) && /^[а-яё]/.test(line);
}

/** A cell in the notation of {@link SourceRow}: `link:` stands before an underlined text. */
function sourceCell(cell: string): string {
  const text = plain(cell);
  return text !== "" && /<u>/.test(cell) ? `link:${text}` : text;
}

/** A table while it is being read. `width` counts the cells of a row, the name and the points included. */
interface OpenTable {
  number: number;
  width: number;
  rows: string[][];
}

/**
 * Take the report on the Amur region for 2022 apart into the rows of its four tables and everything that stands between them.
 *
 * The text carries page breaks: blank lines stand inside tables and paragraphs, and a name of two words may be
 * torn, its second word left alone in a row of its own. An unknown name in a table throws.
 */
export function parseAmur(text: string, aliases: Aliases): AmurReport {
  const blocks: Block[] = [];
  const tables: OpenTable[] = [];
  const recommendations: string[][] = [];
  const tableRows = new Map<string[], Block>();
  let section = "";
  let prefix = "title";
  let recommending = false;
  let paragraphs = 0;
  let items = 0;

  const add = (kind: Block["kind"], place: string, blockText: string): Block => {
    const block = { kind, place, text: blockText };
    blocks.push(block);
    return block;
  };
  const open = (place: string): void => {
    prefix = place;
    paragraphs = 0;
    items = 0;
  };
  const addRow = (cells: string[], place: string, list: string[][]): void => {
    list.push(cells);
    tableRows.set(cells, add("row", place, ""));
  };

  const readTableLine = (line: string): void => {
    const cells = line.split("\t");
    const first = plain(cells[0] ?? "");
    const rest = cells.slice(1).map(plain);
    if (first === "Территория") {
      tables.push({ number: tables.length + 1, width: cells.length, rows: [] });
      add("heading", `table ${tables.length} heading`, line);
      return;
    }
    if (first === "№") {
      recommending = true;
      add("heading", `section ${section} heading of the list`, line);
      return;
    }
    if (/^-*$/.test(first) && rest.every((cell) => /^-*$/.test(cell))) {
      open("signature");
      return;
    }
    if (recommending) {
      readRecommendation(cells, first, rest);
      return;
    }
    const table = tables.at(-1);
    if (table === undefined) throw new Error(`a row stands before any table: "${first}"`);
    const previous = table.rows.at(-1);
    if (previous !== undefined && rest.every((cell) => cell === "") && !aliases.has(fold(first))) {
      previous[0] = `${previous[0]} ${first}`;
      return;
    }
    addRow(cells, `table ${table.number} row ${table.rows.length + 1}`, table.rows);
  };

  const readRecommendation = (cells: string[], first: string, rest: string[]): void => {
    const previous = recommendations.at(-1);
    if (/^\d+$/.test(first) || (first === "" && (rest[1] ?? "") !== "")) {
      addRow(cells, "", recommendations);
    } else if (previous !== undefined) {
      previous[1] = `${previous[1]} ${first === "" ? (rest[0] ?? "") : first}`;
    }
  };

  const readLine = (line: string): void => {
    const before = blocks.at(-1);
    if (/^-\s/.test(line)) {
      items += 1;
      add("item", `${prefix} paragraph ${paragraphs} item ${items}`, line);
    } else if (before !== undefined && continues(before, line)) {
      before.text = `${before.text} ${line}`;
    } else if (blocks.length === 0) {
      add("heading", "title", line);
    } else if (sectionHeading.test(line)) {
      section = sectionHeading.exec(line)?.[1] ?? "";
      open(`section ${section}`);
      add("heading", `${prefix} heading`, line);
    } else if (section === "III" && partHeading.test(line)) {
      open(`section III part ${partHeading.exec(line)?.[1]}`);
      add("heading", `${prefix} heading`, line);
    } else if (caption.test(line)) {
      add("heading", `table ${caption.exec(line)?.[1]} caption`, line);
    } else {
      paragraphs += 1;
      items = 0;
      add("paragraph", `${prefix} paragraph ${paragraphs}`, line);
    }
  };

  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    if (line.includes("\t")) readTableLine(line);
    else readLine(line.trim());
  }

  // A recommendation without a number shares the number of the one above it: 3a and 3b.
  recommendations.forEach((cells, index) => {
    const owner = recommendations.slice(0, index + 1).findLastIndex(([number]) => number !== "");
    const shared = index > owner || recommendations[index + 1]?.[0] === "";
    const letter = shared ? String.fromCharCode("a".charCodeAt(0) + index - owner) : "";
    const block = tableRows.get(cells);
    if (block !== undefined) block.place = `section ${section} item ${recommendations[owner]?.[0]}${letter}`;
  });
  for (const [cells, block] of tableRows) block.text = cells.join("\t");

  const rows = tables.flatMap(({ number, width, rows: lines }) =>
    lines.map((cells, index): SourceRow => {
      const place = `table ${number} row ${index + 1}`;
      const municipality = aliases.get(fold(cells[0] ?? ""));
      if (municipality === undefined) throw new Error(`unknown municipality "${cells[0]}" in ${place}`);
      if (cells.length > width) throw new Error(`${place} has ${cells.length} cells, its table has ${width}`);
      const values = Array.from({ length: width - 1 }, (_, column) => sourceCell(cells[column + 1] ?? ""));
      return { table: number, row: index + 1, municipality, cells: values.slice(0, -1), points: values.at(-1) ?? "" };
    }),
  );
  return { rows, blocks };
}

/** `npx tsx parse-amur.ts REPORT.txt [MUNICIPALITIES.csv]` writes the text of `rows.csv` to stdout. */
function main([report, municipalities]: string[]): void {
  if (report === undefined) throw new Error("usage: parse-amur.ts REPORT.txt [MUNICIPALITIES.csv]");
  const names = municipalities ?? new URL("../municipalities.csv", import.meta.url);
  const { rows } = parseAmur(readFileSync(report, "utf8"), readAliases(readFileSync(names, "utf8"), "amur"));
  const lines = rows.map((row) => ({
    table: row.table,
    row: row.row,
    municipality: row.municipality,
    digest: rowDigest(row),
  }));
  process.stdout.write(stringify(lines, { header: true }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
