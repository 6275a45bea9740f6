import type { CriterionDynamics, Dynamics } from "@metodika/comparison";
import { criteriaOf, type Language, type RoundData } from "@metodika/core";
import { labels } from "../../languages/labels.ts";
import { say } from "../../languages/say.ts";
import { municipalityName } from "../../names/municipality-name.ts";
import { shortTitle } from "../../names/short-title.ts";

/** Two rounds of one region and what was found between them. */
export interface ComparedRounds {
  before: RoundData;
  after: RoundData;
  result: Dynamics;
}

/** The criteria that have a change, the total last. */
export function comparedCriteria({ criteria, total }: Dynamics): CriterionDynamics[] {
  return [...criteria, ...(total ? [total] : [])].filter(({ change }) => change);
}

/** How a criterion, or the total, is called. */
export function criterionTitle(id: string, { after }: Pick<ComparedRounds, "after">, lang: Language): string {
  if (id === "total") return say(labels.total, lang);
  const criterion = criteriaOf(after.methodology).find((one) => one.id === id);
  return criterion ? shortTitle(criterion, lang) : id;
}

/** Names of municipalities in either round; an id that is not there stays as it is. */
export function namesOf({ before, after }: Pick<ComparedRounds, "before" | "after">, lang: Language) {
  const of = ({ municipalities }: RoundData) => {
    const names = new Map(municipalities.map((one) => [one.id, municipalityName(one, lang)]));
    return (id: string) => names.get(id) ?? id;
  };
  return { before: of(before), after: of(after) };
}
