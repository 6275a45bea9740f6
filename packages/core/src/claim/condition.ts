import * as z from "zod";
import { Condition as CellCondition } from "../methodology/condition.ts";
import { Id, MunicipalityType } from "../municipality/municipality.ts";

/** The municipality is of one of these types in law. */
const TypeCondition = z.strictObject({ type: z.array(MunicipalityType).min(1) });
/** The municipality is one of those named. */
const NamedCondition = z.strictObject({ named: z.array(Id).min(1) });
/** The report states a fact of this topic (with this value) about the municipality. */
const FactCondition = z.strictObject({ fact: Id, value: z.string().optional() });

type Own = z.infer<typeof TypeCondition> | z.infer<typeof NamedCondition> | z.infer<typeof FactCondition>;

/** A statement about one municipality: over its cells, its type, its name or the facts that a report tells of it. */
export type Condition = Own | CellCondition | { all: Condition[] } | { any: Condition[] } | { not: Condition };
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    TypeCondition,
    NamedCondition,
    FactCondition,
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    z.strictObject({ not: Condition }),
    CellCondition,
  ]),
);
