import {
  type Basis,
  type Cell,
  type CodeScale,
  Methodology,
  Municipality,
  type Observation,
  Printed,
  Round,
  type RoundData,
  readState,
  type Scale,
  type Status,
  type Text,
} from "../src/index.ts";

// An invented region, «Энская область (условные данные)»: six municipalities and a methodology that has every part of
// the language. No code of its own stands behind it.

export function text(ru: string, en: string): Text {
  return { ru, en };
}

const yes = { code: "yes", order: 1, title: text("Да", "Yes"), raw: ["Да", "есть"] };
const no = { code: "no", order: 0, title: text("Нет", "No"), raw: ["Нет"] };

/** The methodology as it would stand in a file, before it is read. A new copy at each call, for a test to change. */
export function plainMethodology() {
  const methodology: Methodology = {
    id: "enskaya",
    region: "enskaya",
    version: "1.0.0",
    status: "draft",
    title: text("Энская область (условные данные)", "Enskaya region (invented data)"),
    orders: [],
    frameworks: [{ id: "standard", title: text("Условный стандарт", "Invented standard") }],
    scales: {
      "yes-no": { type: "codes", codes: [{ ...yes }, { ...no }] },
      share: {
        type: "codes",
        measure: { title: text("Доля с образованием", "Share with a degree"), unit: "percent", from: 0, to: 100 },
        codes: [
          { code: "green", order: 2, title: text("Более половины", "More than half"), interval: "(50,100]" },
          {
            code: "yellow",
            order: 1,
            title: text("От четверти до половины", "A quarter to half"),
            interval: "[25,50]",
          },
          { code: "red", order: 0, title: text("Менее четверти", "Less than a quarter"), interval: "[0,25)" },
        ],
      },
      persons: { type: "number", integer: true, from: 0, to: 20, raw: { Нет: 0 } },
      days: { type: "number", from: 0, to: 30 },
      calls: { type: "number", from: 0, to: 100 },
    },
    missing: {
      L: { policy: "exclude", reason: text("не представлено", "not submitted") },
      M: { policy: "zero", reason: text("нет службы", "no service") },
      O: { policy: "zero", reason: text("пустая ячейка", "an empty cell") },
      Q: { policy: "bounds", reason: text("скрыто", "suppressed") },
      S: { policy: "redistribute", reason: text("карантин", "quarantine") },
    },
    criteria: [
      {
        id: "organization",
        table: 1,
        title: text("Организация", "Organization"),
        points: { aggregate: "sum" },
        indicators: [
          {
            id: "regulation",
            title: text("Положение", "Regulation"),
            scale: "yes-no",
            points: { yes: 1, no: 0 },
            frameworks: ["standard"],
          },
          { id: "plan", title: text("План", "Plan"), scale: "yes-no", points: { yes: 1, no: 0 }, weight: 0.5 },
          {
            id: "staff",
            title: text("Сотрудники", "Staff"),
            scale: "persons",
            points: {
              steps: [
                { from: 1, points: 1 },
                { from: 3, points: 2 },
              ],
              below: 0,
            },
          },
        ],
      },
      {
        id: "work",
        title: text("Работа", "Work"),
        points: { aggregate: "sum" },
        criteria: [
          {
            id: "quality",
            title: text("Качество", "Quality"),
            points: { aggregate: "sum" },
            weight: 2,
            indicators: [
              {
                id: "education",
                title: text("Образование", "Education"),
                scale: "share",
                points: { green: 1, yellow: 0.5, red: 0 },
              },
              { id: "site", title: text("Сайт", "Site"), scale: "yes-no", points: { yes: 1, no: 0 } },
            ],
          },
          {
            id: "speed",
            title: text("Скорость", "Speed"),
            points: { aggregate: "mean" },
            indicators: [
              {
                id: "answer-days",
                title: text("Дней до ответа (меньше — лучше)", "Days to an answer (fewer is better)"),
                scale: "days",
                points: { normalize: { from: 30, to: 0 } },
              },
              { id: "calls", title: text("Звонки", "Calls"), scale: "calls", points: { value: { times: "0.01" } } },
            ],
          },
        ],
      },
    ],
    total: { aggregate: "sum" },
    levels: [
      {
        id: "development",
        title: text("Уровень развития", "Level of development"),
        basis: "approved",
        applies: { not: { indicator: "regulation", status: ["O"] } },
        codes: [
          { code: "high", order: 2, title: text("высокий", "high") },
          { code: "middle", order: 1, title: text("средний", "middle") },
          { code: "low", order: 0, title: text("низкий", "low") },
        ],
        rules: [
          {
            level: "high",
            when: {
              all: [
                { points: "organization", at_least: 3 },
                { indicator: "education", at_least: "yellow" },
              ],
            },
          },
          { level: "low", when: { count: { indicators: ["regulation", "plan", "site"], codes: ["no"] }, at_least: 2 } },
          { level: "middle" },
        ],
      },
    ],
    recommendations: [
      {
        id: "write-a-plan",
        to: "authority",
        who: { when: { indicator: "plan", is: ["no"] } },
        text: text("Составить план", "Write a plan"),
        source: "invented",
      },
      {
        id: "share-practice",
        to: "service",
        who: { except: { level: "development", is: ["low"] } },
        text: text("Поделиться опытом", "Share the practice"),
        source: "invented",
      },
      {
        id: "thanks",
        to: "authority",
        who: { named: ["dolny"], reason: text("за данные", "for the data") },
        text: text("Поблагодарить", "Thank"),
        source: "invented",
      },
    ],
  };
  return methodology;
}

export const methodology = Methodology.parse(plainMethodology());

/** A methodology with one thing changed. */
export function changed(change: (plain: ReturnType<typeof plainMethodology>) => void): Methodology {
  const plain = plainMethodology();
  change(plain);
  return Methodology.parse(plain);
}

/** A scale of codes of a methodology, for a test to change. */
export function codeScale({ scales }: Methodology, id: string): CodeScale {
  const scale = scales[id];
  if (scale?.type !== "codes") throw new Error(`${id} is no scale of codes`);
  return scale;
}

/** The legend of the fixture with exactly one half belonging to nobody, as in a real report. */
export function withGapAtHalf(): Methodology {
  return changed((plain) => {
    codeScale(plain, "share").codes[1]!.interval = "[25,50)";
  });
}

const names = ["beryozovsky", "dolny", "kedrovy", "zaozyorny", "luzhsky", "novy-bor"] as const;

const municipalities = names.map((id, index) =>
  Municipality.parse({
    id,
    region: "enskaya",
    name: `Муниципалитет ${index + 1}`,
    type: "municipal-okrug",
    closed: "no",
    oktmo: "",
    tile_column: String(index),
    tile_row: "0",
    aliases: "",
    name_en: `Municipality ${index + 1}`,
  }),
);

type Answer = string | { raw: string; status?: Status; basis?: Basis };
const indicators = ["regulation", "plan", "staff", "education", "site", "answer-days", "calls"];
const missing = (status: Status): Answer => ({ raw: "", status });
const bounded = (raw: string): Answer => ({ raw, basis: "bounded" });

/**
 * Computed by hand; organization = regulation + 0.5 × plan + staff (1 from one person, 2 from three),
 * quality = education (1, 0.5, 0) + site, speed = ((30 − days) / 30 + calls / 100) / 2, work = 2 × quality + speed.
 *
 * - beryozovsky has everything: 1 + 0.5 + 2 = 3.5; quality 1 + 1 = 2; speed (1 + 1) / 2 = 1; work 4 + 1 = 5; total 8.5.
 * - dolny: 1 + 0 + 1 = 2; quality 0.5; speed (0.5 + 0.5) / 2 = 0.5; work 1 + 0.5 = 1.5; total 3.5. No plan, no site: low.
 * - kedrovy: 0 + 0.5 + 2 = 2.5; quality 0; speed 1; work 1; total 3.5: a tie with dolny. No regulation, no site: low.
 * - zaozyorny is bounded: plan 0 or 0.5, staff 1 or 2, education 0.5 or 1: organization 1 + … = 2 to 3.5; quality 1.5 to
 *   2; speed 0; work 3 to 4; total 5 to 7.5. With three persons it has at least 3 points for organization: high, else middle.
 * - luzhsky lacks values: plan is empty (zero), staff not submitted (excluded, its 2 points are not in the maximum):
 *   1 of 1.5; education fell to quarantine, its weight goes to the site: 1 × (1 + 1) / 1 = 2 of 2; days are suppressed, 0
 *   to 1, calls 0.5: speed 0.25 to 0.75; work 4.25 to 4.75 of 5; total 5.25 to 5.75 of 6.5. Middle.
 * - novy-bor has no row: not scored, no level.
 */
const answers: Record<(typeof names)[number], Answer[]> = {
  beryozovsky: ["Да", "есть", "3", "green", "Да", "0", "100"],
  dolny: ["да", "Нет", "2", "yellow", "Нет", "15", "50"],
  kedrovy: ["Нет", "Да", "4", "red", "Нет", "0", "100"],
  zaozyorny: ["Да", bounded("Да|Нет"), bounded("2..3"), bounded("green|yellow"), "Да", "30", "0"],
  luzhsky: ["Да", missing("O"), missing("L"), missing("S"), "Да", missing("Q"), "50"],
  "novy-bor": [],
};

export const expected: Record<
  (typeof names)[number],
  { points: ([number, number] | null)[]; max: (number | null)[]; total: [number, number] | null; level: string[] }
> = {
  beryozovsky: {
    points: [pair(3.5), pair(5), pair(2), pair(1)],
    max: [3.5, 5, 2, 1],
    total: pair(8.5),
    level: ["high"],
  },
  dolny: { points: [pair(2), pair(1.5), pair(0.5), pair(0.5)], max: [3.5, 5, 2, 1], total: pair(3.5), level: ["low"] },
  kedrovy: { points: [pair(2.5), pair(1), pair(0), pair(1)], max: [3.5, 5, 2, 1], total: pair(3.5), level: ["low"] },
  zaozyorny: {
    points: [[2, 3.5], [3, 4], [1.5, 2], pair(0)],
    max: [3.5, 5, 2, 1],
    total: [5, 7.5],
    level: ["high", "middle"],
  },
  luzhsky: {
    points: [pair(1), [4.25, 4.75], pair(2), [0.25, 0.75]],
    max: [1.5, 5, 2, 1],
    total: [5.25, 5.75],
    level: ["middle"],
  },
  "novy-bor": { points: [null, null, null, null], max: [null, null, null, null], total: null, level: [] },
};

function pair(value: number): [number, number] {
  return [value, value];
}

const scaleOf: Record<string, string> = {
  regulation: "yes-no",
  plan: "yes-no",
  staff: "persons",
  education: "share",
  site: "yes-no",
  "answer-days": "days",
  calls: "calls",
};

function cell(municipality: string, indicator: string, answer: Answer, line: number): Cell {
  const { raw, status = "A", basis = "printed" } = typeof answer === "string" ? { raw: answer } : answer;
  const { state, problem } = readState({ raw, status, basis }, methodology.scales[scaleOf[indicator] ?? ""] as Scale);
  if (!state) throw new Error(problem.message.en);
  const observation: Observation = {
    municipality,
    indicator,
    raw,
    status,
    basis,
    source: `table 1 row ${line}`,
    evidence: "",
    note: "",
  };
  return { ...observation, state, line };
}

/** A round of the invented region. */
export const round = Round.parse({
  id: "enskaya-2024",
  region: "enskaya",
  methodology: { id: "enskaya", version: "1.0.0" },
  title: text("Мониторинг (условные данные)", "Monitoring (invented data)"),
  published: "2024",
  period: { title: text("2024 год", "the year 2024") },
  dates: [
    { id: "signed", what: text("Подписан", "Signed"), value: "2024-12-01", source: "invented" },
    { id: "sent", what: text("Отправлен", "Sent"), value: "2024-11-01", source: "invented" },
  ],
  orders: [],
  aim: text("Показать", "To show"),
  object: text("Служба", "The service"),
  tasks: [{ id: "see", title: text("Увидеть", "See"), indicators: ["plan"], source: "invented" }],
  collection: { method: text("Запрос", "A request"), respondent: text("Служба", "The service"), source: "invented" },
  abbreviations: [],
  approval: [],
});

export const data: RoundData = {
  round,
  methodology,
  municipalities,
  cells: Object.entries(answers).flatMap(([id, row], index) =>
    row.map((answer, column) => cell(id, indicators[column] ?? "", answer, index + 1)),
  ),
  printed: [
    Printed.parse({
      kind: "points",
      municipality: "dolny",
      item: "organization",
      value: "2,5",
      evidence: "",
      source: "invented",
      note: "",
    }),
    Printed.parse({
      kind: "level",
      municipality: "dolny",
      item: "development",
      value: "low",
      evidence: "",
      source: "invented",
      note: "",
    }),
  ],
  facts: [],
  comments: [],
};
