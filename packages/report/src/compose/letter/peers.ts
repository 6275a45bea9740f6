import { criteriaOf, type MunicipalityType } from "@metodika/core";
import {
  type Block,
  type Bounds,
  countPhrase,
  endsOf,
  formatNumber,
  labels,
  openPhrase,
  outOfPhrase,
  quote,
  say,
  shortTitle,
} from "@metodika/presentation";
import { figure, item, list, paragraph, tagOf } from "../runs.ts";
import type { LetterContext } from "./letter-context.ts";

/** How many others are certainly and possibly above, level and below. */
export interface Standing {
  higher: Bounds;
  equal: Bounds;
  lower: Bounds;
  others: number;
}

/** A result that may have several values, and may be absent. */
export interface PeerResult {
  municipality: string;
  low: number;
  high: number;
  /** It may turn out to have no value. */
  open?: boolean;
}

/**
 * One's standing among others as bounds: whatever the open values turn out to be, the true counts lie within.
 *
 * @example
 * standingOf({ municipality: "a", low: 2, high: 2 }, [{ municipality: "b", low: 1, high: 3 }]) // { higher: [0, 1], equal: [0, 1], lower: [0, 1], others: 1 }
 */
export function standingOf(own: PeerResult, others: readonly PeerResult[]): Standing {
  const count = (certain: (one: PeerResult) => boolean, possible: (one: PeerResult) => boolean): Bounds => [
    others.filter((one) => !one.open && certain(one)).length,
    others.filter(possible).length,
  ];
  return {
    higher: count(
      ({ low }) => low > own.high,
      ({ high }) => high > own.low,
    ),
    equal: count(
      ({ low, high }) => low === high && own.low === own.high && low === own.low,
      ({ low, high }) => low <= own.high && high >= own.low,
    ),
    lower: count(
      ({ high }) => high < own.low,
      ({ low }) => low < own.high,
    ),
    others: others.length,
  };
}

const types: Record<MunicipalityType, { ru: string; en: string }> = {
  "urban-okrug": { ru: "городские округа", en: "urban okrugs" },
  "municipal-okrug": { ru: "муниципальные округа", en: "municipal okrugs" },
  "municipal-district": { ru: "муниципальные районы", en: "municipal districts" },
};

interface Comparison {
  id: string;
  title: string;
  words: { higher: string; equal: string; lower: string };
  results: PeerResult[];
  exactOnly?: boolean;
}

/** So few peers would be told by their number who they are. */
const fewest = 5;

/**
 * Whether counts give nobody away: among enough peers, and not all of them in one place, which would tell each one's result
 * to whoever knows who they are.
 */
export function isDiscreet({ higher, equal, lower, others }: Standing): boolean {
  return others >= fewest && ![higher, equal, lower].some(([low]) => low === others);
}

/** The place among peers, who are counted and never named. */
export function peerBlocks(ctx: LetterContext): Block[] {
  const { t, municipality, data, lang } = ctx;
  const typed = new Map(data.municipalities.map(({ id, type }) => [id, type]));
  const items = comparisons(ctx).flatMap((comparison) => {
    const own = comparison.results.find((one) => one.municipality === municipality.id);
    // What is not known of oneself cannot be compared yet; a level can, by its ends.
    if (!own || own.open || (comparison.exactOnly && own.low < own.high)) return [];
    const others = comparison.results.filter((one) => one !== own);
    const alike = others.filter((one) => typed.get(one.municipality) === municipality.type);
    if (!isDiscreet(standingOf(own, others))) return [];
    const told = (standing: Standing, scope: string) => {
      const { words } = comparison;
      const count = (bounds: Bounds, noun: boolean) =>
        noun
          ? countPhrase(bounds, "municipality", lang)
          : bounds[0] === bounds[1]
            ? formatNumber(bounds[0], lang)
            : endsOf(bounds, lang);
      const open = [standing.higher, standing.equal, standing.lower].some(([low, high]) => low < high);
      return figure(
        tagOf("peers", comparison.id, scope),
        `${words.higher} — ${count(standing.higher, true)}, ${words.equal} — ${count(standing.equal, false)}, ${words.lower} — ${count(standing.lower, false)}${open ? openPhrase(lang) : ""}`,
      );
    };
    return [
      item([
        `${comparison.title}: `,
        told(standingOf(own, others), "all"),
        ` (${t("всего других", "others in all")}: ${formatNumber(others.length, lang)})`,
        ...(alike.length < others.length && isDiscreet(standingOf(own, alike))
          ? [
              `; ${t("того же типа", "of the same type")} (${say(types[municipality.type], lang)}): `,
              told(standingOf(own, alike), "type"),
              ` (${outOfPhrase(alike.length, "municipality", lang)})`,
            ]
          : []),
        ".",
      ]),
    ];
  });
  if (items.length === 0) return [];
  return [
    paragraph([
      t(
        "Число других муниципалитетов с более высоким, таким же и более низким результатом. Места методика не определяет.",
        "How many other municipalities have a higher, the same and a lower result. The methodology defines no places.",
      ),
    ]),
    ...list(items),
  ];
}

function comparisons(ctx: LetterContext): Comparison[] {
  const { data, score, lang, t, places, cells } = ctx;
  const words = {
    higher: t("результат выше", "higher"),
    equal: t("такой же", "the same"),
    lower: t("ниже", "lower"),
  };
  const points = data.methodology.criteria
    .filter((criterion) => criterion.points)
    .map((criterion) => ({
      id: criterion.id,
      title: `${t("Баллы по критерию", "Points of the criterion")} ${quote(shortTitle(criterion, lang), lang)}`,
      words,
      results: score.units.flatMap(({ municipality, criteria }): PeerResult[] => {
        const own = criteria.find((one) => one.criterion === criterion.id)?.points;
        return own ? [{ municipality, low: own[0], high: own[1] }] : [];
      }),
    }));
  const scored = new Set(
    criteriaOf({ criteria: data.methodology.criteria.filter((criterion) => criterion.points) }).map(({ id }) => id),
  );
  const values = places
    .filter(({ criterion }) => !scored.has(criterion.id))
    .flatMap(({ indicator, scale }): Comparison[] => {
      if (scale.type !== "codes") return [];
      return [
        {
          id: indicator.id,
          title: shortTitle(indicator, lang),
          words,
          exactOnly: true,
          results: data.municipalities.flatMap(({ id }): PeerResult[] => {
            const state = cells.get(`${id} ${indicator.id}`)?.state;
            const orders = (state?.codes ?? []).map((code) => scale.codes[code]?.order ?? 0);
            if (!state || orders.length === 0) return [];
            return [
              {
                municipality: id,
                low: Math.min(...orders),
                high: Math.max(...orders),
                ...(state.missing.length > 0 ? { open: true } : {}),
              },
            ];
          }),
        },
      ];
    });
  const levels = (data.methodology.levels ?? []).map((level): Comparison => {
    const inferred = level.basis === "inferred" ? ` (${say(labels.inferred, lang)})` : "";
    const orders = new Map(level.codes.map(({ code, order }) => [code, order]));
    return {
      id: level.id,
      title: `${say(level.title, lang)}${inferred}`,
      words,
      results: score.units.flatMap(({ municipality, levels: found }): PeerResult[] => {
        const own = (found[level.id] ?? []).map((code) => orders.get(code) ?? 0);
        return own.length > 0 ? [{ municipality, low: Math.min(...own), high: Math.max(...own) }] : [];
      }),
    };
  });
  return [...points, ...values, ...levels];
}
