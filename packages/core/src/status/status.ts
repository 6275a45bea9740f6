import type { Text } from "../text/text.ts";

/** The state of an observation, by the letters of the SDMX code list CL_OBS_STATUS. */
export const statuses = ["A", "B", "D", "E", "L", "M", "O", "Q", "S", "V"] as const;
export type Status = (typeof statuses)[number];

/** The statuses of an observation that has no value; every other status goes with one. */
export const missingStatuses = ["L", "M", "O", "Q", "S"] as const;
export type MissingStatus = (typeof missingStatuses)[number];

/** The one test of "is there a value": true for the statuses that say there is none. */
export function isMissing(status: Status): status is MissingStatus {
  return (missingStatuses as readonly string[]).includes(status);
}

/** What each status says, for the interface. */
export const statusTitles: Record<Status, Text> = {
  A: { ru: "обычное значение", en: "normal value" },
  B: { ru: "разрыв ряда", en: "break in the series" },
  D: { ru: "определение отличается", en: "definition differs" },
  E: { ru: "оценка", en: "estimated value" },
  L: { ru: "сведения не представлены", en: "not submitted" },
  M: { ru: "значения не может быть", en: "cannot exist" },
  O: { ru: "нет сведений", en: "missing" },
  Q: { ru: "значение скрыто", en: "suppressed" },
  S: { ru: "особые обстоятельства", en: "special event" },
  V: { ru: "значение не проверено", en: "not validated" },
};

/** How a value is known. */
export const bases = ["printed", "derived", "bounded", "inferred", "declared", "verified"] as const;
export type Basis = (typeof bases)[number];

/** What each basis says, for the interface. */
export const basisTitles: Record<Basis, Text> = {
  printed: { ru: "указано в отчёте", en: "printed in the report" },
  derived: { ru: "восстановлено по тексту", en: "follows from the text" },
  bounded: { ru: "определено неоднозначно", en: "known within bounds" },
  inferred: { ru: "реконструкция, регионом не утверждена", en: "reconstruction, not approved by the region" },
  declared: { ru: "заявлено", en: "declared" },
  verified: { ru: "подтверждено экспертом", en: "verified by an expert" },
};
