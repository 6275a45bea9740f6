// From documents composed of a round to tables and documents as files. Workbooks calculate. Pictures of charts: see `chart/`.

export type { ComposeInput, LetterInput } from "./compose/compose-input.ts";
export { composeReport } from "./compose/compose-report.ts";
export { composeLetter, composeLetters, type Letter } from "./compose/letter/compose-letter.ts";
export { letterProblems } from "./compose/letter/letter-problems.ts";
export { type MunicipalityParts, municipalityParts } from "./compose/letter/municipality-parts.ts";
export { inert } from "./csv/inert.ts";
export { type CsvOptions, toCsv } from "./csv/to-csv.ts";
// Word: documents from a template, and edited documents with their places renewed.
export type { Image, Images } from "./docx/content/context.ts";
export { type RefreshResult, refreshDocx } from "./docx/refresh/refresh-docx.ts";
export type { Change } from "./docx/refresh/refresh-state.ts";
export { defaultTemplate } from "./docx/template/default-template.ts";
export { type DocxOptions, type DocxResult, toDocx } from "./docx/to-docx.ts";
export { escapeHtml } from "./html/escape-html.ts";
export { tableStyles } from "./html/table-styles.ts";
export { type HtmlOptions, toHtml } from "./html/to-html.ts";
export { type PageOptions, toHtmlPage } from "./html/to-html-page.ts";
export { documentToMarkdown } from "./markdown/document-to-markdown.ts";
export { escapeMarkdown } from "./markdown/escape-markdown.ts";
export { toMarkdown } from "./markdown/to-markdown.ts";
export type { RoundWorkbookOptions } from "./xlsx/round/plan.ts";
export { roundWorkbook } from "./xlsx/round/round-workbook.ts";
export { sheetNames } from "./xlsx/sheet-names.ts";
export { tableSheet } from "./xlsx/table-sheet.ts";
export { type TablesWorkbookOptions, tablesWorkbook } from "./xlsx/tables-workbook.ts";
export { toXlsx } from "./xlsx/to-xlsx.ts";
export type { Sheet, SheetCell, Workbook } from "./xlsx/workbook.ts";
