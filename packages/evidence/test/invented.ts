import type { Claim, ClaimCondition, Fact, MissingStatus, Municipality, RoundData, Text } from "@metodika/core";

// «Энская область (условные данные)»: an invented region with as many municipalities and indicators as a test asks for.

const text = (ru: string, en = ru): Text => ({ ru, en });

/** What an invented world holds. A cell lists what it can be: codes, and `L` for "not submitted". */
export interface Invented {
  codes: readonly string[];
  /** By municipality, then by indicator. */
  cells: readonly (readonly (readonly string[])[])[];
  universes?: Readonly<Record<string, ClaimCondition>>;
  claims?: readonly (Pick<Claim, "id"> & Partial<Claim>)[];
  facts?: readonly { topic: string; subject: string; value: string }[];
  dates?: Readonly<Record<string, string>>;
}

export const municipalityId = (index: number): string => `m${index + 1}`;
export const indicatorId = (index: number): string => `i${index + 1}`;

/** Builds a round of the invented region. */
export function invent({ codes, cells, universes = {}, claims = [], facts = [], dates = {} }: Invented): RoundData {
  const width = cells[0]?.length ?? 0;
  const exclude = { policy: "exclude" as const, reason: text("не представлено", "not submitted") };
  const source = "enskaya-2022 table 1 row 1";
  const municipalities = cells.map(
    (_, index): Municipality => ({
      id: municipalityId(index),
      region: "enskaya",
      name: `Район ${index + 1}`,
      name_en: `District ${index + 1}`,
      type: index === 0 ? "urban-okrug" : "municipal-district",
      closed: false,
      oktmo: "",
      tile_column: index,
      tile_row: 0,
      aliases: [],
    }),
  );
  return {
    round: {
      id: "enskaya-2022",
      region: "enskaya",
      methodology: { id: "enskaya", version: "1.0.0" },
      title: text("Энская область (условные данные)", "Enskaya region (invented data)"),
      published: "2022",
      period: { title: text("2022") },
      dates: Object.entries(dates).map(([id, value]) => ({ id, what: text("дата", "a date"), value, source })),
      orders: [],
      aim: text("цель", "aim"),
      object: text("объект", "object"),
      tasks: [],
      collection: { method: text("анкета", "a form"), respondent: text("МОУО", "authority"), source },
      abbreviations: [],
      approval: [],
    },
    methodology: {
      id: "enskaya",
      region: "enskaya",
      version: "1.0.0",
      status: "draft",
      title: text("Условная методика", "An invented methodology"),
      orders: [],
      frameworks: [],
      scales: {
        plain: {
          type: "codes",
          codes: codes.map((code, index) => ({ code, order: codes.length - index, title: text(code), raw: [code] })),
        },
      },
      missing: { L: exclude, M: exclude, O: exclude, Q: exclude, S: exclude },
      criteria: [
        {
          id: "work",
          title: text("Работа", "Work"),
          indicators: Array.from({ length: width }, (_, index) => ({
            id: indicatorId(index),
            title: text(`Показатель ${index + 1}`, `Indicator ${index + 1}`),
            scale: "plain",
          })),
        },
      ],
    } as unknown as RoundData["methodology"],
    municipalities,
    cells: cells.flatMap((row, municipality) =>
      row.map((possible, indicator) => ({
        municipality: municipalityId(municipality),
        indicator: indicatorId(indicator),
        raw: possible.join("|"),
        status: "A" as const,
        basis: possible.length > 1 ? ("bounded" as const) : ("printed" as const),
        source,
        evidence: "" as const,
        note: "",
        line: 1,
        state: {
          codes: codes.flatMap((code, index) => (possible.includes(code) ? [index] : [])),
          missing: possible.includes("L") ? (["L"] as MissingStatus[]) : [],
        },
      })),
    ),
    printed: [],
    facts: facts.map(
      ({ topic, subject, value }, index): Fact => ({
        id: `fact-${index + 1}`,
        subject,
        topic,
        value,
        unit: "",
        period: "",
        title_ru: "Условный факт",
        title_en: "An invented fact",
        source,
        note: "",
      }),
    ),
    comments: [],
    claims: {
      universes: Object.entries(universes).map(([id, who]) => ({ id, title: text(id), who })),
      claims: claims.map((claim) => ({ source, statement: text(claim.id), ...claim })),
    },
  };
}
