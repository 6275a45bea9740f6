import type { Problem, RoundData } from "@metodika/core";
import { refusal } from "../problem/refusal.ts";

/** Why two rounds are no earlier and later round of one region, and what a reader should know if they are. */
export function checkRounds(before: RoundData, after: RoundData): Problem[] {
  const [a, b] = [before.round, after.round];
  if (a.region !== b.region)
    return [
      refusal(
        "dynamics/other-region",
        {
          ru: `«${a.id}» и «${b.id}» — мониторинги разных регионов; динамика считается внутри региона, два региона сопоставляются по показателям`,
          en: `"${a.id}" and "${b.id}" are rounds of different regions; dynamics are of one region, two regions are put side by side`,
        },
        b.region,
      ),
    ];
  if (a.id === b.id)
    return [
      refusal(
        "dynamics/same-round",
        { ru: `«${a.id}» нельзя сравнить с самим собой`, en: `"${a.id}" cannot be compared with itself` },
        b.id,
      ),
    ];
  if (dayOf(before) > dayOf(after))
    return [
      refusal(
        "dynamics/order",
        {
          ru: `«${a.id}» позже, чем «${b.id}»; сначала назовите более ранний мониторинг`,
          en: `"${a.id}" is later than "${b.id}"; name the earlier round first`,
        },
        a.id,
      ),
    ];
  const [from, to] = [before.methodology.version, after.methodology.version];
  if (from === to || after.methodology.previous?.version === from) return [];
  return [
    {
      severity: "warning",
      code: "dynamics/undeclared-versions",
      value: to,
      message: {
        ru: `версия ${to} методики не говорит, чем она отличается от ${from}; показатели сопоставлены по идентификаторам`,
        en: `version ${to} of the methodology does not say how it differs from ${from}; indicators are matched by their ids`,
      },
    },
  ];
}

function dayOf({ round }: RoundData): string {
  return round.period.end ?? round.published;
}

/** Two rounds without a municipality, or without an indicator, that can be compared. */
export function nothingInCommon(noMunicipality: boolean): Problem {
  return refusal(
    "dynamics/nothing-in-common",
    noMunicipality
      ? {
          ru: "нет ни одного муниципалитета, который есть в обоих мониторингах; проверьте lineage.csv",
          en: "no municipality is in both rounds; look at lineage.csv",
        }
      : {
          ru: "нет ни одного показателя, который сравним в обоих мониторингах",
          en: "no indicator can be compared between the rounds",
        },
  );
}
