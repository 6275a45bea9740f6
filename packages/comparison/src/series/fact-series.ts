import { type Decimal, decimal, type Fact, type RoundData, subtract, type Text } from "@metodika/core";
import { joinOn } from "../relation/relation.ts";

/** What an audit says of a statement, as far as a series needs it: any audit that has these keys will do. */
export interface DisagreeingClaim {
  id: string;
  round: string;
  /** Place in the report. */
  source: string;
  statement: Text;
  explanation: Text;
  verdict: string;
  /** The municipalities where a list fails; only these make it stand beside something new there. */
  disagreeing?: readonly string[];
}

/** One figure of a series. */
export interface SeriesPoint {
  round: string;
  fact: string;
  /** As the report names it; the period of the round where it names none. */
  period: Text;
  value: string;
  /** The value as an exact number, where it is one. */
  number: Decimal | undefined;
  source: string;
}

/** The same thing told of several periods. */
export interface FactSeries {
  /** Region or municipality. */
  subject: string;
  topic: string;
  title: Text;
  unit: string;
  /** Earliest first. */
  points: readonly SeriesPoint[];
  /** The last number minus the first; undefined where one is no number. */
  change: Decimal | undefined;
  /** Statements of the same places that the audit does not confirm. */
  disagreeing: readonly DisagreeingClaim[];
}

/** Something that a report tells as new. */
export interface FactEvent {
  round: string;
  fact: string;
  subject: string;
  title: Text;
  value: string;
  source: string;
  /**
   * Those of its own place, and of the places that tell the same of the same subject. Of a municipality only those that
   * fail in it, and of them no statement about another fact: totals of a region stand beside the series.
   */
  disagreeing: readonly DisagreeingClaim[];
}

const earlierPeriod: Text = { ru: "предыдущий период", en: "previous period" };

/**
 * The series that the facts of some rounds make: the same subject, topic, title and unit in two periods or more. A report
 * may tell both itself («было 15, стало 21»), or each of two rounds tells one. Beside each stand the statements of the
 * same places that an audit contradicts or leaves open.
 *
 * @param rounds of one region, earlier ones first
 * @param findings of the audit of these rounds; those confirmed or not checkable stay out
 */
export function factSeries(
  rounds: readonly RoundData[],
  findings: readonly DisagreeingClaim[] = [],
): { series: FactSeries[]; events: FactEvent[] } {
  const disagreeing = findings.filter(({ verdict }) => verdict === "contradicted" || verdict === "undetermined");
  const facts = rounds.flatMap((data, order) => data.facts.map((fact) => ({ fact, data, order })));
  const beside = besideOf(
    facts.map(({ fact }) => fact.source),
    disagreeing,
  );
  const groups = new Map<string, typeof facts>();
  for (const one of facts) {
    const { subject, topic, unit, title_ru } = one.fact;
    const key = JSON.stringify([subject, topic, unit, title_ru]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const series = [...groups.values()].flatMap((group): FactSeries[] => {
    const sorted = [...group].sort((a, b) => when(a.fact, a.data) - when(b.fact, b.data) || a.order - b.order);
    const periods = new Set(sorted.map(({ fact, data }) => when(fact, data)));
    const [first] = sorted;
    if (periods.size < 2 || !first) return [];
    const points = sorted.map(({ fact, data }) => pointOf(fact, data));
    const [from, to] = [points[0]?.number, points.at(-1)?.number];
    return [
      {
        subject: first.fact.subject,
        topic: first.fact.topic,
        title: { ru: first.fact.title_ru, en: first.fact.title_en },
        unit: first.fact.unit,
        points,
        change: from && to ? subtract(to, from) : undefined,
        disagreeing: [...new Set(points.flatMap(({ source }) => beside.get(source) ?? []))],
      },
    ];
  });
  const events = facts
    .filter(({ fact }) => fact.topic === "change" || fact.topic.startsWith("change-"))
    .map(
      ({ fact, data }): FactEvent => ({
        round: data.round.id,
        fact: fact.id,
        subject: fact.subject,
        title: { ru: fact.title_ru, en: fact.title_en },
        value: fact.value,
        source: fact.source,
        disagreeing: [
          ...new Set(
            facts
              .filter((other) => other.fact === fact || (other.data === data && tellsSame(fact, other.fact)))
              .flatMap((other) => beside.get(other.fact.source) ?? [])
              .filter((finding) => concerns(finding, fact, data)),
          ),
        ],
      }),
    );
  return { series, events };
}

/** A new council (`change`, `council`) is told again where the subject has a fact `council` or `council-compensating`. */
function tellsSame({ subject, value }: Fact, other: Fact): boolean {
  return other.subject === subject && (other.topic === value || other.topic.startsWith(`${value}-`));
}

/** Whether a statement speaks of something new: of a region any of its place, of a municipality what fails there and is about it. */
function concerns({ id, disagreeing = [] }: DisagreeingClaim, fact: Fact, { round, claims }: RoundData): boolean {
  if (fact.subject === round.region) return true;
  if (!disagreeing.includes(fact.subject)) return false;
  const topics = topicsIn(claims?.claims.find((claim) => claim.id === id)?.query);
  return topics.length === 0 || topics.some((topic) => topic === fact.topic || tellsSame(fact, { ...fact, topic }));
}

/** The topics of facts that a query names, however deep. */
function topicsIn(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    (key === "fact" || key === "topic") && typeof value === "string" ? [value] : topicsIn(value),
  );
}

function besideOf(places: readonly string[], findings: readonly DisagreeingClaim[]): Map<string, DisagreeingClaim[]> {
  const beside = new Map<string, DisagreeingClaim[]>();
  const rows = [...new Set(places)].map((source) => ({ source }));
  for (const { left, right } of joinOn(
    rows,
    findings.map((finding) => ({ ...finding, finding })),
    "source",
    "source",
  ))
    beside.set(left.source, [...(beside.get(left.source) ?? []), right.finding]);
  return beside;
}

function pointOf(fact: Fact, { round }: RoundData): SeriesPoint {
  const { id, value, period, source } = fact;
  const named = period === "previous" ? earlierPeriod : { ru: period, en: period };
  return {
    round: round.id,
    fact: id,
    period: period === "" ? round.period.title : named,
    value,
    number: decimal(value),
    source,
  };
}

/** A number to sort periods by: the year that is named, that of the round, or just before it for «the previous». */
function when({ period }: Fact, { round }: RoundData): number {
  const own = Number((round.period.end ?? round.published).slice(0, 4));
  if (period === "") return own;
  if (period === "previous") return own - 0.5;
  return Number(/\d{4}/.exec(period)?.[0] ?? own);
}
