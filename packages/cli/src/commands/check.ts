import { hasErrors } from "@metodika/core";
import { checkClaims } from "@metodika/evidence";
import { locate } from "@metodika/files";
import { openDatasets } from "../open.ts";
import { type CommonOptions, type Output, print } from "../output.ts";
import { problemLine, problemsTable } from "../problems.ts";

/** `check`: all problems of all datasets; 1 when one is an error (with `--strict`, a warning too). */
export async function check(options: CommonOptions & { strict?: boolean }, output: Output): Promise<number> {
  const { problems: found, municipalities, methodologies, rounds, documents } = await openDatasets(options);
  const claims = [...rounds].flatMap(([id, data]) => {
    const document = documents.get(id);
    return document ? locate(checkClaims(data), document) : [];
  });
  const problems = [...found, ...claims];
  if (options.format === "table") for (const problem of problems) output.out(`${problemLine(problem, options.lang)}\n`);
  else print(output, options, problems, () => [problemsTable(problems, options.lang)]);
  const count = (severity: string) => problems.filter((problem) => problem.severity === severity).length;
  const cells = [...rounds.values()].reduce((sum, round) => sum + round.cells.length, 0);
  output.err(
    {
      ru: `муниципалитетов ${municipalities.length}, методик ${methodologies.size}, мониторингов ${rounds.size}, значений ${cells}: ошибок ${count("error")}, предупреждений ${count("warning")}, примечаний ${count("note")}\n`,
      en: `${municipalities.length} municipalities, ${methodologies.size} methodologies, ${rounds.size} rounds, ${cells} cells: ${count("error")} errors, ${count("warning")} warnings, ${count("note")} notes\n`,
    }[options.lang],
  );
  return hasErrors(problems) || (options.strict && count("warning") > 0) ? 1 : 0;
}
