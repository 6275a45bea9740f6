import { readDraft } from "@metodika/files";
import { strToU8 } from "fflate";
import { auditDraft } from "../src/document/audit-draft.ts";
import type { realRound } from "./real-rounds.ts";

/** A draft in Markdown, held against a round. */
export function checkDraft({ data, score, findings }: Awaited<ReturnType<typeof realRound>>, text: string) {
  return auditDraft(readDraft(strToU8(text), { file: "draft.md" }).blocks, data, score, findings);
}
