import type { Claim, PrintedValue, Query, RoundData, Text } from "@metodika/core";

/**
 * What kind of value a query has. A `count` is of municipalities, a `number` may be any, a percentage too; `members` are
 * a list that is made from cells, a `set` one that is known without them.
 */
export type QueryKind = "count" | "number" | "share" | "members" | "set" | "truth" | "text" | "unknown";

const words: Record<QueryKind, Text> = {
  count: { ru: "количество", en: "a count" },
  number: { ru: "число", en: "a number" },
  share: { ru: "долю в процентах", en: "a percentage" },
  members: { ru: "перечень муниципалитетов", en: "a list of municipalities" },
  set: { ru: "перечень муниципалитетов", en: "a list of municipalities" },
  truth: { ru: "утверждение (true)", en: "a truth (true)" },
  text: { ru: "текст или дату", en: "a text or date" },
  unknown: { ru: "неизвестно что", en: "something unknown" },
};

/** A kind in words, as what a query gives. */
export function kindWords(kind: QueryKind): Text {
  return words[kind];
}

/** The kind of a query; `unknown` where it names something that does not exist, which is a problem of its own. */
export function kindOf(
  query: Query,
  { facts }: Pick<RoundData, "facts">,
  claims: ReadonlyMap<string, Claim>,
): QueryKind {
  if ("count" in query || "count_facts" in query) return "count";
  if ("share" in query || "ratio" in query) return "share";
  if ("list" in query || "includes" in query || "addressees" in query) return "members";
  if ("list_facts" in query) return "set";
  if ("every" in query || "same" in query) return "truth";
  if ("number" in query) return "number";
  if ("date" in query) return "text";
  if ("fact" in query) {
    const fact = facts.find(({ id }) => id === query.fact);
    return fact === undefined ? "unknown" : Number.isNaN(Number(fact.value)) ? "text" : "number";
  }
  if ("claim" in query) {
    const printed = claims.get(query.claim)?.printed;
    return printed === undefined ? "unknown" : kindOfPrinted(printed);
  }
  const parts = ("sum" in query ? query.sum : query.difference).map((part) => kindOf(part, { facts }, claims));
  return parts.every((kind) => kind === "count") ? "count" : "number";
}

/** The kind of a printed value when it is taken as the value of a query. */
export function kindOfPrinted(printed: PrintedValue): QueryKind {
  if (typeof printed === "boolean") return "truth";
  if (typeof printed === "string") return "text";
  return Array.isArray(printed) ? "set" : "number";
}

/** What is printed, in words. */
export function printedWords(printed: PrintedValue): Text {
  if (typeof printed === "object" && "percent" in printed) return words.share;
  return words[kindOfPrinted(printed)];
}

/** Can a value of this kind be what is printed? A count is no percentage, and a percentage has its digits. */
export function canBePrinted(kind: QueryKind, printed: PrintedValue): boolean {
  const isPercent = typeof printed === "object" && "percent" in printed;
  const isNumber = kindOfPrinted(printed) === "number" && !isPercent;
  switch (kind) {
    case "unknown":
      return true;
    case "count":
      return isNumber;
    case "number":
      return isNumber || isPercent;
    case "share":
      return isPercent;
    case "members":
    case "set":
      return Array.isArray(printed);
    case "truth":
      return typeof printed === "boolean";
    case "text":
      return typeof printed === "string";
  }
}
