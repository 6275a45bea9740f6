import type { Cell, Document, Row, Table } from "@metodika/presentation";
import { composeReport, type RefreshResult, refreshDocx } from "@metodika/report";
import { composeInput } from "./compose-input.ts";
import { type Asked, type DocumentContext, type MadeFile, told } from "./document-job.ts";
import { drawn } from "./drawn.ts";

export interface RefreshInput extends Asked {
  /** The name of the edited report. */
  file: string;
  bytes: ArrayBuffer;
}

/** The renewed report and what was found in it; `counts` and `places` are missing where it could not be read. */
export interface RefreshedFile extends MadeFile {
  counts?: { changed: number; unchanged: number; missing: number; unknown: number };
  /** What was renewed, what the file has no more, what the data have no more. */
  places?: Table;
}

/** Renews the figures, lists, tables and charts of a report that its author has edited; all else stays. */
export async function refresh(
  { file, bytes: edited, ...asked }: RefreshInput,
  context: DocumentContext,
): Promise<RefreshedFile> {
  const { lang, step } = context;
  const input = composeInput(asked, context);
  step({ ru: "составляю справку", en: "composing the report" });
  const document = composeReport(input);
  const images = await drawn(document, context);
  step({ ru: "обновляю места документа", en: "renewing the places of the document" });
  const result = await refreshDocx(new Uint8Array(edited), document, { images, file });
  const problems = told(result.problems, lang);
  const name = file.replace(/(\.docx)?$/i, { ru: "-обновлено.docx", en: "-renewed.docx" }[lang]);
  if (!result.bytes) return { name, problems };
  const { changed, unchanged, missing, unknown } = result;
  return {
    name,
    bytes: result.bytes,
    problems,
    counts: { changed: changed.length, unchanged, missing: missing.length, unknown: unknown.length },
    places: placesTable(result, document, `${asked.round}-renewed-places`),
  };
}

function placesTable({ changed, kept, missing, unknown }: RefreshResult, document: Document, id: string): Table {
  const { lang } = document;
  const words = {
    ru: {
      title: "Что изменилось в документе",
      corner: "Место",
      columns: ["Что с ним", "Было в файле", "Стало"],
      table: "таблица",
      chart: "диаграмма",
      changed: "обновлено",
      kept: "слова автора сохранены; «стало» — как составлено сейчас",
      missing: "в файле больше нет",
      unknown: "в данных больше нет",
    },
    en: {
      title: "What changed in the document",
      corner: "Place",
      columns: ["What became of it", "In the file before", "Now"],
      table: "table",
      chart: "chart",
      changed: "renewed",
      kept: "the author's words stay; “now” is what is composed",
      missing: "no longer in the file",
      unknown: "no longer in the data",
    },
  }[lang];
  const titles = new Map(
    document.parts.flatMap(({ blocks }) =>
      blocks.flatMap((block): [string, string][] => {
        if (block.type === "table") return [[`table:${block.table.id}`, `${words.table} «${block.table.title}»`]];
        return block.type === "chart" ? [[`chart:${block.id}`, `${words.chart} «${block.title}»`]] : [];
      }),
    ),
  );
  const nameOf = (tag: string) => titles.get(tag) ?? tag;
  const cells = (...texts: string[]): Cell[] => texts.map((text) => ({ text }));
  const rows: Omit<Row, "id">[] = [
    ...changed.map(({ tag, at, before, after }) => ({
      header: at === undefined ? nameOf(tag) : `${nameOf(tag)}: ${at}`,
      cells: cells(words.changed, before, after),
    })),
    ...kept.map(({ tag, before, after }) => ({ header: nameOf(tag), cells: cells(words.kept, before, after) })),
    ...missing.map((tag) => ({ header: nameOf(tag), cells: cells(words.missing, "", "") })),
    ...unknown.map((tag) => ({ header: tag, cells: cells(words.unknown, "", "") })),
  ];
  return {
    id,
    title: words.title,
    lang,
    corner: words.corner,
    columns: ["state", "before", "after"].map((column, index) => ({
      id: column,
      title: words.columns[index] ?? column,
      align: "left",
    })),
    rows: rows.map((row, index) => ({ id: String(index + 1), ...row })),
    notes: [],
    source: "",
  };
}
