import type { RoundData } from "@metodika/core";
import type { Datasets } from "@metodika/files";
import { say } from "@metodika/presentation";
import type { Compared, CompareOptions } from "../comparison/compared.ts";
import { deliver, wantedFormats } from "../comparison/deliver.ts";
import { ofRegions } from "../comparison/of-regions.ts";
import { overYears } from "../comparison/over-years.ts";
import { toldAlone } from "../comparison/told.ts";
import { Failure } from "../failure.ts";
import { openDatasets, roundIn } from "../open.ts";
import type { Output } from "../output.ts";
import { problemLine } from "../problems.ts";

/** Refusals that say what to type instead; the others speak of the data. */
const usage = [
  "dynamics/other-region",
  "dynamics/same-round",
  "dynamics/order",
  "comparison/same-region",
  "compare/one-round",
];

/**
 * `compare`: two rounds of one region are dynamics, of two regions side by side, one round alone what its report tells
 * of several periods. What cannot be compared is refused with the reason and exit code 1.
 */
export async function compare(
  first: string,
  second: string | undefined,
  options: CompareOptions,
  output: Output,
): Promise<void> {
  const { lang } = options;
  const wanted = wantedFormats(options);
  checkOptions(options);
  const datasets = await openDatasets(options);
  const ids = second === undefined ? [first] : [first, second];
  const rounds = ids.map((id) => roundIn(datasets, id, options, output));
  const compared = comparedOf(rounds, datasets, options);
  for (const problem of compared.problems) output.err(`${problemLine(problem, lang)}\n`);
  if (compared.tables.length === 0)
    throw new Failure(
      compared.problems.some(({ code }) => usage.includes(code)) ? 2 : 1,
      { ru: "сравнение не выполнено", en: "nothing was compared" }[lang],
    );
  await deliver(
    {
      ...compared,
      id: ids.join("-"),
      title: rounds.map(({ round }) => say(round.title, lang)).join(" — "),
    },
    wanted,
    options,
    output,
  );
}

function checkOptions({ edition, municipality, lang }: CompareOptions): void {
  const wrong = (ru: string, en: string) => new Failure(2, { ru, en }[lang]);
  if (edition === "municipality" && municipality === undefined)
    throw wrong(
      "изданию для муниципалитета нужно знать, для какого: --municipality НАЗВАНИЕ",
      "the edition for a municipality needs to know which: --municipality NAME",
    );
  if (edition !== "municipality" && municipality !== undefined)
    throw wrong(
      "--municipality относится к изданию для муниципалитета: добавьте --edition municipality",
      "--municipality belongs to the edition for a municipality: add --edition municipality",
    );
}

function comparedOf(rounds: readonly RoundData[], datasets: Datasets, options: CompareOptions): Compared {
  const [a, b] = rounds;
  if (!a) throw new RangeError("there is no round to compare");
  if (!b) return toldAlone(a, options);
  const own = a.round.region === b.round.region ? "dynamics" : "side-by-side";
  const compareAs = { dynamics: overYears, "side-by-side": ofRegions }[options.as ?? own];
  return compareAs(a, b, datasets, options);
}
