import {
  type Authority,
  Claims,
  checkMethodology,
  checkRound,
  hasErrors,
  Methodology,
  type Municipality,
  nearest,
  type Problem,
  Round,
  type RoundData,
} from "@metodika/core";
import { problemOf } from "../problem/problem-of.ts";
import type { FileMap } from "../zip/read-zip.ts";
import { readCells } from "./read-cells.ts";
import { type DocumentPlaces, locate, readDocument } from "./read-document.ts";
import { readComments, readFacts } from "./read-facts.ts";
import { readAuthorities, readMunicipalities } from "./read-municipalities.ts";
import { readPrinted } from "./read-printed.ts";

/** All datasets, checked. What could not be read is absent, and `problems` says why. */
export interface Datasets {
  municipalities: readonly Municipality[];
  authorities: readonly Authority[];
  /** By region. */
  methodologies: ReadonlyMap<string, Methodology>;
  /** By id, such as `amur-2022`. */
  rounds: ReadonlyMap<string, RoundData>;
  /** Where things stand in `claims.yaml`, by round: whoever checks claims turns a dotted path into a line by `locate`. */
  documents: ReadonlyMap<string, DocumentPlaces>;
  /** In the order of the files; those of one file by line. */
  problems: readonly Problem[];
}

const methodologyFile = /^([a-z0-9-]+)\/methodology\.yaml$/;
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
  const problems: Problem[] = [...municipalityProblems, ...authorityProblems];
  const methodologies = new Map<string, Methodology>();
  const rounds = new Map<string, RoundData>();
  const documents = new Map<string, DocumentPlaces>();
  const paths = [...files.keys()].sort();
  for (const path of paths) {
    const region = methodologyFile.exec(path)?.[1];
    if (region === undefined) continue;
    const { methodology, problems: found } = readMethodology(files, path, region, municipalities);
    problems.push(...found);
    if (methodology) methodologies.set(region, methodology);
  }
  for (const path of paths) {
    const [, region, year] = roundFile.exec(path) ?? [];
    if (region === undefined || year === undefined) continue;
    const { data, claims, problems: found } = readRound(files, path, region, year, methodologies, municipalities);
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
  return { municipalities, authorities, methodologies, rounds, documents, problems: inOrder(problems) };
}

function readMethodology(
  files: FileMap,
  path: string,
  region: string,
  municipalities: readonly Municipality[],
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
  methodologies: ReadonlyMap<string, Methodology>,
  municipalities: readonly Municipality[],
): { data: RoundData | undefined; claims?: DocumentPlaces; problems: Problem[] } {
  const document = readDocument(files, path, Round);
  const round = document.value;
  const methodology = methodologies.get(region);
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
  const own = municipalities.filter((municipality) => municipality.region === region);
  const ids = own.map(({ id }) => id);
  const folder = `${region}/${year}`;
  const cells = readCells(files, folder, methodology, municipalities);
  const printed = readPrinted(files, folder, methodology, ids);
  const facts = readFacts(files, folder, region, ids);
  const comments = readComments(files, folder, methodology, ids);
  const claims = readDocument(files, `${folder}/claims.yaml`, Claims, { required: false });
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
