import { checkMethodology, type RoundData, type Text } from "@metodika/core";
import type { Finding } from "./finding.ts";

/** Legends and rules that leave something undefined, reported like the statements of the text. */
export function ruleFindings({ round, methodology }: RoundData): Finding[] {
  return checkMethodology(methodology)
    .filter(({ severity }) => severity === "warning")
    .map(({ code, field = "", message, value }, index) => ({
      id: `rule/${code}/${field || index}`,
      round: round.id,
      kind: "rule",
      statement: ruleStatements[code.split("/")[0] ?? ""] ?? ruleStatements.scale!,
      source: `${round.region} methodology ${field}`,
      universe: "all",
      printed: null,
      computed: value ?? null,
      verdict: "contradicted",
      explanation: { ru: `${message.ru}.`, en: `${message.en}.` },
      against: [],
      readings: [],
      bases: [],
      inferred: false,
      exact: true,
    }));
}

const ruleStatements: Record<string, Text> = {
  scale: {
    ru: "Легенда относит каждый возможный случай к одному значению",
    en: "The legend gives every case exactly one value",
  },
  criterion: {
    ru: "Каждый заявленный критерий измеряется показателями",
    en: "Every declared criterion is measured by indicators",
  },
  level: { ru: "Каждое правило уровня может сработать", en: "Every rule of a level can decide" },
  recommendation: { ru: "Каждое правило адресации кому-то адресует", en: "Every addressee rule reaches somebody" },
};
