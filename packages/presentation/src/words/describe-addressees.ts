import type { Language, Methodology, Municipality, Recommendation } from "@metodika/core";
import { say } from "../languages/say.ts";
import { municipalityName } from "../names/municipality-name.ts";
import { describeCondition } from "./describe-condition.ts";

/** To whom a recommendation goes, in words; municipalities by name where they are given, else by id. */
export function describeAddressees(
  { who }: Pick<Recommendation, "who">,
  methodology: Methodology,
  lang: Language,
  municipalities: readonly Municipality[] = [],
): string {
  const ru = lang === "ru";
  const names = (ids: readonly string[]) =>
    ids
      .map((id) => {
        const found = municipalities.find((municipality) => municipality.id === id);
        return found ? municipalityName(found, lang) : id;
      })
      .join(", ");
  if ("all" in who) return ru ? "всем" : "all";
  if ("when" in who) return `${ru ? "тем, у кого" : "where"} ${describeCondition(who.when, methodology, lang)}`;
  if ("except" in who)
    return `${ru ? "всем, кроме тех, у кого" : "all except where"} ${describeCondition(who.except, methodology, lang)}`;
  const reason = ` (${say(who.reason, lang)})`;
  if ("named" in who) return names(who.named) + reason;
  return `${ru ? "всем, кроме" : "all except"}: ${names(who.except_named)}${reason}`;
}
