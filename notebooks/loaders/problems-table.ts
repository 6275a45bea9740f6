import type { Language, Problem } from "@metodika/core";
import { severityLabels, type Table } from "@metodika/presentation";

/** What the check of the data says: warnings of a real methodology stay visible. */
export function problemsTable(problems: readonly Problem[], lang: Language): Table {
  const ru = lang === "ru";
  return {
    id: "problems",
    title: ru ? "Замечания проверки" : "Findings of the check",
    lang,
    corner: ru ? "Место" : "Place",
    columns: [
      { id: "severity", title: ru ? "Вид" : "Severity", align: "left" },
      { id: "message", title: ru ? "Замечание" : "Finding", align: "left" },
    ],
    rows: problems.map(({ severity, message, file, line }, index) => ({
      id: String(index + 1),
      header: `${file}:${line}`,
      cells: [{ text: severityLabels[severity][lang] }, { text: message[lang] }],
    })),
    notes: [],
    source: "",
  };
}
