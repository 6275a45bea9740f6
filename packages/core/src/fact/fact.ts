import * as z from "zod";
import { ClaimId } from "../claim/claim-id.ts";
import { Id } from "../municipality/municipality.ts";
import { Text } from "../text/text.ts";

/** A fact of a report that has no column: of the region or of a municipality. One row of `facts.csv`. */
export const Fact = z.object({
  id: Id,
  /** Region or municipality. */
  subject: Id,
  topic: Id,
  value: z.string().min(1),
  unit: z.string(),
  period: z.string(),
  title_ru: z.string().min(1),
  title_en: z.string().min(1),
  source: z.string().min(1),
  note: z.string(),
});
export type Fact = z.infer<typeof Fact>;

/** A remark of the report's experts, a conclusion or a practice worth attention, in our own words. */
export const Comment = z.strictObject({
  id: Id,
  kind: z.enum(["practice", "remark", "conclusion"]),
  municipalities: z.array(Id),
  criterion: Id.optional(),
  text: Text,
  /**
   * The statements that it stands on, by their ids: where the tables contradict one of them a document leaves it out. An
   * empty list: it stands on none that could be checked. Absent: nobody has said.
   */
  rests_on: z.array(ClaimId).optional(),
  source: z.string().min(1),
});
export type Comment = z.infer<typeof Comment>;
