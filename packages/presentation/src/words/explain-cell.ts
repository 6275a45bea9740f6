import {
  basisTitles,
  type Explanation,
  isCertainlyMissing,
  isKnown,
  type Language,
  type NumberTrace,
  real,
  statusTitles,
  type Text,
} from "@metodika/core";
import { labels, policyLabels } from "../languages/labels.ts";
import { say } from "../languages/say.ts";
import { formatSource } from "../names/format-source.ts";
import { possibleValues } from "../names/format-value.ts";
import { shortTitle } from "../names/short-title.ts";
import { plural } from "../numbers/plural.ts";
import { quote } from "./join.ts";
import type { Line } from "./lines.ts";
import { showBounds } from "./show-num.ts";

/** One cell of an explanation: its value and what it adds, then policy, printed text, basis and source. */
export function explainCell(
  explanation: Explanation,
  position: number,
  term: NumberTrace | undefined,
  statements: ReadonlyMap<string, Text>,
  lang: Language,
): Line[] {
  const place = explanation.program.cells[position];
  const observed = explanation.cells[position];
  if (!place || !observed) return [];
  const { cell } = observed;
  const ru = lang === "ru";
  const titles = possibleValues(cell.state, place.scale, lang);
  const quoted = cell.state.codes.length > 0;
  const value = titles
    .map((title, index) => (quoted && index < cell.state.codes.length ? quote(title, lang) : title))
    .join("; ");
  const unsure = isKnown(cell.state) ? "" : `${ru ? "возможны" : "possible"}: `;
  // A lost cell has the values that it can have in place of a printed text.
  const isLost = cell.basis === "bounded" || cell.basis === "derived" || cell.basis === "inferred";
  const printed = isLost ? "" : cell.raw.trim();
  const inReport = printed
    ? `${say(labels.printed, lang)}: ${quote(printed, lang)}`
    : ru
      ? "В отчёте ячейка без своей надписи"
      : "Printed: a cell without a text of its own";
  const source = cell.source ? formatSource(cell.source, lang) : ru ? "строки в отчёте нет" : "no row in the report";
  const link = cell.evidence ? `; ${say(labels.evidence, lang).toLowerCase()}: ${say(labels.link, lang)}` : "";
  return [
    {
      id: place.indicator.id,
      text: `${shortTitle(place.indicator, lang)}: ${unsure}${value}${effect(term, lang)}`,
      children: [
        ...cell.state.missing.map((status) => policyLine(explanation, status, lang)),
        {
          text: [
            inReport,
            ...(isCertainlyMissing(cell.state) ? [] : [say(basisTitles[cell.basis], lang)]),
            `${source}${link}`,
          ].join("; "),
        },
        ...becauseLines(statements, cell.because ?? [], lang),
        ...(cell.note ? [{ text: `${say(labels.note, lang)}: ${cell.note}` }] : []),
      ],
    },
  ];
}

/** What a term adds: « — 1 балл». */
function effect(term: NumberTrace | undefined, lang: Language): string {
  if (!term) return "";
  const ru = lang === "ru";
  const bounds = showBounds(term.low, term.high, lang);
  if (term.present === "no" || bounds === undefined) return ru ? " — в расчёте не участвует" : " — takes no part";
  const maybe = term.present === "maybe" ? (ru ? " или в расчёте не участвует" : " or takes no part") : "";
  return ` — ${withPoints(bounds, term, lang)}${maybe}`;
}

/** A number of points with the word in its form. */
export function withPoints(text: string, { high }: Pick<NumberTrace, "high">, lang: Language): string {
  const forms = lang === "ru" ? { one: "балл", few: "балла", many: "баллов" } : { one: "point", many: "points" };
  return `${text} ${plural(high === undefined ? 0 : real(high), forms, lang)}`;
}

function policyLine({ program }: Explanation, status: keyof Explanation["program"]["missing"], lang: Language): Line {
  const own = program.methodology.missing[status];
  const policy = program.missing[status];
  const what = `${say(statusTitles[status], lang)}: ${say(policyLabels[policy], lang)}`;
  if (policy !== own.policy) return { text: `${what} (${say(labels.trial, lang)})` };
  return { text: `${what}. ${say(labels.reason, lang)}: ${say(own.reason, lang)}` };
}

/** The statements of the report that narrow a lost cell. */
function becauseLines(statements: ReadonlyMap<string, Text>, because: readonly string[], lang: Language): Line[] {
  if (because.length === 0) return [];
  const told = because.map((id) => {
    const statement = statements.get(id);
    return statement ? say(statement, lang) : id;
  });
  return [{ text: `${lang === "ru" ? "Следует из текста" : "Follows from the text"}: ${told.join("; ")}` }];
}
