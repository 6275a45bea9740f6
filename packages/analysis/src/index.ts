// A table of contents: indicators as objects of study, borders of levels, the lens, two regions on a common footing, a test.

export type { Bounds } from "./bounds/bounds.ts";
export { type Choice, type Contribution, ratioBounds } from "./bounds/ratio-bounds.ts";
export { countVectors, vectorCap } from "./category/count-vectors.ts";
export { type Category, type ItemCategories, type ItemUnit, itemCategories } from "./category/item-categories.ts";
export { type GroupTest, type GroupTestQuestion, groupTest } from "./inference/group-test.ts";
export { everyMunicipality, type TestedInference, testedInferences } from "./inference/inferences.ts";
export { type KruskalWallis, kruskalWallis } from "./inference/kruskal-wallis.ts";
export { agreementWithRest, type RestAgreement } from "./items/agreement-with-rest.ts";
export { type BorderCase, type BorderCases, borderCases, type Decision } from "./items/border-cases.ts";
export { entropyOf, type Information, separatedShare } from "./items/information.ts";
export { type BoundedShare, type ItemOptions, type ItemProfile, itemProfiles } from "./items/item-profiles.ts";
export { type RedundantPair, redundantPairs } from "./items/redundancy.ts";
export { type RestPoints, restScores } from "./items/rest-scores.ts";
export { commonShare, nonSeparating, type Separation, separationOf } from "./items/separation.ts";
export { lensSuperiority, type TypeSuperiority } from "./lens/lens-superiority.ts";
export { type CarriedIndicator, type CarriedPart, type ThroughLens, throughLens } from "./lens/through-lens.ts";
export { possibleShares, type ShareDistribution } from "./superiority/possible-shares.ts";
export { type OrderedThing, type Superiority, superiority } from "./superiority/superiority.ts";
