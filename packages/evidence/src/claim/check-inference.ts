import { type Claim, dangling, indicatorsOf, type Problem, problem } from "@metodika/core";
import type { Names } from "./check-query.ts";

/** The problems of a conclusion that is to be tested: names that mean nothing, a type of municipality in two groups. */
export function checkInference({ inference }: Claim, field: string, { data, universes }: Names): Problem[] {
  if (!inference) return [];
  const at = `${field}.inference`;
  const indicators = indicatorsOf(data.methodology).map(({ indicator }) => indicator.id);
  const { indicator } = inference;
  const named = indicators.includes(indicator)
    ? []
    : [
        dangling("claim/unknown-indicator", `${at}.indicator`, indicator, indicators, {
          ru: "показатель",
          en: "indicator",
        }),
      ];
  const of = inference.universes.flatMap((id, index) =>
    universes.includes(id)
      ? []
      : [
          dangling("claim/unknown-universe", `${at}.universes.${index}`, id, universes, {
            ru: "совокупность",
            en: "universe",
          }),
        ],
  );
  const twice = inference.groupings.flatMap((groups, index) => {
    const types = groups.flat();
    const repeated = types.find((type, position) => types.indexOf(type) !== position);
    if (repeated === undefined) return [];
    const message = {
      ru: `вид «${repeated}» стоит в двух группах: муниципалитет попал бы в обе`,
      en: `type "${repeated}" stands in two groups: a municipality would be in both`,
    };
    return [problem("error", "claim/type-twice", `${at}.groupings.${index}`, message, repeated)];
  });
  return [...named, ...of, ...twice];
}
