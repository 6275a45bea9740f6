import {
  type Authority,
  Claims,
  Crosswalk,
  checkCrosswalk,
  checkMethodology,
  checkPrevious,
  checkRound,
  hasErrors,
  type Lineage,
  Methodology,
  type Municipality,
  municipalitiesAt,
  nearest,
  type Problem,
  printedClaimId,
  Round,
  type RoundData,
} from "@metodika/core";
import { problemOf } from "../problem/problem-of.ts";
import type { FileMap } from "../zip/read-zip.ts";
import { checkFactSection } from "./check-fact-section.ts";
import { readCells } from "./read-cells.ts";
import { type DocumentPlaces, locate, readDocument } from "./read-document.ts";
import { readComments, readFacts } from "./read-facts.ts";
import { readLineage } from "./read-lineage.ts";
import { readAuthorities, readMunicipalities } from "./read-municipalities.ts";
import { readPrinted } from "./read-printed.ts";

/** All datasets, checked. What could not be read is absent, and `problems` says why. */
export interface Datasets {
  municipalities: readonly Municipality[];
  authorities: readonly Authority[];
  /** What became of municipalities: renames, mergers, changes of status. */
  lineage: readonly Lineage[];
  /** By region: the version in force. */
  methodologies: ReadonlyMap<string, Methodology>;
  /** By `<region>@<version>`: every version, those of earlier rounds too. */
  versions: ReadonlyMap<string, Methodology>;
  /** Indicators of several regions mapped to shared concepts; absent where there is no `crosswalk.yaml`. */
  crosswalk?: Crosswalk;
  /** By id, such as `amur-2022`. */
  rounds: ReadonlyMap<string, RoundData>;
  /** Where things stand in `claims.yaml`, by round: whoever checks claims turns a dotted path into a line by `locate`. */
  documents: ReadonlyMap<string, DocumentPlaces>;
  /** In the order of the files; those of one file by line. */
  problems: readonly Problem[];
}

const methodologyFile = /^([a-z0-9-]+)\/methodology\.yaml$/;
/** An earlier version keeps its number in the name: `methodology-1.0.0.yaml`. */
const versionFile = /^([a-z0-9-]+)\/methodology-(\d+\.\d+\.\d+)\.yaml$/;
const roundFile = /^([a-z0-9-]+)\/([a-z0-9-]+)\/round\.yaml$/;
const observationsFile = /^([a-z0-9-]+)\/([a-z0-9-]+)\/observations\.csv$/;

/**
 * The one door from files to checked objects: paths are those of the datasets folder (`amur/2022/round.yaml`). The same
 * for a folder, a zip and bytes dropped on a page. All problems are reported at once, none is thrown.
 *
 * @param files as `readFolder` or `readZip` return them; without files, `file/missing` for `municipalities.csv`
 * @example
 * readDatasets(files).rounds.get("amur-2022")?.cells.length // 783
 */
export function readDatasets(files: FileMap): Datasets {
  const { municipalities, problems: municipalityProblems } = readMunicipalities(files);
  const { authorities, problems: authorityProblems } = readAuthorities(files, municipalities);
  const { lineage, problems: lineageProblems } = readLineage(files, municipalities);
  const problems: Problem[] = [...municipalityProblems, ...authorityProblems, ...lineageProblems];
  const methodologies = new Map<string, Methodology>();
  const versions = new Map<string, Methodology>();
  const rounds = new Map<string, RoundData>();
  const documents = new Map<string, DocumentPlaces>();
  const paths = [...files.keys()].sort();
  for (const path of paths) {
    const [, region, version] = versionFile.exec(path) ?? [];
    if (region === undefined || version === undefined) continue;
    const { methodology, problems: found } = readMethodology(files, path, region, municipalities, versions, version);
    problems.push(...found);
    if (methodology) versions.set(`${region}@${methodology.version}`, methodology);
  }
  for (const path of paths) {
    const region = methodologyFile.exec(path)?.[1];
    if (region === undefined) continue;
    const { methodology, problems: found } = readMethodology(files, path, region, municipalities, versions);
    problems.push(...found);
    if (!methodology) continue;
    methodologies.set(region, methodology);
    versions.set(`${region}@${methodology.version}`, methodology);
  }
  const known = { methodologies, versions, municipalities, lineage };
  for (const path of paths) {
    const [, region, year] = roundFile.exec(path) ?? [];
    if (region === undefined || year === undefined) continue;
    const { data, claims, problems: found } = readRound(files, path, region, year, known);
    problems.push(...found);
    if (!data) continue;
    rounds.set(data.round.id, data);
    if (claims) documents.set(data.round.id, claims);
  }
  for (const path of paths) {
    const [, region, year] = observationsFile.exec(path) ?? [];
    const expected = `${region}/${year}/round.yaml`;
    if (region !== undefined && !files.has(expected)) {
      const message = { ru: `рядом с «${path}» нет файла round.yaml`, en: `no round.yaml beside "${path}"` };
      problems.push(problemOf("file/missing", message, { file: expected }));
    }
  }
  const crosswalk = readDocument(files, "crosswalk.yaml", Crosswalk, { required: false });
  problems.push(...crosswalk.problems);
  if (crosswalk.value) problems.push(...locate(checkCrosswalk(crosswalk.value, methodologies), crosswalk));
  return {
    municipalities,
    authorities,
    lineage,
    methodologies,
    versions,
    ...(crosswalk.value ? { crosswalk: crosswalk.value } : {}),
    rounds,
    documents,
    problems: inOrder(problems),
  };
}

/** @param version the one that the name of the file gives; undefined for the version in force */
function readMethodology(
  files: FileMap,
  path: string,
  region: string,
  municipalities: readonly Municipality[],
  versions: ReadonlyMap<string, Methodology>,
  version?: string,
): { methodology: Methodology | undefined; problems: Problem[] } {
  const document = readDocument(files, path, Methodology);
  const methodology = document.value;
  if (!methodology) return { methodology, problems: document.problems };
  const found = checkMethodology(methodology);
  if (methodology.region !== region) {
    const message = {
      ru: `методика региона «${methodology.region}» лежит в папке «${region}»`,
      en: `the methodology of "${methodology.region}" stands in the folder "${region}"`,
    };
    found.push(
      problemOf("methodology/region", message, { field: "region", value: methodology.region, nearest: region }),
    );
  }
  if (version !== undefined && methodology.version !== version) {
    const message = {
      ru: `в файле версии ${version} записана версия ${methodology.version}`,
      en: `the file of version ${version} holds version ${methodology.version}`,
    };
    found.push(
      problemOf("methodology/version", message, { field: "version", value: methodology.version, nearest: version }),
    );
  }
  if (!hasErrors(found) && methodology.previous)
    found.push(...checkPrevious(methodology, versions.get(`${region}@${methodology.previous.version}`)));
  const own = municipalities.filter((municipality) => municipality.region === region).map(({ id }) => id);
  (methodology.recommendations ?? []).forEach(({ who }, index) => {
    const [key, named] =
      "named" in who ? ["named", who.named] : "except_named" in who ? ["except_named", who.except_named] : [];
    (named ?? []).forEach((id, position) => {
      if (own.includes(id)) return;
      const near = nearest(id, own);
      const message = {
        ru: `муниципалитета «${id}» нет в municipalities.csv${near ? `; ближайшее: «${near}»` : ""}`,
        en: `unknown municipality "${id}"${near ? `; nearest: "${near}"` : ""}`,
      };
      const field = `recommendations.${index}.who.${key}.${position}`;
      found.push(problemOf("recommendation/unknown-municipality", message, { field, value: id, nearest: near }));
    });
  });
  const problems = [...document.problems, ...locate(found, document)];
  return { methodology: hasErrors(problems) ? undefined : methodology, problems };
}

function readRound(
  files: FileMap,
  path: string,
  region: string,
  year: string,
  known: Pick<Datasets, "methodologies" | "versions" | "municipalities" | "lineage">,
): { data: RoundData | undefined; claims?: DocumentPlaces; problems: Problem[] } {
  const document = readDocument(files, path, Round);
  const round = document.value;
  const methodology = known.versions.get(`${region}@${round?.methodology.version}`) ?? known.methodologies.get(region);
  const found: Problem[] = [];
  const expected = `${region}-${year}`;
  if (round && round.id !== expected) {
    const message = {
      ru: `мониторинг «${round.id}» лежит в папке «${region}/${year}»; ожидается «${expected}»`,
      en: `round "${round.id}" stands in the folder "${region}/${year}"; expected "${expected}"`,
    };
    found.push(problemOf("round/id", message, { field: "id", value: round.id, nearest: expected }));
  }
  if (!methodology && !files.has(`${region}/methodology.yaml`)) {
    const message = {
      ru: `для региона «${region}» нет methodology.yaml`,
      en: `region "${region}" has no methodology.yaml`,
    };
    found.push(problemOf("file/missing", message, { field: "methodology" }));
  }
  if (round && methodology) found.push(...checkRound(round, methodology));
  const problems = [...document.problems, ...locate(found, document)];
  if (!methodology) return { data: undefined, problems };
  const ofRegion = known.municipalities.filter((municipality) => municipality.region === region);
  const own = round ? municipalitiesAt(ofRegion, known.lineage, dayOf(round)) : ofRegion;
  const ids = own.map(({ id }) => id);
  const folder = `${region}/${year}`;
  const cells = readCells(files, folder, methodology, known.municipalities, ids);
  const printed = readPrinted(files, folder, methodology, ids);
  const facts = readFacts(files, folder, region, ids);
  const claims = readDocument(files, `${folder}/claims.yaml`, Claims, { required: false });
  // A file that could not be read says so itself; what refers to it is not asked for.
  const claimIds =
    (files.has(claims.file) && !claims.value) || hasErrors(printed.problems)
      ? undefined
      : [...new Set([...(claims.value?.claims ?? []).map(({ id }) => id), ...printed.printed.map(printedClaimId)])];
  const comments = readComments(files, folder, methodology, ids, claimIds);
  if (round) problems.push(...locate(checkFactSection(round, facts.facts, claimIds), document));
  problems.push(...claims.problems, ...cells.problems, ...printed.problems, ...facts.problems, ...comments.problems);
  const data = round && {
    round,
    methodology,
    municipalities: own,
    cells: cells.cells,
    printed: printed.printed,
    facts: facts.facts,
    comments: comments.comments,
    ...(claims.value ? { claims: claims.value } : {}),
  };
  return { data, ...(claims.value ? { claims: { file: claims.file, at: claims.at } } : {}), problems };
}

/** The day whose municipalities a round speaks of: the last of its period, else that of its publication. */
function dayOf({ period, published }: Round): string {
  return period.end ?? published;
}

/** Files in the order in which they were read, the lines of each ascending. */
function inOrder(problems: readonly Problem[]): Problem[] {
  const files = [...new Set(problems.map(({ file }) => file))];
  return [...problems].sort(
    (a, b) =>
      files.indexOf(a.file) - files.indexOf(b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  );
}
