import { fileURLToPath } from "node:url";
import { criteriaOf, indicatorsOf, type Language, type RoundData, type RoundScore, scoreRound } from "@metodika/core";
import { readDatasets } from "@metodika/files";
import { readFolder } from "@metodika/files/node";
import {
  type Block,
  type Document,
  distributionRows,
  formatNumber,
  municipalityName,
  type Run,
  reportTable,
  say,
  scoreTable,
  sharesChart,
} from "@metodika/presentation";
import { strToU8, zlibSync } from "fflate";
import type { Images } from "../src/docx/content/context.ts";

/** A real round with its score. */
export async function realRound(id: string): Promise<{ data: RoundData; score: RoundScore }> {
  const { files } = await readFolder(fileURLToPath(new URL("../../../datasets", import.meta.url)));
  const data = readDatasets(files).rounds.get(id);
  if (!data) throw new Error(`no round ${id}`);
  return { data, score: scoreRound(data) };
}

const words = {
  ru: {
    contents: "Содержание",
    frame: "Общие сведения",
    results: "Результаты мониторинга",
    scored: "Оценено территорий: ",
    see: "Значения показателей приводит ",
    and: ", их распределение показывает ",
    without: "Территории, сведений о которых в отчёте нет:",
    conclusions: "Выводы",
    approve: "СОГЛАСОВАНО",
    role: "Руководитель муниципального органа управления образованием",
  },
  en: {
    contents: "Contents",
    frame: "About the monitoring",
    results: "Results",
    scored: "Municipalities scored: ",
    see: "The values stand in ",
    and: ", their distribution in ",
    without: "Municipalities of which the report says nothing:",
    conclusions: "Conclusions",
    approve: "AGREED",
    role: "Head of the municipal education authority",
  },
} as const;

const text = (value: string): Run => ({ type: "text", text: value });

/** A report on a real round with every kind of block: its tables, a chart, figures, a list, a place to sign. */
export function sampleDocument({ data, score }: { data: RoundData; score: RoundScore }, lang: Language): Document {
  const own = words[lang];
  const { round, methodology } = data;
  const scored = score.units.filter(({ status }) => status === "scored");
  const absent = score.units.filter(({ status }) => status !== "scored");
  const names = new Map(data.municipalities.map((one) => [one.id, municipalityName(one, lang)]));
  const criteria = criteriaOf(methodology).filter(({ indicators }) => (indicators?.length ?? 0) > 0);
  const rows = indicatorsOf(data.methodology)
    .slice(0, 4)
    .flatMap(({ indicator }) => distributionRows(data, indicator.id));
  const chart: Block = {
    type: "chart",
    id: "shares",
    title: say(round.title, lang),
    alt: `${own.scored}${formatNumber(scored.length, lang)}`,
    spec: sharesChart(rows, { lang }),
    source: round.id,
  };
  const blocksOf = (criterion: (typeof criteria)[number]): Block[] => [
    { type: "heading", level: 2, text: say(criterion.title, lang) },
    {
      type: "paragraph",
      runs: [
        text(own.see),
        { type: "reference", to: `${round.id}-${criterion.id}` },
        text(own.and),
        { type: "reference", to: "shares" },
        text("."),
      ],
    },
    { type: "table", table: reportTable(data, score, criterion.id, lang) },
  ];
  return {
    id: `${round.id}-report`,
    kind: "report",
    title: say(round.title, lang),
    lang,
    edition: "working",
    fields: { region: say(round.title, lang), year: round.id.slice(-4) },
    parts: [
      {
        id: "approval",
        blocks: [
          {
            type: "signatures",
            title: own.approve,
            rows: [{ role: own.role }, { role: own.role, date: "01.12.2022" }],
          },
        ],
      },
      { id: "contents", newPage: true, blocks: [{ type: "contents", title: own.contents }] },
      {
        id: "frame",
        newPage: true,
        blocks: [
          { type: "heading", level: 1, text: own.frame },
          {
            type: "paragraph",
            runs: [
              text(own.scored),
              { type: "figure", tag: "scored", text: formatNumber(scored.length, lang), note: methodology.id },
              text("."),
            ],
          },
          { type: "paragraph", tag: "absent-lead", runs: [text(own.without)] },
          {
            type: "list",
            ordered: true,
            tag: "absent",
            items: absent.map(({ municipality }) => ({
              runs: [text(names.get(municipality) ?? municipality)],
              items: [{ runs: [text(municipality)] }],
            })),
          },
          {
            type: "list",
            ordered: false,
            items: [{ runs: [text(methodology.id)] }, { runs: [text(methodology.version)] }],
          },
          { type: "paragraph", style: "note", runs: [text(round.id)] },
        ],
      },
      {
        id: "results",
        newPage: true,
        blocks: [
          { type: "heading", level: 1, text: own.results },
          chart,
          ...criteria.flatMap(blocksOf),
          { type: "table", table: scoreTable(data, score, lang) },
        ],
      },
      {
        id: "conclusions",
        newPage: true,
        blocks: [
          { type: "heading", level: 1, text: own.conclusions },
          {
            type: "paragraph",
            tag: "summary",
            runs: [
              text(own.scored),
              { type: "figure", tag: "summary-scored", text: formatNumber(scored.length, lang) },
              text(" / "),
              { type: "figure", tag: "summary-all", text: formatNumber(score.units.length, lang) },
              text(" ("),
              { type: "reference", to: "shares" },
              text(")."),
            ],
          },
        ],
      },
    ],
  };
}

/** A picture of bars: as many dots high as the numbers say, so that other numbers are another picture. */
export function barPicture(numbers: readonly number[], height = 300): Images {
  const width = numbers.length * 40;
  const rows = Array.from({ length: height }, (_, y) => [
    0,
    ...numbers.flatMap((number) => Array.from({ length: 40 }, (_, x) => (x > 8 && height - y <= number * 8 ? 1 : 0))),
  ]);
  const raw = Uint8Array.from(rows.flat());
  const chunk = (type: string, content: Uint8Array) => {
    const body = Uint8Array.from([...strToU8(type), ...content]);
    return [...number32(content.length), ...body, ...number32(crc(body))];
  };
  const header = Uint8Array.from([...number32(width), ...number32(height), 8, 3, 0, 0, 0]);
  const png = Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk("IHDR", header),
    ...chunk("PLTE", Uint8Array.of(255, 255, 255, 0, 114, 178)),
    ...chunk("IDAT", zlibSync(raw)),
    ...chunk("IEND", new Uint8Array()),
  ]);
  return new Map([["shares", { png, width, height }]]);
}

function number32(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

function crc(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}
