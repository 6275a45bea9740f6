// Tables as texts. Apart from the rest of the package, so that a page that offers a CSV does not load what writes documents.

export { type CsvOptions, toCsv } from "../csv/to-csv.ts";
export { type PageOptions, toHtmlPage } from "../html/to-html-page.ts";
export { toMarkdown } from "../markdown/to-markdown.ts";
