import type { PageSetup, Style, WorkbookWriter, WorksheetView, WorksheetWriter } from "@cj-tech-master/excelts";
import type { Language } from "@metodika/core";
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { address, areaAddress } from "./address.ts";
import { colorStyle, lookStyle } from "./look-style.ts";
import { rowHeight } from "./row-heights.ts";
import type { Area, Look, Sheet, SheetCell, Workbook } from "./workbook.ts";

/**
 * A workbook as the bytes of an XLSX file, the same bytes for the same workbook. Every text is written as a text, whatever
 * it begins with: only what is a formula in the workbook becomes one. A program recalculates it when it opens the file.
 *
 * Rows are written one by one and forgotten, so that the memory that a large workbook takes is that of its file.
 *
 * @throws RangeError for two sheets of one name: names come from `sheetNames`
 */
export async function toXlsx({ title, lang, sheets }: Workbook): Promise<Uint8Array> {
  const names = new Set(sheets.map(({ name }) => name.toLowerCase()));
  if (names.size !== sheets.length) throw new RangeError("two sheets of a workbook have the same name");
  // The library is large, and most commands and pages write no workbook.
  const { WorkbookWriter } = await import("@cj-tech-master/excelts");
  const { stream, bytes } = collector();
  const book = new WorkbookWriter({
    ...properties,
    stream,
    useStyles: true,
    useSharedStrings: true,
    zip: { zlib: { level: 0 } },
  });
  // It writes what stands in these properties, and has no option for them.
  Object.assign(book, { title, language: lang });
  const styleOf = memoized((look: Look) => lookStyle(look, lang));
  for (const sheet of sheets) writeSheet(book, sheet, styleOf, lang);
  await book.commit();
  const parts = unzipSync(bytes());
  parts[bookPart] = strToU8(calculatedOnLoad(strFromU8(parts[bookPart] ?? new Uint8Array())));
  const packed: Zippable = {};
  for (const [path, part] of Object.entries(parts)) packed[path] = [part, { level: part.length > large ? 4 : 6 }];
  // Packed once more: the library leaves that to the machine, and Node and browsers do not pack to the same bytes. The
  // fields of a time in a zip are local: made from local fields they are the same everywhere.
  return zipSync(packed, { mtime: new Date(2000, 0, 1) });
}

/** When every workbook was made: the data say when, the file must not. */
const moment = new Date(Date.UTC(2000, 0, 1));
const properties = { creator: "Metodika", lastModifiedBy: "Metodika", created: moment, modified: moment };

/** A part of so many bytes takes half the time to pack somewhat less. */
const large = 2_000_000;
const bookPart = "xl/workbook.xml";

/** The library has no option for it where it writes row by row. */
function calculatedOnLoad(book: string): string {
  return book.replace(/<calcPr ([^>]*?)\s*\/>/, '<calcPr $1 fullCalcOnLoad="1"/>');
}

/** Takes what the library writes, piece by piece. */
function collector(): { stream: WritableStream<Uint8Array>; bytes: () => Uint8Array } {
  const pieces: Uint8Array[] = [];
  const stream = new WritableStream<Uint8Array>({
    write(piece) {
      pieces.push(piece);
    },
  });
  const bytes = () => {
    const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const piece of pieces.splice(0)) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  };
  return { stream, bytes };
}

/** One style object for all cells that look alike: the library tells styles apart by their objects first. */
function memoized(make: (look: Look) => Partial<Style>): (look: Look) => Partial<Style> {
  const known = new Map<string, Partial<Style>>();
  return (look) => {
    const key = `${look.kind} ${look.align} ${look.color} ${look.format} ${look.underline}`;
    const style = known.get(key) ?? make(look);
    known.set(key, style);
    return style;
  };
}

function writeSheet(book: WorkbookWriter, sheet: Sheet, styleOf: (look: Look) => Partial<Style>, lang: Language): void {
  const worksheet = book.addWorksheet(sheet.name, {
    pageSetup: pageOf(sheet),
    headerFooter: { oddFooter: "&L&A&R&P / &N" },
    ...(sheet.filter ? { autoFilter: areaAddress(sheet.filter) } : {}),
    ...(sheet.frozen ? { views: [viewOf(sheet.frozen)] } : {}),
  });
  sheet.columns.forEach(({ width, folded }, index) => {
    const column = worksheet.getColumn(index + 1);
    column.width = width;
    if (folded) {
      column.outlineLevel = 1;
      column.hidden = true;
    }
  });
  for (const { area, from, numbers } of sheet.choices ?? [])
    addChoice(worksheet, areaAddress(area), from, numbers, lang);
  for (const { area, colors } of sheet.coloring ?? []) addColoring(worksheet, area, colors);
  writeRows(worksheet, sheet, styleOf);
  worksheet.commit();
}

/** Row by row; those that are merged with later ones wait for them. */
function writeRows(worksheet: WorksheetWriter, sheet: Sheet, styleOf: (look: Look) => Partial<Style>): void {
  const merges = sheet.merges ?? [];
  const ends = new Map<number, Area[]>();
  for (const merge of merges) ends.set(merge.bottom, [...(ends.get(merge.bottom) ?? []), merge]);
  const tall = merges.filter(({ top, bottom }) => top < bottom);
  sheet.rows.forEach((sheetRow, index) => {
    const number = index + 1;
    const row = worksheet.getRow(number);
    const height = rowHeight(sheetRow, sheet);
    if (height !== undefined) row.height = height;
    sheetRow.cells.forEach((cell, column) => {
      if (!cell) return;
      const target = row.getCell(column + 1);
      target.style = styleOf(cell.look);
      target.value = contentOf(cell);
    });
    for (const { top, left, bottom, right } of ends.get(number) ?? []) worksheet.mergeCells(top, left, bottom, right);
    if (!tall.some(({ top, bottom }) => top <= number && number < bottom)) row.commit();
  });
}

function contentOf({ value }: SheetCell) {
  if (typeof value !== "object") return clean(value);
  const { formula, result } = value;
  if (typeof result === "number" && !Number.isFinite(result)) return { formula };
  return { formula, result };
}

/** A text without the signs that XML cannot hold; an empty one is written as nothing. */
function clean(value: string | number): string | number | null {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not reach the file
  const text = value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replace(/\p{Cs}/gu, "\ufffd");
  return text === "" ? null : text.slice(0, 32_767);
}

function pageOf({ landscape, titleRows }: Sheet): Partial<PageSetup> {
  return {
    // A4 in the numbers of the format.
    paperSize: 9,
    orientation: landscape ? "landscape" : "portrait",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: 0.5, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    ...(titleRows ? { printTitlesRow: titleRows.join(":") } : {}),
  };
}

function viewOf({ rows, columns }: NonNullable<Sheet["frozen"]>): Partial<WorksheetView> {
  return { state: "frozen", xSplit: columns, ySplit: rows, topLeftCell: address(rows + 1, columns + 1) };
}

function addColoring(
  worksheet: WorksheetWriter,
  area: Area,
  colors: NonNullable<Sheet["coloring"]>[number]["colors"],
): void {
  worksheet.addConditionalFormatting({
    ref: areaAddress(area),
    rules: [
      ...colors.map(({ text, color }, index) => ({
        type: "cellIs" as const,
        operator: "equal" as const,
        priority: index + 1,
        formulae: [`"${text.replaceAll('"', '""')}"`],
        style: colorStyle(color),
      })),
      {
        type: "expression" as const,
        priority: colors.length + 1,
        formulae: [`LEN(${address(area.top, area.left)})>=0`],
        style: colorStyle("none"),
      },
    ],
  });
}

function addChoice(
  worksheet: WorksheetWriter,
  area: string,
  from: string,
  numbers: boolean | undefined,
  lang: Language,
): void {
  worksheet.dataValidations.add(area, {
    type: "list",
    allowBlank: true,
    formulae: [from],
    showErrorMessage: !numbers,
    errorTitle: lang === "ru" ? "Нет в списке" : "Not in the list",
    error: lang === "ru" ? "Выберите значение из списка шкалы." : "Choose a value from the list of the scale.",
  });
}
