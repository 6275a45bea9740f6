import { indicatorsOf, type Language, type PlacedIndicator, type RoundData, type RoundScore } from "@metodika/core";
import { claimsOf } from "@metodika/evidence";
import {
  type DistributionRow,
  distributionRows,
  editionOf,
  municipalityName,
  roundSource,
} from "@metodika/presentation";
import type { ComposeInput } from "./compose-input.ts";
import { type Contradictions, contradictionsOf } from "./contradictions.ts";

/** What every part of a report reads: the input as its edition may show it, and short ways to words and counts. */
export interface Context {
  data: RoundData;
  score: RoundScore;
  lang: Language;
  /** True in the working edition: experts' notes, check of texts, printed beside computed. */
  working: boolean;
  input: ComposeInput;
  contradictions: Contradictions;
  places: readonly PlacedIndicator[];
  source: string;
  t(ru: string, en: string): string;
  names(ids: readonly string[]): string;
  rows(indicator: string): readonly DistributionRow[];
}

/** Makes the context of a report. */
export function contextOf(input: ComposeInput): Context {
  const { lang, edition, findings = [] } = input;
  const working = edition === "working";
  const { data, score } = working ? input : withoutNotes(input.data, input.score);
  const names = new Map(data.municipalities.map((one) => [one.id, glued(municipalityName(one, lang))]));
  const rows = new Map<string, DistributionRow[]>();
  return {
    data,
    score,
    lang,
    working,
    input,
    contradictions: contradictionsOf(findings, claimsOf(input.data)),
    places: indicatorsOf(data.methodology),
    source: roundSource(data, lang),
    t: (ru, en) => (lang === "ru" ? ru : en),
    names: (ids) => ids.map((id) => names.get(id) ?? id).join(", "),
    rows: (indicator) => {
      const found = rows.get(indicator) ?? distributionRows(data, indicator);
      rows.set(indicator, found);
      return found;
    },
  };
}

/** What the public edition may show; practices are results, and nothing printed stands beside what is computed. */
function withoutNotes(data: RoundData, score: RoundScore): Pick<Context, "data" | "score"> {
  const open = editionOf(data, "public");
  return {
    data: {
      ...open,
      printed: open.printed.filter(({ kind }) => kind !== "points"),
      comments: data.comments.filter(({ kind }) => kind === "practice"),
    },
    score: {
      ...score,
      units: score.units.map((unit) => ({
        ...unit,
        criteria: unit.criteria.map((criterion) => ({ ...criterion, printed: null })),
        printedLevels: {},
      })),
    },
  };
}

/** A short word of a name stays on the line of its neighbour: «г. Зея», «Артёмовский ГО». */
export function glued(name: string): string {
  return name.replace(/(?<=^\S{1,3}) | (?=\S{1,3}$)/g, "\u00a0");
}

/** The most points that a criterion can give; null where it gives none. */
export function maximumOf(score: RoundScore, criterion: string): number | null {
  const found = score.units.flatMap(({ criteria }) => criteria.find((own) => own.criterion === criterion)?.max ?? []);
  return found.length > 0 ? Math.max(...found) : null;
}
