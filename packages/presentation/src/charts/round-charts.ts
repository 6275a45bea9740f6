import { criteriaOf, type RoundData, type RoundScore } from "@metodika/core";
import type { DistributionRow } from "../distributions/distribution-row.ts";
import { distributionRows } from "../distributions/distribution-rows.ts";
import { levelDistribution } from "../distributions/level-distribution.ts";
import { type PointsRow, pointsDistribution, pointsRows } from "../distributions/points-rows.ts";
import { labels } from "../languages/labels.ts";
import { say } from "../languages/say.ts";
import { formatInterval } from "../numbers/format-interval.ts";
import { formatNumber } from "../numbers/format-number.ts";
import { formatShare } from "../numbers/format-share.ts";
import { roundSource } from "../tables/round-source.ts";
import { levelsChart, pointsHistogram } from "./bounds-chart.ts";
import type { ChartOptions } from "./chart-options.ts";
import { markSynthetic } from "./mark-synthetic.ts";
import { printedChart } from "./points-chart.ts";
import { sharesChart } from "./shares-chart.ts";
import type { Spec } from "./spec.ts";

/** A chart with what stands around it. */
export interface Chart {
  /** `amur-2022-service-organisation-shares`; also the name of a file. */
  id: string;
  kind: "shares" | "points" | "printed" | "levels";
  title: string;
  /** The same in words and figures, for those who do not see it. */
  alt: string;
  spec: Spec;
  source: string;
}

/**
 * Every chart of a round: for each criterion the shares of its values and, where it has points, their distribution and
 * the printed points beside the computed ones; then the levels. A criterion with nothing to show gives no chart.
 *
 * @example
 * roundCharts(data, scoreRound(data), { lang: "ru", print: true }).map(({ id }) => id)
 */
export function roundCharts(data: RoundData, score: RoundScore, options: ChartOptions): Chart[] {
  const { lang } = options;
  const source = roundSource(data, lang);
  const chart = (item: string, kind: Chart["kind"], title: string, spec: Spec, said: readonly string[]): Chart => ({
    id: `${data.round.id}-${item}-${kind}`,
    kind,
    title,
    alt: `${title}. ${said.join("; ")}.${data.round.synthetic ? ` (${say(labels.synthetic, lang)})` : ""}`,
    spec: data.round.synthetic ? markSynthetic(spec, lang) : spec,
    source,
  });
  const share = (row: DistributionRow) =>
    `${say(row.title, lang)} — ${formatShare({ numerator: [row.certain, row.possible], denominator: row.denominator }, lang)}`;
  const ofCriteria = criteriaOf(data.methodology).flatMap((criterion) => {
    const title = say(criterion.title, lang);
    const rows = (criterion.indicators ?? []).map(({ id }) => distributionRows(data, id));
    const said = rows.map((own) => `${own[0] ? say(own[0].itemShort, lang) : ""}: ${own.map(share).join(", ")}`);
    const found = rows.some((own) => own.length > 0)
      ? [chart(criterion.id, "shares", title, sharesChart(rows.flat(), options), said)]
      : [];
    if (!criterion.points) return found;
    const distribution = pointsDistribution(data, score, criterion.id);
    const points = pointsRows(data, score, criterion.id);
    const histogram = chart(
      criterion.id,
      "points",
      `${title}: ${say(labels.points, lang).toLowerCase()}`,
      pointsHistogram(distribution, options),
      distribution.map(
        ({ title: value, certain, possible }, index) =>
          `${index === 0 ? `${say(labels.municipalityCount, lang)}: ` : ""}${say(value, lang)} — ${formatInterval([certain, possible], lang)}`,
      ),
    );
    const printed = chart(
      criterion.id,
      "printed",
      `${title}: ${say(labels.differences, lang).toLowerCase()}`,
      printedChart(points, options),
      points.filter(({ printed: own }) => own !== null).map((row) => printedInWords(row, options)),
    );
    const shown = (rows: readonly PointsRow[]) => rows.some(({ printed: own }) => own !== null);
    return [...found, ...(distribution.length > 0 ? [histogram] : []), ...(shown(points) ? [printed] : [])];
  });
  const ofLevels = (data.methodology.levels ?? []).map((level) => {
    const rows = levelDistribution(data, score, level.id);
    const inferred = level.basis === "inferred" ? ` (${say(labels.inferred, lang)})` : "";
    return chart(
      level.id,
      "levels",
      `${say(level.title, lang)}${inferred}`,
      levelsChart(rows, options),
      rows.map(share),
    );
  });
  return [...ofCriteria, ...ofLevels];
}

function printedInWords({ name, low, high, printed }: PointsRow, { lang }: ChartOptions): string {
  const own = low === null || high === null ? "—" : formatInterval([low, high], lang);
  const report = printed === null ? "—" : formatNumber(printed, lang);
  const both = own === report ? own : `${own}, ${say(labels.printed, lang).toLowerCase()} ${report}`;
  return `${say(name, lang)} — ${both}`;
}
