import {
  indicatorsOf,
  type Language,
  type LevelDefinition,
  type Methodology,
  type Municipality,
  missingStatuses,
  type RecommendationPart,
  statusTitles,
} from "@metodika/core";
import { labels, policyLabels } from "../languages/labels.ts";
import { say } from "../languages/say.ts";
import { formatSource } from "../names/format-source.ts";
import { shortTitle } from "../names/short-title.ts";
import { signs } from "../signs/signs.ts";
import type { Cell, Table } from "../table/table.ts";
import { describeAddressees } from "../words/describe-addressees.ts";
import { describeCondition } from "../words/describe-condition.ts";
import { describePoints } from "../words/describe-points.ts";
import { describeScale } from "../words/describe-scale.ts";
import { localNumber } from "../words/local-number.ts";

/**
 * A methodology as tables: indicators with scales and points, what a missing value does, every level with its rules in
 * words, recommendations. What a methodology does not have gives no table.
 *
 * @param municipalities names for the addressees of recommendations; without them ids are shown
 */
export function methodologyTables(
  methodology: Methodology,
  lang: Language,
  municipalities: readonly Municipality[] = [],
): Table[] {
  const tables = [
    indicatorsTable(methodology, lang),
    missingTable(methodology, lang),
    ...(methodology.levels ?? []).map((level) => levelTable(level, methodology, lang)),
    recommendationsTable(methodology, lang, municipalities),
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

type Headings = readonly (readonly [id: string, title: string])[];

function table(
  methodology: Methodology,
  lang: Language,
  part: { id: string; title: string; corner: string; headings: Headings; rows: Table["rows"]; notes?: string[] },
): Table {
  return {
    id: `${methodology.id}-${part.id}`,
    title: part.title,
    caption: say(methodology.title, lang),
    lang,
    corner: part.corner,
    columns: part.headings.map(([id, title]) => ({ id, title, align: "left" })),
    rows: part.rows,
    notes: (part.notes ?? []).map((text) => ({ text })),
    source: `${say(labels.methodology, lang)} ${methodology.id} ${methodology.version}${methodology.synthetic ? ` (${say(labels.synthetic, lang)})` : ""}`,
  };
}

function indicatorsTable(methodology: Methodology, lang: Language): Table {
  const places = indicatorsOf(methodology);
  const weighted = places.some(({ indicator }) => indicator.weight !== undefined);
  const proven = places.some(({ indicator }) => indicator.evidence);
  const rows = places.map(({ indicator, criterion, scale }) => ({
    id: indicator.id,
    header: say(indicator.title, lang),
    cells: [
      { text: shortTitle(criterion, lang), title: say(criterion.title, lang) },
      { text: describeScale(scale, lang) },
      { text: describePoints(indicator, scale, lang) },
      ...(weighted ? [weightCell(indicator.weight ?? 1, lang)] : []),
      ...(proven ? [{ text: indicator.evidence ? say(indicator.evidence, lang) : "" }] : []),
    ],
  }));
  const headings: Headings = [
    ["criterion", say(labels.criterion, lang)],
    ["scale", say(labels.scale, lang)],
    ["points", say(labels.points, lang)],
    ...(weighted ? [["weight", say(labels.weight, lang)] as const] : []),
    ...(proven ? [["evidence", say(labels.evidence, lang)] as const] : []),
  ];
  return table(methodology, lang, {
    id: "indicators",
    title: say(labels.indicators, lang),
    corner: say(labels.indicator, lang),
    headings,
    rows,
  });
}

function weightCell(weight: number | string, lang: Language): Cell {
  return { text: localNumber(weight, lang), value: Number(weight) };
}

function missingTable(methodology: Methodology, lang: Language): Table {
  const rows = missingStatuses.map((status) => ({
    id: status,
    header: say(statusTitles[status], lang),
    cells: [
      { text: say(signs[status].sign, lang) },
      { text: say(policyLabels[methodology.missing[status].policy], lang), value: methodology.missing[status].policy },
      { text: say(methodology.missing[status].reason, lang) },
    ],
  }));
  return table(methodology, lang, {
    id: "missing",
    title: say(labels.missingPolicies, lang),
    corner: say(labels.status, lang),
    headings: [
      ["sign", say(labels.sign, lang)],
      ["policy", say(labels.policy, lang)],
      ["reason", say(labels.reason, lang)],
    ],
    rows,
  });
}

function levelTable(level: LevelDefinition, methodology: Methodology, lang: Language): Table {
  const rows = level.rules.map((rule, index) => {
    const code = level.codes.find((candidate) => candidate.code === rule.level);
    const text = rule.when ? describeCondition(rule.when, methodology, lang) : say(labels.otherwise, lang);
    return {
      id: `${index + 1}`,
      header: code ? say(code.title, lang) : rule.level,
      cells: [{ text }],
    };
  });
  const order = lang === "ru" ? "Действует первая подходящая строка." : "The first row that fits applies.";
  const applies = level.applies
    ? [
        `${lang === "ru" ? "Определяется, только если" : "Defined only if"} ${describeCondition(level.applies, methodology, lang)}.`,
      ]
    : [];
  return table(methodology, lang, {
    id: level.id,
    title:
      level.basis === "inferred" ? `${say(level.title, lang)} (${say(labels.inferred, lang)})` : say(level.title, lang),
    corner: say(labels.level, lang),
    headings: [["rule", say(labels.rule, lang)]],
    rows,
    notes: [order, ...applies, ...(level.note ? [say(level.note, lang)] : [])],
  });
}

function recommendationsTable(
  methodology: Methodology,
  lang: Language,
  municipalities: readonly Municipality[],
): Table {
  const recommendations = methodology.recommendations ?? [];
  const numbered = recommendations.some(({ number }) => number !== undefined);
  const rows = recommendations.map((recommendation) => {
    const { id, number, text, parts = [], to, basis, every, source } = recommendation;
    const who = describeAddressees(recommendation, methodology, lang, municipalities);
    return {
      id,
      header: say(text, lang),
      cells: [
        ...(numbered ? [{ text: number ?? "" }] : []),
        { text: parts.map((part) => withParts(part, lang)).join("; ") },
        { text: addressee(to, methodology, lang), value: to },
        { text: basis === "inferred" ? `${who} (${say(labels.inferred, lang)})` : who },
        { text: every ? say(every, lang) : "" },
        { text: formatSource(source, lang) },
      ],
    };
  });
  return table(methodology, lang, {
    id: "recommendations",
    title: say(labels.recommendations, lang),
    corner: say(labels.recommendation, lang),
    headings: [
      ...(numbered ? [["number", say(labels.number, lang)] as const] : []),
      ["parts", say(labels.parts, lang)],
      ["to", say(labels.addressee, lang)],
      ["who", say(labels.addressees, lang)],
      ["every", say(labels.how, lang)],
      ["source", say(labels.source, lang)],
    ],
    rows,
  });
}

function addressee(to: "authority" | "service", methodology: Methodology, lang: Language): string {
  if (to === "service") return say(labels.service, lang);
  return methodology.authority
    ? say(methodology.authority.short, lang)
    : lang === "ru"
      ? "орган управления образованием"
      : "education authority";
}

/** «Часть (её часть; ещё часть)». */
function withParts({ text, parts = [] }: RecommendationPart, lang: Language): string {
  if (parts.length === 0) return say(text, lang);
  return `${say(text, lang)} (${parts.map((part) => withParts(part, lang)).join("; ")})`;
}
