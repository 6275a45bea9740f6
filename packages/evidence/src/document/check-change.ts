import type { Text } from "@metodika/core";
import { compareNumber, expectedOf } from "./compare.ts";
import type { Base, DraftFinding } from "./draft-finding.ts";
import { notCovered } from "./explain-match.ts";
import type { Figure } from "./figures.ts";
import { type Context, fitMargin, fitOf, fitThreshold } from "./match.ts";
import type { Reference } from "./reference.ts";

/**
 * «Увеличилось на 6»: a difference, held against the two figures that the report sets against each other. The year before has no
 * tables here: the report's own difference is right as in the report, unless this year's tables deny it; another is open, not wrong.
 */
export function checkChange(base: Base, figure: Figure, context: Context, reference: Reference): DraftFinding {
  const { changes, groups } = reference;
  const rated = changes
    .map((change) => {
      const own = groups.all.filter(({ quantities }) =>
        quantities.some(({ id }) => id === change.now.id || id === change.before.id),
      );
      return { change, fit: Math.max(0, ...own.map((group) => fitOf(context, group, groups))) };
    })
    .sort((a, b) => b.fit - a.fit);
  const [best, ...others] = rated;
  const isAmbiguous = others.some(
    ({ change, fit }) => best && best.fit - fit < fitMargin && change.now.id !== best.change.now.id,
  );
  if (!best || best.fit < fitThreshold || isAmbiguous)
    return { ...base, status: "not-covered", explanation: notCovered("comparison") };
  const { finding, now, before, stated, computed } = best.change;
  const by = Math.abs(computed ?? stated);
  const tables = nowByTables(now.computed);
  // Without the tables of the year before the report alone can tell, unless this year's tables speak against it.
  const isOpen = computed === undefined && tables !== undefined && tables !== Number(now.printed);
  // «Больше на 6» is exactly 6.
  const compared = compareNumber({ ...figure, manner: "exactly" }, { low: by, high: by });
  const status = isOpen || (computed === undefined && compared === "disagrees") ? "uncertain" : compared;
  return {
    ...base,
    status,
    match: { id: finding.id, statement: finding.statement, source: finding.source },
    fit: Math.round(best.fit * 100) / 100,
    expected: { ru: String(by), en: String(by) },
    explanation: explained(figure, Number(before.printed), Number(now.printed), stated, tables),
  };
}

function nowByTables(computed: Parameters<typeof expectedOf>[0]): number | undefined {
  const expected = expectedOf(computed);
  return expected && expected.low === expected.high ? expected.low : undefined;
}

function explained(figure: Figure, before: number, now: number, stated: number, tables: number | undefined): Text {
  const isSame = figure.value === Math.abs(stated);
  const own = tables !== undefined && tables !== now;
  return {
    ru: [
      `В отчёте было ${before}, стало ${now}: разница ${Math.abs(stated)}; в тексте ${figure.text}.`,
      isSame ? "Прошлогодних таблиц здесь нет." : "С отчётом разница не совпадает; прошлогодних таблиц здесь нет.",
      own ? `По таблицам этого года сейчас ${tables}.` : "",
    ]
      .filter(Boolean)
      .join(" "),
    en: [
      `The report has ${before} before and ${now} now, a difference of ${Math.abs(stated)}; the draft has ${figure.text}.`,
      isSame
        ? "The tables of the year before are not here."
        : "That is not the report's difference; the tables of the year before are not here.",
      own ? `By this year's tables it is ${tables} now.` : "",
    ]
      .filter(Boolean)
      .join(" "),
  };
}
