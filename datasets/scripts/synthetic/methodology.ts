import { type Indicator, Methodology, type Text } from "@metodika/core";

/*
 * The methodology of «Энская область», an invented region, in two versions. Between them the scale of one indicator
 * changed (training) and the wording of another (plan); both changes are declared, so both series break there.
 */

const text = (ru: string, en: string): Text => ({ ru, en });

const yesNo = {
  type: "codes" as const,
  codes: [
    { code: "yes", order: 1, title: text("Да", "Yes"), raw: ["Да"] },
    { code: "no", order: 0, title: text("Нет", "No"), raw: ["Нет"] },
  ],
};

const share = text(
  "Доля сотрудников, повысивших квалификацию за три года",
  "Share of the staff trained within 3 years",
);
const percent = { title: share, unit: "percent" as const, from: 0, to: 100 };

/** Three values in the first version. */
const threeShares = {
  type: "codes" as const,
  measure: percent,
  codes: [
    {
      code: "all",
      order: 2,
      interval: "[100,100]",
      title: text("Все сотрудники", "All staff"),
      color: "green" as const,
    },
    { code: "some", order: 1, interval: "(0,100)", title: text("Часть сотрудников", "Some"), color: "yellow" as const },
    { code: "nobody", order: 0, interval: "[0,0]", title: text("Никто", "Nobody"), color: "red" as const },
  ].map((code) => ({ ...code, raw: [code.title.ru] })),
};

/** Four in the second: «часть» fell into two. */
const fourShares = {
  type: "codes" as const,
  measure: percent,
  codes: [
    {
      code: "all",
      order: 3,
      interval: "[100,100]",
      title: text("Все сотрудники", "All staff"),
      color: "green" as const,
    },
    {
      code: "most",
      order: 2,
      interval: "[50,100)",
      title: text("Не менее половины", "At least half"),
      color: "yellow" as const,
    },
    {
      code: "few",
      order: 1,
      interval: "(0,50)",
      title: text("Менее половины", "Less than half"),
      color: "red" as const,
    },
    { code: "nobody", order: 0, interval: "[0,0]", title: text("Никто", "Nobody"), color: "blue" as const },
  ].map((code) => ({ ...code, raw: [code.title.ru] })),
};

const system = {
  type: "codes" as const,
  codes: [
    { code: "works", order: 2, title: text("Действует", "Works"), raw: ["Действует"] },
    { code: "planned", order: 1, title: text("Запланирована", "Planned"), raw: ["Запланирована"] },
    { code: "none", order: 0, title: text("Отсутствует", "None"), raw: ["Отсутствует"] },
  ],
};

const persons = {
  type: "number" as const,
  integer: true,
  from: 0,
  to: 60,
  unit: text("чел.", "persons"),
};

const answer = { scale: "yes-no", points: { yes: 1, no: 0 } };

function indicator(column: number, id: string, title: Text, short: Text, rest: Partial<Indicator>): Indicator {
  return { id, column, title, short, scale: "yes-no", ...rest };
}

const plan = text("План работы методической службы", "Work plan of the methodological service");
const agreedPlan = text(
  "План работы методической службы, согласованный со школами",
  "Work plan of the methodological service that the schools have agreed to",
);

function version(number: string, planTitle: Text, trainingPoints: Record<string, number>): unknown {
  return {
    id: "ensk",
    region: "ensk",
    version: number,
    status: "approved",
    synthetic: true,
    title: text(
      "Мониторинг методических служб Энской области (условные данные)",
      "Monitoring of the methodological services of the Ensk region (invented data)",
    ),
    authority: {
      short: text("МОУО", "MEA"),
      title: text("муниципальный орган управления образованием", "municipal education authority"),
    },
    orders: [],
    scales: {
      "yes-no": yesNo,
      training: number === "1.0.0" ? threeShares : fourShares,
      system,
      persons,
    },
    missing: {
      L: {
        policy: "exclude",
        reason: text("Кто не представил сведения, тот не оценивается", "Who submitted nothing is not scored"),
      },
      M: {
        policy: "exclude",
        reason: text("Без сотрудников значения быть не может", "Without staff there can be no value"),
      },
      O: { policy: "zero", reason: text("Пустая ячейка считается отсутствием", "A blank cell counts as absence") },
      Q: { policy: "bounds", reason: text("Значение есть, но скрыто", "There is a value, but it is withheld") },
      S: {
        policy: "bounds",
        reason: text("Каким было бы значение, неизвестно", "What the value would have been is unknown"),
      },
    },
    criteria: [
      {
        id: "organisation",
        table: 1,
        title: text("Организация методической службы", "Organisation of the methodological service"),
        points: { aggregate: "sum" },
        indicators: [
          indicator(
            1,
            "regulation",
            text("Положение о методической службе", "Regulation on the methodological service"),
            text("Положение", "Regulation"),
            answer,
          ),
          indicator(2, "plan", planTitle, text("План", "Plan"), answer),
          indicator(
            3,
            "site",
            text("Страница методической службы", "Web page of the methodological service"),
            text("Страница", "Web page"),
            answer,
          ),
        ],
      },
      {
        id: "staff",
        table: 2,
        title: text("Кадры методической службы", "Staff of the methodological service"),
        weight: "1.5",
        points: { aggregate: "sum" },
        indicators: [
          indicator(1, "headcount", text("Количество сотрудников", "Number of staff"), text("Сотрудники", "Staff"), {
            scale: "persons",
            points: {
              steps: [
                { from: 1, points: 1 },
                { from: 3, points: 2 },
                { from: 5, points: 3 },
              ],
              below: 0,
            },
          }),
          indicator(
            2,
            "training",
            text("Повышение квалификации сотрудников", "Training of the staff"),
            text("Обучение", "Training"),
            {
              scale: "training",
              points: trainingPoints,
            },
          ),
        ],
      },
      {
        id: "support",
        table: 3,
        title: text("Поддержка педагогов", "Support for teachers"),
        points: { aggregate: "sum" },
        indicators: [
          indicator(
            1,
            "mentoring",
            text("Система наставничества", "System of mentoring"),
            text("Наставничество", "Mentoring"),
            {
              scale: "system",
              weight: "0.75",
              points: { works: 2, planned: 1, none: 0 },
            },
          ),
          indicator(
            2,
            "seminars",
            text("Семинары для учителей", "Seminars for teachers"),
            text("Семинары", "Seminars"),
            answer,
          ),
          indicator(
            3,
            "young-teachers",
            text("Клуб молодых педагогов", "Club of young teachers"),
            text("Клуб молодых", "Young teachers"),
            answer,
          ),
          indicator(
            4,
            "contests",
            text("Муниципальные профессиональные конкурсы", "Municipal professional contests"),
            text("Конкурсы", "Contests"),
            answer,
          ),
        ],
      },
    ],
    total: { aggregate: "sum" },
    levels: [
      {
        id: "development",
        title: text("Уровень развития методической службы", "Level of development of the service"),
        basis: "approved",
        applies: { not: { indicator: "regulation", status: ["L"] } },
        codes: [
          { code: "high", order: 2, title: text("Высокий", "High"), color: "green", letter: text("В", "H") },
          { code: "middle", order: 1, title: text("Средний", "Middle"), color: "yellow", letter: text("С", "M") },
          { code: "low", order: 0, title: text("Низкий", "Low"), color: "red", letter: text("Н", "L") },
        ],
        rules: [
          { level: "high", when: { points: "total", at_least: "10.5" } },
          { level: "middle", when: { points: "total", at_least: "6.5" } },
          { level: "low" },
        ],
      },
    ],
    recommendations: [
      {
        id: "write-a-plan",
        number: "1",
        to: "authority",
        who: { when: { indicator: "plan", is: ["no"] } },
        basis: "approved",
        text: text("Утвердить план работы методической службы", "Approve a work plan of the methodological service"),
        source: `ensk-${number === "1.0.0" ? 2023 : 2024} section II item 1`,
      },
    ],
  };
}

/** The version of the first round. */
export const firstVersion: Methodology = Methodology.parse(version("1.0.0", plan, { all: 2, some: 1, nobody: 0 }));

/** The version of the second round, with what changed in it. */
export const secondVersion: Methodology = Methodology.parse({
  ...(version("2.0.0", agreedPlan, { all: 3, most: 2, few: 1, nobody: 0 }) as object),
  previous: {
    version: "1.0.0",
    changes: [
      {
        kind: "reworded",
        indicator: "plan",
        reason: text(
          "Теперь план должен быть согласован со школами, поэтому прежнее «да» может стать «нет»",
          "The plan now has to be agreed with the schools, so an earlier yes may become a no",
        ),
      },
      {
        kind: "rescaled",
        indicator: "training",
        reason: text("Вместо трёх значений шкалы стало четыре", "The scale has four values in place of three"),
      },
      {
        kind: "rerated",
        indicator: "training",
        reason: text(
          "Баллы назначены четырём значениям новой шкалы",
          "The points are those of the four values of the new scale",
        ),
      },
    ],
  },
});
