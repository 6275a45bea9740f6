import * as z from "zod";
import { Id } from "../municipality/municipality.ts";
import { statuses } from "../status/status.ts";
import { DecimalValue } from "./number.ts";

const bound = { at_least: DecimalValue.optional(), at_most: DecimalValue.optional() };
const limit = z.union([Id, DecimalValue]);

/** The value of one indicator: one of some codes, or not below or above a code or number. */
export const IndicatorCondition = z.strictObject({
  indicator: Id,
  is: z.array(Id).min(1).optional(),
  at_least: limit.optional(),
  at_most: limit.optional(),
  status: z.array(z.enum(statuses)).min(1).optional(),
});
export type IndicatorCondition = z.infer<typeof IndicatorCondition>;

/** How many indicators of a criterion, or of a list, have one of some codes or statuses. */
export const CountCondition = z.strictObject({
  count: z.strictObject({
    criterion: Id.optional(),
    indicators: z.array(Id).min(1).optional(),
    codes: z.array(Id).min(1).optional(),
    status: z.array(z.enum(statuses)).min(1).optional(),
  }),
  ...bound,
});
export type CountCondition = z.infer<typeof CountCondition>;

/** The points of a criterion, or `total`, against a cut-off. */
export const PointsCondition = z.strictObject({ points: Id, ...bound });
export type PointsCondition = z.infer<typeof PointsCondition>;

/** A level that stands earlier in the methodology. */
export const LevelCondition = z.strictObject({ level: Id, is: z.array(Id).min(1) });
export type LevelCondition = z.infer<typeof LevelCondition>;

const All = z.strictObject({
  get all(): z.ZodArray<typeof Condition> {
    return z.array(Condition).min(1);
  },
});
const Any = z.strictObject({
  get any(): z.ZodArray<typeof Condition> {
    return z.array(Condition).min(1);
  },
});
const Not = z.strictObject({
  get not(): typeof Condition {
    return Condition;
  },
});

/** A statement about one municipality that is true, false or, for unknown cells, undecided. */
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([IndicatorCondition, CountCondition, PointsCondition, LevelCondition, All, Any, Not]),
);
export type Condition =
  | IndicatorCondition
  | CountCondition
  | PointsCondition
  | LevelCondition
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };
