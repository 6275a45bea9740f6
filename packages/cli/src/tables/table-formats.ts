import type { Language, RoundData } from "@metodika/core";
import type { Chart, Document, Edition, Table } from "@metodika/presentation";
import {
  type CsvOptions,
  roundWorkbook,
  tablesWorkbook,
  toCsv,
  toDocx,
  toHtmlPage,
  toMarkdown,
  toXlsx,
} from "@metodika/report";
import { Failure } from "../failure.ts";
import { unknownWord } from "../open.ts";

/** What there is to write: the results of a round, or of a comparison. */
export interface Results {
  /** The beginning of the names of files that hold all tables. */
  id: string;
  title: string;
  /** Of one round: a workbook that calculates is written too. */
  data?: RoundData;
  tables: readonly Table[];
  charts: readonly Chart[];
  csv: CsvOptions["for"];
  lang: Language;
  edition: Edition;
}

/** A file to write: its name and what it holds. */
export type NamedFile = readonly [name: string, content: string | Uint8Array];

/** Writes the results in one form; the names of its files end with the name of the format. */
export type TableFormat = (results: Results) => Promise<NamedFile[]>;

/** The formats of `tables --format`, by name, from light to heavy. Libraries that only one format needs are loaded when it is asked for. */
export const tableFormats: Readonly<Record<string, TableFormat>> = {
  csv: eachTable("csv", (table, { csv }) => toCsv(table, { for: csv })),
  md: eachTable("md", (table) => toMarkdown(table)),
  html: eachTable("html", (table) => toHtmlPage([table])),
  /** A workbook that calculates, and one with all tables as they are to be handed in. */
  xlsx: async ({ id, title, data, tables, lang, edition }) => [
    ...(data ? [[`${id}.xlsx`, await toXlsx(roundWorkbook(data, lang, { edition }))] as const] : []),
    [`${id}-tables.xlsx`, await toXlsx(tablesWorkbook(tables, { title, lang }))],
  ],
  docx: async (results) => [[`${results.id}-tables.docx`, await tablesInWord(results)]],
  svg: eachChart("svg", async ({ spec, alt }) => {
    const { drawSvg, fonts } = await drawing();
    return drawSvg(spec, { fonts, alt });
  }),
  png: eachChart("png", async ({ spec }) => {
    const { drawPng, fonts, wasm } = await drawing();
    return (await drawPng(spec, { fonts, wasm })).png;
  }),
};

/** The formats of `compare --out`: a comparison has tables and no charts. */
export const comparisonFormats: Readonly<Record<string, TableFormat>> = Object.fromEntries(
  Object.entries(tableFormats).filter(([name]) => name !== "svg" && name !== "png"),
);

/** The formats asked for, with commas, each once; an unknown one stops the command. */
export function formatsOf(list: string, formats: Readonly<Record<string, TableFormat>>, lang: Language): string[] {
  const wanted = [...new Set(list.split(",").map((name) => name.trim()))];
  const known = Object.keys(formats);
  const wrong = wanted.find((name) => !known.includes(name));
  if (wrong !== undefined) throw new Failure(2, unknownWord({ ru: "формата", en: "format" }, wrong, known)[lang]);
  return wanted;
}

/** All tables that are for paper in one Word file, each in a place that can be renewed. */
async function tablesInWord({ id, title, tables, lang, edition }: Results): Promise<Uint8Array> {
  const document: Document = {
    id: `${id}-tables`,
    kind: "report",
    title,
    lang,
    edition,
    fields: {},
    parts: [
      {
        id: "tables",
        blocks: [
          { type: "heading", level: 1, text: title },
          ...tables.filter(({ list }) => !list).map((table) => ({ type: "table" as const, table })),
        ],
      },
    ],
  };
  const { bytes, problems } = await toDocx(document, { images: new Map() });
  if (!bytes) throw new Error(problems.map(({ message }) => message.en).join("; "));
  return bytes;
}

type Content = string | Uint8Array | Promise<string | Uint8Array>;

/** A file for each table, named by its id. */
function eachTable(extension: string, write: (table: Table, results: Results) => Content): TableFormat {
  return async (results) => filesOf(extension, results.tables, (table) => write(table, results));
}

/** A file for each chart, named by its id. */
function eachChart(extension: string, write: (chart: Chart) => Content): TableFormat {
  return async ({ charts }) => filesOf(extension, charts, write);
}

async function filesOf<Item extends { id: string }>(
  extension: string,
  items: readonly Item[],
  write: (item: Item) => Content,
): Promise<NamedFile[]> {
  const files: NamedFile[] = [];
  for (const item of items) files.push([`${item.id}.${extension}`, await write(item)]);
  return files;
}

async function drawing() {
  const [draw, { loadDrawing }] = await Promise.all([
    import("@metodika/report/chart"),
    import("@metodika/report/node"),
  ]);
  loaded ??= loadDrawing();
  return { ...draw, ...(await loaded) };
}
let loaded: ReturnType<typeof import("@metodika/report/node").loadDrawing> | undefined;
