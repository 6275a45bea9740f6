import type { Problem } from "../../problem/problem.ts";
import { dangling, problem, words } from "../check/problems.ts";
import { indicatorsOf } from "../indicators.ts";
import type { Methodology } from "../methodology.ts";
import { alignMethodologies } from "./align-methodologies.ts";

/**
 * Holds what a methodology says of the version before it against both: an indicator that neither has is an error, a
 * difference that nobody declares is a warning.
 *
 * @param before the version that `previous` names; undefined where it is not known: a warning
 */
export function checkPrevious(methodology: Methodology, before: Methodology | undefined): Problem[] {
  const { previous } = methodology;
  if (!previous) return [];
  if (!before)
    return [
      problem(
        "warning",
        "methodology/no-previous",
        "previous.version",
        {
          ru: `версии ${previous.version} рядом нет; сравнить показатели не с чем`,
          en: `version ${previous.version} is not beside it; there is nothing to compare the indicators with`,
        },
        previous.version,
      ),
    ];
  const own = indicatorsOf(methodology).map(({ indicator }) => indicator.id);
  const old = indicatorsOf(before).map(({ indicator }) => indicator.id);
  const problems: Problem[] = [];
  previous.changes.forEach(({ kind, indicator, was }, index) => {
    const candidates = kind === "dropped" ? old : own;
    const check = (field: string, id: string, known: readonly string[]) => {
      if (!known.includes(id))
        problems.push(
          dangling("methodology/unknown-indicator", `previous.changes.${index}.${field}`, id, known, words.indicator),
        );
    };
    check("indicator", indicator, candidates);
    if (was !== undefined) check("was", was, old);
    else if (kind !== "added" && kind !== "dropped") check("indicator", indicator, old);
  });
  if (problems.length > 0) return problems;
  for (const { before: earlier, after, changes, declared } of alignMethodologies(before, methodology)) {
    const undeclared = changes.filter((kind) => kind !== "renamed" && !declared.some((change) => change.kind === kind));
    if (undeclared.length === 0) continue;
    const id = (after ?? earlier)?.indicator.id ?? "";
    problems.push(
      problem(
        "warning",
        "methodology/undeclared-change",
        "previous.changes",
        {
          ru: `показатель «${id}» отличается от версии ${previous.version} (${undeclared.join(", ")}), но это не указано`,
          en: `indicator "${id}" differs from version ${previous.version} (${undeclared.join(", ")}), and nothing says so`,
        },
        id,
      ),
    );
  }
  return problems;
}
