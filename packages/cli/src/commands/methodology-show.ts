import { methodologyTables } from "@metodika/presentation";
import { Failure } from "../failure.ts";
import { openDatasets, unknownWord } from "../open.ts";
import { type CommonOptions, type Output, print } from "../output.ts";
import { problemLine } from "../problems.ts";

/** `methodology show`: what is measured, on what scale, with what points, policies, levels and recommendations. */
export async function methodologyShow(id: string, options: CommonOptions, output: Output): Promise<void> {
  const { methodologies, problems } = await openDatasets(options);
  const methodology =
    methodologies.get(id) ??
    [...methodologies.values()].find((candidate) => `${candidate.id}@${candidate.version}` === id);
  const own = problems.filter(({ file }) => file === `${methodology?.region ?? id}/methodology.yaml`);
  for (const problem of own) output.err(`${problemLine(problem, options.lang)}\n`);
  if (!methodology) {
    const isBroken = own.some(({ severity }) => severity === "error");
    throw new Failure(
      isBroken ? 1 : 2,
      unknownWord({ ru: "методики", en: "methodology" }, id, methodologies.keys())[options.lang],
    );
  }
  print(output, options, methodology, () => methodologyTables(methodology, options.lang));
}
