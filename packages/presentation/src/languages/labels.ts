import type { Severity, Text } from "@metodika/core";

/**
 * The words of the interface, once for pages, tables and documents. Titles of statuses and bases stand in core. A word
 * with `{name}` in it is filled by `fill`.
 */
export const labels = {
  region: { ru: "Регион", en: "Region" },
  municipality: { ru: "Муниципалитет", en: "Municipality" },
  municipalities: { ru: "Муниципалитеты", en: "Municipalities" },
  territory: { ru: "Территория", en: "Municipality" },
  service: { ru: "ММС", en: "Methodological service" },
  methodology: { ru: "Методика", en: "Methodology" },
  criterion: { ru: "Критерий", en: "Criterion" },
  indicator: { ru: "Показатель", en: "Indicator" },
  indicators: { ru: "Показатели", en: "Indicators" },
  value: { ru: "Значение", en: "Value" },
  values: { ru: "Значения и баллы", en: "Values and points" },
  scale: { ru: "Шкала", en: "Scale" },
  round: { ru: "Мониторинг", en: "Monitoring round" },
  cells: { ru: "Значения показателей", en: "Values of the indicators" },
  status: { ru: "Состояние данных", en: "State of the data" },
  basis: { ru: "Источник значения", en: "How it is known" },
  source: { ru: "Источник", en: "Source" },
  evidence: { ru: "Подтверждение", en: "Evidence" },
  note: { ru: "Примечание", en: "Note" },
  notes: { ru: "Примечания", en: "Notes" },
  raw: { ru: "Как в отчёте", en: "As printed" },
  points: { ru: "Баллы", en: "Points" },
  maximum: { ru: "Из возможных", en: "Out of" },
  total: { ru: "Сумма баллов", en: "Total points" },
  level: { ru: "Уровень", en: "Level" },
  levels: { ru: "Уровни", en: "Levels" },
  place: { ru: "Место", en: "Place" },
  printed: { ru: "В отчёте", en: "Printed" },
  computed: { ru: "Рассчитано", en: "Computed" },
  difference: { ru: "Разница", en: "Difference" },
  reading: { ru: "Вывод", en: "Finding" },
  result: { ru: "Результат", en: "Result" },
  table: { ru: "Таблица", en: "Table" },
  scores: { ru: "Результаты по критериям", en: "Results by criterion" },
  differences: { ru: "Напечатанные и рассчитанные результаты", en: "Printed and computed results" },
  explanation: { ru: "Как рассчитано", en: "How it was calculated" },
  missingPolicies: { ru: "Что делает методика, если значения нет", en: "What the methodology does without a value" },
  policy: { ru: "Правило", en: "Policy" },
  reason: { ru: "Причина", en: "Reason" },
  rule: { ru: "Условие", en: "Rule" },
  recommendations: { ru: "Рекомендации", en: "Recommendations" },
  recommendation: { ru: "Рекомендация", en: "Recommendation" },
  addressees: { ru: "Кому", en: "To whom" },
  how: { ru: "Как часто", en: "How often" },
  weight: { ru: "Вес", en: "Weight" },
  number: { ru: "Номер", en: "Number" },
  share: { ru: "Доля", en: "Share" },
  municipalityCount: { ru: "Число муниципалитетов", en: "Number of municipalities" },
  certain: { ru: "точно", en: "certain" },
  possible: { ru: "возможно", en: "possible" },
  noLevel: { ru: "Уровень не определён", en: "No level" },
  undetermined: { ru: "Определено неоднозначно", en: "Known within bounds" },
  link: { ru: "ссылка", en: "link" },
  synthetic: { ru: "условные данные", en: "invented data" },
  trial: { ru: "пробный расчёт", en: "trial calculation" },
  notInMethodology: { ru: "методикой не предусмотрено", en: "not provided for by the methodology" },
  inferred: { ru: "реконструкция, регионом не утверждена", en: "reconstruction, not approved by the region" },
  needsClarification: { ru: "требует уточнения", en: "needs clarification" },
  noPoints: { ru: "без баллов", en: "no points" },
  noIndicators: { ru: "показателей нет", en: "no indicators" },
  parts: { ru: "Состав", en: "Parts" },
  addressee: { ru: "Адресат", en: "Addressee" },
  sign: { ru: "Знак", en: "Sign" },
  outOf: { ru: "Из числа", en: "Out of" },
  otherwise: { ru: "в остальных случаях", en: "otherwise" },
  mayBeWider: {
    ru: "границы могут быть шире действительно возможных: вариантов слишком много, чтобы перебрать все",
    en: "the bounds may be wider than what is really possible: there are too many cases to try them all",
  },
} as const satisfies Record<string, Text>;

/** How grave a problem is. */
export const severityLabels: Readonly<Record<Severity, Text>> = {
  error: { ru: "ошибка", en: "error" },
  warning: { ru: "предупреждение", en: "warning" },
  note: { ru: "примечание", en: "note" },
};

/** The three answers to "does it hold?". */
export const truthLabels = {
  yes: { ru: "выполняется", en: "holds" },
  maybe: { ru: "может выполняться", en: "may hold" },
  no: { ru: "не выполняется", en: "does not hold" },
} as const satisfies Record<string, Text>;

/** What a missing value does to the result, in one line each. */
export const policyLabels = {
  zero: { ru: "баллов не даёт", en: "gives no points" },
  exclude: { ru: "показатель не участвует в расчёте", en: "the indicator takes no part" },
  redistribute: {
    ru: "показатель не участвует в расчёте, его вес переходит к остальным",
    en: "the indicator takes no part and its weight goes to the others",
  },
  bounds: { ru: "возможно любое значение шкалы", en: "any value of the scale is possible" },
} as const satisfies Record<string, Text>;

/** The ways in which parts become a whole. */
export const methodLabels = {
  sum: { ru: "сумма", en: "sum" },
  mean: { ru: "среднее", en: "mean" },
  "geometric-mean": { ru: "среднее геометрическое", en: "geometric mean" },
  min: { ru: "наименьшее", en: "least" },
  max: { ru: "наибольшее", en: "greatest" },
} as const satisfies Record<string, Text>;

/** The colours of the regions' tables. */
export const colorLabels = {
  green: { ru: "зелёный", en: "green" },
  yellow: { ru: "жёлтый", en: "yellow" },
  red: { ru: "красный", en: "red" },
  blue: { ru: "синий", en: "blue" },
  none: { ru: "без цвета", en: "no colour" },
} as const satisfies Record<string, Text>;
