import { type DisagreeingClaim, factSeries } from "@metodika/comparison";
import { type Problem, type RoundData, scoreRound, toNumber } from "@metodika/core";
import { audit, type Finding } from "@metodika/evidence";
import { eventsTable, seriesTable } from "@metodika/presentation";
import type { Compared, CompareOptions } from "./compared.ts";
import { shownOf } from "./own-rounds.ts";

/** One round: the figures that its report gives of two periods. */
export function toldAlone(printed: RoundData, options: CompareOptions): Compared {
  const { lang } = options;
  const told = toldBy([printed], options);
  const shown = [shownOf(printed, options)];
  const tables = [seriesTable(told.series, shown, lang), eventsTable(told.events, shown, lang)];
  const nothing: Problem = {
    severity: "error",
    code: "compare/one-round",
    message: {
      ru: `отчёт «${printed.round.id}» не приводит сведений за два периода; назовите второй мониторинг`,
      en: `the report of "${printed.round.id}" tells nothing of two periods; name a second round`,
    },
  };
  const made = tables.filter((table) => table !== undefined);
  return {
    json: { kind: "told", round: printed.round.id, ...toldJson(told) },
    tables: made,
    problems: made.length > 0 ? [] : [nothing],
  };
}

/** Series and events that reports tell; the check of the text stands beside them in the working edition alone. */
export function toldBy(rounds: readonly RoundData[], options: CompareOptions) {
  const findings = options.edition === "working" ? rounds.flatMap(auditOf) : [];
  return factSeries(rounds, findings);
}

/** The audit of a round's text; nothing where it has no claims. */
export function auditOf(data: RoundData): Finding[] {
  return data.claims ? audit(data, scoreRound(data)) : [];
}

/** Series and events as data: exact numbers become plain ones. */
export function toldJson({ series, events }: ReturnType<typeof toldBy>) {
  const plain = ({ id, source, statement, verdict, explanation }: DisagreeingClaim) => ({
    id,
    source,
    statement,
    verdict,
    explanation,
  });
  return {
    series: series.map(({ change, points, disagreeing, ...one }) => ({
      ...one,
      disagreeing: disagreeing.map(plain),
      points: points.map(({ number, ...point }) => ({ ...point, number: number ? toNumber(number) : null })),
      change: change ? toNumber(change) : null,
    })),
    events: events.map(({ disagreeing, ...one }) => ({ ...one, disagreeing: disagreeing.map(plain) })),
  };
}
