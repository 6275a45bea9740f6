import * as z from "zod";

/** How the indicators of a region fit a shared concept. */
export const MatchKind = z.enum(["same", "near", "broader", "narrower", "none"]);
export type MatchKind = z.infer<typeof MatchKind>;
