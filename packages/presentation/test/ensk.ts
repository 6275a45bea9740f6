import {
  type Cell,
  type Comment,
  type Fact,
  indicatorsOf,
  Methodology,
  Municipality,
  Observation,
  Printed,
  Round,
  type RoundData,
  readState,
} from "@metodika/core";

// An invented region for tests: «Энская область (условные данные)». Six municipalities with a tie, a row that was not
// submitted, a blank cell, a bounded cell with and without a missing alternative, a special event, a link, a printed
// number that differs, and a level known only within bounds.

const t = (ru: string, en: string) => ({ ru, en });

export const methodology = Methodology.parse({
  id: "ensk",
  region: "ensk",
  version: "1.0.0",
  status: "approved",
  title: t("Мониторинг служб Энской области (условные данные)", "Monitoring of the services of Ensk (invented data)"),
  orders: [],
  scales: {
    "yes-no": {
      type: "codes",
      codes: [
        { code: "yes", order: 1, title: t("Да", "Yes"), raw: ["Да"] },
        { code: "no", order: 0, title: t("Нет", "No"), raw: ["Нет"] },
      ],
    },
    members: { type: "number", integer: true, from: 0, unit: t("чел.", "persons"), raw: { Нет: 0 } },
    education: {
      type: "codes",
      measure: { title: t("Доля сотрудников", "Share of the staff"), unit: "percent", from: 0, to: 100 },
      codes: [
        {
          code: "green",
          order: 2,
          interval: "[100,100]",
          title: t("Все", "All"),
          color: "green",
          letter: t("З", "G"),
          raw: ["Зелёный"],
        },
        {
          code: "yellow",
          order: 1,
          interval: "(50,100)",
          title: t("Более половины", "More than half"),
          color: "yellow",
          letter: t("Ж", "Y"),
          raw: ["Жёлтый"],
        },
        {
          code: "red",
          order: 0,
          interval: "[0,50)",
          title: t("Менее половины", "Less than half"),
          color: "red",
          letter: t("К", "R"),
          raw: ["Красный"],
        },
      ],
    },
    training: {
      type: "codes",
      codes: [
        {
          code: "green",
          order: 1,
          title: t("Проходят все", "All train"),
          color: "green",
          letter: t("З", "G"),
          raw: ["Зелёный"],
        },
        {
          code: "red",
          order: 0,
          title: t("Проходят не все", "Not all train"),
          color: "red",
          letter: t("К", "R"),
          raw: ["Красный"],
        },
      ],
    },
  },
  missing: {
    L: { policy: "exclude", reason: t("Баллы не напечатаны", "No points are printed") },
    M: { policy: "exclude", reason: t("Сотрудников нет", "There is no staff") },
    O: { policy: "zero", reason: t("Пустая ячейка учтена как «нет»", "A blank cell counts as a no") },
    Q: { policy: "bounds", reason: t("Значение скрыто", "The value is withheld") },
    S: { policy: "zero", reason: t("Работа не проведена", "The work was not done") },
  },
  criteria: [
    {
      id: "organisation",
      table: 1,
      title: t("Организация работы службы", "Organisation of the service"),
      short: t("Организация", "Organisation"),
      points: { aggregate: "sum" },
      indicators: [
        {
          id: "regulation",
          column: 1,
          title: t("Положение о деятельности службы", "Regulation on the service"),
          short: t("Положение", "Regulation"),
          scale: "yes-no",
          points: { yes: 1, no: 0 },
          evidence: t("Документ", "Document"),
        },
        { id: "plan", column: 2, title: t("План работы", "Work plan"), scale: "yes-no", points: { yes: 2, no: 0 } },
        {
          id: "members",
          column: 3,
          title: t("Члены ассоциации", "Members of the association"),
          scale: "members",
          points: { steps: [{ from: 1, points: 1 }], below: 0 },
        },
      ],
    },
    {
      id: "staff",
      table: 2,
      title: t("Состав сотрудников", "Staff"),
      indicators: [
        { id: "education", column: 1, title: t("Высшее образование", "Higher education"), scale: "education" },
        { id: "training", column: 2, title: t("Повышение квалификации", "Training"), scale: "training" },
      ],
    },
  ],
  levels: [
    {
      id: "potential",
      title: t("Кадровый потенциал", "Staffing potential"),
      basis: "inferred",
      note: t("Правило не опубликовано", "The rule is not published"),
      applies: { not: { count: { criterion: "staff", status: ["L"] }, at_least: 2 } },
      codes: [
        { code: "high", order: 1, title: t("Высокий", "High"), color: "green", letter: t("В", "H") },
        { code: "low", order: 0, title: t("Низкий", "Low"), color: "red", letter: t("Н", "L") },
      ],
      rules: [
        {
          level: "high",
          when: {
            all: [
              { count: { criterion: "staff", codes: ["green"] }, at_least: 1 },
              { count: { criterion: "staff", codes: ["red"] }, at_most: 0 },
            ],
          },
        },
        { level: "low" },
      ],
    },
  ],
  recommendations: [
    {
      id: "improve",
      number: "1",
      to: "authority",
      who: { all: true },
      text: t("Улучшить", "Improve"),
      parts: [{ text: t("часть", "part"), parts: [{ text: t("подчасть", "subpart") }] }],
      every: t("раз в год", "once a year"),
      source: "ensk-2022 section V item 1",
    },
    {
      id: "write",
      to: "service",
      who: { when: { indicator: "regulation", is: ["no"] } },
      basis: "inferred",
      text: t("Написать положение", "Write a regulation"),
      source: "ensk-2022 section V item 2",
    },
    {
      id: "others",
      to: "service",
      who: { except_named: ["zarechny"], reason: t("у него есть", "it has one") },
      text: t("Сделать", "Do it"),
      source: "ensk-2022 section V item 3",
    },
  ],
});

const municipality = (id: string, name: string, name_en: string) =>
  Municipality.parse({
    id,
    region: "ensk",
    name,
    type: "municipal-okrug",
    closed: "no",
    oktmo: "",
    tile_column: "1",
    tile_row: "1",
    aliases: "",
    name_en,
  });

export const municipalities = [
  municipality("zarechny", "г. Заречный", "Zarechny"),
  municipality("lugovoy", "Луговой муниципальный округ", "Lugovoy okrug"),
  municipality("severny", "Северный район", "Severny district"),
  municipality("ozerny", "Озёрный район", "Ozyorny district"),
  municipality("polevoy", "Полевой район", "Polevoy district"),
  municipality("stepnoy", "Степной район", "Stepnoy district"),
];

const lines: Record<string, string[]> = {
  zarechny: ["Да+", "Да", "12", "Зелёный", "Зелёный"],
  lugovoy: ["Да", "Нет", "Нет", "Красный", "Красный"],
  severny: ["L:Информация не представлена", "L:", "L:", "L:Не представлена", "L:"],
  ozerny: ["O:", "Да", "0", "?green|yellow|red", "Зелёный"],
  polevoy: ["Да", "?yes|no", "?0..3", "Жёлтый", "?green|red|status:L"],
  stepnoy: ["Нет", "S:не проводилось", "5", "M:Сотрудников нет", "M:"],
};

const places = indicatorsOf(methodology);

/** «Да+» is linked, «L:…» is missing with its printed text, «?a|b» is bounded. */
function cellOf(municipality: string, text: string, position: number, row: number): Cell {
  const place = places[position];
  if (!place) throw new Error("more values than indicators");
  const missing = /^([A-Z]):(.*)$/.exec(text);
  const bounded = text.startsWith("?");
  const observation = Observation.parse({
    municipality,
    indicator: place.indicator.id,
    raw: missing ? missing[2] : text.replace(/^\?/, "").replace(/\+$/, ""),
    status: missing ? missing[1] : "A",
    basis: bounded ? "bounded" : "printed",
    source: `ensk-2022 table ${place.criterion.table} row ${row}`,
    evidence: text.endsWith("+") ? "link" : "",
    note: bounded ? "the colour was lost" : "",
  });
  const { state, problem } = readState(observation, place.scale);
  if (!state) throw new Error(problem.message.en);
  return { ...observation, state, line: 0 };
}

const cells = municipalities.flatMap(({ id }, row) =>
  (lines[id] ?? []).map((text, position) => cellOf(id, text, position, row + 1)),
);

const printed = (kind: string, municipality: string, item: string, value: string, evidence = "") =>
  Printed.parse({ kind, municipality, item, value, evidence, source: "ensk-2022 table 1 row 1", note: "" });

export const round = Round.parse({
  id: "ensk-2022",
  region: "ensk",
  methodology: { id: "ensk", version: "1.0.0" },
  title: t("Энская область (условные данные)", "Ensk region (invented data)"),
  published: "2022",
  period: { title: t("2021/22 учебный год", "school year 2021/22") },
  dates: [],
  orders: [],
  aim: t("Проверка", "Testing"),
  object: t("Служба", "Service"),
  tasks: [],
  collection: {
    method: t("Анкета", "Questionnaire"),
    respondent: t("Орган", "Authority"),
    source: "ensk-2022 section I",
  },
  abbreviations: [],
  approval: [],
});

/** The whole invented round. */
export const ensk: RoundData = {
  round,
  methodology,
  municipalities,
  cells,
  printed: [
    printed("points", "zarechny", "organisation", "4", "link"),
    printed("points", "lugovoy", "organisation", "2"),
    printed("points", "ozerny", "organisation", "2"),
    printed("points", "polevoy", "organisation", "3"),
    printed("points", "stepnoy", "organisation", "1"),
    printed("level", "zarechny", "potential", "high"),
    printed("level", "lugovoy", "potential", "high"),
    printed("level", "ozerny", "potential", "low"),
  ],
  facts: [] as Fact[],
  comments: [] as Comment[],
};
