import { criteriaOf, type Language, type RoundData, type RoundScore } from "@metodika/core";
import { labels } from "../languages/labels.ts";
import { say } from "../languages/say.ts";
import { municipalityName } from "../names/municipality-name.ts";
import { shortTitle } from "../names/short-title.ts";
import { signs } from "../signs/signs.ts";
import { collectNotes } from "../table/collect-notes.ts";
import { numberCell } from "../table/number-cell.ts";
import type { Cell, Row, Table } from "../table/table.ts";
import { type Agreement, levelAgreement, pointsAgreement } from "./agreement.ts";
import { agreementText } from "./agreement-text.ts";
import { changeCell } from "./comparison/change-cell.ts";
import { computedTitle, roundSource } from "./round-source.ts";

/**
 * The printed results that do not simply agree with the computed ones: those that differ, and those of which the tables
 * leave several possible. The caption says how many agree, so the rest is seen in proportion.
 */
export function differencesTable(data: RoundData, score: RoundScore, lang: Language): Table {
  const notes = collectNotes(lang);
  const names = new Map(
    data.municipalities.map((municipality) => [municipality.id, municipalityName(municipality, lang)]),
  );
  const blank = (): Cell => ({
    text: notes.sign(signs["not-scored"]),
    value: null,
    sign: say(signs["not-scored"].sign, lang),
  });
  const rows: Row[] = [];
  let same = 0;
  let printedCount = 0;
  const add = (
    id: string,
    unit: string,
    title: string,
    printed: Cell,
    computed: Cell,
    gap: Cell,
    agreement: Agreement,
  ) => {
    printedCount++;
    if (agreement === "same") same++;
    else
      rows.push({
        id,
        header: names.get(unit) ?? unit,
        cells: [{ text: title }, printed, computed, gap, { text: agreementText(agreement, lang), value: agreement }],
      });
  };
  for (const unit of score.units) {
    for (const criterion of criteriaOf(data.methodology)) {
      const own = unit.criteria.find(({ criterion: id }) => id === criterion.id);
      const printed = own?.printed ?? null;
      const agreement = pointsAgreement(own?.points ?? null, printed);
      if (!own || printed === null || agreement === undefined) continue;
      const computed = own.points ? numberCell(own.points, lang) : blank();
      const gap: Cell =
        own.points && agreement === "different"
          ? changeCell([printed - own.points[1], printed - own.points[0]], lang)
          : { text: "", value: null };
      add(
        `${unit.municipality}:${criterion.id}`,
        unit.municipality,
        shortTitle(criterion, lang),
        numberCell(printed, lang),
        computed,
        gap,
        agreement,
      );
    }
    for (const level of data.methodology.levels ?? []) {
      const printed = unit.printedLevels[level.id];
      const codes = unit.levels[level.id] ?? [];
      const agreement = levelAgreement(codes, printed);
      if (printed === undefined || agreement === undefined) continue;
      const titleOf = (code: string) => {
        const found = level.codes.find((candidate) => candidate.code === code);
        return found ? say(found.title, lang) : code;
      };
      const computed: Cell = codes.length > 0 ? { text: codes.map(titleOf).join(" / ") } : blank();
      const inferred = level.basis === "inferred" ? ` (${say(labels.inferred, lang)})` : "";
      add(
        `${unit.municipality}:${level.id}`,
        unit.municipality,
        `${say(level.title, lang)}${inferred}`,
        { text: titleOf(printed), value: printed },
        computed,
        { text: "", value: null },
        agreement,
      );
    }
  }
  return {
    id: `${data.round.id}-differences`,
    title: say(labels.differences, lang),
    caption:
      lang === "ru"
        ? `Совпадают ${same} из ${printedCount} напечатанных результатов.`
        : `${same} of ${printedCount} printed results agree.`,
    lang,
    corner: say(labels.territory, lang),
    columns: [
      { id: "result", title: say(labels.result, lang), align: "left" },
      { id: "printed", title: say(labels.printed, lang), align: "right" },
      { id: "computed", title: computedTitle(say(labels.computed, lang), score, lang), align: "right" },
      { id: "difference", title: say(labels.difference, lang), align: "right", signed: true },
      { id: "reading", title: say(labels.reading, lang), align: "left" },
    ],
    rows,
    notes: notes.all(),
    source: roundSource(data, lang),
  };
}
