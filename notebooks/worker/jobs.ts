import { checkDraft } from "./check-draft.ts";
import { otherReading } from "./other-reading.ts";

/** Every calculation that a page can give away, by name. A new one is a file of its own and a line here. */
export const jobs = {
  "check-draft": checkDraft,
  "other-reading": otherReading,
};
