import { nearest, type Problem } from "@metodika/core";
import { problemOf } from "../problem/problem-of.ts";
import { shorten } from "../problem/shorten.ts";
import { byteLines } from "../text/byte-lines.ts";
import type { Place } from "../text/place.ts";
import { cellStart } from "./cell-start.ts";
import { type Delimiter, sniffDelimiter } from "./sniff-delimiter.ts";
import { type QuoteFault, type RawRecord, splitRecords } from "./split-records.ts";

/** One row of a table: the line it begins on and its cells by column name (an object without a prototype). */
export interface CsvRecord {
  line: number;
  values: Record<string, string>;
}

export interface CsvTable {
  header: string[];
  /** Rows with as many cells as the header; the others are problems. */
  records: CsvRecord[];
  delimiter: Delimiter;
  /** Where a cell stands: the record's own line and a column name; without a name, where the record begins. */
  at(line: number, field?: string): Place;
  problems: Problem[];
}

export interface CsvOptions {
  /** The name shown in problems. */
  file?: string | undefined;
  /** The columns of the contract; without them any header will do. */
  columns?: { required: readonly string[]; optional?: readonly string[] | undefined } | undefined;
  /** Found in the header unless told. */
  delimiter?: Delimiter | undefined;
  /** 2,000,000 unless told. */
  maxRows?: number | undefined;
  /** 1,000 unless told. */
  maxColumns?: number | undefined;
}

const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);

/**
 * CSV text → rows by column name, RFC 4180: `"` quotes, `""` inside quotes, any line ending. Cells stay text as they
 * stand, spaces included. Blank lines are passed over, and so are columns without name and content at the right edge.
 *
 * Nothing (no header) gives no records and `csv/empty`. Problems: `csv/empty`, `csv/quote`, `csv/ragged-row`,
 * `csv/missing-column`, `csv/unknown-column` (a warning), `csv/duplicate-column`, `csv/unnamed-column`,
 * `csv/forbidden-key`, `csv/too-many-rows`, `csv/too-many-columns`. Never throws.
 *
 * @example
 * parseCsv("id,name\nzeya,Зея\n").records // [{ line: 2, values: { id: "zeya", name: "Зея" } }]
 */
export function parseCsv(text: string, options: CsvOptions = {}): CsvTable {
  const { file, columns, delimiter = sniffDelimiter(text), maxRows = 2_000_000, maxColumns = 1_000 } = options;
  const bytes = new TextEncoder().encode(text);
  const lines = byteLines(bytes);
  const split = splitRecords(bytes, delimiter, maxRows + 1);
  const [head, ...rows] = split.records;
  const header = head ? withoutEmptyEnd(head.cells) : [];
  const placeOfCell = (record: RawRecord, index: number): Place =>
    lines.placeOf(cellStart(bytes, record.start, index, delimiter));

  const at = (line: number, field?: string): Place => {
    const start = lines.startOf(line);
    const index = field === undefined ? 0 : Math.max(0, header.indexOf(field));
    return lines.placeOf(cellStart(bytes, start, index, delimiter));
  };
  const quoteProblems = split.faults.map((fault) => quoteProblem(fault, lines.placeOf(fault.start), file));
  const withoutRecords = (problems: Problem[]): CsvTable => ({ header, records: [], delimiter, at, problems });

  if (!head || header.length === 0) return withoutRecords([...quoteProblems, emptyProblem(file)]);
  if (head.cells.length > maxColumns) {
    return withoutRecords([tooManyColumns(head.cells.length, maxColumns, lines.placeOf(head.start), file)]);
  }

  const headerProblems = checkHeader(header, (index) => placeOfCell(head, index), columns, file);
  const problems = [...headerProblems, ...quoteProblems];
  const records: CsvRecord[] = [];
  for (const row of rows) {
    const { cells } = row;
    if (!fits(cells, header.length, head.cells.length)) {
      problems.push(
        raggedRow(cells.length, header.length, placeOfCell(row, Math.min(cells.length, header.length)), file),
      );
      continue;
    }
    const values: Record<string, string> = Object.create(null);
    header.forEach((name, index) => {
      if (!forbiddenKeys.has(name) && !(name in values)) values[name] = cells[index] ?? "";
    });
    records.push({ line: lines.placeOf(row.start).line, values });
  }
  if (split.stopped === "too-many-records") problems.push(tooManyRows(maxRows, file));
  return { header, records, delimiter, at, problems: problems.sort(byPlace) };
}

/** A row fits when it has the header's cells, or more that are empty and stand under columns without name. */
function fits(cells: readonly string[], named: number, width: number): boolean {
  if (cells.length === named) return true;
  return cells.length > named && cells.length <= width && cells.slice(named).every((cell) => cell === "");
}

function withoutEmptyEnd(cells: readonly string[]): string[] {
  const last = cells.findLastIndex((cell) => cell !== "");
  return cells.slice(0, last + 1);
}

function byPlace(a: Problem, b: Problem): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

function checkHeader(
  header: readonly string[],
  place: (index: number) => Place,
  columns: CsvOptions["columns"],
  file: string | undefined,
): Problem[] {
  const problems: Problem[] = [];
  const known = columns && [...columns.required, ...(columns.optional ?? [])];
  header.forEach((name, index) => {
    const facts = { file, ...place(index), field: name, value: name };
    if (name === "") {
      const message = {
        ru: `столбец ${index + 1} без названия; назовите его или удалите`,
        en: `column ${index + 1} has no name; name it or remove it`,
      };
      problems.push(problemOf("csv/unnamed-column", message, { file, ...place(index) }));
    } else if (forbiddenKeys.has(name)) {
      const message = {
        ru: `название столбца «${name}» недопустимо; переименуйте столбец`,
        en: `column name "${name}" is not allowed; rename the column`,
      };
      problems.push(problemOf("csv/forbidden-key", message, facts));
    } else if (header.indexOf(name) < index) {
      const message = {
        ru: `столбец «${shorten(name)}» встречается второй раз; оставьте один`,
        en: `column "${shorten(name)}" occurs a second time; keep one`,
      };
      problems.push(problemOf("csv/duplicate-column", message, facts));
    } else if (known && !known.includes(name)) {
      const near = nearest(name, known);
      const message = {
        ru: `неизвестный столбец «${shorten(name)}»; ${near ? `ближайший: «${near}»` : `известны: ${known.join(", ")}`}`,
        en: `unknown column "${shorten(name)}"; ${near ? `nearest: "${near}"` : `known: ${known.join(", ")}`}`,
      };
      problems.push(problemOf("csv/unknown-column", message, { ...facts, severity: "warning", nearest: near }));
    }
  });
  for (const name of columns?.required ?? []) {
    if (header.includes(name)) continue;
    const message = {
      ru: `нет столбца «${name}»; добавьте его`,
      en: `column "${name}" is missing; add it`,
    };
    problems.push(problemOf("csv/missing-column", message, { file, line: place(0).line, column: 1, field: name }));
  }
  return problems;
}

function emptyProblem(file: string | undefined): Problem {
  const message = {
    ru: "в файле нет строки с названиями столбцов",
    en: "the file has no line with column names",
  };
  return problemOf("csv/empty", message, { file, line: 1, column: 1 });
}

const quoteMessages: Readonly<Record<QuoteFault["kind"], Problem["message"]>> = {
  "not-closed": {
    ru: "кавычка открыта и не закрыта; закройте её, а кавычки внутри ячейки удвойте",
    en: "the quote is opened and never closed; close it, and double the quotes inside the cell",
  },
  "after-closing": {
    ru: "после закрывающей кавычки ячейка продолжается; удвойте кавычки внутри ячейки",
    en: "the cell goes on after its closing quote; double the quotes inside the cell",
  },
  "inside-bare": {
    ru: "кавычка внутри ячейки без кавычек; заключите ячейку в кавычки, а внутренние удвойте",
    en: "a quote inside an unquoted cell; put the cell in quotes and double those inside",
  },
};

function quoteProblem({ kind }: QuoteFault, place: Place, file: string | undefined): Problem {
  return problemOf("csv/quote", quoteMessages[kind], { file, ...place });
}

function raggedRow(found: number, expected: number, place: Place, file: string | undefined): Problem {
  const message = {
    ru: `ячеек в строке: ${found}, а столбцов: ${expected}; добавьте недостающие ячейки или уберите лишние`,
    en: `cells in the row: ${found}, columns: ${expected}; add the missing cells or remove the extra ones`,
  };
  return problemOf("csv/ragged-row", message, { file, ...place, value: String(found) });
}

function tooManyColumns(found: number, limit: number, place: Place, file: string | undefined): Problem {
  const message = {
    ru: `столбцов слишком много: ${found}, допускается ${limit}; уберите лишние`,
    en: `too many columns: ${found}, at most ${limit} are read; remove some`,
  };
  return problemOf("csv/too-many-columns", message, { file, ...place, value: String(found) });
}

function tooManyRows(limit: number, file: string | undefined): Problem {
  const message = {
    ru: `строк больше, чем допускается (${limit}); разделите файл`,
    en: `more rows than are read (${limit}); split the file`,
  };
  return problemOf("csv/too-many-rows", message, { file, value: String(limit) });
}
