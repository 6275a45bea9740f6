import { type Aliases, municipalityOf } from "./aliases.ts";
import { plain } from "./digest.ts";
import { type Block, type Report, type SourceRow, sourceCell } from "./report.ts";

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

/**
 * Takes the report on Primorsky Krai for 2022 apart.
 *
 *   lines ─ joined where a page break or a broken heading cut them ─→ blocks, each with its section and number
 *         └ those of a table ─────────────────────────────────────→ rows, each with its municipality and cells
 *
 * A table goes on over a page break, also when its header is repeated. An unknown territory, a row out of order or
 * with more cells than its table has columns throws: then the text is not the one this parser was written for.
 */
export function parsePrimorye(text: string, aliases: Aliases): Report {
  const rows: SourceRow[] = [];
  const blocks: Block[] = [];
  const counts = new Map<string, number>();
  let section = "title page";
  let legend = false;
  let header = "";
  let table = 0;
  let row = 0;

  const add = (kind: Block["kind"], text: string): void => {
    const key = `${section} ${kind}`;
    const number = (counts.get(key) ?? 0) + 1;
    counts.set(key, number);
    blocks.push({ kind, place: `${key} ${number}`, text });
  };

  for (const line of joinedLines(text)) {
    if (line.startsWith("№\t")) {
      legend = false;
      if (line === header) continue;
      header = line;
      table += 1;
      row = 0;
      blocks.push({ kind: "heading", place: `table ${table} header`, text: line });
      continue;
    }
    if (table > 0 && /^\d+\t/.test(line)) {
      row += 1;
      rows.push(readRow(line, { table, row, columns: header.split("\t").length - 2 }, aliases));
      blocks.push({ kind: "row", place: `table ${table} row ${row}`, text: line });
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
  return { rows, blocks };
}

function readRow(
  line: string,
  { table, row, columns }: { table: number; row: number; columns: number },
  aliases: Aliases,
): SourceRow {
  const [number = "", name = "", ...printed] = line.split("\t");
  const municipality = municipalityOf(name, aliases);
  if (municipality === undefined) throw new Error(`unknown municipality "${name}" in table ${table} row ${number}`);
  if (Number(number) !== row) throw new Error(`row ${number} where ${row} was expected in table ${table}`);
  if (printed.length > columns) throw new Error(`more than ${columns} cells in table ${table} row ${number}`);
  const cells = Array.from({ length: columns }, (_, column) => sourceCell(printed[column] ?? ""));
  return { table, row, municipality, cells, points: "" };
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
