import { basisTitles, indicatorsOf, isKnown, type Language, type RoundData } from "@metodika/core";
import { claimsOf } from "@metodika/evidence";
import { say } from "../languages/say.ts";
import { possibleValues } from "../names/format-value.ts";
import { municipalityName } from "../names/municipality-name.ts";
import { shortTitle } from "../names/short-title.ts";
import type { Row, Table } from "../table/table.ts";
import { roundSource } from "./round-source.ts";

/**
 * Which of the cells that the tables lost a list shows: those that the text narrows, those that stay open, or all of one
 * municipality, which then needs no column of its own.
 */
export type RecoveredPart = "narrowed" | "open" | "all";

const titles = {
  narrowed: { id: "recovered", ru: "Восстановлено по тексту", en: "Recovered from the text" },
  open: { id: "worklist", ru: "Требует уточнения", en: "Requires clarification" },
  all: {
    id: "uncertain",
    ru: "Восстановлено по тексту или требует уточнения",
    en: "Recovered from the text, or requires clarification",
  },
} as const satisfies Record<RecoveredPart, unknown>;

/**
 * The cells that the text narrows, each with the statements that suffice (`narrowed`), or those that still have several
 * values and so require clarification (`open`), the widest first, or both in the order of the tables
 * (`all`: of data that hold the cells of one municipality).
 *
 * @param data a round whose cells were recovered
 */
export function recoveredTable(data: RoundData, part: RecoveredPart, lang: Language): Table {
  const ru = lang === "ru";
  const placed = new Map(indicatorsOf(data.methodology).map((entry) => [entry.indicator.id, entry]));
  const statements = new Map(claimsOf(data).map(({ id, statement }) => [id, say(statement, lang)]));
  const names = new Map(
    data.municipalities.map((municipality) => [municipality.id, municipalityName(municipality, lang)]),
  );
  const wanted = data.cells.filter((cell) => {
    const isNarrowed = (cell.because?.length ?? 0) > 0;
    const isOpen = !isKnown(cell.state);
    return part === "narrowed" ? isNarrowed : part === "open" ? isOpen : isNarrowed || isOpen;
  });
  const width = (cell: (typeof wanted)[number]) => cell.state.codes.length + cell.state.missing.length;
  const ordered = part === "open" ? [...wanted].sort((a, b) => width(b) - width(a)) : wanted;
  const rows = ordered.flatMap((cell): Row[] => {
    const entry = placed.get(cell.indicator);
    if (!entry) return [];
    const indicator = shortTitle(entry.indicator, lang);
    const because = (cell.because ?? []).map((id) => statements.get(id) ?? id);
    return [
      {
        id: `${cell.municipality} ${cell.indicator}`,
        header: part === "all" ? indicator : (names.get(cell.municipality) ?? cell.municipality),
        cells: [
          ...(part === "all" ? [] : [{ text: indicator }]),
          { text: possibleValues(cell.state, entry.scale, lang).join(" / ") },
          { text: say(basisTitles[cell.basis], lang) },
          { text: because.join("; ") },
        ],
      },
    ];
  });
  const indicatorTitle = ru ? "Показатель" : "Indicator";
  return {
    id: `${data.round.id}-${titles[part].id}`,
    title: titles[part][lang],
    lang,
    corner: part === "all" ? indicatorTitle : ru ? "Территория" : "Municipality",
    columns: [
      ...(part === "all" ? [] : [{ id: "indicator", title: indicatorTitle, align: "left" as const }]),
      { id: "values", title: ru ? "Возможные значения" : "Possible values", align: "left" },
      { id: "basis", title: ru ? "Источник значения" : "Basis", align: "left" },
      { id: "because", title: ru ? "Из каких сведений следует" : "From which statements", align: "left" },
    ],
    rows,
    notes: [],
    source: roundSource(data, lang),
  };
}
