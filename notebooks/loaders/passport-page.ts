import { explain, type Language, type RoundData, scoreRound } from "@metodika/core";
import { claimsOf } from "@metodika/evidence";
import type { Datasets } from "@metodika/files";
import {
  auditTable,
  findingsAbout,
  municipalityName,
  peersTable,
  recoveredTable,
  roundSource,
  say,
  type Table,
  typeTitles,
  valuesTable,
} from "@metodika/presentation";
import { municipalityParts } from "@metodika/report";
import { auditOf, recovered } from "./evidence.ts";
import { commentsTable, factsTable } from "./facts-tables.ts";

/** The municipalities that have a passport, by round: what the lists of pages offer, invented regions last. */
export function passportList({ rounds }: Datasets, lang: Language) {
  const ordered = [...rounds.values()].sort((a, b) => Number(isInvented(a)) - Number(isInvented(b)));
  return ordered.map(({ round, municipalities }) => ({
    round: round.id,
    title: `${say(round.region_title ?? round.title, lang)}, ${say(round.period.title, lang)}`,
    municipalities: municipalities
      .map((municipality) => ({ id: municipality.id, name: municipalityName(municipality, lang) }))
      .sort((a, b) => bare(a.name).localeCompare(bare(b.name), lang)),
  }));
}

function isInvented({ round }: RoundData): boolean {
  return round.synthetic === true;
}

/** A municipality stands under its own name: «г. Зея» under З. */
function bare(name: string): string {
  return name.replace(/^(?:г\.|пгт|ГО ЗАТО|ЗАТО|ГО)\s+/, "");
}

/** The passports of a round, by municipality: what the data and the report say of each, in one language. */
export function passportPage(datasets: Datasets, id: string, lang: Language) {
  const printed = datasets.rounds.get(id);
  if (!printed) throw new Error(`no round "${id}"`);
  const data = recovered(printed);
  const score = scoreRound(data);
  const findings = printed.claims ? auditOf(printed) : [];
  const claims = claimsOf(printed);
  const partsOf = municipalityParts({ data, score, lang, findings });
  const passports = data.municipalities.map((municipality) => {
    const own = ownRows(data, municipality.id);
    const unit = score.units.find((one) => one.municipality === municipality.id);
    const explanation = explain(data, municipality.id);
    const { levels, recommendations, comparisons } = partsOf(municipality.id);
    const about = findingsAbout(findings, claims, municipality.id);
    return [
      municipality.id,
      {
        name: municipalityName(municipality, lang),
        type: say(typeTitles[municipality.type], lang),
        scored: unit?.status === "scored",
        values: unit && explanation ? valuesTable(data, unit, explanation, lang) : null,
        levels,
        peers: filled(peersTable(comparisons, data, municipality, lang)),
        recommendations,
        uncertain: filled(recoveredTable(own, "all", lang)),
        disagreements: filled(auditTable(about, printed, lang)),
        facts: filled(factsTable(own, lang)),
        comments: filled(commentsTable(own, lang)),
      },
    ] as const;
  });
  return {
    round: id,
    title: say(data.round.title, lang),
    source: roundSource(data, lang),
    passports: Object.fromEntries(passports),
  };
}

/** A round with the cells, facts and comments of one municipality alone; its statements and other rows stay. */
function ownRows(data: RoundData, id: string): RoundData {
  return {
    ...data,
    cells: data.cells.filter(({ municipality }) => municipality === id),
    facts: data.facts.filter(({ subject }) => subject === id),
    comments: data.comments.filter(({ municipalities }) => municipalities.includes(id)),
  };
}

function filled(table: Table): Table | null {
  return table.rows.length > 0 ? table : null;
}
