import * as z from "zod";
import { Id } from "../municipality/municipality.ts";
import { DecimalValue } from "./number.ts";

/** Points of each code: `{"yes": 1, "no": 0}`. Every code of the scale must stand in it. */
export const CodePoints = z.record(Id, DecimalValue);

/** Points by steps of a number: those of the highest step that the number reaches, else `below`. */
export const StepPoints = z.strictObject({
  steps: z.array(z.strictObject({ from: DecimalValue, points: DecimalValue })).min(1),
  below: DecimalValue,
});

/**
 * Points by a formula of a number x: (t(x) − t(from)) / (t(to) − t(from)), where t is the identity or the logarithm and x
 * is first held within [from, to]. Goalposts as in the Human Development Index (UNDP, Technical notes, 2022); they are
 * given, so the result does not depend on who else is in the round.
 */
export const NormalizedPoints = z.strictObject({
  normalize: z.strictObject({
    from: DecimalValue,
    to: DecimalValue,
    transform: z.enum(["identity", "logarithm"]).optional(),
  }),
});

/** The number itself, times a factor. */
export const ValuePoints = z.strictObject({ value: z.strictObject({ times: DecimalValue }) });

/** How a value becomes points. */
export const Points = z.union([StepPoints, NormalizedPoints, ValuePoints, CodePoints]);
export type Points = z.infer<typeof Points>;
