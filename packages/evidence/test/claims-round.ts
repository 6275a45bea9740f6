import { Claims, Fact, Methodology, Municipality, Round, type RoundData, readState, type Text } from "@metodika/core";

// An invented region, «Энская область (условные данные)»: four municipalities, one of which lost the colours of its
// cells, and a report of a few sentences about them.

function text(ru: string, en: string): Text {
  return { ru, en };
}

const methodology = Methodology.parse({
  id: "enskaya",
  region: "enskaya",
  version: "1.0.0",
  status: "draft",
  title: text("Энская область (условные данные)", "Enskaya region (invented data)"),
  orders: [],
  scales: {
    "yes-no": {
      type: "codes",
      codes: [
        { code: "yes", order: 1, title: text("Да", "Yes") },
        { code: "no", order: 0, title: text("Нет", "No") },
      ],
    },
  },
  missing: Object.fromEntries(
    ["L", "M", "O", "Q", "S"].map((status) => [status, { policy: "zero", reason: text("пропуск", "missing") }]),
  ),
  criteria: [
    {
      id: "work",
      title: text("Работа", "Work"),
      points: { aggregate: "sum" },
      indicators: ["plan", "site"].map((id) => ({
        id,
        title: text(id === "plan" ? "План" : "Сайт", id),
        scale: "yes-no",
        points: { yes: 1, no: 0 },
      })),
    },
  ],
  levels: [
    {
      id: "development",
      title: text("Уровень", "Level"),
      basis: "approved",
      codes: [
        { code: "high", order: 1, title: text("высокий", "high") },
        { code: "low", order: 0, title: text("низкий", "low") },
      ],
      rules: [{ level: "high", when: { points: "work", at_least: 2 } }, { level: "low" }],
    },
  ],
  recommendations: [
    {
      id: "write-a-plan",
      to: "authority",
      who: { when: { indicator: "plan", is: ["no"] } },
      text: text("Составить план", "Write a plan"),
      source: "enskaya-2024 page 3",
    },
  ],
});

const round = Round.parse({
  id: "enskaya-2024",
  region: "enskaya",
  methodology: { id: "enskaya", version: "1.0.0" },
  title: text("Мониторинг (условные данные)", "Monitoring (invented data)"),
  published: "2024",
  period: { title: text("2024 год", "the year 2024") },
  dates: [
    { id: "signed", what: text("Подписан", "Signed"), value: "2024-12-01", source: "enskaya-2024 page 3" },
    { id: "sent", what: text("Отправлен", "Sent"), value: "2024-12", source: "enskaya-2024 page 1" },
  ],
  orders: [],
  aim: text("Показать", "To show"),
  object: text("Служба", "The service"),
  tasks: [],
  collection: { method: text("Запрос", "A request"), respondent: text("Служба", "The service"), source: "page 1" },
  abbreviations: [],
  approval: [],
});

/** Plan and site; two codes are a cell whose colour was lost. */
const cells = {
  dolny: ["yes", "yes"],
  kedrovy: ["no", "yes"],
  luzhsky: ["yes", "no"],
  zaozyorny: ["yes|no", "yes|no"],
};

const facts = [
  ["structures", "enskaya", "structure-count", "3"],
  ["councils", "enskaya", "council-count", "3"],
  ["report-name", "enskaya", "report", "«Итоги»"],
  ["dolny-council", "dolny", "council", "school"],
  ["kedrovy-council", "kedrovy", "council", "district"],
].map(([id, subject, topic, value]) =>
  Fact.parse({
    id,
    subject,
    topic,
    value,
    unit: "",
    period: "",
    title_ru: "Сведение",
    title_en: "Fact",
    source: "enskaya-2024 page 2",
    note: "",
  }),
);

/** The round without claims. */
export const withoutClaims: RoundData = {
  round,
  methodology,
  municipalities: Object.keys(cells).map((id, index) =>
    Municipality.parse({
      id,
      region: "enskaya",
      name: `Муниципалитет ${index + 1}`,
      type: index < 2 ? "urban-okrug" : "municipal-okrug",
      closed: "no",
      oktmo: "",
      tile_column: String(index),
      tile_row: "0",
      aliases: "",
      name_en: `Municipality ${index + 1}`,
    }),
  ),
  cells: Object.entries(cells).flatMap(([municipality, row], line) =>
    row.map((raw, column) => {
      const scale = methodology.scales["yes-no"];
      const basis = raw.includes("|") ? ("bounded" as const) : ("printed" as const);
      const { state } = scale ? readState({ raw, status: "A", basis }, scale) : {};
      if (!state) throw new Error(`"${raw}" is not on the scale`);
      const indicator = column === 0 ? "plan" : "site";
      const source = `enskaya-2024 table 1 row ${line + 1}`;
      return { municipality, indicator, raw, status: "A", basis, source, evidence: "", note: "", state, line } as const;
    }),
  ),
  printed: [],
  facts,
  comments: [],
};

const statement = text("Утверждение отчёта", "A statement of the report");
const source = "enskaya-2024 page 2 paragraph 1";

/** The round with sound claims, one of every kind of query; as they stand in a file, for a test to change. */
export function plainClaims(): Claims {
  return {
    universes: [
      {
        id: "with-site",
        title: text("муниципалитеты с сайтом", "municipalities with a site"),
        who: { indicator: "site", is: ["yes"] },
        readings: [{ id: "urban", title: text("городские", "urban"), who: { type: ["urban-okrug"] } }],
      },
    ],
    claims: [
      {
        id: "plans",
        source,
        statement,
        query: { count: { indicator: "plan", is: ["yes"] } },
        printed: 3,
        readings: [
          { id: "of-sites", title: text("среди имеющих сайт", "among those with a site"), universe: "with-site" },
        ],
      },
      {
        id: "plans-share",
        source,
        statement,
        query: { share: { indicator: "plan", is: ["yes"] } },
        printed: { percent: "75" },
      },
      {
        id: "plans-list",
        source,
        statement,
        query: { list: { indicator: "site", is: ["yes"] } },
        printed: ["dolny", "kedrovy"],
      },
      {
        id: "for-example",
        source,
        statement,
        query: { includes: { named: ["dolny", "luzhsky"] } },
        printed: ["dolny"],
      },
      {
        id: "everywhere",
        source,
        statement,
        query: { every: { not: { level: "development", is: ["high"] } } },
        printed: false,
      },
      { id: "structures", source, statement, query: { fact: "structures" }, printed: 3 },
      {
        id: "councils-count",
        source,
        statement,
        query: { count_facts: { topic: "council" } },
        printed: { at_least: 2 },
      },
      {
        id: "councils-list",
        source,
        statement,
        query: { list_facts: { topic: "council", value: "school" } },
        printed: ["dolny"],
      },
      { id: "both", source, statement, query: { sum: [{ fact: "structures" }, { number: 1 }] }, printed: 4 },
      { id: "more", source, statement, query: { difference: [{ claim: "both" }, { fact: "councils" }] }, printed: 1 },
      {
        id: "ratio",
        source,
        statement,
        query: { ratio: [{ fact: "structures" }, { number: 4 }] },
        printed: { percent: "75.0" },
      },
      { id: "restated", source, statement, query: { same: [{ date: "signed" }, { date: "sent" }] }, printed: true },
      { id: "to-whom", source, statement, query: { addressees: "write-a-plan" }, printed: ["kedrovy"], use: false },
      { id: "elsewhere", source, statement, not_checkable: text("Таблицы об этом молчат", "The tables do not say") },
    ],
    uncovered: [{ source: "enskaya-2024 page 1", reason: text("Цель", "The aim") }],
  };
}

/** The round with claims, of which a test may change something first. */
export function withClaims(change: (claims: Claims) => void = () => {}): RoundData {
  const claims = plainClaims();
  change(claims);
  return { ...withoutClaims, claims: Claims.parse(claims) };
}
