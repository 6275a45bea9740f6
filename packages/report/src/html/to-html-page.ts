import type { Language } from "@metodika/core";
import type { Table } from "@metodika/presentation";
import { escapeHtml } from "./escape-html.ts";
import { tableStyles } from "./table-styles.ts";
import { toHtml } from "./to-html.ts";

export interface PageOptions {
  /** The title of the page; that of the first table by default. */
  title?: string;
  lang?: Language;
}

/**
 * Tables as a page of their own, in one file without a script: it opens from a disk, can be mailed, and prints on A4,
 * wide tables across the sheet.
 *
 * @example
 * toHtmlPage([table], { title: "Амурская область, 2022" }) // '<!DOCTYPE html>\n<html lang="ru">…'
 */
export function toHtmlPage(tables: readonly Table[], options: PageOptions = {}): string {
  const { lang = tables[0]?.lang ?? "ru", title = tables[0]?.title ?? "" } = options;
  const wide = tables.some(({ columns }) => columns.length > 5);
  // A single table names the page itself.
  const only = tables.length === 1 && title === tables[0]?.title;
  const pieces = tables.map((table) => toHtml(table, { styles: false, heading: only ? 1 : 2 }));
  return `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${escapeHtml(title)}</title>
<style>body{margin:2rem clamp(1rem,4vw,4rem);background:#fff}
h1{font:700 1.5rem/1.25 "PT Sans","Noto Sans",system-ui,sans-serif}
@page{size:A4${wide ? " landscape" : ""};margin:15mm}
@media print{body{margin:0}}
${tableStyles}</style>
</head>
<body>
<main>
${only ? "" : `<h1>${escapeHtml(title)}</h1>\n`}${pieces.join("\n")}</main>
</body>
</html>
`;
}
