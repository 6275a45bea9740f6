import {
  criteriaOf,
  type Language,
  type LevelDefinition,
  type RoundData,
  type RoundScore,
  type UnitScore,
} from "@metodika/core";
import { labels } from "../languages/labels.ts";
import { say } from "../languages/say.ts";
import { municipalityName } from "../names/municipality-name.ts";
import { shortTitle } from "../names/short-title.ts";
import { signs } from "../signs/signs.ts";
import { collectNotes, type Notes } from "../table/collect-notes.ts";
import { numberCell } from "../table/number-cell.ts";
import type { Cell, Column, Table } from "../table/table.ts";
import { quote } from "../words/join.ts";
import { levelAgreement, pointsAgreement } from "./agreement.ts";
import { agreementText } from "./agreement-text.ts";
import { differenceText, levelDifferenceText } from "./difference-text.ts";
import { computedTitle, roundSource } from "./round-source.ts";

/** A column with the cells below it. */
interface Part {
  column: Column;
  cell: (unit: UnitScore, header: string) => Cell;
}

/**
 * The results of a round: for every municipality the points of every criterion (least to greatest possible) out of their
 * maximum, the printed points, levels, and a total or places only where the score has them.
 *
 * @example
 * scoreTable(data, scoreRound(data), "ru").rows[0]?.cells[0]?.text // "5"
 */
export function scoreTable(data: RoundData, score: RoundScore, lang: Language): Table {
  const notes = collectNotes(lang);
  const units = new Map(score.units.map((unit) => [unit.municipality, unit]));
  const parts = [
    ...criterionParts(data, score, lang, notes),
    ...totalParts(score, lang, notes),
    ...(data.methodology.levels ?? []).flatMap((level) => levelParts(level, score, lang, notes)),
  ];
  const rows = data.municipalities.flatMap((municipality) => {
    const unit = units.get(municipality.id);
    const header = municipalityName(municipality, lang);
    if (!unit) return [];
    const cells = parts.map(({ cell }) => cell(unit, header));
    const first = cells[0];
    if (!unit.exact && first)
      first.marks = [...(first.marks ?? []), notes.mark(`${header}: ${say(labels.mayBeWider, lang)}.`)];
    return [{ id: municipality.id, header, cells }];
  });
  if (score.trial) notes.whole(`${say(labels.trial, lang)}: ${trialText[lang]}`);
  return {
    id: `${data.round.id}-scores`,
    title: computedTitle(say(labels.scores, lang), score, lang),
    caption: say(data.round.title, lang),
    lang,
    corner: say(labels.territory, lang),
    columns: parts.map(({ column }) => column),
    rows,
    notes: notes.all(),
    source: roundSource(data, lang),
  };
}

const trialText: Record<Language, string> = {
  ru: "правило для отсутствующих значений отличается от утверждённого методикой; это не результат региона.",
  en: "the policy for missing values is not that of the methodology; this is not a result of the region.",
};

function criterionParts(data: RoundData, score: RoundScore, lang: Language, notes: Notes): Part[] {
  return criteriaOf(data.methodology).flatMap((criterion): Part[] => {
    const of = (unit: UnitScore) => unit.criteria.find((own) => own.criterion === criterion.id);
    const printed = score.units.some((unit) => of(unit)?.printed != null);
    if (!criterion.points && !printed) return [];
    const group = shortTitle(criterion, lang);
    const column = (part: string, title: string): Column => ({
      id: `${criterion.id}-${part}`,
      title,
      group,
      align: "right",
    });
    const computed: Part = {
      column: column("points", computedTitle(say(labels.points, lang), score, lang)),
      cell: (unit, header) => {
        const { points = null, printed = null } = of(unit) ?? {};
        const cell = points ? numberCell(points, lang) : notScored(notes);
        const agreement = pointsAgreement(points, printed);
        if (agreement) cell.title = agreementText(agreement, lang);
        if (printed !== null && (agreement === "different" || agreement === "not-computed"))
          cell.marks = [notes.mark(`${header}, ${quote(group, lang)}: ${differenceText(points, printed, lang)}`)];
        return cell;
      },
    };
    const maximum: Part = {
      column: column("maximum", say(labels.maximum, lang)),
      cell: (unit) => numberOrBlank(of(unit)?.max, lang),
    };
    const inReport: Part = {
      column: column("printed", say(labels.printed, lang)),
      cell: (unit) => numberOrBlank(of(unit)?.printed, lang),
    };
    return [...(criterion.points ? [computed, maximum] : []), ...(printed ? [inReport] : [])];
  });
}

function totalParts(score: RoundScore, lang: Language, notes: Notes): Part[] {
  if (!score.units.some(({ total }) => total)) return [];
  const mark = score.totalDefined ? "" : ` (${say(labels.notInMethodology, lang)})`;
  const group = `${say(labels.total, lang)}${mark}`;
  if (mark) notes.whole(`${group}.`);
  const column = (id: string, title: string): Column => ({ id, title, group, align: "right" });
  const parts: Part[] = [
    {
      column: column("total-points", computedTitle(say(labels.points, lang), score, lang)),
      cell: ({ total }) => (total ? numberCell(total.points, lang) : notScored(notes)),
    },
    {
      column: column("total-maximum", say(labels.maximum, lang)),
      cell: ({ total }) => numberOrBlank(total?.max, lang),
    },
  ];
  if (score.units.some(({ rank }) => rank))
    parts.push({
      column: column("place", computedTitle(say(labels.place, lang), score, lang)),
      cell: ({ rank }) => (rank ? numberCell([rank.best, rank.worst], lang) : notScored(notes)),
    });
  return parts;
}

function levelParts(level: LevelDefinition, score: RoundScore, lang: Language, notes: Notes): Part[] {
  const inferred = level.basis === "inferred" ? ` (${say(labels.inferred, lang)})` : "";
  const group = `${say(level.title, lang)}${inferred}`;
  const one = (code: string): Cell => {
    const found = level.codes.find((candidate) => candidate.code === code);
    return {
      text: found ? say(found.title, lang) : code,
      value: code,
      ...(found?.color ? { color: found.color } : {}),
      ...(found?.letter ? { letter: say(found.letter, lang) } : {}),
    };
  };
  const column = (part: string, title: string): Column => ({ id: `${level.id}-${part}`, title, group, align: "left" });
  const computed: Part = {
    column: column("level", computedTitle(say(labels.computed, lang), score, lang)),
    cell: (unit, header) => {
      const codes = unit.levels[level.id] ?? [];
      const printed = unit.printedLevels[level.id];
      const agreement = levelAgreement(codes, printed);
      const cell = levelCell(codes.map(one), notes);
      if (agreement) cell.title = agreementText(agreement, lang);
      if (printed !== undefined && (agreement === "different" || agreement === "not-computed"))
        cell.marks = [
          notes.mark(
            `${header}, ${quote(say(level.title, lang), lang)}: ${levelDifferenceText(
              one(printed).text,
              codes.map((code) => one(code).text),
              lang,
            )}`,
          ),
        ];
      return cell;
    },
  };
  const printed: Part = {
    column: column("printed", say(labels.printed, lang)),
    cell: ({ printedLevels }) => {
      const code = printedLevels[level.id];
      return code === undefined ? { text: "", value: null } : one(code);
    },
  };
  return score.units.some(({ printedLevels }) => level.id in printedLevels) ? [computed, printed] : [computed];
}

function levelCell(possible: readonly Cell[], notes: Notes): Cell {
  const [only] = possible;
  if (!only) return notScored(notes);
  if (possible.length === 1) return { ...only };
  return { text: possible.map(({ text }) => text).join(" / "), value: null };
}

function notScored(notes: Notes): Cell {
  const sign = notes.sign(signs["not-scored"]);
  return { text: sign, value: null, sign };
}

function numberOrBlank(value: number | null | undefined, lang: Language): Cell {
  return value === null || value === undefined ? { text: "", value: null } : numberCell(value, lang);
}
