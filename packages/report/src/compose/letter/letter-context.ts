import {
  type AddressedRecommendation,
  type Authority,
  blankCell,
  type Cell,
  indicatorsOf,
  type Language,
  type Municipality,
  type PlacedIndicator,
  type RoundData,
  type RoundScore,
  recommendationsOf,
  type UnitScore,
} from "@metodika/core";
import { claimsOf } from "@metodika/evidence";
import { editionOf, municipalityName, policyLabels } from "@metodika/presentation";
import type { LetterInput } from "../compose-input.ts";
import { type Contradictions, contradictionsOf } from "../contradictions.ts";
import { type TextLevel, textLevels } from "../text-levels.ts";
import { mentions } from "./mentions.ts";

/** What all letters of a round share. */
export interface LettersContext {
  input: LetterInput;
  recommendations: readonly AddressedRecommendation[];
  places: readonly PlacedIndicator[];
  cells: ReadonlyMap<string, Cell>;
  contradictions: Contradictions;
  /** By level: what the text of the report says of it. */
  textLevels: ReadonlyMap<string, readonly TextLevel[]>;
}

/** What one letter is made of. `own` is safe to show: nothing in it names another municipality. */
export interface LetterContext extends LettersContext {
  municipality: Municipality;
  name: string;
  authority: Authority | undefined;
  unit: UnitScore;
  /** The round with the cells, printed rows and comments of this municipality alone. */
  own: RoundData;
  score: RoundScore;
  /** The whole round: for counts of peers only. */
  data: RoundData;
  lang: Language;
  t(ru: string, en: string): string;
  cellOf(indicator: string): Cell;
}

export function lettersContextOf(input: LetterInput): LettersContext {
  return {
    input,
    recommendations: recommendationsOf(input.data),
    places: indicatorsOf(input.data.methodology),
    cells: new Map(input.data.cells.map((cell) => [`${cell.municipality} ${cell.indicator}`, cell])),
    contradictions: contradictionsOf(input.findings ?? [], claimsOf(input.data)),
    textLevels: new Map(
      (input.data.methodology.levels ?? []).map((level) => [level.id, textLevels(input.data, level, input.findings)]),
    ),
  };
}

/** @throws RangeError for a municipality that the round does not have */
export function letterContextOf(shared: LettersContext, id: string): LetterContext {
  const { input, cells, places } = shared;
  const { data, score, lang, authorities = [] } = input;
  const municipality = data.municipalities.find((one) => one.id === id);
  const unit = score.units.find((one) => one.municipality === id);
  if (!municipality || !unit) throw new RangeError(`no municipality "${id}" in the round ${data.round.id}`);
  const cellOf = (indicator: string) => cells.get(`${id} ${indicator}`) ?? blankCell(id, indicator);
  return {
    ...shared,
    municipality,
    name: municipalityName(municipality, lang),
    authority: authorities.find((one) => one.municipality === id),
    unit,
    own: ownData(
      data,
      municipality,
      places.map(({ indicator }) => cellOf(indicator.id)),
    ),
    score,
    data,
    lang,
    t: (ru, en) => (lang === "ru" ? ru : en),
    cellOf,
  };
}

/** One municipality's part of a round, without notes, without statements of the text and without the names of others. */
function ownData(data: RoundData, municipality: Municipality, cells: readonly Cell[]): RoundData {
  const { id } = municipality;
  const names = mentions(data.municipalities, municipality);
  const { missing, levels, recommendations: _, ...methodology } = data.methodology;
  const open = editionOf(data, "municipality", id);
  return {
    ...open,
    methodology: {
      ...methodology,
      // The reason of a rule may tell of the municipality that led to it.
      missing: Object.fromEntries(
        Object.entries(missing).map(([status, rule]) => [
          status,
          names(rule.reason) ? { ...rule, reason: policyLabels[rule.policy] } : rule,
        ]),
      ) as typeof missing,
      ...(levels
        ? { levels: levels.map(({ note, ...level }) => (note && !names(note) ? { ...level, note } : level)) }
        : {}),
    },
    // A cell without a row is one too, and which statements narrow it would tell of others.
    cells: cells.map(({ because: _because, ...cell }) => ({ ...cell, note: "" })),
    facts: [],
    comments: data.comments.filter(
      ({ municipalities, text, kind }) => kind === "practice" && municipalities.includes(id) && !names(text),
    ),
  };
}
