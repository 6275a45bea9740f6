import { nearest } from "../../problem/nearest.ts";
import type { Problem, Severity } from "../../problem/problem.ts";
import type { Text } from "../../text/text.ts";

/** What the parts of a methodology are called in messages. */
export const words = {
  scale: { ru: "шкала", en: "scale" },
  indicator: { ru: "показатель", en: "indicator" },
  criterion: { ru: "критерий", en: "criterion" },
  code: { ru: "код шкалы", en: "code" },
  level: { ru: "уровень", en: "level" },
  framework: { ru: "внешний документ", en: "framework" },
} satisfies Record<string, Text>;

/** A problem of a methodology: `field` is the dotted path of the place, so that a reader of the file can find the line. */
export function problem(severity: Severity, code: string, field: string, message: Text, value?: string): Problem {
  return { severity, code, field, message, ...(value === undefined ? {} : { value }) };
}

/** A reference to something that does not exist, with the nearest that does. */
export function dangling(
  code: string,
  field: string,
  value: string,
  candidates: readonly string[],
  what: Text,
): Problem {
  const near = nearest(value, candidates);
  return {
    severity: "error",
    code,
    field,
    value,
    ...(near === undefined ? {} : { nearest: near }),
    message: {
      ru: `неизвестно: ${what.ru} «${value}»${near ? `; ближайшее: «${near}»` : ""}`,
      en: `unknown ${what.en} "${value}"${near ? `; nearest: "${near}"` : ""}`,
    },
  };
}
