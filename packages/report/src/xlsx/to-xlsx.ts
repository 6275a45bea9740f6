import { Workbook as Book, PaperSize, type Style, type Worksheet } from "@cj-tech-master/excelts";
import type { Language } from "@metodika/core";
import { unzipSync, zipSync } from "fflate";
import { address, areaAddress } from "./address.ts";
import { colorStyle, lookStyle } from "./look-style.ts";
import { rowHeight } from "./row-heights.ts";
import type { Look, Sheet, SheetCell, Workbook } from "./workbook.ts";

/**
 * A workbook as the bytes of an XLSX file, the same bytes for the same workbook. Every text is written as a text, whatever
 * it begins with: only what is a formula in the workbook becomes one. A program recalculates it when it opens the file.
 *
 * @throws RangeError for two sheets of one name: names come from `sheetNames`
 */
export async function toXlsx({ title, lang, sheets }: Workbook): Promise<Uint8Array> {
  const names = new Set(sheets.map(({ name }) => name.toLowerCase()));
  if (names.size !== sheets.length) throw new RangeError("two sheets of a workbook have the same name");
  const book = new Book();
  book.title = title;
  book.creator = "Metodika";
  book.lastModifiedBy = "Metodika";
  book.language = lang;
  book.created = moment;
  book.modified = moment;
  book.calcProperties.fullCalcOnLoad = true;
  const styles = new Map<string, Partial<Style>>();
  const styleOf = (look: Look) => {
    const key = `${look.kind} ${look.align} ${look.color} ${look.format} ${look.underline}`;
    const style = styles.get(key) ?? lookStyle(look, lang);
    styles.set(key, style);
    return style;
  };
  for (const sheet of sheets) fill(book.addWorksheet(sheet.name), sheet, styleOf, lang);
  // Packed once more: the library leaves that to the machine, and Node and browsers do not pack to the same bytes.
  const stored = await book.xlsx.writeBuffer({ zip: { level: 0 } });
  // The fields of a time in a zip are local: made from local fields they are the same everywhere.
  return zipSync(unzipSync(stored), { level: 6, mtime: new Date(2000, 0, 1) });
}

/** When every workbook was made: the data say when, the file must not. */
const moment = new Date(Date.UTC(2000, 0, 1));

function fill(worksheet: Worksheet, sheet: Sheet, styleOf: (look: Look) => Partial<Style>, lang: Language): void {
  sheet.columns.forEach(({ width, folded }, index) => {
    const column = worksheet.getColumn(index + 1);
    column.width = width;
    if (folded) {
      column.outlineLevel = 1;
      column.hidden = true;
    }
  });
  sheet.rows.forEach((sheetRow, index) => {
    const row = worksheet.getRow(index + 1);
    const height = rowHeight(sheetRow, sheet);
    if (height !== undefined) row.height = height;
    sheetRow.cells.forEach((cell, column) => {
      if (!cell) return;
      const target = row.getCell(column + 1);
      target.style = styleOf(cell.look);
      target.value = contentOf(cell);
    });
  });
  for (const { top, left, bottom, right } of sheet.merges ?? []) worksheet.mergeCells(top, left, bottom, right);
  if (sheet.filter) worksheet.autoFilter = areaAddress(sheet.filter);
  if (sheet.frozen)
    worksheet.views = [
      {
        state: "frozen",
        xSplit: sheet.frozen.columns,
        ySplit: sheet.frozen.rows,
        topLeftCell: address(sheet.frozen.rows + 1, sheet.frozen.columns + 1),
      },
    ];
  setPage(worksheet, sheet);
  for (const { area, from, numbers } of sheet.choices ?? [])
    addChoice(worksheet, areaAddress(area), from, numbers, lang);
  (sheet.coloring ?? []).forEach(({ area, colors }) => {
    const first = address(area.top, area.left);
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
          formulae: [`LEN(${first})>=0`],
          style: colorStyle("none"),
        },
      ],
    });
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

function setPage(worksheet: Worksheet, { landscape, titleRows }: Sheet): void {
  worksheet.pageSetup = {
    ...worksheet.pageSetup,
    paperSize: PaperSize.A4,
    orientation: landscape ? "landscape" : "portrait",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: 0.5, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    ...(titleRows ? { printTitlesRow: titleRows.join(":") } : {}),
  };
  worksheet.headerFooter = { ...worksheet.headerFooter, oddFooter: "&L&A&R&P / &N" };
}

function addChoice(
  worksheet: Worksheet,
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
