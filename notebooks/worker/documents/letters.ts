import type { Problem } from "@metodika/core";
import { composeLetters, letterProblems, toDocx } from "@metodika/report";
import { zipSync } from "fflate";
import { composeInput } from "./compose-input.ts";
import { type Asked, type DocumentContext, type MadeFile, told } from "./document-job.ts";
import { drawn } from "./drawn.ts";

/** A letter to each municipality, all in one zip. Each holds the results of its addressee alone. */
export async function letters({ round }: Pick<Asked, "round">, context: DocumentContext): Promise<MadeFile> {
  const { datasets, lang, step } = context;
  const { data, score, findings = [] } = composeInput({ round, edition: "working" }, context);
  step({ ru: "составляю письма", en: "composing the letters" });
  const composed = composeLetters({ data, score, findings, authorities: datasets.authorities, lang });
  const files: Record<string, Uint8Array> = {};
  const said: Problem[] = letterProblems(composed, data.municipalities);
  for (const [index, { document }] of composed.entries()) {
    const [number, all] = [index + 1, composed.length];
    step({ ru: `записываю письма: ${number} из ${all}`, en: `writing letters: ${number} of ${all}` });
    const letter = await toDocx(document, { images: await drawn(document, context) });
    said.push(...letter.problems);
    if (letter.bytes) files[`${document.id}.docx`] = letter.bytes;
  }
  const name = `${round}-letters.zip`;
  // All of them or none: a letter that is missing would be missed by nobody.
  if (Object.keys(files).length < composed.length) return { name, problems: told(said, lang) };
  // Word files are packed already. Local fields of a fixed time give the same bytes everywhere.
  return { name, bytes: zipSync(files, { level: 0, mtime: new Date(2000, 0, 1) }), problems: told(said, lang) };
}
