import type { Claim, RoundData, Text, Universe } from "@metodika/core";
import { type GroupTest, groupTest } from "./group-test.ts";

/** A conclusion of a report about influence, with the tests that speak of it. */
export interface TestedInference {
  claim: Claim;
  tests: readonly {
    /** Of whom the sentence is taken to speak; null: of all municipalities. */
    universe: Universe | null;
    test: GroupTest;
  }[];
}

/** What "all" is called. */
export const everyMunicipality: Text = { ru: "все муниципалитеты региона", en: "all municipalities of the region" };

/**
 * The conclusions about influence that a report draws, each tested for all groups and universes that it can mean. A round
 * whose claims name none, or without claims, has none.
 */
export function testedInferences(data: RoundData): TestedInference[] {
  const { claims = [], universes = [] } = data.claims ?? {};
  return claims.flatMap((claim) => {
    const { inference } = claim;
    if (!inference) return [];
    const tests = inference.universes.flatMap((id) => {
      const universe = universes.find((one) => one.id === id) ?? null;
      return inference.groupings.flatMap((groups) => {
        const test = groupTest(data, { indicator: inference.indicator, who: universe?.who, groups });
        return test ? [{ universe, test }] : [];
      });
    });
    return [{ claim, tests }];
  });
}
