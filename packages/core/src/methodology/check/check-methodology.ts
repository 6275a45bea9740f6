import { hasErrors, type Problem } from "../../problem/problem.ts";
import { missingStatuses } from "../../status/status.ts";
import type { Methodology } from "../methodology.ts";
import { checkNumbers } from "./check-numbers.ts";
import { checkReferences, walkCriteria } from "./check-references.ts";
import { checkRules } from "./check-rules.ts";
import { checkScales } from "./check-scales.ts";
import { problem } from "./problems.ts";

/**
 * All problems of a methodology at once: names that mean nothing are errors; an unsound legend, a criterion without
 * indicators, a level that cannot be reached or a rule that never decides is a warning, because real methodologies have
 * them and their results still stand. `field` is a dotted path; the door that read the file turns it into a line.
 */
export function checkMethodology(methodology: Methodology): Problem[] {
  const problems = [
    ...checkReferences(methodology),
    ...checkScales(methodology),
    ...checkCriteria(methodology),
    ...checkNumbers(methodology),
  ];
  return hasErrors(problems) ? problems : [...problems, ...checkRules(methodology)];
}

function checkCriteria(methodology: Methodology): Problem[] {
  const problems: Problem[] = [];
  const bounded = missingStatuses.some((status) => methodology.missing[status].policy === "bounds");
  walkCriteria(methodology.criteria, "criteria", (criterion, path) => {
    if ((criterion.indicators ?? []).length === 0 && (criterion.criteria ?? []).length === 0)
      problems.push(
        problem(
          "warning",
          "criterion/no-indicators",
          path,
          {
            ru: `критерий «${criterion.title.ru}» заявлен, но показателей у него нет`,
            en: `criterion "${criterion.title.en}" is declared but has no indicators`,
          },
          criterion.id,
        ),
      );
    (criterion.indicators ?? []).forEach((indicator, index) => {
      const scale = methodology.scales[indicator.scale];
      const unlimited = scale?.type === "number" && (scale.from === undefined || scale.to === undefined);
      if (bounded && unlimited && indicator.points && "value" in indicator.points)
        problems.push(
          problem("error", "missing/unbounded", `${path}.indicators.${index}`, {
            ru: `«${indicator.id}»: без пределов шкалы пропущенное значение ничем не ограничено; задайте from и to`,
            en: `"${indicator.id}": without limits of the scale a missing value is unbounded; give from and to`,
          }),
        );
    });
  });
  return problems;
}
