import type { ChangeClass, Direction, MatchKind } from "@metodika/comparison";
import type { ChangeKind, Color, MatchKind as ConceptMatch, MunicipalityType, Text } from "@metodika/core";

/** What became of a result: certain in every completion, or only possible. The colours are for charts. */
export const changeLabels: Readonly<Record<ChangeClass, { title: Text; color: Color }>> = {
  rise: { title: { ru: "рост", en: "rise" }, color: "green" },
  fall: { title: { ru: "снижение", en: "fall" }, color: "red" },
  possible: { title: { ru: "возможно", en: "possible" }, color: "yellow" },
  none: { title: { ru: "без изменений", en: "no change" }, color: "none" },
  "not-compared": { title: { ru: "не сопоставляется", en: "not compared" }, color: "none" },
};

/** What became of the value of an indicator. */
export const directionLabels: Readonly<Record<Direction, Text>> = {
  rise: changeLabels.rise.title,
  fall: changeLabels.fall.title,
  none: changeLabels.none.title,
  possible: changeLabels.possible.title,
  "no-value": { ru: "значения нет", en: "no value" },
};

/** What became of an indicator between two versions of a methodology. */
export const indicatorChangeLabels: Readonly<Record<ChangeKind, Text>> = {
  added: { ru: "добавлен", en: "added" },
  dropped: { ru: "исключён", en: "dropped" },
  renamed: { ru: "изменён идентификатор", en: "renamed" },
  reworded: { ru: "изменена формулировка", en: "reworded" },
  rescaled: { ru: "изменена шкала", en: "rescaled" },
  rerated: { ru: "изменены баллы или вес", en: "rerated" },
};

/** How a municipality of the later round continues those of the earlier one. */
export const lineageLabels: Readonly<Record<MatchKind, Text>> = {
  same: { ru: "без изменений", en: "unchanged" },
  rename: { ru: "переименование", en: "renamed" },
  status: { ru: "изменение статуса", en: "change of status" },
  merger: { ru: "объединение", en: "merger" },
  split: { ru: "разделение", en: "split" },
  reorganized: { ru: "преобразование", en: "reorganization" },
  appeared: { ru: "в предыдущем мониторинге нет", en: "not in the earlier round" },
  gone: { ru: "в новом мониторинге нет", en: "not in the later round" },
};

/** How near the indicators of a region come to a shared concept. */
export const conceptMatchLabels: Readonly<Record<ConceptMatch, Text>> = {
  same: { ru: "совпадают", en: "same" },
  near: { ru: "близки", en: "near" },
  broader: { ru: "шире", en: "broader" },
  narrower: { ru: "уже", en: "narrower" },
  none: { ru: "нет аналога", en: "no counterpart" },
};

/** The types of municipalities, many of them. */
export const typeLabels: Readonly<Record<MunicipalityType, Text>> = {
  "urban-okrug": { ru: "Городские округа", en: "Urban okrugs" },
  "municipal-okrug": { ru: "Муниципальные округа", en: "Municipal okrugs" },
  "municipal-district": { ru: "Муниципальные районы", en: "Municipal districts" },
};
