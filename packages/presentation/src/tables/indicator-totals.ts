import { indicatorsOf, type Language, type RoundData } from "@metodika/core";
import type { DistributionRow } from "../distributions/distribution-row.ts";
import { distributionRows } from "../distributions/distribution-rows.ts";
import { colorLabels } from "../languages/labels.ts";
import { say } from "../languages/say.ts";
import { formatShare } from "../numbers/format-share.ts";
import { numberCell } from "../table/number-cell.ts";
import type { Cell, Column, Row } from "../table/table.ts";

/**
 * Rows below a table of indicators: how many municipalities have each value and each reason for its absence, as bounds
 * where cells are open. Values that share a letter share a row; a column that has no such value, and one that is no
 * indicator, has a blank there.
 */
export function indicatorTotals(data: RoundData, columns: readonly Column[], lang: Language): Row[] {
  const shown = new Set(columns.map(({ id }) => id));
  const found = new Map(
    indicatorsOf(data.methodology).flatMap(({ indicator: { id }, scale, indicator }) => {
      // Numbers without steps are too many for rows of their own.
      const counted = scale.type === "codes" || (indicator.points !== undefined && "steps" in indicator.points);
      if (!shown.has(id) || !counted) return [];
      return [[id, new Map(distributionRows(data, id).map((row) => [keyOf(row, lang), row]))] as const];
    }),
  );
  const rows = new Map<string, DistributionRow>();
  for (const kind of ["value", "missing"] as const)
    for (const own of found.values())
      for (const [key, row] of own) if (row.kind === kind && !rows.has(key)) rows.set(key, row);
  return [...rows].map(([key, first]) => ({
    id: `total-${key}`,
    header: `${headerOf(first, lang)}, ${lang === "ru" ? "муниципалитетов" : "municipalities"}`,
    short: shortOf(first, lang),
    cells: columns.map(({ id }) => {
      const own = found.get(id);
      const row = own?.get(key);
      // A reason that does not occur is counted too: nobody has it.
      const none = own && first.kind === "missing" ? { ...first, certain: 0, possible: 0 } : undefined;
      return cellOf(row ?? none, lang);
    }),
  }));
}

function keyOf({ kind, key, letter, color, title }: DistributionRow, lang: Language): string {
  if (kind === "missing") return `status-${key}`;
  return letter && color ? `${say(letter, lang)} ${color}` : say(title, lang);
}

function headerOf({ kind, letter, color, title }: DistributionRow, lang: Language): string {
  if (kind === "value" && letter && color && color !== "none")
    return `${say(letter, lang)} (${say(colorLabels[color], lang)})`;
  return capitalized(letter ? `${say(letter, lang)} (${say(title, lang)})` : say(title, lang));
}

/** A letter or a sign where there is one. */
function shortOf({ letter, title }: DistributionRow, lang: Language): string {
  return say(letter ?? title, lang);
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function cellOf(row: DistributionRow | undefined, lang: Language): Cell {
  if (!row) return { text: "", value: null };
  const { certain, possible, denominator } = row;
  return {
    ...numberCell([certain, possible], lang),
    title: formatShare({ numerator: [certain, possible], denominator }, lang),
  };
}
