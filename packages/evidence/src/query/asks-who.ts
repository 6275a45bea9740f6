import type { Query } from "@metodika/core";

/** True for a query that is answered by naming municipalities, and not by a value. Nothing asks nobody. */
export function asksWho(query: Query | undefined): boolean {
  return query !== undefined && ("list" in query || "includes" in query || "every" in query || "addressees" in query);
}
