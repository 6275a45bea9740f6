// Tables as files: CSV for a person or a program, Markdown for a repository, HTML for a reader. Charts: see `chart/`.

export { inert } from "./csv/inert.ts";
export { type CsvOptions, toCsv } from "./csv/to-csv.ts";
export { escapeHtml } from "./html/escape-html.ts";
export { tableStyles } from "./html/table-styles.ts";
export { type HtmlOptions, toHtml } from "./html/to-html.ts";
export { type PageOptions, toHtmlPage } from "./html/to-html-page.ts";
export { escapeMarkdown } from "./markdown/escape-markdown.ts";
export { toMarkdown } from "./markdown/to-markdown.ts";
