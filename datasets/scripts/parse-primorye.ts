import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { plain, rowDigest, type SourceRow } from "./digest.ts";

/*
 * Reads the text version of the Primorye 2022 report.
 *
 *   lines ─ joined where a page break or a broken heading cut them ─→ paragraphs, each with its section and place
 *         └ those of a table ─────────────────────────────────────→ rows, each with its municipality and cells
 *
 * Run as a program it writes `observations.csv` and `rows.csv` of the round:
 *   npx tsx datasets/scripts/parse-primorye.ts SOURCE.txt [MUNICIPALITIES.csv] [DIR]
 */

/** A paragraph, list item, heading, legend line or table row of the source, in its order. */
export interface Paragraph {
  kind: "paragraph" | "item" | "heading" | "legend" | "row";
  /** Where it stands, e.g. `block 1 item 3` or `table 2 row 15`; numbers start at 1 in every section, for each kind apart. */
  place: string;
  text: string;
}

/** What the text of the report holds. */
export interface PrimoryeReport {
  rows: SourceRow[];
  paragraphs: Paragraph[];
}

/** Headings that open a section, as printed, and the name of the section in `place`. */
const sections: ReadonlyMap<string, string> = new Map([
  ["Содержание", "contents"],
  ["Введение", "introduction"],
  [
    "Общие сведения о мониторинге состояния и деятельности муниципальных методических служб в Приморском крае",
    "general information",
  ],
  ["Результаты мониторинга состояния и деятельности муниципальных методических служб в Приморском крае", "results"],
  ["Наличие и количественный состав ММС в муниципалитетах Приморского края", "block 1"],
  ["Качественный состав ММС в муниципалитетах Приморского края", "block 2"],
  [
    "Содержание должностных обязанностей сотрудников ММС и организация системы научно – методического сопровождения педагогических работников специалистами муниципальных методических служб в муниципалитетах Приморского края",
    "block 3",
  ],
  [
    "Общие выводы и рекомендации по итогам мониторинга состояния и деятельности ММС муниципальных образований Приморского края",
    "conclusions and recommendations",
  ],
  ["Общие выводы по итогам мониторинга", "conclusions"],
  ["Рекомендации по итогам мониторинга", "recommendations"],
]);

/** A name as it is compared: one space between words, lower case, ё as е. */
export function foldName(name: string): string {
  return plain(name).toLowerCase().replaceAll("ё", "е");
}

/**
 * The lines of the text, emphasis marks removed, with a line joined to the one before it where that one was cut:
 * it ends in a comma, or this one goes on in lower case. Lines with tabs (tables, legends, contents) stay whole.
 */
function joinedLines(text: string): string[] {
  const lines: string[] = [];
  for (const raw of text.replaceAll("**", "").split(/\r?\n|\f/)) {
    const line = raw.replace(/[ \u00a0]+$/, "");
    if (line.trim() === "") continue;
    const last = lines.at(-1);
    const cut = last !== undefined && !last.includes("\t") && !line.includes("\t");
    if (cut && !/^[-–•]/.test(line) && (last.endsWith(",") || /^[а-яё]/.test(line))) {
      lines[lines.length - 1] = `${last} ${line.trim()}`;
    } else {
      lines.push(line);
    }
  }
  return lines;
}

/**
 * Parses the text of the report; `aliases` leads from every printed form of a name (compared by `foldName`) to an id.
 * A table goes on over a page break, also when its header is repeated. An unknown territory, a row out of order or
 * with more cells than its table has columns throws: then the text is not the one this parser was written for.
 */
export function parsePrimorye(text: string, aliases: ReadonlyMap<string, string>): PrimoryeReport {
  const ids = new Map([...aliases].map(([name, id]) => [foldName(name), id]));
  const rows: SourceRow[] = [];
  const paragraphs: Paragraph[] = [];
  const counts = new Map<string, number>();
  let section = "title page";
  let legend = false;
  let header = "";
  let table = 0;
  let row = 0;

  const add = (kind: Paragraph["kind"], text: string) => {
    const key = `${section} ${kind}`;
    const number = (counts.get(key) ?? 0) + 1;
    counts.set(key, number);
    paragraphs.push({ kind, place: `${key} ${number}`, text });
  };

  for (const line of joinedLines(text)) {
    if (line.startsWith("№\t")) {
      legend = false;
      if (line === header) continue;
      header = line;
      table += 1;
      row = 0;
      paragraphs.push({ kind: "heading", place: `table ${table} header`, text: line });
      continue;
    }
    if (table > 0 && /^\d+\t/.test(line)) {
      const [number = "", name = "", ...printed] = line.split("\t");
      const columns = header.split("\t").length - 2;
      const municipality = ids.get(foldName(name));
      row += 1;
      if (municipality === undefined) throw new Error(`unknown municipality "${name}" in table ${table} row ${number}`);
      if (Number(number) !== row) throw new Error(`row ${number} where ${row} was expected in table ${table}`);
      if (printed.length > columns) throw new Error(`more than ${columns} cells in table ${table} row ${number}`);
      const cells = Array.from({ length: columns }, (_, column) => cellText(printed[column] ?? ""));
      rows.push({ table, row, municipality, cells, points: "" });
      paragraphs.push({ kind: "row", place: `table ${table} row ${row}`, text: line });
      continue;
    }
    const opened = sections.get(plain(line));
    if (opened !== undefined) {
      section = opened;
      legend = false;
      add("heading", line);
    } else if (legend) {
      add("legend", line);
    } else if (section === "contents" || /^([-–•✓]|\d+\.)\s/.test(line)) {
      add("item", line);
    } else {
      add("paragraph", line);
    }
    if (plain(line) === "Условные обозначения:") legend = true;
  }
  return { rows, paragraphs };
}

/** A cell in the notation of digests: `link:` before an underlined text. */
function cellText(cell: string): string {
  return `${cell.includes("<u>") ? "link:" : ""}${plain(cell)}`;
}

/** Every printed form of a name → id, from the rows of `municipalities.csv` of one region. */
export function aliasesOf(municipalities: readonly CsvRow[], region: string): Map<string, string> {
  const aliases = new Map<string, string>();
  for (const { id = "", name = "", aliases: others = "", region: of } of municipalities) {
    if (of !== region) continue;
    for (const form of [name, ...others.split("|")]) if (form !== "") aliases.set(form, id);
  }
  return aliases;
}

/** The columns of the three tables: the indicator and its codes, best first. */
const columns: ReadonlyArray<ReadonlyArray<{ indicator: string; codes: readonly string[] }>> = [
  [
    { indicator: "service-form", codes: ["separate", "within-authority", "none"] },
    { indicator: "headcount", codes: ["optimal", "acceptable", "insufficient", "none"] },
  ],
  [
    { indicator: "higher-education", codes: ["green", "yellow", "red"] },
    { indicator: "service-experience", codes: ["green", "yellow", "red"] },
    { indicator: "school-experience", codes: ["green", "yellow", "red"] },
    { indicator: "training", codes: ["green", "yellow", "red", "blue"] },
  ],
  [
    { indicator: "duties-conformity", codes: ["full", "partial", "none"] },
    { indicator: "associations", codes: ["extended", "basic", "none"] },
  ],
];

/** Cell texts that say why there is no value, with the SDMX status they mean. */
const absences: Readonly<Record<string, string>> = {
  "Сотрудники отсутствуют": "M",
  "Информация не предоставлена": "L",
};

const lost = "the colour of the cell was lost in the text version of the report";

/** The rows of `observations.csv`: what the cells show and nothing that is deduced from the text. */
export function observationsOf(rows: readonly SourceRow[]): CsvRow[] {
  return rows.flatMap(({ table, row, municipality, cells }) => {
    const source = `primorye-2022 table ${table} row ${row}`;
    const first = cells[0] ?? "";
    return cells.map((cell, column) => {
      const { indicator = "", codes = [] } = columns[table - 1]?.[column] ?? {};
      const known = {
        municipality,
        indicator,
        raw: cell,
        status: "A",
        basis: "printed",
        source,
        evidence: "",
        note: "",
      };
      if (cell !== "") return { ...known, status: absences[cell] ?? "A" };
      if (absences[first] === "M")
        return { ...known, status: "M", note: "covered by the merged cell of the row: no staff" };
      const bounded = { ...known, basis: "bounded", raw: codes.join("|"), note: lost };
      if (absences[first] !== "L") return bounded;
      return {
        ...bounded,
        raw: `${bounded.raw}|status:L`,
        note: `${lost}, or the cell was merged with the one before it that says the information was not submitted`,
      };
    });
  });
}

/** One row of a CSV file: column → text. */
export type CsvRow = Record<string, string>;

/** The rows of a CSV text, by the names in its first line. */
export function readCsv(text: string): CsvRow[] {
  return parse(text, { columns: true });
}

/** A CSV text with the columns named. */
export function writeCsv(columns: readonly string[], rows: readonly CsvRow[]): string {
  return stringify([...rows], { header: true, columns: [...columns] });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const datasets = join(dirname(fileURLToPath(import.meta.url)), "..");
  const [
    source,
    municipalities = join(datasets, "municipalities.csv"),
    directory = join(datasets, "primorye", "2022"),
  ] = process.argv.slice(2);
  if (source === undefined) throw new Error("usage: parse-primorye.ts SOURCE.txt [MUNICIPALITIES.csv] [DIR]");
  const aliases = aliasesOf(readCsv(readFileSync(municipalities, "utf8")), "primorye");
  const { rows } = parsePrimorye(readFileSync(source, "utf8"), aliases);
  mkdirSync(directory, { recursive: true });
  writeFileSync(
    join(directory, "observations.csv"),
    writeCsv(
      ["municipality", "indicator", "raw", "status", "basis", "source", "evidence", "note"],
      observationsOf(rows),
    ),
  );
  writeFileSync(
    join(directory, "rows.csv"),
    writeCsv(
      ["table", "row", "municipality", "digest"],
      rows.map((row) => ({
        table: String(row.table),
        row: String(row.row),
        municipality: row.municipality,
        digest: rowDigest(row),
      })),
    ),
  );
}
