import { type Aliases, aliasesOf } from "../scripts/aliases.ts";

/** Two invented towns and a district of the invented region. */
export const aliases: Aliases = aliasesOf(
  [
    { id: "severny", region: "ensk", name: "Северный", aliases: "г. Северный" },
    { id: "zaozyorny-okrug", region: "ensk", name: "Заозёрный округ", aliases: "" },
    { id: "dolny-district", region: "ensk", name: "Дольный район", aliases: "Долный район" },
    { id: "severny-elsewhere", region: "other", name: "Северный", aliases: "" },
  ],
  "ensk",
);

/** The lines of a report, joined; `\t` parts cells. */
export function lines(...all: string[]): string {
  return `${all.join("\n")}\n`;
}
