import type { Text } from "@metodika/core";

/** The words of a workbook of a round that no other document has. */
export const bookWords = {
  about: { ru: "О книге", en: "About" },
  results: { ru: "Результаты", en: "Results" },
  shares: { ru: "Доли", en: "Shares" },
  points: { ru: "Шкалы и баллы", en: "Scales and points" },
  sources: { ru: "Источники", en: "Sources" },
  low: { ru: "Не менее", en: "At least" },
  high: { ru: "Не более", en: "At most" },
  stored: { ru: "При выпуске", en: "As issued" },
  live: { ru: "формулы", en: "formulas" },
  present: { ru: "Участвует", en: "Counts" },
  valued: { ru: "Есть значение", en: "Has a value" },
  top: { ru: "Наибольшие", en: "Most" },
  gives: { ru: "Отдаёт вес", en: "Gives its weight" },
  helper: { ru: "Для расчёта", en: "For the calculation" },
  meaning: { ru: "Показатель, значение", en: "Indicator, value" },
  written: { ru: "Запись в таблице", en: "As written in the tables" },
  lowPoints: { ru: "Баллы не менее", en: "Points at least" },
  highPoints: { ru: "Баллы не более", en: "Points at most" },
  test: { ru: "Условие", en: "Condition" },
  from: { ru: "не менее", en: "at least" },
  below: { ru: "меньше", en: "less" },
  goalFrom: { ru: "0 баллов при", en: "0 points at" },
  goalTo: { ru: "1 балл при", en: "1 point at" },
  times: { ru: "множитель", en: "factor" },
  criterionWeights: { ru: "Веса критериев", en: "Weights of the criteria" },
  applies: { ru: "Определяется", en: "Is defined" },
  certainly: { ru: "Точно", en: "Certainly" },
  possibly: { ru: "Возможно", en: "Possibly" },
  counted: { ru: "Кого считаем", en: "What is counted" },
  shareLow: { ru: "Доля не менее", en: "Share at least" },
  shareHigh: { ru: "Доля не более", en: "Share at most" },
  numbers: { ru: "число", en: "number" },
  several: { ru: "возможно любое из значений", en: "any of these values is possible" },
} as const satisfies Record<string, Text>;

/** What stands on the first sheet, line by line. */
export const aboutLines: readonly Text[] = [
  {
    ru: "Баллы, доли и уровни в этой книге — формулы. Измените значение в таблице критерия, балл или вес на листе «Шкалы и баллы», и результаты пересчитаются.",
    en: "Points, shares and levels in this workbook are formulas. Change a value in the table of a criterion, or a point or weight on the sheet “Scales and points”, and the results follow.",
  },
  {
    ru: "Светло-жёлтые ячейки можно менять; голубые считает формула; «При выпуске» — результат, с которым книга вышла, «В отчёте» — то, что напечатал регион. Оба не меняются.",
    en: "Pale yellow cells may be changed; pale blue ones are calculated; “As issued” is the result with which the workbook came out, “Printed” is what the region printed. Neither changes.",
  },
  {
    ru: "«Не менее» и «не более» различаются там, где значение показателя известно не полностью: запись «З | Ж» означает, что возможно любое из значений. Если результат зависит от того, есть ли значение вообще, формула пишет «требует уточнения», а границы стоят в столбце «При выпуске».",
    en: "“At least” and “at most” differ where a value is not fully known: “G | Y” means that either is possible. Where a result hinges on whether there is a value at all, the formula says “needs clarification” and the bounds stand under “As issued”.",
  },
  {
    ru: "Уровень — первое подходящее правило. Пока правило может выполняться, а может и не выполняться, через « / » перечислены все возможные уровни.",
    en: "The level is that of the first rule that holds. As long as a rule may or may not hold, all possible levels are listed, separated by “ / ”.",
  },
  {
    ru: "Баллы складываются точно: сумма округляется до девятого знака, чтобы двоичные дроби не накапливали погрешность.",
    en: "Points add up exactly: a sum is rounded to the ninth digit, so that binary fractions leave no error behind.",
  },
  {
    ru: "Подчёркнутое значение: в отчёте к нему дана ссылка на подтверждение. Служебные столбцы справа свёрнуты, их открывает «+» над листом.",
    en: "An underlined value: the report links its evidence. Columns for the calculation are folded to the right; the “+” above the sheet unfolds them.",
  },
];
