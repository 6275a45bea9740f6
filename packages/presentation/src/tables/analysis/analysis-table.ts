import type { Language, RoundData, Text } from "@metodika/core";
import { say } from "../../languages/say.ts";
import type { Column, Note, Row, Table } from "../../table/table.ts";
import { roundSource } from "../round-source.ts";
import { analysisLabels } from "./analysis-words.ts";

/** What a table of the section says; the frame is the same for all. */
export interface AnalysisPart {
  id: string;
  title: Text;
  caption?: string;
  corner: string;
  columns: readonly (readonly [id: string, title: Text, align?: Column["align"]])[];
  rows: Row[];
  notes?: readonly Text[];
}

/** A table of the section «Исследователю», with the mark of the section and of invented data. */
export function analysisTable(rounds: readonly RoundData[], part: AnalysisPart, lang: Language): Table {
  const { id, title, caption, corner, columns, rows, notes = [] } = part;
  const section = say(analysisLabels.section, lang);
  return {
    id: `${rounds.map(({ round }) => round.id).join("-")}-${id}`,
    title: say(title, lang),
    caption: caption ? `${section}. ${caption}` : section,
    lang,
    corner,
    columns: columns.map(([column, heading, align = "right"]) => ({ id: column, title: say(heading, lang), align })),
    rows,
    notes: notes.flatMap((note): Note[] => (say(note, lang) ? [{ text: say(note, lang) }] : [])),
    source: rounds.map((data) => roundSource(data, lang)).join("; "),
  };
}
