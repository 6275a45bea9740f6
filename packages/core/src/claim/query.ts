import * as z from "zod";
import { Id } from "../municipality/municipality.ts";
import { Condition } from "./condition.ts";

const FactsOf = z.strictObject({ topic: Id, value: z.string().optional() });

/**
 * A question that recomputes what a text states. Its value is a number (`count`, `share`, `sum`, `difference`, `ratio`,
 * `count_facts`, `number`), a set of municipalities (`list`, `includes`, `list_facts`, `addressees`), a truth (`every`,
 * `same`), or what a fact, date or claim holds.
 */
export type Query =
  | { count: Condition }
  | { share: Condition }
  | { list: Condition }
  | { includes: Condition }
  | { every: Condition }
  | { fact: string }
  | { count_facts: z.infer<typeof FactsOf> }
  | { list_facts: z.infer<typeof FactsOf> }
  | { sum: Query[] }
  | { difference: [Query, Query] }
  | { ratio: [Query, Query] }
  | { same: [Query, Query] }
  | { claim: string }
  | { number: number }
  | { date: string }
  | { addressees: string };
export const Query: z.ZodType<Query> = z.lazy(() =>
  z.union([
    z.strictObject({ count: Condition }),
    z.strictObject({ share: Condition }),
    z.strictObject({ list: Condition }),
    z.strictObject({ includes: Condition }),
    z.strictObject({ every: Condition }),
    z.strictObject({ fact: Id }),
    z.strictObject({ count_facts: FactsOf }),
    z.strictObject({ list_facts: FactsOf }),
    z.strictObject({ sum: z.array(Query).min(1) }),
    z.strictObject({ difference: z.tuple([Query, Query]) }),
    z.strictObject({ ratio: z.tuple([Query, Query]) }),
    z.strictObject({ same: z.tuple([Query, Query]) }),
    z.strictObject({ claim: z.string().min(1) }),
    z.strictObject({ number: z.number() }),
    z.strictObject({ date: Id }),
    z.strictObject({ addressees: Id }),
  ]),
);
