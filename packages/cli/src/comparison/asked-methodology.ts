import { readFile } from "node:fs/promises";
import { checkMethodology, hasErrors, Methodology, type RoundData } from "@metodika/core";
import { type Datasets, locate, readDocument } from "@metodika/files";
import { Failure } from "../failure.ts";
import { roundIn, unknownWord } from "../open.ts";
import type { CommonOptions, Output } from "../output.ts";
import { problemLine } from "../problems.ts";

/** A methodology that a command was asked for, and the round that named it. */
export interface Asked {
  /** For names of files. */
  id: string;
  methodology: Methodology;
  round?: RoundData;
}

/** Finds a methodology by region, by `<region>@<version>`, by a round that was held by it, or in a YAML file. */
export async function askedMethodology(
  name: string,
  datasets: Datasets,
  options: Pick<CommonOptions, "lang">,
  output: Output,
): Promise<Asked> {
  const { lang } = options;
  const known = datasets.versions.get(name) ?? datasets.methodologies.get(name);
  if (known) return { id: `${known.id}-${known.version.replaceAll(".", "-")}`, methodology: known };
  if (datasets.rounds.has(name)) {
    const round = roundIn(datasets, name, options, output);
    return { id: name, methodology: round.methodology, round };
  }
  if (/\.ya?ml$/i.test(name)) return { id: "file", methodology: await methodologyIn(name, options, output) };
  const names = [...datasets.methodologies.keys(), ...datasets.versions.keys(), ...datasets.rounds.keys()];
  const errors = datasets.problems.filter(
    ({ severity, file }) => severity === "error" && file?.startsWith(`${name.replace(/[@-].*$/, "")}/`),
  );
  for (const problem of errors) output.err(`${problemLine(problem, lang)}\n`);
  throw new Failure(
    errors.length > 0 ? 1 : 2,
    unknownWord({ ru: "методики или мониторинга", en: "methodology or round" }, name, names)[lang],
  );
}

/** Reads one methodology from a file, with the checks that one of the datasets passes. */
async function methodologyIn(
  path: string,
  { lang }: Pick<CommonOptions, "lang">,
  output: Output,
): Promise<Methodology> {
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) throw new Failure(2, { ru: `нет файла «${path}»`, en: `no file "${path}"` }[lang]);
  const document = readDocument(new Map([[path, new Uint8Array(bytes)]]), path, Methodology);
  const found = document.value ? locate(checkMethodology(document.value), document) : [];
  const problems = [...document.problems, ...found];
  for (const problem of problems) output.err(`${problemLine(problem, lang)}\n`);
  if (!document.value || hasErrors(problems))
    throw new Failure(1, { ru: "методика не прочитана", en: "the methodology could not be read" }[lang]);
  return document.value;
}
