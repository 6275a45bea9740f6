import type { Fact, Lineage, Municipality, Round, RoundData, Text } from "@metodika/core";
import { drawRound, type Strengths } from "./draw-round.ts";
import { firstVersion, secondVersion } from "./methodology.ts";
import { type Random, randomOf } from "./random.ts";
import { ensk, numberedTerritory, type Territory } from "./territory.ts";

/** An invented region: two rounds, and what became of its municipalities between them. */
export interface SyntheticRegion {
  before: RoundData;
  after: RoundData;
  lineage: readonly Lineage[];
}

/**
 * Invents a region: two rounds under two versions of a methodology. The same seed gives the same region on every machine.
 *
 *     strength of a municipality (0 to 999) ──→ values of the first round
 *               │ a step of −150 to 250
 *               └──────────────────────────→ values of the second
 *
 * Of a municipality that others became, the strength is that of the weakest of them: a merger does not make strong.
 *
 * @param municipalities how many; absent: the 14 of «Энская область», with a merger, a rename and a change of status
 */
export function syntheticRegion({ seed, municipalities }: { seed: number; municipalities?: number }): SyntheticRegion {
  const random = randomOf(seed);
  const territory = municipalities === undefined ? ensk : numberedTerritory(municipalities);
  const first: Strengths = new Map(territory.before.map(({ id }) => [id, random.whole(0, 999)]));
  const second = later(first, territory, random);
  return {
    before: roundData(2023, territory.before, first, random),
    after: roundData(2024, territory.after, second, random),
    lineage: territory.lineage,
  };
}

function later(first: Strengths, { after, lineage }: Territory, random: Random): Strengths {
  return new Map(
    after.map(({ id }) => {
      const from = lineage.filter(({ successor }) => successor === id).map(({ predecessor }) => predecessor);
      const start = Math.min(...(from.length > 0 ? from : [id]).map((origin) => first.get(origin) ?? 500));
      return [id, Math.min(999, Math.max(0, start + random.whole(-150, 250)))];
    }),
  );
}

const text = (ru: string, en: string): Text => ({ ru, en });

function roundData(
  year: 2023 | 2024,
  municipalities: readonly Municipality[],
  strengths: Strengths,
  random: Random,
): RoundData {
  const methodology = year === 2023 ? firstVersion : secondVersion;
  const round = roundOf(year, methodology.version);
  return {
    round,
    methodology,
    municipalities,
    cells: drawRound(round.id, methodology, municipalities, strengths, random),
    printed: [],
    facts: [councils(round, Math.round(municipalities.length / 2) + (year === 2024 ? random.whole(1, 3) : 0))],
    comments: [],
  };
}

function councils({ id, region }: Round, count: number): Fact {
  return {
    id: "councils",
    subject: region,
    topic: "council-count",
    value: String(count),
    unit: "councils",
    period: "",
    title_ru: "Методические советы (условные данные)",
    title_en: "Methodological councils (invented data)",
    source: `${id} section II paragraph 1`,
    note: "",
  };
}

/** The frame of an invented round: it says in every title what it is. */
export function roundOf(year: 2023 | 2024, version: string): Round {
  const id = `ensk-${year}`;
  const source = `${id} section I paragraph 1`;
  return {
    id,
    region: "ensk",
    region_title: text("Энская область (условные данные)", "Ensk Oblast (invented data)"),
    synthetic: true,
    methodology: { id: "ensk", version },
    title: text(
      `Мониторинг методических служб Энской области, ${year} год (условные данные)`,
      `Monitoring of the methodological services of the Ensk region, ${year} (invented data)`,
    ),
    published: `${year}-12-20`,
    period: { title: text(`${year} год`, String(year)), start: `${year}-01-01`, end: `${year}-12-01` },
    ...(year === 2024
      ? {
          previous: [
            {
              title: text(
                "Мониторинг Энской области, 2023 год (условные данные)",
                "Monitoring of the Ensk region, 2023 (invented data)",
              ),
              round: "ensk-2023",
              source,
            },
          ],
        }
      : {}),
    dates: [
      { id: "signature", what: text("Дата под справкой", "Date below the report"), value: `${year}-12-20`, source },
    ],
    orders: [],
    aim: text("Показать работу с данными на вымышленном регионе", "To show the work with data on an invented region"),
    object: text("Вымышленные методические службы", "Invented methodological services"),
    tasks: [],
    collection: {
      method: text(
        "Значения получены генератором случайных чисел с заданным начальным числом",
        "The values come from a seeded random number generator",
      ),
      respondent: text("Ответов никто не давал: данные условные", "Nobody answered: the data are invented"),
      source,
    },
    abbreviations: [
      { short: "МОУО", ru: "муниципальный орган управления образованием", en: "municipal education authority" },
    ],
    approval: [],
  };
}
