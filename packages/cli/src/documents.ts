import { readFile } from "node:fs/promises";
import { type Language, type Problem, type RoundData, type RoundScore, scoreRound } from "@metodika/core";
import { audit, type Finding } from "@metodika/evidence";
import type { Datasets } from "@metodika/files";
import type { Document } from "@metodika/presentation";
import { toDocx } from "@metodika/report";
import { Failure } from "./failure.ts";
import { openDatasets, type RecoveryOptions, recoveredAs, roundIn } from "./open.ts";
import type { Output } from "./output.ts";
import { problemLine } from "./problems.ts";
import { switchesOf } from "./switches.ts";

/** What the documents of a round are composed from. */
export interface Material {
  datasets: Datasets;
  /** The cells as far as they are known. */
  data: RoundData;
  score: RoundScore;
  /** The audit of the text and the tables as they were printed. */
  findings: Finding[];
}

/** Opens a round for its documents; the files are read once. */
export async function openMaterial(
  round: string,
  options: Omit<RecoveryOptions, "format">,
  output: Output,
): Promise<Material> {
  const datasets = await openDatasets(options, round);
  const printed = roundIn(datasets, round, options, output);
  const data = recoveredAs(printed, options);
  const switches = switchesOf(options.reading ?? [], printed, options.lang);
  return { datasets, data, score: scoreRound(data), findings: audit(printed, scoreRound(printed), switches) };
}

/** The bytes of a file that the user names. */
export async function readBytes(path: string, lang: Language): Promise<Uint8Array> {
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) throw new Failure(2, { ru: `нет файла «${path}»`, en: `no file "${path}"` }[lang]);
  return new Uint8Array(bytes);
}

/** Says all problems; those that kept something from being written stop the command. */
export function tell(
  { problems, written = true }: { problems: readonly Problem[]; written?: boolean },
  { lang }: { lang: Language },
  output: Output,
): void {
  for (const problem of problems) output.err(`${problemLine(problem, lang)}\n`);
  if (!written) throw new Failure(1, { ru: "ничего не записано", en: "nothing was written" }[lang]);
}

/** The charts of a document as pictures. What draws is loaded only when there is something to draw. */
export async function drawn(document: Document) {
  const { drawCharts } = await import("@metodika/report/chart");
  const { loadDrawing } = await import("@metodika/report/node");
  return drawCharts(document, await loadDrawing());
}

/** A document as a Word file, in the template that the user names or the default one; its problems stop the command. */
export async function wordFile(
  document: Document,
  { template, lang }: { template?: string | undefined; lang: Language },
  output: Output,
): Promise<Uint8Array> {
  const own = template === undefined ? {} : { template: await readBytes(template, lang), templateName: template };
  const { bytes, problems } = await toDocx(document, { images: await drawn(document), ...own });
  for (const problem of problems) output.err(`${problemLine(problem, lang)}\n`);
  if (!bytes) throw new Failure(1, { ru: "документ не записан", en: "the document was not written" }[lang]);
  return bytes;
}
