import type { ConceptShare, Share } from "@metodika/comparison";
import type { Language } from "@metodika/core";
import { formatInterval } from "../../numbers/format-interval.ts";
import { formatNumber } from "../../numbers/format-number.ts";
import type { Cell } from "../../table/table.ts";
import { endsOf } from "../../words/count-phrase.ts";

/** A share in percent, rounded for reading; of nobody there is none. */
export function percentCell(share: Share | null, lang: Language): Cell {
  if (!share?.percent) return { text: "", value: null };
  const [low, high] = share.percent.map((end) => Math.round(10 * end) / 10) as [number, number];
  if (low === high) return { text: formatNumber(low, lang, { digits: 1 }), value: low, low, high };
  return { text: endsOf([low, high], lang, 1), value: null, low, high };
}

/** «17 из 29», «19–31 из 34»: how many of how many. */
export function baseText({ numerator, denominator }: Share, lang: Language): string {
  return `${formatInterval(numerator, lang)} ${lang === "ru" ? "из" : "of"} ${formatInterval(denominator, lang)}`;
}

/** A share with its base in one cell: «58,6 % (17 из 29)». */
export function shareText(share: Share | null, lang: Language): string {
  if (!share) return "";
  const { text } = percentCell(share, lang);
  const base = baseText(share, lang);
  return text === "" ? base : `${text}${lang === "ru" ? "\u00a0%" : "%"} (${base})`;
}

/** True where the data leave bounds and not one share. */
export function isOpen(share: ConceptShare | null): boolean {
  return share?.percent != null && share.percent[0] !== share.percent[1];
}
