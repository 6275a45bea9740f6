import { resolve } from "node:path";
import { writeFolderAtomically } from "@metodika/files/node";
import { composeLetter, composeLetters, letterProblems } from "@metodika/report";
import { openMaterial, tell, wordFile } from "../documents.ts";
import { findMunicipality, type RecoveryOptions } from "../open.ts";
import type { Output } from "../output.ts";

interface Options extends Omit<RecoveryOptions, "format"> {
  out: string;
  template?: string;
  municipality?: string;
}

/** `letters`: one Word file for each municipality, with its own results and no peer by name. */
export async function letters(round: string, options: Options, output: Output): Promise<void> {
  const { lang, out } = options;
  const { datasets, data, score, findings } = await openMaterial(round, options, output);
  const input = { data, score, findings, authorities: datasets.authorities, lang };
  const composed =
    options.municipality === undefined
      ? composeLetters(input)
      : [composeLetter(input, findMunicipality(data, options.municipality, lang).id)];
  const files = new Map<string, Uint8Array>();
  tell({ problems: letterProblems(composed, data.municipalities) }, options, output);
  for (const { document } of composed) files.set(`${document.id}.docx`, await wordFile(document, options, output));
  const ours = (names: readonly string[]) => names.every((name) => /^[a-z0-9-]+-letter-[a-z0-9-]+\.docx$/.test(name));
  tell(await writeFolderAtomically(resolve(out), files, { ours }), options, output);
  output.err({ ru: `${out}: писем ${files.size}\n`, en: `${out}: ${files.size} letters\n` }[lang]);
}
