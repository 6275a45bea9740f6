import type { Separation } from "@metodika/analysis";
import type { LensIndicator, MunicipalityType, Text } from "@metodika/core";

/** The words of the section for the researcher. */
export const analysisLabels = {
  section: { ru: "Исследователю", en: "For the researcher" },
  items: { ru: "Показатели как предмет изучения", en: "The indicators as objects of study" },
  information: { ru: "Что показывают показатели", en: "What the indicators tell" },
  notSeparating: {
    ru: "Показатели, которые не различают муниципалитеты",
    en: "Indicators that do not tell municipalities apart",
  },
  redundancy: { ru: "Показатели, которые почти повторяют друг друга", en: "Indicators that nearly repeat each other" },
  border: { ru: "Пограничные случаи: решает одно значение", en: "Border cases: one value decides" },
  nearMaximum: { ru: "До наибольшего балла не хватает одного значения", en: "One value short of the greatest points" },
  lacking: { ru: "Какого", en: "Which" },
  shares: { ru: "Доля возможных баллов", en: "Share of the possible points" },
  lens: { ru: "Пересчёт по методике другого региона", en: "By the methodology of another region" },
  lensParts: { ru: "Что удаётся пересчитать", en: "What can be calculated" },
  lensGaps: { ru: "Что пересчитать нельзя", en: "What cannot be calculated" },
  superiority: { ru: "Сравнение регионов на одной шкале", en: "The regions on one scale" },
  test: { ru: "Проверка вывода отчёта", en: "A conclusion of the report, tested" },
  missingRule: { ru: "Если значения нет", en: "Without a value" },
  base: { ru: "База", en: "Base" },
  known: { ru: "Известно", en: "Known" },
  open: { ru: "Неоднозначно", en: "Open" },
  without: { ru: "Без значения", en: "Without a value" },
  entropy: { ru: "Энтропия, бит", en: "Entropy, bits" },
  normalized: { ru: "Энтропия, доля возможной", en: "Entropy, share of the possible" },
  floor: { ru: "На худшем значении, %", en: "At the worst value, %" },
  ceiling: { ru: "На лучшем значении, %", en: "At the best value, %" },
  separated: { ru: "Различает пар, %", en: "Pairs told apart, %" },
  rest: { ru: "Согласие с остальными показателями, d", en: "Agreement with the rest, d" },
  commonest: { ru: "Самое частое значение, %", en: "Most frequent value, %" },
  finding: { ru: "Вывод", en: "Finding" },
  pairWith: { ru: "Второй показатель", en: "Second indicator" },
  same: { ru: "Совпадает", en: "Same" },
  jaccard: { ru: "Коэффициент Жаккара", en: "Jaccard coefficient" },
  phi: { ru: "φ", en: "φ" },
  now: { ru: "Сейчас", en: "Now" },
  change: { ru: "Значение, которое его изменит", en: "Value that would change it" },
  after: { ru: "Станет", en: "Would be" },
  type: { ru: "Вид муниципалитетов", en: "Type of municipalities" },
  allTypes: { ru: "все", en: "all" },
  count: { ru: "Муниципалитетов", en: "Municipalities" },
  least: { ru: "Наименьшая, %", en: "Least, %" },
  median: { ru: "Медиана, %", en: "Median, %" },
  mean: { ru: "Средняя, %", en: "Mean, %" },
  greatest: { ru: "Наибольшая, %", en: "Greatest, %" },
  match: { ru: "Соответствие", en: "Match" },
  distribution: { ru: "Значения", en: "Values" },
  unsettled: { ru: "Значение не определено", en: "Value not settled" },
  carried: { ru: "Перенесено показателей", en: "Indicators carried over" },
  part: { ru: "Критерий или уровень", en: "Criterion or level" },
  probability: { ru: "A: первый выше второго", en: "A: the first above the second" },
  delta: { ru: "δ Клиффа", en: "Cliff’s δ" },
  first: { ru: "Первый", en: "First" },
  second: { ru: "Второй", en: "Second" },
  universe: { ru: "О ком вывод", en: "Of whom" },
  groups: { ru: "Группы", en: "Groups" },
  p: { ru: "p (точное)", en: "p (exact)" },
  epsilon: { ru: "ε²", en: "ε²" },
  detectable: { ru: "ε², заметное при p ≤ 0,05", en: "ε² that p ≤ 0.05 would show" },
} as const satisfies Record<string, Text>;

/** Types of municipalities in the plural. */
export const typeTitles: Readonly<Record<MunicipalityType, Text>> = {
  "urban-okrug": { ru: "городские округа", en: "urban okrugs" },
  "municipal-okrug": { ru: "муниципальные округа", en: "municipal okrugs" },
  "municipal-district": { ru: "муниципальные районы", en: "municipal districts" },
};

/** How an indicator of another region is read from these data. */
export const matchTitles: Readonly<Record<LensIndicator["kind"], Text>> = {
  same: { ru: "совпадает", en: "the same" },
  near: { ru: "близко", en: "near" },
  broader: { ru: "шире", en: "broader" },
  narrower: { ru: "уже", en: "narrower" },
};

/** How an indicator separates, in one line. */
export const separationTitles: Readonly<Record<Separation, Text>> = {
  no: { ru: "не различает: у всех одно значение", en: "does not: all have one value" },
  weakly: {
    ru: "различает слабо: одно значение больше чем у четырёх пятых",
    en: "weakly: more than four fifths have one value",
  },
  possibly: { ru: "возможно, различает слабо: часть значений неизвестна", en: "possibly weakly: some values are open" },
  yes: { ru: "различает", en: "tells them apart" },
  unknown: { ru: "значений нет", en: "no values" },
};

/** Whether a recommendation is addressed to a municipality. */
export const answerTitles: Readonly<Record<string, Text>> = {
  yes: { ru: "адресована", en: "addressed" },
  no: { ru: "не адресована", en: "not addressed" },
};
