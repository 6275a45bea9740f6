import type { SideBySide } from "@metodika/comparison";
import type { Language, RoundData } from "@metodika/core";
import { say } from "../../languages/say.ts";
import type { Table } from "../../table/table.ts";
import { comparedSource, comparedTitle } from "./compared-source.ts";

/** Where a comparison of two regions misleads, and the redefinition that makes it fair, if the data allow one. */
export function cautionsTable({ warnings, concepts }: SideBySide, rounds: readonly RoundData[], lang: Language): Table {
  const ru = lang === "ru";
  return {
    id: `${rounds.map(({ round }) => round.id).join("-")}-cautions`,
    title: comparedTitle(ru ? "Прежде чем сравнивать" : "Before comparing", rounds, lang),
    lang,
    corner: ru ? "Понятие" : "Concept",
    columns: [
      {
        id: "caution",
        title: ru ? "Где сравнение вводит в заблуждение" : "Where a comparison misleads",
        align: "left",
      },
      { id: "fair", title: ru ? "Как сравнивать честно" : "How to compare fairly", align: "left" },
    ],
    rows: warnings.map(({ concept, title, caution, text }) => {
      const fair = concepts.find((one) => one.concept === concept)?.fair.find((one) => one.caution === caution);
      return {
        id: `${concept}-${caution}`,
        header: say(title, lang),
        cells: [
          { text: say(text, lang) },
          {
            text: fair
              ? say(fair.title, lang)
              : ru
                ? "пересчёта, который уравнял бы регионы, данные не позволяют"
                : "the data allow no redefinition that makes the regions equal",
          },
        ],
      };
    }),
    notes: [],
    source: comparedSource(rounds, lang),
  };
}
