import { type ClaimCondition, criteriaOf, indicatorsBelow, type Query, type RoundData } from "@metodika/core";

/**
 * The places that a query is held against: columns of tables, places of facts, dates and other claims. Sorted, each once;
 * none for a plain number.
 */
export function placesOf(query: Query, data: RoundData): string[] {
  const places = new Set<string>();
  visitQuery(query);
  return [...places].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));

  function visitQuery(node: Query): void {
    if ("count" in node) visit(node.count);
    else if ("share" in node) visit(node.share);
    else if ("list" in node) visit(node.list);
    else if ("includes" in node) visit(node.includes);
    else if ("every" in node) visit(node.every);
    else if ("fact" in node) addFacts(({ id }) => id === node.fact);
    else if ("count_facts" in node || "list_facts" in node) {
      const { topic, value } = "count_facts" in node ? node.count_facts : node.list_facts;
      addFacts((fact) => fact.topic === topic && (value === undefined || fact.value === value));
    } else if ("sum" in node) node.sum.map(visitQuery);
    else if ("difference" in node) node.difference.map(visitQuery);
    else if ("ratio" in node) node.ratio.map(visitQuery);
    else if ("same" in node) node.same.map(visitQuery);
    else if ("claim" in node) {
      const claim = data.claims?.claims.find(({ id }) => id === node.claim);
      if (claim) places.add(claim.source);
    } else if ("date" in node) {
      const date = data.round.dates.find(({ id }) => id === node.date);
      if (date) places.add(date.source);
    } else if ("addressees" in node) {
      const who = data.methodology.recommendations?.find(({ id }) => id === node.addressees)?.who;
      if (who && "when" in who) visit(who.when);
      if (who && "except" in who) visit(who.except);
    }
  }

  function visit(condition: ClaimCondition): void {
    if ("all" in condition) condition.all.map(visit);
    else if ("any" in condition) condition.any.map(visit);
    else if ("not" in condition) visit(condition.not);
    else if ("fact" in condition) addFacts(({ topic }) => topic === condition.fact);
    else if ("indicator" in condition) addIndicators([condition.indicator]);
    else if ("points" in condition) addCriterion(condition.points);
    else if ("count" in condition) {
      if (condition.count.indicators) addIndicators(condition.count.indicators);
      if (condition.count.criterion) addCriterion(condition.count.criterion);
    } else if ("level" in condition) {
      const definition = data.methodology.levels?.find(({ id }) => id === condition.level);
      for (const { when } of definition?.rules ?? []) if (when) visit(when);
    }
  }

  function addFacts(fits: (fact: RoundData["facts"][number]) => boolean): void {
    for (const fact of data.facts) if (fits(fact)) places.add(fact.source);
  }

  function addCriterion(id: string): void {
    const criterion = criteriaOf(data.methodology).find((candidate) => candidate.id === id);
    if (criterion) addIndicators(indicatorsBelow(criterion).map((indicator) => indicator.id));
  }

  function addIndicators(ids: readonly string[]): void {
    for (const { table, indicators = [] } of criteriaOf(data.methodology))
      for (const { id, column } of indicators)
        if (ids.includes(id) && table !== undefined && column !== undefined)
          places.add(`${data.round.id} table ${table} column ${column}`);
  }
}
