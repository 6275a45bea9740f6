import type { Language, Problem } from "@metodika/core";
import { severityLabels, type Table } from "@metodika/presentation";
import { plain } from "./output.ts";

/** Where a problem stands: `amur/2022/round.yaml:27:41`. */
export function placeOf({ file, line, column }: Problem): string {
  return [file, line, column].filter((part) => part !== undefined).join(":");
}

/** One problem as one line. */
export function problemLine(problem: Problem, lang: Language): string {
  const place = placeOf(problem);
  const { severity, code, message } = problem;
  return plain(`${place ? `${place}: ` : ""}${severityLabels[severity][lang]} ${code}: ${message[lang]}`);
}

/** Problems as a table, in the order given. */
export function problemsTable(problems: readonly Problem[], lang: Language): Table {
  const titles = {
    ru: ["Место", "Вид", "Код", "Сообщение", "Поле", "Значение", "Ближайшее"],
    en: ["Place", "Severity", "Code", "Message", "Field", "Value", "Nearest"],
  }[lang];
  const ids = ["place", "severity", "code", "message", "field", "value", "nearest"];
  return {
    id: "problems",
    title: { ru: "Проверка данных", en: "Data check" }[lang],
    lang,
    corner: titles[0] ?? "",
    columns: ids.slice(1).map((id, index) => ({ id, title: titles[index + 1] ?? id, align: "left" })),
    rows: problems.map((problem, index) => ({
      id: String(index + 1),
      header: placeOf(problem),
      cells: [
        severityLabels[problem.severity][lang],
        problem.code,
        problem.message[lang],
        problem.field ?? "",
        problem.value ?? "",
        problem.nearest ?? "",
      ].map((text) => ({ text })),
    })),
    notes: [],
    source: "",
  };
}
