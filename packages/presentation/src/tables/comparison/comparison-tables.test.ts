import {
  coverageMatrix,
  type Dynamics,
  dynamics,
  effectsOnRound,
  factSeries,
  methodologyDiff,
  sideBySide,
} from "@metodika/comparison";
import { Crosswalk, type Fact, languages, Methodology, type RoundData } from "@metodika/core";
import { describe, expect, test } from "vitest";
import { ensk, methodology } from "../../../test/ensk.ts";
import type { Table } from "../../table/table.ts";
import { formatChange } from "./change-cell.ts";
import { changesTable } from "./changes-table.ts";
import { contributionsTable } from "./contributions-table.ts";
import { dynamicsTables } from "./dynamics-tables.ts";
import { effectsTables } from "./effects-tables.ts";
import { methodologyDiffTables } from "./methodology-diff-tables.ts";
import { seriesTable } from "./series-tables.ts";
import { sideBySideTables } from "./side-by-side-tables.ts";
import { indicatorChangesTable } from "./transitions-tables.ts";

/** The year after: one answer became a yes, a wording changed, and a total is as it was. */
const [organisation, ...others] = methodology.criteria;
const [first, second, ...rest] = organisation?.indicators ?? [];
if (!organisation || !first || !second) throw new Error("the invented methodology changed");
const newer: Methodology = Methodology.parse({
  ...methodology,
  version: "2.0.0",
  criteria: [
    {
      ...organisation,
      indicators: [first, { ...second, title: { ru: "Иначе спрошено", en: "Asked otherwise" } }, ...rest],
    },
    ...others,
  ],
  previous: {
    version: methodology.version,
    changes: [{ kind: "reworded", indicator: second.id, reason: { ru: "спрошено иначе", en: "asked otherwise" } }],
  },
});
const no = ensk.cells.find(({ indicator, raw }) => indicator === first.id && raw === "Нет");
if (!no) throw new Error("nobody answered no");
const fact = (id: string, period: string, value: string): Fact => ({
  ...{ id, subject: ensk.round.region, topic: "councils", unit: "councils", period, value, note: "" },
  ...{ title_ru: "Советы", title_en: "Councils", source: "ensk-2024 section I paragraph 1" },
});
const later: RoundData = {
  ...ensk,
  round: {
    ...ensk.round,
    id: "ensk-2030",
    synthetic: true,
    published: "2030-12-01",
    period: { title: { ru: "2030 год", en: "2030" } },
  },
  methodology: newer,
  cells: ensk.cells.map((cell) => (cell === no ? { ...cell, state: { codes: [0], missing: [] } } : cell)),
  facts: [fact("then", "2020", "15"), fact("now", "", "21")],
};

function compared(options: Parameters<typeof dynamics>[2] = {}): {
  before: RoundData;
  after: RoundData;
  result: Dynamics;
} {
  const { dynamics: result, problems } = dynamics(ensk, later, options);
  if (!result) throw new Error(problems[0]?.message.en);
  return { before: ensk, after: later, result };
}

const row = (table: Table | undefined, id: string) => table?.rows.find((one) => one.id === id);
const cell = (table: Table | undefined, id: string, column: string) =>
  row(table, id)?.cells[table?.columns.findIndex((one) => one.id === column) ?? -1];

const other: RoundData = {
  ...ensk,
  round: { ...ensk.round, id: "tridevyatoe-2024", region: "tridevyatoe" },
  methodology: { ...methodology, id: "tridevyatoe", region: "tridevyatoe" },
};
const crosswalk = Crosswalk.parse({
  concepts: [
    {
      id: "first",
      title: { ru: "Первое", en: "First" },
      definition: { ru: "первое", en: "first" },
      mappings: ["ensk", "tridevyatoe"].map((region) => ({
        region,
        kind: "near",
        indicators: [first.id],
        reason: { ru: "спрашивается", en: "asked" },
        measure: {
          holds: { indicator: first.id, is: ["yes"] },
          counts: { ru: "муниципалитеты", en: "municipalities" },
        },
      })),
      cautions: [{ id: "care", text: { ru: "С осторожностью", en: "With care" } }],
    },
  ],
});

function regions() {
  const { sides } = sideBySide(ensk, other, crosswalk);
  if (!sides) throw new Error("the regions were not compared");
  return { sides, matrix: coverageMatrix(crosswalk, [ensk.methodology, other.methodology]) };
}

describe.each(languages)("every table of a comparison in %s", (lang) => {
  const { sides, matrix } = regions();
  const told = factSeries([later]);
  const { diff } = methodologyDiff(methodology, newer);
  const weighted: Methodology = {
    ...methodology,
    version: "3.0.0",
    criteria: methodology.criteria.map((one) => ({ ...one, weight: 2 })),
  };
  const { effects } = effectsOnRound(ensk, methodology, weighted);
  if (!diff || !effects) throw new Error("nothing was compared");
  const tables = [
    ...dynamicsTables(compared(), lang, { told, transitions: true }),
    ...dynamicsTables(compared({ breaks: "include" }), lang),
    ...sideBySideTables(sides, matrix, [ensk, other], lang, { told }),
    ...methodologyDiffTables(diff, methodology, newer, lang),
    ...effectsTables({ effects, rounds: [ensk], before: methodology, after: weighted }, lang),
  ];

  test("has one cell per column, ids of its own, notes for its marks and a source", () => {
    expect(tables.length).toBeGreaterThan(12);
    for (const { id, columns, rows, totals = [], notes, source } of tables) {
      expect(
        [...rows, ...totals].every(({ cells }) => cells.length === columns.length),
        id,
      ).toBe(true);
      expect(new Set(columns.map((column) => column.id)).size, id).toBe(columns.length);
      expect(new Set(rows.map((one) => one.id)).size, id).toBe(rows.length);
      const marks = rows.flatMap(({ cells }) => cells.flatMap(({ marks: own = [] }) => own));
      for (const mark of marks)
        expect(
          notes.some((note) => note.mark === mark),
          `${id} ${mark}`,
        ).toBe(true);
      expect(source, id).not.toBe("");
    }
  });

  test("of invented data says so in its title", () => {
    const words = lang === "ru" ? "(условные данные)" : "(invented data)";
    for (const { title } of dynamicsTables(compared(), lang, { told, transitions: true }))
      expect(title).toContain(words);
  });
});

describe("changes", () => {
  test("have signs, and bounds in words", () => {
    expect([formatChange([2, 2], "ru"), formatChange([0, 0], "ru"), formatChange([-1.5, -1.5], "ru")]).toEqual([
      "+2",
      "0",
      "−1,5",
    ]);
    expect(formatChange([-1, 0.5], "en")).toBe("−1 to\u00a0+0.5");
  });

  test("of a municipality are told by interval and word; what stayed open is possible", () => {
    const table = changesTable(compared(), "ru");
    expect(cell(table, no.municipality, `${organisation.id}-change`)?.text).toBe("+1");
    expect(cell(table, no.municipality, `${organisation.id}-class`)?.text).toBe("рост");
    const words = new Set(table.rows.flatMap(({ cells }) => cells.map(({ text }) => text)));
    for (const word of ["без изменений", "не сопоставляется"]) expect(words).toContain(word);
    const counted = (table.totals ?? []).map(({ cells }) => Number(cells[1]?.value));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(ensk.municipalities.length);
  });

  test("leave a reworded indicator out, say so, and take it in when asked", () => {
    const table = changesTable(compared(), "ru");
    expect(table.notes.some(({ text }) => text.includes("ряд которых прерван"))).toBe(true);
    expect(cell(indicatorChangesTable(compared(), "ru"), second.id, "series")?.text).toContain(
      "ряд прерван; изменена формулировка",
    );
    expect(cell(indicatorChangesTable(compared(), "ru"), second.id, "none")?.value).toBeNull();
    const asked = compared({ breaks: "include" });
    expect(cell(indicatorChangesTable(asked, "ru"), second.id, "none")?.value).not.toBeNull();
    expect(changesTable(asked, "ru").notes.some(({ text }) => text.includes("По запросу"))).toBe(true);
  });

  test("are the sum of what indicators add, in numbers too", () => {
    const table = contributionsTable(compared(), "ru");
    const cells = row(table, no.municipality)?.cells ?? [];
    const groups = new Map<string, number[]>();
    table?.columns.forEach(({ group = "" }, place) => {
      groups.set(group, [...(groups.get(group) ?? []), cells[place]?.low ?? 0]);
    });
    expect(groups.size).toBeGreaterThan(0);
    for (const values of groups.values())
      expect(values.slice(0, -1).reduce((sum, value) => sum + value, 0)).toBe(values.at(-1));
  });
});

describe("series and sides", () => {
  test("a series is told with its periods and what disagrees", () => {
    const claim = {
      ...{ id: "c", round: "ensk-2030", source: "ensk-2024 section I paragraph 1", verdict: "contradicted" },
      ...{
        statement: { ru: "Советов 21", en: "21 councils" },
        explanation: { ru: "По таблицам 20.", en: "20 by the tables." },
      },
    };
    const table = seriesTable(factSeries([later], [claim]).series, [later], "ru");
    expect(table?.rows[0]?.cells.map(({ text }) => text).slice(0, 4)).toEqual([
      "2020 → 2030 год",
      "15 → 21",
      "+6",
      "Советов 21 — По таблицам 20.",
    ]);
    expect(seriesTable(factSeries([later]).series, [later], "ru")?.columns).toHaveLength(4);
    expect(seriesTable([], [later], "ru")).toBeUndefined();
  });

  test("two regions are warned of first, and shares have bases", () => {
    const { sides, matrix } = regions();
    const tables = sideBySideTables(sides, matrix, [ensk, other], "ru", {
      regions: { ensk: { ru: "Энская область", en: "Ensk" } },
    });
    expect(tables[0]?.title).toContain("Прежде чем сравнивать");
    const shares = tables.find(({ id }) => id.endsWith("-shares"));
    expect(cell(shares, "first", "comparable")?.text).toBe("не напрямую");
    expect(cell(shares, "first", "ensk-base")?.text).toMatch(/ из 6$/);
    expect(shares?.columns.map(({ group }) => group)).toContain("Энская область");
  });
});

describe("differences and effects", () => {
  test("tell what a part was and is, with the reason", () => {
    const { diff } = methodologyDiff(methodology, newer);
    const [table] = diff ? methodologyDiffTables(diff, methodology, newer, "ru") : [];
    expect(table?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ["Показатель", "другая формулировка", second.title.ru, "Иначе спрошено", "спрошено иначе"],
    ]);
    const same = methodologyDiff(methodology, methodology).diff;
    expect(same && methodologyDiffTables(same, methodology, methodology, "ru")[0]?.notes[0]?.text).toContain(
      "Отличий нет",
    );
  });

  test("give every rule a column, whose numbers make the change", () => {
    const weighted: Methodology = {
      ...methodology,
      version: "3.0.0",
      criteria: [
        { ...organisation, indicators: organisation.indicators?.map((one) => ({ ...one, weight: 2 })) },
        ...others,
      ],
    };
    const { effects } = effectsOnRound(ensk, methodology, weighted);
    if (!effects) throw new Error("no effects");
    const tables = effectsTables({ effects, rounds: [ensk], before: methodology, after: weighted }, "ru");
    const table = tables.find(({ id }) => id.includes(organisation.id));
    const rules = (table?.columns ?? []).filter(({ id }) => id.startsWith("indicator-"));
    expect(rules).toHaveLength(organisation.indicators?.length ?? 0);
    const scored = (table?.rows ?? []).filter(({ cells }) => cells.every(({ value }) => typeof value === "number"));
    expect(scored.length).toBeGreaterThan(1);
    for (const { id } of scored) {
      const sum = rules.reduce((all, column) => all + Number(cell(table, id, column.id)?.value), 0);
      expect(sum).toBeCloseTo(Number(cell(table, id, "change")?.value), 9);
    }
  });

  test("tell who moves between levels, by which rule, and what cannot be told apart", () => {
    const [level] = methodology.levels ?? [];
    if (!level) throw new Error("the invented methodology has no level");
    const version = (number: string, cut: string, weight: number): Methodology => ({
      ...methodology,
      version: number,
      criteria: [
        { ...organisation, indicators: organisation.indicators?.map((one) => ({ ...one, weight })) },
        ...others,
      ],
      levels: [
        {
          ...level,
          rules: [
            { level: level.codes[0]?.code ?? "", when: { points: organisation.id, at_least: cut } },
            { level: level.codes.at(-1)?.code ?? "" },
          ],
        },
      ],
    });
    const [before, after] = [version("1.0.0", "2", 1), version("3.0.0", "2", 2)];
    const { effects } = effectsOnRound({ ...ensk, methodology: before }, before, after);
    if (!effects) throw new Error("no effects");
    const shown = { effects, rounds: [ensk], before, after };
    const table = effectsTables(shown, "ru").find(({ id }) => id.endsWith("-level-effects"));
    expect(table?.columns.map(({ title }) => title)).toEqual([
      "по ensk@1.0.0",
      "по ensk@3.0.0",
      "Переход",
      "Достаточно одного этого правила",
      "Без этого правила перехода не было бы",
    ]);
    const moved = effects.levels[0]?.units.filter(({ move }) => move !== "stays") ?? [];
    expect(moved.length).toBeGreaterThan(0);
    expect(table?.rows.map(({ id }) => id)).toEqual(moved.map(({ municipality }) => municipality));
    const counted = (table?.totals ?? []).map(({ cells }) => Number(cells[2]?.value));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(ensk.municipalities.length);
    expect(table?.title).toContain("Что изменило уровень: «");

    // The same question on another scale: neither the scale nor the rule can be exchanged by itself.
    const word = { ru: "Согласовано", en: "Agreed" };
    const codes = ["agreed", "open", "refused"].map((code, order) => ({ code, order, title: word }));
    const asking = (number: string, answer: string, isNew: boolean): Methodology => ({
      ...before,
      version: number,
      scales: { ...methodology.scales, agreement: { type: "codes", codes } },
      criteria: [
        {
          ...organisation,
          indicators: organisation.indicators?.map((one) =>
            one.id === first.id && isNew
              ? { ...one, scale: "agreement", points: { agreed: 1, open: 0, refused: 0 } }
              : one,
          ),
        },
        ...others,
      ],
      levels: [
        {
          ...level,
          rules: [
            { level: level.codes[0]?.code ?? "", when: { indicator: first.id, is: [answer] } },
            { level: level.codes.at(-1)?.code ?? "" },
          ],
        },
      ],
    });
    const [asked, agreed] = [asking("1.0.0", "yes", false), asking("3.0.0", "agreed", true)];
    const apart = effectsOnRound({ ...ensk, methodology: asked }, asked, agreed).effects;
    if (!apart) throw new Error("no effects");
    const told = effectsTables({ effects: apart, rounds: [ensk], before: asked, after: agreed }, "ru").at(-1);
    const [unit] = told?.rows ?? [];
    const marked = cell(told, unit?.id ?? "", "apart");
    expect(marked?.text).toContain("», «");
    const why = told?.notes.find(({ mark }) => mark !== undefined && marked?.marks?.includes(mark));
    expect(why?.text).toContain("на другой его шкале не прочитать");
    expect(cell(told, unit?.id ?? "", "move")?.text).toBe("возможен переход");
    expect(cell(told, unit?.id ?? "", "enough")?.text).toBe("нет такого");
  });
});
