import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Municipality, RoundData } from "@metodika/core";
import { stringify } from "yaml";
import { readCsv, writeCsv } from "./csv.ts";
import { firstVersion, secondVersion } from "./synthetic/methodology.ts";
import { syntheticRegion } from "./synthetic/synthetic-region.ts";

/*
 * Writes «Энская область (условные данные)», an invented region: `npm run invent`, then `npm run describe`.
 *
 *   ensk/methodology.yaml, ensk/methodology-1.0.0.yaml    two versions
 *   ensk/2023, ensk/2024                                  round.yaml, observations.csv, facts.csv
 *   lineage.csv                                           a merger, a rename, a change of status
 *   municipalities.csv                                    the rows of the region; those of others stay
 *
 * For trials with more municipalities, into a folder of one's own: `npm run invent -- FOLDER 2500`.
 */

/** The same region every time. */
export const seed = 2024;

/**
 * The texts of all files of the invented region, by path. The same `municipalities.csv` gives the same bytes.
 *
 * @param count how many municipalities; the 14 of the region unless given
 */
export function enskFiles(municipalitiesCsv: string, count?: number): Map<string, string> {
  const { before, after, lineage } = syntheticRegion({ seed, ...(count ? { municipalities: count } : {}) });
  const all = [...new Map([...before.municipalities, ...after.municipalities].map((one) => [one.id, one])).values()];
  const others = readCsv(municipalitiesCsv).filter(({ region }) => region !== "ensk");
  return new Map([
    ["municipalities.csv", writeCsv(Object.keys(others[0] ?? {}), [...others, ...all.map(csvRow)])],
    ["lineage.csv", writeCsv(["predecessor", "successor", "kind", "date", "source"], lineage)],
    ["ensk/methodology-1.0.0.yaml", yaml("../methodology.schema.json", "The earlier version", firstVersion)],
    ["ensk/methodology.yaml", yaml("../methodology.schema.json", "The version in force", secondVersion)],
    ...roundFiles(before),
    ...roundFiles(after),
  ]);
}

function roundFiles(data: RoundData): [string, string][] {
  const folder = data.round.id.replace("-", "/");
  return [
    [`${folder}/round.yaml`, yaml("../../round.schema.json", "An invented round", data.round)],
    [
      `${folder}/observations.csv`,
      writeCsv(["municipality", "indicator", "raw", "status", "basis", "source", "evidence", "note"], data.cells),
    ],
    [
      `${folder}/facts.csv`,
      writeCsv(
        ["id", "subject", "topic", "value", "unit", "period", "title_ru", "title_en", "source", "note"],
        data.facts,
      ),
    ],
  ];
}

function csvRow({ closed, aliases, ...rest }: Municipality): object {
  return { ...rest, closed: closed ? "yes" : "no", aliases: aliases.join("|") };
}

function yaml(schema: string, what: string, value: object): string {
  const head = [
    `# yaml-language-server: $schema=${schema}`,
    `# ${what} of an invented region: условные данные. Written by scripts/generate-ensk.ts, not by hand.`,
  ];
  return `${head.join("\n")}\n${stringify(value, { aliasDuplicateObjects: false, lineWidth: 0 })}`;
}

function main(folder: string, target: string, count?: number): void {
  for (const [path, content] of enskFiles(readFileSync(join(folder, "municipalities.csv"), "utf8"), count)) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    writeFileSync(join(target, path), content);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const own = fileURLToPath(new URL("..", import.meta.url));
  const [target = own, count] = process.argv.slice(2);
  if (target === own || Number(count) > 1) main(own, target, count === undefined ? undefined : Number(count));
  else throw new RangeError("npm run invent -- FOLDER COUNT: a folder of your own and how many municipalities");
}
