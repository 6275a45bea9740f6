import type { Language, RoundData, RoundScore } from "@metodika/core";
import { type Chart, type Document, type Edition, say, type Table } from "@metodika/presentation";
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

/** What there is to write of a round. */
export interface RoundResults {
  data: RoundData;
  score: RoundScore;
  tables: readonly Table[];
  charts: readonly Chart[];
  csv: CsvOptions["for"];
  lang: Language;
  edition: Edition;
}

/** A file to write: its name and what it holds. */
export type NamedFile = readonly [name: string, content: string | Uint8Array];

/** Writes the results in one form; the names of its files end with the name of the format. */
export type TableFormat = (results: RoundResults) => Promise<NamedFile[]>;

/** The formats of `tables --format`, by name. Libraries that only one format needs are loaded when it is asked for. */
export const tableFormats: Readonly<Record<string, TableFormat>> = {
  csv: eachTable("csv", (table, { csv }) => toCsv(table, { for: csv })),
  md: eachTable("md", (table) => toMarkdown(table)),
  html: eachTable("html", (table) => toHtmlPage([table])),
  /** A workbook that calculates, and one with all tables as they are to be handed in. */
  xlsx: async ({ data, tables, lang, edition }) => [
    [`${data.round.id}.xlsx`, await toXlsx(roundWorkbook(data, lang, { edition }))],
    [
      `${data.round.id}-tables.xlsx`,
      await toXlsx(tablesWorkbook(tables, { title: say(data.round.title, lang), lang })),
    ],
  ],
  docx: async (results) => [[`${results.data.round.id}-tables.docx`, await tablesInWord(results)]],
  svg: eachChart("svg", async ({ spec, alt }) => {
    const { drawSvg, fonts } = await drawing();
    return drawSvg(spec, { fonts, alt });
  }),
  png: eachChart("png", async ({ spec }) => {
    const { drawPng, fonts, wasm } = await drawing();
    return (await drawPng(spec, { fonts, wasm })).png;
  }),
};

/** All tables in one Word file, each in a place that can be renewed. */
async function tablesInWord({ data, tables, lang, edition }: RoundResults): Promise<Uint8Array> {
  const title = say(data.round.title, lang);
  const document: Document = {
    id: `${data.round.id}-tables`,
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
          ...tables.map((table) => ({ type: "table" as const, table })),
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
function eachTable(extension: string, write: (table: Table, results: RoundResults) => Content): TableFormat {
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
