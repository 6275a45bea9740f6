import type { Document, Table } from "@metodika/presentation";
import { type DocxResult, toDocx } from "@metodika/report";

/** Tables in one Word file, each in a place that can be renewed; `heading`: the title stands above them. */
export async function tablesInWord(
  tables: readonly Table[],
  { heading, ...about }: Pick<Document, "id" | "title" | "lang" | "edition"> & { heading: boolean },
): Promise<DocxResult> {
  const title = { type: "heading" as const, level: 1 as const, text: about.title };
  const blocks = tables.map((table) => ({ type: "table" as const, table }));
  const parts = [{ id: "tables", blocks: [...(heading ? [title] : []), ...blocks] }];
  return toDocx({ ...about, kind: "report", fields: {}, parts }, { images: new Map() });
}
