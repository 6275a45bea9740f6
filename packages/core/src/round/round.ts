import * as z from "zod";
import { FactSection } from "../fact/fact-section.ts";
import { LegalAct, PartialDate } from "../methodology/methodology.ts";
import { Id } from "../municipality/municipality.ts";
import { Text } from "../text/text.ts";

const source = z.string().min(1);

/** A date that a report gives of itself. */
export const ReportDate = z.strictObject({ id: Id, what: Text, value: z.string().min(1), source });

/** Something that the monitoring sets out to assess, with the indicators that serve it. */
export const Task = z.strictObject({
  id: Id,
  title: Text,
  indicators: z.array(Id),
  note: Text.optional(),
  source,
});
export type Task = z.infer<typeof Task>;

/** One region, one period, one methodology version: the frame of a report. One `round.yaml`. */
export const Round = z.strictObject({
  /** `<region>-<year>` */
  id: Id,
  region: Id,
  /** What the region is called; without it headings have the id. */
  region_title: Text.optional(),
  /** Invented data, «условные данные»: whatever is shown of it says so. */
  synthetic: z.literal(true).optional().describe("invented data, of an invented region"),
  methodology: z.strictObject({ id: Id, version: z.string() }),
  title: Text,
  published: PartialDate,
  period: z.strictObject({ title: Text, start: PartialDate.optional(), end: PartialDate.optional() }),
  /** Earlier rounds of the region; `round` is the id of one that is in the datasets. */
  previous: z.array(z.strictObject({ title: Text, round: Id.optional(), source })).optional(),
  dates: z.array(ReportDate),
  date_disagreements: z.array(z.strictObject({ id: Id, dates: z.array(Id).min(2), note: Text })).optional(),
  orders: z.array(LegalAct),
  aim: Text,
  object: Text,
  tasks: z.array(Task),
  collection: z.strictObject({
    method: Text,
    respondent: Text,
    processed_by: Text.optional(),
    evidence: Text.optional(),
    source,
  }),
  abbreviations: z.array(z.strictObject({ short: z.string().min(1), ru: z.string().min(1), en: z.string().min(1) })),
  /** What the report tells of `facts.csv` in a part of its own. */
  fact_section: FactSection.optional(),
  /** Roles only: personal data never enters a dataset. */
  approval: z.array(
    z.strictObject({ role: z.enum(["approved", "agreed", "prepared"]), position: Text, organisation: Text, source }),
  ),
  /**
   * Deadlines of this round for the recommendations of the methodology; `text` where it words one with what is its own,
   * such as the date of a decision. A note is for those who keep the data.
   */
  recommendations: z
    .array(
      z.strictObject({ id: Id, text: Text.optional(), until: PartialDate.optional(), source, note: Text.optional() }),
    )
    .optional(),
});
export type Round = z.infer<typeof Round>;
