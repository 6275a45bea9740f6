import {
  type Criterion,
  type Explanation,
  exactly,
  formatDecimal,
  type Language,
  type Num,
  type NumberTrace,
  type RoundData,
  real,
  type Text,
} from "@metodika/core";
import { claimsOf } from "@metodika/evidence";
import { labels, methodLabels } from "../languages/labels.ts";
import { say } from "../languages/say.ts";
import { formatSource } from "../names/format-source.ts";
import { municipalityName } from "../names/municipality-name.ts";
import { levelAgreement, pointsAgreement } from "../tables/agreement.ts";
import { agreementText } from "../tables/agreement-text.ts";
import { explainCell, withPoints } from "./explain-cell.ts";
import { explainLevel } from "./explain-level.ts";
import { quote } from "./join.ts";
import type { Line } from "./lines.ts";
import { showBounds, showNum } from "./show-num.ts";

/**
 * How the results of one municipality were calculated, as a tree of lines: criterion = term + term, under each term the
 * cell with its printed text, value, policy, basis and source, then the levels with their rules. All of it is read from
 * the trace; nothing is calculated here.
 *
 * @example
 * formatLines(explanationText(explain(data, "zarechny")!, data, "ru"))
 */
export function explanationText(explanation: Explanation, data: RoundData, lang: Language): Line[] {
  const { program, total } = explanation;
  const municipality = data.municipalities.find(({ id }) => id === explanation.municipality);
  const name = municipality ? municipalityName(municipality, lang) : explanation.municipality;
  const trial = program.trial ? ` (${say(labels.trial, lang)})` : "";
  const statements = new Map(claimsOf(data).map(({ id, statement }) => [id, statement]));
  const children = program.methodology.criteria.map((criterion) =>
    criterionLine(criterion, explanation, data, statements, lang),
  );
  if (total) {
    const undefinedTotal = program.totalDefined ? "" : ` (${say(labels.notInMethodology, lang)})`;
    children.push({
      text: `${say(labels.total, lang)}${undefinedTotal}: ${arithmetic(total.trace, total.maximum, lang)}`,
    });
  }
  explanation.levels.forEach((trace, index) => {
    const definition = program.methodology.levels?.[index];
    if (!definition) return;
    const line = explainLevel(explanation, definition, trace, lang);
    const codes = trace.possible.flatMap((position) => definition.codes[position]?.code ?? []);
    line.children = [
      ...(line.children ?? []),
      ...printedLines("level", definition.id, explanation, data, lang, (value) => {
        const title = definition.codes.find(({ code }) => code === value)?.title;
        return [title ? quote(say(title, lang), lang) : value, levelAgreement(codes, value)];
      }),
    ];
    children.push(line);
  });
  return [{ text: `${name}, ${say(data.round.title, lang)}${trial}`, children }];
}

function criterionLine(
  criterion: Criterion,
  explanation: Explanation,
  data: RoundData,
  statements: ReadonlyMap<string, Text>,
  lang: Language,
): Line {
  const entry = explanation.criteria.find((own) => own.criterion === criterion.id);
  const trace = entry?.trace;
  const termOf = (position: number) =>
    trace?.terms.find(({ trace: { expression } }) => expression.kind === "points" && expression.cell === position)
      ?.trace;
  const cells = (criterion.indicators ?? []).flatMap((indicator) => {
    const position = explanation.program.cells.findIndex((place) => place.indicator.id === indicator.id);
    return explainCell(explanation, position, termOf(position), statements, lang);
  });
  const parts = (criterion.criteria ?? []).map((part) => criterionLine(part, explanation, data, statements, lang));
  const empty = cells.length + parts.length === 0;
  const withoutPoints = say(empty ? labels.noIndicators : labels.noPoints, lang);
  const result = trace ? arithmetic(trace, entry?.maximum, lang) : withoutPoints;
  const bounds =
    trace && trace.low !== undefined && trace.high !== undefined
      ? ([real(trace.low), real(trace.high)] as const)
      : null;
  const printed = printedLines("points", criterion.id, explanation, data, lang, (value) => [
    formatDecimal(exactly(value)).replace(".", lang === "ru" ? "," : "."),
    pointsAgreement(bounds, Number(value)),
  ]);
  return {
    id: criterion.id,
    text: `${say(criterion.title, lang)}: ${result}`,
    children: [...cells, ...parts, ...printed],
  };
}

/** «1 + 0 + 1 = 2 балла из 3». */
function arithmetic(trace: NumberTrace, maximum: Num | undefined, lang: Language): string {
  const ru = lang === "ru";
  const result = showBounds(trace.low, trace.high, lang);
  if (result === undefined || trace.expression.kind !== "aggregate") return ru ? "не оценивается" : "not scored";
  const terms = trace.terms.flatMap(({ weight, trace: term }) => {
    const bounds = showBounds(term.low, term.high, lang);
    if (bounds === undefined) return [];
    const factor = formatDecimal(weight) === "1" ? "" : `${showNum(weight, lang)} × `;
    return [factor + (bounds.includes("–") || bounds.startsWith("−") ? `(${bounds})` : bounds)];
  });
  const { method } = trace.expression;
  const left = method === "sum" ? terms.join(" + ") : `${say(methodLabels[method], lang)} (${terms.join("; ")})`;
  const moved = trace.terms.some(({ trace: term }) => term.redistributes && term.present !== "yes")
    ? ru
      ? "; вес отсутствующих показателей передан остальным"
      : "; the weight of absent indicators goes to the others"
    : "";
  const outOf = maximum === undefined ? "" : ` ${ru ? "из" : "of"} ${showNum(maximum, lang)}`;
  const maybe = trace.present === "maybe" ? (ru ? " или не оценивается" : " or not scored") : "";
  const loose = trace.tight ? "" : `; ${say(labels.mayBeWider, lang)}`;
  return `${left} = ${withPoints(result, trace, lang)}${outOf}${maybe}${moved}${loose}`;
}

function printedLines(
  kind: "points" | "level",
  item: string,
  { municipality }: Explanation,
  data: RoundData,
  lang: Language,
  read: (value: string) => [text: string, agreement: ReturnType<typeof pointsAgreement>],
): Line[] {
  return data.printed
    .filter((row) => row.kind === kind && row.municipality === municipality && row.item === item)
    .map(({ value, source, note }) => {
      const [text, agreement] = read(value);
      const says = agreement ? ` — ${agreementText(agreement, lang)}` : "";
      return {
        text: `${say(labels.printed, lang)}: ${text}${says}; ${formatSource(source, lang)}`,
        ...(note ? { children: [{ text: `${say(labels.note, lang)}: ${note}` }] } : {}),
      };
    });
}
