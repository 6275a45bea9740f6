import type { LevelDefinition, RoundData } from "@metodika/core";
import type { Finding } from "@metodika/evidence";
import { type Cell, labels, quote, say, type Table } from "@metodika/presentation";
import type { Context } from "./context.ts";
import { toldLevels } from "./told-levels.ts";

/** What levels are read from: the text of the report stands in the data of every edition. */
export function dataOf({ input }: Context): { data: RoundData; findings: readonly Finding[] | undefined } {
  return { data: input.data, findings: input.findings };
}

/**
 * The table of results with one column for a level that the text of the report gives, with where it comes from, instead of
 * the level of a rule that the region has not approved.
 */
export function withToldLevels(ctx: Context, table: Table): Table {
  const { t, lang, data } = ctx;
  const replaced = (before: Table, level: LevelDefinition): Table => {
    const { of, text } = toldLevels({ ...ctx, ...dataOf(ctx) }, level);
    if (text.length === 0) return before;
    const own = before.columns.flatMap(({ id }, place) =>
      id === `${level.id}-level` || id === `${level.id}-printed` ? [place] : [],
    );
    const [first = before.columns.length] = own;
    const others = before.columns.map((_, place) => place).filter((place) => !own.includes(place));
    const [left, right] = [others.filter((place) => place < first), others.filter((place) => place > first)];
    const origins = {
      list: t("по перечню справки", "listed in the report"),
      rest: t("по тексту справки: остальные", "by the text: the others"),
      rule: say(labels.inferred, lang),
    };
    const cells = (municipality: string): Cell[] => {
      const found = of.get(municipality);
      if (!found || found.codes.length === 0) return [{ text: say(labels.noLevel, lang) }, { text: "" }];
      const codes = found.codes.flatMap((code) => level.codes.find((one) => one.code === code) ?? []);
      const [only] = codes;
      const words = codes.map(({ title }) => quote(say(title, lang), lang)).join(t(" или ", " or "));
      if (found.certain && only)
        return [
          {
            text: say(only.title, lang),
            value: only.code,
            ...(only.color ? { color: only.color } : {}),
            ...(only.letter ? { letter: say(only.letter, lang) } : {}),
          },
          { text: origins[found.by] },
        ];
      return [
        { text: `${t("возможен", "possible")}: ${words}` },
        { text: `${origins[found.by]}; ${t("требует уточнения", "needs clarification")}` },
      ];
    };
    const at = (places: readonly number[]) => places.flatMap((place) => before.columns[place] ?? []);
    return {
      ...before,
      columns: [
        ...at(left),
        { id: `${level.id}-level`, title: say(level.title, lang), align: "left" as const },
        { id: `${level.id}-origin`, title: t("Откуда следует", "Where from"), align: "left" as const },
        ...at(right),
      ],
      rows: before.rows.map((row) => ({
        ...row,
        cells: [
          ...left.flatMap((place) => row.cells[place] ?? []),
          ...cells(row.id),
          ...right.flatMap((place) => row.cells[place] ?? []),
        ],
      })),
    };
  };
  return (data.methodology.levels ?? []).reduce(replaced, table);
}
