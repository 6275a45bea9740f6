import { dangling, problem, words } from "../methodology/check/problems.ts";
import { indicatorsOf } from "../methodology/indicators.ts";
import type { Methodology } from "../methodology/methodology.ts";
import type { Problem } from "../problem/problem.ts";
import { checkLenses } from "./check-lenses.ts";
import type { Crosswalk, Measure } from "./crosswalk.ts";
import { indicatorsIn } from "./indicators-in.ts";

const region = { ru: "регион", en: "region" };

/**
 * The problems of a crosswalk: a region or an indicator that does not exist (with the nearest that does), a concept or a
 * region that stands twice, a mapping of kind `none` that counts something all the same. `field` is a dotted path.
 *
 * @param methodologies by region
 */
export function checkCrosswalk(crosswalk: Crosswalk, methodologies: ReadonlyMap<string, Methodology>): Problem[] {
  const problems: Problem[] = [];
  const regions = [...methodologies.keys()];
  const indicators = new Map(
    [...methodologies].map(([id, methodology]) => [id, indicatorsOf(methodology).map(({ indicator }) => indicator.id)]),
  );
  const unknownIndicator = (of: string, id: string, field: string) => {
    const known = indicators.get(of);
    if (known && !known.includes(id))
      problems.push(dangling("crosswalk/unknown-indicator", field, id, known, words.indicator));
  };
  const checkMeasure = (of: string, measure: Measure, field: string) => {
    for (const part of ["holds", "possibly", "of"] as const) {
      const condition = measure[part];
      for (const id of condition ? indicatorsIn(condition) : []) unknownIndicator(of, id, `${field}.${part}`);
    }
  };
  const seen = new Set<string>();
  crosswalk.concepts.forEach(({ id, mappings, cautions = [] }, index) => {
    const at = `concepts.${index}`;
    if (seen.has(id)) problems.push(twice(`${at}.id`, id));
    seen.add(id);
    const mapped = new Set<string>();
    mappings.forEach((mapping, position) => {
      const field = `${at}.mappings.${position}`;
      if (!regions.includes(mapping.region))
        problems.push(dangling("crosswalk/unknown-region", `${field}.region`, mapping.region, regions, region));
      if (mapped.has(mapping.region)) problems.push(twice(`${field}.region`, mapping.region));
      mapped.add(mapping.region);
      mapping.indicators.forEach((indicator, place) => {
        unknownIndicator(mapping.region, indicator, `${field}.indicators.${place}`);
      });
      if (mapping.measure) checkMeasure(mapping.region, mapping.measure, `${field}.measure`);
      if (mapping.kind === "none" && (mapping.indicators.length > 0 || mapping.measure))
        problems.push(
          problem(
            "error",
            "crosswalk/none-with-measure",
            `${field}.kind`,
            {
              ru: "сказано, что аналога нет, но указано, что считать",
              en: "it says that there is no counterpart and what to count all the same",
            },
            mapping.kind,
          ),
        );
    });
    cautions.forEach(({ fair }, position) => {
      for (const [of, measure] of Object.entries(fair?.measures ?? {})) {
        const field = `${at}.cautions.${position}.fair.measures.${of}`;
        if (!regions.includes(of)) problems.push(dangling("crosswalk/unknown-region", field, of, regions, region));
        checkMeasure(of, measure, field);
      }
    });
  });
  problems.push(...checkLenses(crosswalk.lenses ?? [], methodologies));
  return problems;
}

function twice(field: string, id: string): Problem {
  return problem("error", "crosswalk/twice", field, { ru: `«${id}» повторяется`, en: `"${id}" stands twice` }, id);
}
