import { defaultTemplate } from "@metodika/report";
import type { DocumentContext, MadeFile } from "./document-job.ts";

/** The Word file that reports are made from when there is no other: to be edited and given back. */
export function template(_: unknown, { lang }: DocumentContext): MadeFile {
  return { name: "template.docx", bytes: defaultTemplate({ lang }), problems: [] };
}
