// What shows results needs of this package: to read them, without the libraries that make them.

export { type ChangeClass, changeClasses, unitChange } from "../dynamics/change-columns.ts";
export type { CriterionDynamics, Dynamics } from "../dynamics/dynamics.ts";
export { compareRational, rationalNumber } from "../methodology/effects/rational.ts";
