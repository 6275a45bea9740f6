import { criteriaOf } from "@metodika/core";
import {
  type Block,
  type Bounds,
  type Cell,
  type Column,
  formatNumber,
  labels,
  numberCell,
  type PeerComparison,
  type PeerResult,
  type Standing,
  say,
  shortTitle,
  standingOf,
  type Table,
  typeTitles,
} from "@metodika/presentation";
import type { LetterContext } from "./letter-context.ts";

/** So few peers would be told by their number who they are. */
const fewest = 5;

/**
 * Whether counts give nobody away: among enough peers, and not all of them in one place, which would tell each one's result
 * to whoever knows who they are.
 */
export function isDiscreet({ higher, equal, lower, others }: Standing): boolean {
  return others >= fewest && ![higher, equal, lower].some(([low]) => low === others);
}

/** Whether counts tell something: at least half of the peers have a certain place. */
function isTelling({ higher, equal, lower, others }: Standing): boolean {
  return 2 * (higher[0] + equal[0] + lower[0]) >= others;
}

/** The place among peers, who are counted and never named. */
export function peerBlocks(ctx: LetterContext): Block[] {
  const { t, municipality, data, lang, own } = ctx;
  const typed = new Map(data.municipalities.map(({ id, type }) => [id, type]));
  const fits = (standing: Standing) => isDiscreet(standing) && isTelling(standing);
  const found = comparisons(ctx).flatMap((comparison) => {
    const mine = comparison.results.find((one) => one.municipality === municipality.id);
    // What is not known of oneself cannot be compared yet; a level can, by its ends.
    if (!mine || mine.open || (comparison.exactOnly && mine.low < mine.high)) return [];
    const others = comparison.results.filter((one) => one !== mine);
    const all = standingOf(mine, others);
    if (!fits(all)) return [];
    const alike = others.filter((one) => typed.get(one.municipality) === municipality.type);
    const type = alike.length < others.length ? standingOf(mine, alike) : undefined;
    return [{ comparison, all, ...(type && fits(type) ? { type } : {}) }];
  });
  if (found.length === 0) return [];
  const withType = found.some(({ type }) => type !== undefined);
  const count = (bounds: Bounds): Cell => numberCell(bounds, lang);
  const cells = (standing: Standing | undefined): Cell[] =>
    standing
      ? [
          count(standing.higher),
          count(standing.equal),
          count(standing.lower),
          { text: formatNumber(standing.others, lang), value: standing.others },
        ]
      : [1, 2, 3, 4].map(() => ({ text: "—", value: null }));
  const columns = (scope: string, group: string): Column[] =>
    (
      [
        ["higher", t("выше", "higher")],
        ["equal", t("такой же", "the same")],
        ["lower", t("ниже", "lower")],
        ["others", t("всего", "in all")],
      ] as const
    ).map(([id, title]) => ({ id: `${scope}-${id}`, title, group, align: "center" }));
  const standings = found.flatMap(({ all, type }) => [all, ...(type ? [type] : [])]);
  const isOpen = standings.some(({ higher, equal, lower }) => [higher, equal, lower].some(([low, high]) => low < high));
  const notes = [
    t(
      "Число других муниципалитетов, без названий; мест методика не определяет.",
      "Other municipalities are counted without their names; the methodology defines no places.",
    ),
    ...(isOpen
      ? [
          t(
            "Два числа через тире — границы: часть значений требует уточнения.",
            "Two numbers are bounds: some values need clarification.",
          ),
        ]
      : []),
    ...(withType && found.some(({ type }) => !type)
      ? [
          t(
            "Прочерк: сравнение выдало бы чужой результат, или для него мало сведений.",
            "A dash: a comparison would give another’s result away, or too little is known.",
          ),
        ]
      : []),
  ];
  const table: Table = {
    id: `${own.round.id}-${municipality.id}-peers`,
    title: t(
      "Муниципалитеты с результатом выше, таким же и ниже",
      "Municipalities with a higher, the same and a lower result",
    ),
    lang,
    corner: t("Результат", "Result"),
    columns: [
      ...columns("all", t("Среди всех", "Among all")),
      ...(withType ? columns("type", `${t("Из них", "Of these")} ${say(typeTitles[municipality.type], lang)}`) : []),
    ],
    rows: found.map(({ comparison, all, type }) => ({
      id: comparison.id,
      header: comparison.title,
      cells: [...cells(all), ...(withType ? cells(type) : [])],
    })),
    notes: [{ text: notes.join(" ") }],
    source: "",
  };
  return [{ type: "table", table }];
}

/** Every result by which one can stand among others: points, values of indicators without points, levels. */
export function comparisons(ctx: LetterContext): PeerComparison[] {
  const { data, score, lang, t, places, cells, textLevels, municipality } = ctx;
  const points = data.methodology.criteria
    .filter((criterion) => criterion.points)
    .map((criterion) => ({
      id: criterion.id,
      // The numbers are those of the table of one's own results.
      title: `${t("Баллы критерия", "Points of criterion")} ${data.methodology.criteria.indexOf(criterion) + 1}`,
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
    .flatMap(({ indicator, scale }): PeerComparison[] => {
      if (scale.type !== "codes") return [];
      return [
        {
          id: indicator.id,
          title: shortTitle(indicator, lang),
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
  const levels = (data.methodology.levels ?? []).map((level): PeerComparison => {
    const inferred = level.basis === "inferred" ? ` (${say(labels.inferred, lang)})` : "";
    const orders = new Map(level.codes.map(({ code, order }) => [code, order]));
    const told = textLevels.get(level.id) ?? [];
    // What the report itself says of levels stands before what is calculated.
    if (told.some(({ members }) => members.possible.includes(municipality.id)))
      return {
        id: level.id,
        title: `${say(level.title, lang)} (${t("по тексту справки", "by the text of the report")})`,
        results: told.flatMap(({ code, members }) =>
          members.possible.map((id): PeerResult => {
            const order = orders.get(code) ?? 0;
            return {
              municipality: id,
              low: order,
              high: order,
              ...(members.certain.includes(id) ? {} : { open: true }),
            };
          }),
        ),
      };
    return {
      id: level.id,
      title: `${say(level.title, lang)}${inferred}`,
      results: score.units.flatMap(({ municipality, levels: found }): PeerResult[] => {
        const own = (found[level.id] ?? []).map((code) => orders.get(code) ?? 0);
        return own.length > 0 ? [{ municipality, low: Math.min(...own), high: Math.max(...own) }] : [];
      }),
    };
  });
  return [...points, ...values, ...levels];
}
