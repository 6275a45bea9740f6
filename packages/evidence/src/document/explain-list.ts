import type { Text } from "@metodika/core";
import type { DraftStatus } from "./draft-finding.ts";

/** What the tables say of a list of a draft. */
export function explainList({
  status,
  missing,
  extra,
  blank = { ru: "", en: "" },
  checked,
  doubtful,
  unknown,
}: {
  status: DraftStatus;
  missing: Text;
  extra: Text;
  /** Named, and without any value in the tables. */
  blank?: Text;
  /** False where the tables give no list and the report's own is taken. */
  checked: boolean;
  doubtful: readonly string[];
  unknown: readonly string[];
}): Text {
  const ru: string[] = [];
  const en: string[] = [];
  const say = (russian: string, english: string): void => {
    ru.push(russian);
    en.push(english);
  };
  if (!checked)
    say(
      "По таблицам этот перечень не проверяется, он сопоставлен с перечнем отчёта.",
      "The tables do not decide this list; it is held against the report's.",
    );
  if (missing.ru) say(`В тексте не названы: ${missing.ru}.`, `Not named in the draft: ${missing.en}.`);
  if (extra.ru)
    say(
      `Названы, хотя ${checked ? "по таблицам" : "в отчёте"} их нет: ${extra.ru}.`,
      `Named, though not in the ${checked ? "tables" : "report"}: ${extra.en}.`,
    );
  if (blank.ru)
    say(
      `Значения в таблицах нет, проверить нельзя: ${blank.ru}.`,
      `No value in the tables, not to be checked: ${blank.en}.`,
    );
  if (doubtful.length > 0)
    say(
      `Названия допускают два прочтения: ${doubtful.join(", ")}.`,
      `Names with more than one reading: ${doubtful.join(", ")}.`,
    );
  if (unknown.length > 0) say(`Не удалось опознать: ${unknown.join(", ")}.`, `Not recognized: ${unknown.join(", ")}.`);
  if (status === "agrees") say("Перечень совпадает с таблицами.", "The list agrees with the tables.");
  const isOpen =
    status === "uncertain" &&
    !missing.ru &&
    !extra.ru &&
    !blank.ru &&
    checked &&
    doubtful.length + unknown.length === 0;
  if (ru.length === 0 || isOpen)
    say("Таблицы оставляют часть перечня открытой.", "The tables leave part of the list open.");
  return { ru: ru.join(" "), en: en.join(" ") };
}
