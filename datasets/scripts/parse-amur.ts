import { type Aliases, municipalityOf } from "./aliases.ts";
import { plain } from "./digest.ts";
import { type Block, type Report, type SourceRow, sourceCell } from "./report.ts";

const sectionHeading = /^([IVX]+)\.\s/;
const partHeading = /^(\d+)\.\s/;
const caption = /^Таблица (\d+)$/;

/** A table while it is being read. `width` counts the cells of a row, the name and the points included. */
interface OpenTable {
  number: number;
  width: number;
  rows: string[][];
}

/**
 * Takes the report on the Amur region for 2022 apart.
 *
 *   lines with tabs ─→ rows of the four tables, then those of the list of recommendations
 *   other lines ────→ headings, paragraphs and items, each with its place
 *
 * The text carries page breaks: blank lines stand inside tables and paragraphs, and a name of two words may be
 * torn, its second word left alone in a row of its own. An unknown name in a table throws.
 */
export function parseAmur(text: string, aliases: Aliases): Report {
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
    } else if (first === "№") {
      recommending = true;
      add("heading", `section ${section} heading of the list`, line);
    } else if ([first, ...rest].every((cell) => /^-*$/.test(cell))) {
      open("signature");
    } else if (recommending) {
      readRecommendation(cells, first, rest);
    } else {
      readRow(cells, first, rest);
    }
  };

  const readRow = (cells: string[], first: string, rest: string[]): void => {
    const table = tables.at(-1);
    if (table === undefined) throw new Error(`a row stands before any table: "${first}"`);
    const previous = table.rows.at(-1);
    const torn = rest.every((cell) => cell === "") && municipalityOf(first, aliases) === undefined;
    if (previous !== undefined && torn) previous[0] = `${previous[0]} ${first}`;
    else addRow(cells, `table ${table.number} row ${table.rows.length + 1}`, table.rows);
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

  return { rows: tables.flatMap((table) => rowsOf(table, aliases)), blocks };
}

/** A page break inside a paragraph: the text before it is not finished, the text after it does not begin a sentence. */
function continues(before: Block, line: string): boolean {
  return before.kind !== "item" && !/[.:;!?)»]$/.test(before.text) && /^[а-яё]/.test(line);
}

function rowsOf({ number, width, rows }: OpenTable, aliases: Aliases): SourceRow[] {
  return rows.map((cells, index) => {
    const place = `table ${number} row ${index + 1}`;
    const municipality = municipalityOf(cells[0] ?? "", aliases);
    if (municipality === undefined) throw new Error(`unknown municipality "${cells[0]}" in ${place}`);
    if (cells.length > width) throw new Error(`${place} has ${cells.length} cells, its table has ${width}`);
    const values = Array.from({ length: width - 1 }, (_, column) => sourceCell(cells[column + 1] ?? ""));
    return { table: number, row: index + 1, municipality, cells: values.slice(0, -1), points: values.at(-1) ?? "" };
  });
}
