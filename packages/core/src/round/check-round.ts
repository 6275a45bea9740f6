import { dangling, problem } from "../methodology/check/problems.ts";
import { criteriaOf, indicatorsOf } from "../methodology/indicators.ts";
import type { Methodology } from "../methodology/methodology.ts";
import type { Problem } from "../problem/problem.ts";
import type { Round } from "./round.ts";

/**
 * Checks the frame of a round against its methodology: version, tasks that no indicator serves (a warning: the report
 * declares them), references of tasks, dates and deadlines.
 */
export function checkRound(round: Round, methodology: Methodology): Problem[] {
  const problems: Problem[] = [];
  const indicators = indicatorsOf(methodology).map(({ indicator }) => indicator.id);
  if (round.methodology.version !== methodology.version)
    problems.push(
      problem(
        "error",
        "round/methodology-version",
        "methodology.version",
        {
          ru: `мониторинг проведён по версии ${round.methodology.version}, а в методике записана ${methodology.version}`,
          en: `the round names version ${round.methodology.version}, the methodology is ${methodology.version}`,
        },
        round.methodology.version,
      ),
    );
  if (round.synthetic !== methodology.synthetic)
    problems.push(
      problem("error", "round/synthetic", "synthetic", {
        ru: "условными должны быть названы и мониторинг, и его методика, или ни то ни другое",
        en: "a round and its methodology are both marked as invented, or neither is",
      }),
    );
  round.tasks.forEach((task, index) => {
    if (task.indicators.length === 0)
      problems.push(
        problem(
          "warning",
          "task/no-indicators",
          `tasks.${index}`,
          {
            ru: `задаче «${task.title.ru}» не соответствует ни один показатель`,
            en: `no indicator serves the task "${task.title.en}"`,
          },
          task.id,
        ),
      );
    for (const id of task.indicators)
      if (!indicators.includes(id))
        problems.push(
          dangling("task/unknown-indicator", `tasks.${index}.indicators`, id, indicators, {
            ru: "показатель",
            en: "indicator",
          }),
        );
  });
  const dates = round.dates.map(({ id }) => id);
  (round.date_disagreements ?? []).forEach((disagreement, index) => {
    for (const id of disagreement.dates)
      if (!dates.includes(id))
        problems.push(
          dangling("round/unknown-date", `date_disagreements.${index}.dates`, id, dates, { ru: "дата", en: "date" }),
        );
  });
  const recommendations = (methodology.recommendations ?? []).map(({ id }) => id);
  (round.recommendations ?? []).forEach(({ id }, index) => {
    if (!recommendations.includes(id))
      problems.push(
        dangling("round/unknown-recommendation", `recommendations.${index}.id`, id, recommendations, {
          ru: "рекомендация",
          en: "recommendation",
        }),
      );
  });
  return problems;
}

/** The items that a printed result of each kind can speak of: criteria, levels, `<indicator>=<code>`, recommendations. */
export function printedItems(methodology: Methodology): Record<"points" | "level" | "group" | "addressee", string[]> {
  return {
    points: criteriaOf(methodology).map(({ id }) => id),
    level: (methodology.levels ?? []).map(({ id }) => id),
    group: indicatorsOf(methodology).flatMap(({ indicator, scale }) =>
      scale.type === "codes" ? scale.codes.map(({ code }) => `${indicator.id}=${code}`) : [],
    ),
    addressee: (methodology.recommendations ?? []).map(({ id }) => id),
  };
}
