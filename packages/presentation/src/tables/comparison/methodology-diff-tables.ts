import type { MethodologyDiff, MethodologyPart } from "@metodika/comparison";
import { indicatorsOf, type Language, type Mapping, type Methodology, type Text } from "@metodika/core";
import { labels } from "../../languages/labels.ts";
import { say } from "../../languages/say.ts";
import { shortTitle } from "../../names/short-title.ts";
import type { Table } from "../../table/table.ts";
import { conceptMatchLabels } from "./comparison-words.ts";
import { describePart, differenceLabels, partLabels, partTitle } from "./difference-words.ts";

/**
 * What differs between two methodologies: part by part what became of it, how it stood and stands, and the reason that
 * the later version gives; of two regions concept by concept. Without a difference a table without rows says so.
 */
export function methodologyDiffTables(
  diff: MethodologyDiff,
  before: Methodology,
  after: Methodology,
  lang: Language,
): Table[] {
  return [
    ...(diff.matched === "concepts" ? [conceptsTable(diff, before, after, lang)] : []),
    ...(diff.matched === "versions" || diff.differences.length > 0
      ? [differencesTable(diff, before, after, lang)]
      : []),
  ];
}

function differencesTable(
  { differences, same, matched }: MethodologyDiff,
  before: Methodology,
  after: Methodology,
  lang: Language,
): Table {
  const ru = lang === "ru";
  const hasReasons = differences.some(({ declared }) => declared.length > 0);
  const unchanged = (Object.keys(same) as (keyof typeof same)[])
    .filter((part) => same[part] > 0)
    .map((part) => `${say(manyLabels[part], lang)} — ${same[part]}`);
  return {
    ...frame(
      "differences",
      ru ? "Чем отличаются методики" : "What differs between the methodologies",
      before,
      after,
      lang,
    ),
    corner: ru ? "Часть методики" : "Part of the methodology",
    columns: [
      { id: "part", title: ru ? "Раздел" : "Kind", align: "left" },
      { id: "kinds", title: ru ? "Что изменилось" : "What changed", align: "left" },
      { id: "before", title: nameOf(before), align: "left" },
      { id: "after", title: nameOf(after), align: "left" },
      ...(hasReasons ? [{ id: "reason", title: say(labels.reason, lang), align: "left" as const }] : []),
    ],
    rows: differences.map((difference) => {
      const { part, before: was, after: is, kinds, declared } = difference;
      return {
        id: `${part}-${is ?? was}${is === undefined ? "-dropped" : ""}`,
        header: is === undefined ? partTitle(part, was ?? "", before, lang) : partTitle(part, is, after, lang),
        cells: [
          { text: say(partLabels[part], lang) },
          { text: kinds.map((kind) => say(differenceLabels[kind], lang)).join(", "), value: kinds.join(" ") },
          { text: describePart(difference, was, before, lang) },
          { text: describePart(difference, is, after, lang) },
          ...(hasReasons ? [{ text: declared.map(({ reason }) => say(reason, lang)).join("; ") }] : []),
        ],
      };
    }),
    notes: [
      ...(differences.length === 0
        ? [
            {
              text: ru
                ? "Отличий нет: методики значат и говорят одно и то же."
                : "There is no difference: they mean and say the same.",
            },
          ]
        : []),
      ...(matched === "concepts"
        ? [{ text: ru ? "Показатели вне общих понятий." : "Indicators that no shared concept takes up." }]
        : []),
      ...(unchanged.length > 0 ? [{ text: `${ru ? "Без изменений" : "Unchanged"}: ${unchanged.join(", ")}.` }] : []),
    ],
  };
}

function conceptsTable({ concepts }: MethodologyDiff, before: Methodology, after: Methodology, lang: Language): Table {
  const ru = lang === "ru";
  const cells = (mapping: Mapping | null, methodology: Methodology) => {
    const places = indicatorsOf(methodology).filter(({ indicator }) => mapping?.indicators.includes(indicator.id));
    return [
      { text: mapping ? say(conceptMatchLabels[mapping.kind], lang) : say(conceptMatchLabels.none, lang) },
      { text: places.map(({ indicator }) => shortTitle(indicator, lang)).join(", ") },
    ];
  };
  const column = (methodology: Methodology) => [
    {
      id: `${methodology.region}-kind`,
      title: ru ? "Соответствие" : "Match",
      group: nameOf(methodology),
      align: "left" as const,
    },
    {
      id: `${methodology.region}-indicators`,
      title: say(labels.indicators, lang),
      group: nameOf(methodology),
      align: "left" as const,
    },
  ];
  return {
    ...frame(
      "concepts",
      ru ? "Методики двух регионов по общим понятиям" : "Two regions by shared concepts",
      before,
      after,
      lang,
    ),
    corner: ru ? "Понятие" : "Concept",
    columns: [
      { id: "kinds", title: ru ? "Чем отличаются" : "What differs", align: "left" },
      ...column(before),
      ...column(after),
    ],
    rows: concepts.map(({ concept, title, mappings, kinds }) => ({
      id: concept,
      header: say(title, lang),
      cells: [
        { text: kindsText(kinds, before, after, lang), value: kinds.join(" ") },
        ...cells(mappings[0], before),
        ...cells(mappings[1], after),
      ],
    })),
    notes: [],
  };
}

/** Regions do not follow each other: what one alone measures is neither added nor dropped. */
function kindsText(
  kinds: MethodologyDiff["concepts"][number]["kinds"],
  before: Methodology,
  after: Methodology,
  lang: Language,
): string {
  const only = kinds.includes("added") ? after : kinds.includes("dropped") ? before : undefined;
  if (only) return `${lang === "ru" ? "только" : "only"} ${nameOf(only)}`;
  if (kinds.length === 0) return lang === "ru" ? "не отличаются" : "nothing";
  return kinds.map((kind) => say(differenceLabels[kind], lang)).join(", ");
}

/** Many parts of one kind. */
const manyLabels: Readonly<Record<MethodologyPart, Text>> = {
  indicator: { ru: "показатели", en: "indicators" },
  criterion: { ru: "критерии", en: "criteria" },
  missing: { ru: "правила для отсутствующих значений", en: "policies for missing values" },
  total: { ru: "сумма баллов", en: "total points" },
  level: { ru: "классификации по уровням", en: "classifications by level" },
  recommendation: { ru: "рекомендации", en: "recommendations" },
};

function nameOf({ id, version }: Methodology): string {
  return `${id} ${version}`;
}

function frame(id: string, title: string, before: Methodology, after: Methodology, lang: Language) {
  const invented = say(labels.synthetic, lang);
  const isInvented = before.synthetic || after.synthetic;
  return {
    id: `${before.id}-${after.id}-${id}`,
    title: isInvented ? `${title} (${invented})` : title,
    lang,
    source: [before, after]
      .map((one) => `${say(labels.methodology, lang)} ${nameOf(one)}${one.synthetic ? ` (${invented})` : ""}`)
      .join("; "),
  };
}
