import { readFile, stat } from "node:fs/promises";
import { fold, hasErrors, type Municipality, nearest, type Problem, type RoundData } from "@metodika/core";
import { recover } from "@metodika/evidence";
import { type Datasets, type FileMap, readDatasets, readZip } from "@metodika/files";
import { readFolder } from "@metodika/files/node";
import { Failure } from "./failure.ts";
import type { CommonOptions, Output } from "./output.ts";
import { problemLine } from "./problems.ts";
import { switchesOf } from "./switches.ts";

/**
 * Opens the datasets of `--datasets`: a folder or a zip. With a round only what it needs is read: the files of its region
 * and those that all regions share.
 */
export async function openDatasets(
  { datasets, lang }: Pick<CommonOptions, "datasets" | "lang">,
  round?: string,
): Promise<Datasets> {
  const kind = await stat(datasets).catch(() => undefined);
  if (!kind)
    throw new Failure(2, { ru: `нет папки или архива «${datasets}»`, en: `no folder or zip "${datasets}"` }[lang]);
  const { files, problems } = kind.isDirectory()
    ? await readFolder(datasets)
    : readZip(new Uint8Array(await readFile(datasets)));
  // An archive that could not be opened has no missing files.
  if (files.size === 0 && problems.length > 0) {
    return {
      municipalities: [],
      authorities: [],
      lineage: [],
      methodologies: new Map(),
      versions: new Map(),
      rounds: new Map(),
      documents: new Map(),
      problems,
    };
  }
  const read = readDatasets(round === undefined ? files : neededBy(round, files));
  return { ...read, problems: [...problems, ...read.problems] };
}

/** All files where there is no such round: then the nearest is to be named. */
function neededBy(round: string, files: FileMap): FileMap {
  const [, region, year] = /^(.*)-([^-]*)$/.exec(round) ?? [];
  if (!files.has(`${region}/${year}/round.yaml`)) return files;
  const isNeeded = (path: string) => (path.includes("/") ? path.startsWith(`${region}/`) : path !== "crosswalk.yaml");
  return new Map([...files].filter(([path]) => isNeeded(path)));
}

/** Opens one round for calculation, as `roundIn`. */
export async function openRound(id: string, options: CommonOptions, output: Output): Promise<RoundData> {
  return roundIn(await openDatasets(options, id), id, options, output);
}

/**
 * One round for calculation. Errors in its own files, those of its region or the common ones stop the command: they go to
 * `err`, all at once.
 */
export function roundIn(
  datasets: Datasets,
  id: string,
  options: Pick<CommonOptions, "lang">,
  output: Output,
): RoundData {
  const data = datasets.rounds.get(id);
  const region = data?.round.region ?? id.replace(/-[^-]*$/, "");
  const errors = datasets.problems.filter((problem) => problem.severity === "error" && concerns(problem, region, id));
  for (const problem of errors) output.err(`${problemLine(problem, options.lang)}\n`);
  if (hasErrors(errors)) {
    const count = errors.length;
    const message = {
      ru: `расчёт не выполнен: ошибок в данных — ${count}`,
      en: `nothing was calculated: ${count} errors in the data`,
    };
    throw new Failure(1, message[options.lang]);
  }
  if (!data)
    throw new Failure(2, unknownWord({ ru: "мониторинга", en: "round" }, id, datasets.rounds.keys())[options.lang]);
  return data;
}

/** What a caller may ask about the cells that the tables lost. */
export interface RecoveryOptions extends CommonOptions {
  printed?: boolean;
  inferred?: boolean;
  reading?: string[];
}

/** Opens one round with its open cells narrowed by what the report states elsewhere, unless `--printed` is asked for. */
export async function openRecovered(id: string, options: RecoveryOptions, output: Output): Promise<RoundData> {
  return recoveredAs(await openRound(id, options, output), options);
}

/** A round with its open cells narrowed as the options say. */
export function recoveredAs(
  data: RoundData,
  options: Pick<RecoveryOptions, "printed" | "inferred" | "reading" | "lang">,
): RoundData {
  if (options.printed) return data;
  const switches = switchesOf(options.reading ?? [], data, options.lang);
  return recover(data, { inferred: options.inferred ?? false, switches }).data;
}

/** A problem stops a round when it stands in the round, in its methodology, or in a file that all rounds share. */
function concerns({ file }: Problem, region: string, id: string): boolean {
  if (file === undefined || !file.includes("/")) return true;
  const [folder, year, rest] = file.split("/");
  if (folder !== region) return false;
  return rest === undefined || `${folder}-${year}` === id;
}

/** Finds a municipality of a round by id, name or any form that a report prints. */
export function findMunicipality(data: RoundData, wanted: string, lang: CommonOptions["lang"]): Municipality {
  const forms = (municipality: Municipality) =>
    [municipality.id, municipality.name, municipality.name_en, ...municipality.aliases].map(fold);
  const found = data.municipalities.find((municipality) => forms(municipality).includes(fold(wanted)));
  if (found) return found;
  const known = data.municipalities.flatMap(({ id, name }) => [id, name]);
  throw new Failure(2, unknownWord({ ru: "муниципалитета", en: "municipality" }, wanted, known)[lang]);
}

/** The message for a name that means nothing, with the nearest that does, or all of a few. */
export function unknownWord(what: { ru: string; en: string }, value: string, candidates: Iterable<string>) {
  const known = [...candidates];
  const near = nearest(value, known);
  const few = known.length > 0 && known.length <= 16;
  const all = few ? known.join(", ") : "";
  return {
    ru: `нет ${what.ru} «${value}»${near ? `; ближайшее: «${near}»` : all ? `; есть: ${all}` : ""}`,
    en: `unknown ${what.en} "${value}"${near ? `; nearest: "${near}"` : all ? `; known: ${all}` : ""}`,
  };
}
