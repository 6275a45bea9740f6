import type { Language, RoundData } from "@metodika/core";
import type { Finding } from "@metodika/evidence";
import { formatSource, resultText, say, type Table, verdictLabels } from "@metodika/presentation";

/** The words of a report that can fairly mean another set of municipalities: what the page of its audit can switch. */
export function readingChoices({ round, claims, methodology }: RoundData, lang: Language) {
  return {
    round: round.id,
    universes: (claims?.universes ?? [])
      .filter(({ readings = [] }) => readings.length > 0)
      .map(({ id, title, readings = [] }) => ({
        id,
        title: say(title, lang),
        readings: readings.map((reading) => ({ id: reading.id, title: say(reading.title, lang) })),
      })),
    inferred: (methodology.levels ?? []).some(({ basis }) => basis === "inferred"),
  };
}

/** Statements that a fair reading of their own words settles, with the verdict by the words and by the reading. */
export function readingsTable(findings: readonly Finding[], data: RoundData, lang: Language): Table {
  const ru = lang === "ru";
  const cell = (verdict: Finding["verdict"], computed: Finding["computed"]) => {
    const { title, letter, color } = verdictLabels[verdict];
    return { text: `${say(title, lang)}${resultText(computed, data, lang)}`, color, letter: say(letter, lang) };
  };
  return {
    id: `${data.round.id}-readings`,
    title: ru ? "Прочтения отдельных фраз" : "Readings of single sentences",
    lang,
    corner: ru ? "Утверждение" : "Statement",
    columns: [
      { id: "before", title: ru ? "По буквальному смыслу" : "By its words", align: "left" },
      { id: "reading", title: ru ? "Другое прочтение" : "Another reading", align: "left" },
      { id: "after", title: ru ? "При этом прочтении" : "By this reading", align: "left" },
      { id: "source", title: ru ? "Место в отчёте" : "Place in the report", align: "left" },
    ],
    rows: findings.flatMap((finding) =>
      finding.readings
        .filter(({ verdict }) => verdict !== finding.verdict)
        .map((reading) => ({
          id: `${finding.id} ${reading.id}`,
          header: say(finding.statement, lang),
          cells: [
            cell(finding.verdict, finding.computed),
            { text: say(reading.title, lang) },
            cell(reading.verdict, reading.computed),
            { text: formatSource(finding.source, lang).replace(/^[^,]+, /, "") },
          ],
        })),
    ),
    notes: [],
    source: say(data.round.title, lang),
  };
}
