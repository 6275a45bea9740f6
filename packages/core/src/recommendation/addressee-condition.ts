import type { Condition } from "../claim/condition.ts";
import type { Addressees } from "../methodology/recommendation.ts";

/**
 * What a municipality must meet to be addressed by a recommendation; undefined where all are. The one reading of `who`,
 * for documents and for the audit.
 *
 * @example
 * addresseeCondition({ except_named: ["zeya"], reason: { ru: "…", en: "…" } }) // { not: { named: ["zeya"] } }
 */
export function addresseeCondition(who: Addressees): Condition | undefined {
  if ("when" in who) return who.when;
  if ("except" in who) return { not: who.except };
  if ("named" in who) return { named: who.named };
  if ("except_named" in who) return { not: { named: who.except_named } };
  return undefined;
}
