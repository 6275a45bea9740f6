import { dangling, problem, words } from "../methodology/check/problems.ts";
import { indicatorsOf } from "../methodology/indicators.ts";
import type { Methodology } from "../methodology/methodology.ts";
import type { Problem } from "../problem/problem.ts";
import { indicatorsIn } from "./indicators-in.ts";
import type { Lens, LensValue } from "./lens.ts";

const region = { ru: "регион", en: "region" };

/**
 * The problems of lenses: names that mean nothing, a region that looks at itself, an indicator that stands twice, a value
 * that is both a code and a status or neither, a row that nobody can reach, a last row that leaves somebody out.
 *
 * @param methodologies by region
 */
export function checkLenses(lenses: readonly Lens[], methodologies: ReadonlyMap<string, Methodology>): Problem[] {
  return lenses.flatMap((lens, index) => checkLens(lens, `lenses.${index}`, methodologies));
}

function checkLens(lens: Lens, at: string, methodologies: ReadonlyMap<string, Methodology>): Problem[] {
  const problems: Problem[] = [];
  const regions = [...methodologies.keys()];
  for (const end of ["from", "to"] as const)
    if (!regions.includes(lens[end]))
      problems.push(dangling("crosswalk/unknown-region", `${at}.${end}`, lens[end], regions, region));
  if (lens.from === lens.to)
    problems.push(
      problem(
        "error",
        "crosswalk/own-lens",
        `${at}.to`,
        { ru: "регион смотрит на себя: пересчёт нужен другому региону", en: "a region looks at itself: name another" },
        lens.to,
      ),
    );
  const own = idsOf(methodologies.get(lens.from));
  const to = methodologies.get(lens.to);
  const target = new Map(to ? indicatorsOf(to).map(({ indicator, scale }) => [indicator.id, scale]) : []);
  const seen = new Set<string>();
  const take = (id: string, field: string) => {
    if (to && !target.has(id))
      problems.push(dangling("crosswalk/unknown-indicator", field, id, [...target.keys()], words.indicator));
    if (seen.has(id))
      problems.push(
        problem("error", "crosswalk/twice", field, { ru: `«${id}» повторяется`, en: `"${id}" stands twice` }, id),
      );
    seen.add(id);
  };
  lens.indicators.forEach(({ indicator, values }, place) => {
    const field = `${at}.indicators.${place}`;
    take(indicator, `${field}.indicator`);
    const scale = target.get(indicator);
    values.forEach((row, position) => {
      const here = `${field}.values.${position}`;
      problems.push(...checkRow(row, here, position === values.length - 1));
      for (const id of row.when && own ? indicatorsIn(row.when) : [])
        if (!own?.includes(id))
          problems.push(dangling("crosswalk/unknown-indicator", `${here}.when`, id, own ?? [], words.indicator));
      if (!scale || !row.codes) return;
      const codes = scale.type === "codes" ? scale.codes.map(({ code }) => code) : [];
      row.codes.forEach((code, order) => {
        if (!codes.includes(code))
          problems.push(dangling("crosswalk/unknown-value", `${here}.codes.${order}`, code, codes, words.code));
      });
    });
  });
  (lens.without ?? []).forEach(({ indicators }, place) => {
    indicators.forEach((id, order) => {
      take(id, `${at}.without.${place}.indicators.${order}`);
    });
  });
  return problems;
}

function checkRow({ codes, status, when }: LensValue, field: string, last: boolean): Problem[] {
  const problems: Problem[] = [];
  if ((codes === undefined) === (status === undefined))
    problems.push(
      problem("error", "crosswalk/lens-value", field, {
        ru: "нужны либо значения (codes), либо состояние (status), и что-то одно",
        en: "either codes or a status, and one of them only",
      }),
    );
  if ((when === undefined) !== last)
    problems.push(
      problem(
        "error",
        last ? "crosswalk/lens-open" : "crosswalk/lens-unreachable",
        `${field}.when`,
        last
          ? {
              ru: "последняя строка должна подходить всем: без условия",
              en: "the last row must take all: no condition",
            }
          : { ru: "строка без условия не последняя, следующие недостижимы", en: "rows after one without a condition" },
      ),
    );
  return problems;
}

function idsOf(methodology: Methodology | undefined): string[] | undefined {
  return methodology && indicatorsOf(methodology).map(({ indicator }) => indicator.id);
}
