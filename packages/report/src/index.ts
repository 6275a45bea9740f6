// Tables as files: CSV for a person or a program, Markdown for a repository.

export { inert } from "./csv/inert.ts";
export { type CsvOptions, toCsv } from "./csv/to-csv.ts";
export { escapeMarkdown } from "./markdown/escape-markdown.ts";
export { toMarkdown } from "./markdown/to-markdown.ts";
