import type { Language } from "@metodika/core";
import type { Table } from "@metodika/presentation";
import { sheetNames } from "./sheet-names.ts";
import { tableSheet } from "./table-sheet.ts";
import type { Workbook } from "./workbook.ts";

/** What may be said of a workbook of tables; without it the first table gives title and language. */
export interface TablesWorkbookOptions {
  title?: string;
  lang?: Language;
}

/**
 * Tables as a workbook, one sheet each, in their order.
 *
 * @throws RangeError where there is no table: a workbook without sheets cannot be opened
 */
export function tablesWorkbook(tables: readonly Table[], options: TablesWorkbookOptions = {}): Workbook {
  const [first] = tables;
  if (!first) throw new RangeError("a workbook needs at least one table");
  const names = sheetNames(tables.map(({ title }) => title));
  return {
    title: options.title ?? first.title,
    lang: options.lang ?? first.lang,
    sheets: tables.map((table, index) => tableSheet(table, names[index] ?? "")),
  };
}
