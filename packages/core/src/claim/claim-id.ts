import * as z from "zod";
import type { Printed } from "../printed/printed.ts";

/** `councils`, `group/headcount=insufficient`. */
export const ClaimId = z.string().regex(/^[a-z0-9][a-z0-9/=-]*$/);

/**
 * The id of the statement that a row of `printed.csv` belongs to: rows become claims without a person writing them.
 *
 * @example
 * printedClaimId({ kind: "group", item: "headcount=insufficient", value: "member", municipality: "zeya" }) // "group/headcount=insufficient"
 */
export function printedClaimId({
  kind,
  item,
  value,
  municipality,
}: Pick<Printed, "kind" | "item" | "value" | "municipality">): string {
  switch (kind) {
    case "group":
      return `group/${item}`;
    case "level":
      return `level/${item}=${value}`;
    case "addressee":
      return `addressees/${item}`;
    case "points":
      return `points/${item}/${municipality}`;
  }
}
