import type { ItemProfile } from "./item-profiles.ts";

/**
 * Whether an indicator tells municipalities apart: `no` when all that have a value have the same, `weakly` when nearly all
 * have, `possibly` when open cells leave both ways, `unknown` without a value.
 */
export type Separation = "no" | "weakly" | "possibly" | "yes" | "unknown";

/**
 * More than this share with the same value, and the indicator tells little: the usual frame for the endorsement of an item is
 * 0.2 to 0.8 (Streiner, Norman and Cairney, Health Measurement Scales, 5th edition 2015, chapter 5).
 */
export const commonShare = 0.8;

/**
 * How an indicator separates the municipalities of its round.
 *
 * @param most share with the same value up to which an indicator separates
 */
export function separationOf({ commonest }: Pick<ItemProfile, "commonest">, most = commonShare): Separation {
  if (!commonest) return "unknown";
  const [least, greatest] = commonest;
  if (least === 1) return "no";
  if (least > most) return "weakly";
  return greatest > most ? "possibly" : "yes";
}

/** The indicators that do not or only weakly separate municipalities, or possibly so; those that separate least first. */
export function nonSeparating(
  profiles: readonly ItemProfile[],
  most = commonShare,
): { profile: ItemProfile; separation: Separation }[] {
  const order: readonly Separation[] = ["no", "weakly", "possibly"];
  return profiles
    .map((profile) => ({ profile, separation: separationOf(profile, most) }))
    .filter(({ separation }) => order.includes(separation))
    .sort(
      (a, b) =>
        order.indexOf(a.separation) - order.indexOf(b.separation) ||
        (b.profile.commonest?.[1] ?? 0) - (a.profile.commonest?.[1] ?? 0),
    );
}
