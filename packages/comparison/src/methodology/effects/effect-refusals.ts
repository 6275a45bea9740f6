import type { Methodology, Problem, RoundData } from "@metodika/core";
import { refusal } from "../../problem/refusal.ts";

const name = ({ id, version }: Methodology) => `${id}@${version}`;

/** Why effects of rules cannot be calculated, each with the way out. */
export const effectRefusals = {
  otherRegion: (before: Methodology, after: Methodology): Problem =>
    refusal(
      "effects/other-region",
      {
        ru: `«${name(before)}» и «${name(after)}» — методики разных регионов: ответы одного по правилам другого не пересчитать, сравнить можно сами методики`,
        en: `"${name(before)}" and "${name(after)}" belong to different regions: answers of one cannot be scored by the rules of the other; the methodologies themselves can be compared`,
      },
      name(after),
    ),
  otherMethodology: (data: RoundData, before: Methodology, after: Methodology): Problem =>
    refusal(
      "effects/other-methodology",
      {
        ru: `мониторинг «${data.round.id}» проведён по «${name(data.methodology)}», а сравниваются «${name(before)}» и «${name(after)}»; одна из двух должна быть его методикой`,
        en: `round "${data.round.id}" was held by "${name(data.methodology)}", and "${name(before)}" and "${name(after)}" are compared; one of the two has to be its own`,
      },
      data.round.id,
    ),
  otherTree: (): Problem =>
    refusal("effects/other-tree", {
      ru: "критерии двух методик вложены друг в друга по-разному; правила нельзя заменять по одному",
      en: "the criteria of the two methodologies are nested in different ways; rules cannot be exchanged one by one",
    }),
  tooManyChanges: (count: number, cap: number): Problem =>
    refusal(
      "effects/too-many-changes",
      {
        ru: `правил, которые отличаются, — ${count}; там, где баллы не складываются, перебираются все их сочетания, и это возможно до ${cap}. Сравните через промежуточную версию`,
        en: `${count} rules differ; where points are no sums all their combinations are tried, which is possible up to ${cap}. Compare through a version in between`,
      },
      String(count),
    ),
};
