import type { ChangeClass, UnitChange } from "@metodika/comparison";
import { type Decimal, type Language, toNumber } from "@metodika/core";
import { say } from "../../languages/say.ts";
import { formatNumber } from "../../numbers/format-number.ts";
import type { Cell } from "../../table/table.ts";
import { endsOf } from "../../words/count-phrase.ts";
import { changeLabels } from "./comparison-words.ts";

/**
 * A change for reading: a sign before a rise too, so that it cannot be taken for a level; bounds in words.
 *
 * @example
 * formatChange([1.5, 1.5], "ru") // "+1,5"
 * formatChange([-1, 2], "ru") // "от −1 до +2"
 */
export function formatChange([low, high]: readonly [number, number], lang: Language): string {
  const show = (value: number) => formatNumber(value, lang, { signed: true });
  if (low === high) return show(low);
  return lang === "ru" ? `от\u00a0${show(low)} до\u00a0${show(high)}` : `${show(low)} to\u00a0${show(high)}`;
}

/** A cell of one change, or of the least and the greatest possible one. */
export function changeCell([low, high]: readonly [number, number], lang: Language): Cell {
  const text = formatChange([low, high], lang);
  return low === high ? { text, value: low, low, high } : { text, value: null, low, high };
}

/** The ends of a change as binary numbers, for display; undefined where nothing is compared. */
export function endsOfChange({ low, high }: Pick<UnitChange, "low" | "high">): [number, number] | undefined {
  const number = (end: Decimal | number) => (typeof end === "number" ? end : toNumber(end));
  return low === undefined || high === undefined ? undefined : [number(low), number(high)];
}

/** The class of a change in its word. A rise is no praise and a fall no blame, so the cell has no colour. */
export function classCell(kind: ChangeClass, lang: Language): Cell {
  return { text: say(changeLabels[kind].title, lang), value: kind };
}

/** A count that is certain, or lies between two numbers. */
export function countCell({ low, high }: { low: number; high: number }, lang: Language): Cell {
  if (low === high) return { text: formatNumber(low, lang), value: low, low, high };
  return { text: endsOf([low, high], lang), value: null, low, high };
}
