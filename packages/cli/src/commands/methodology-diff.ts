import { methodologyDiff as diffOf, effectsOnRound, effectsOverYears } from "@metodika/comparison";
import type { Methodology, RoundData } from "@metodika/core";
import type { Datasets } from "@metodika/files";
import { effectsTables, methodologyDiffTables, say, type Table } from "@metodika/presentation";
import { type Asked, askedMethodology } from "../comparison/asked-methodology.ts";
import type { CompareOptions } from "../comparison/compared.ts";
import { deliver, wantedFormats } from "../comparison/deliver.ts";
import { effectsJson } from "../comparison/effects-json.ts";
import { ownOf } from "../comparison/own-rounds.ts";
import { shownBy } from "../edition.ts";
import { Failure } from "../failure.ts";
import { openDatasets, recoveredAs, roundIn } from "../open.ts";
import type { Output } from "../output.ts";
import { problemLine } from "../problems.ts";

interface Options extends CompareOptions {
  round?: string;
}

/**
 * `methodology diff`: what differs between two methodologies; for a round under both which rule moves which municipality,
 * for two rounds what the data did and what the rules.
 */
export async function methodologyDiff(first: string, second: string, options: Options, output: Output): Promise<void> {
  const { lang } = options;
  const wanted = wantedFormats(options);
  const datasets = await openDatasets(options);
  const [a, b] = [
    await askedMethodology(first, datasets, options, output),
    await askedMethodology(second, datasets, options, output),
  ];
  const { diff, problems } = diffOf(a.methodology, b.methodology, datasets.crosswalk);
  for (const problem of problems) output.err(`${problemLine(problem, lang)}\n`);
  if (!diff) throw new Failure(1, { ru: "методики не сопоставлены", en: "the methodologies were not compared" }[lang]);
  const effects = effectsBetween(a, b, datasets, options, output);
  const title = [a, b].map(({ methodology }) => say(methodology.title, lang)).join(" — ");
  const tables = [...methodologyDiffTables(diff, a.methodology, b.methodology, lang), ...effects.tables];
  const json = { ...diff, ...(effects.json ? { effects: effects.json } : {}) };
  await deliver({ json, tables, id: `${a.id}-${b.id}`, title }, wanted, options, output);
}

/** The effects of rules on the rounds that are asked for; none for two regions, or for methodologies without a round. */
function effectsBetween(
  a: Asked,
  b: Asked,
  datasets: Datasets,
  options: Options,
  output: Output,
): { json: unknown; tables: Table[] } {
  const { lang, round } = options;
  const isOneRegion = a.methodology.region === b.methodology.region;
  if (!isOneRegion && round === undefined) return { json: null, tables: [] };
  const asked = round === undefined ? (a.round ?? b.round) : roundIn(datasets, round, options, output);
  if (!asked) return { json: null, tables: [] };
  const years =
    round === undefined && a.round && b.round && a.round !== b.round ? ([a.round, b.round] as const) : undefined;
  const rounds: readonly RoundData[] = years
    ? ownOf(years, datasets.lineage, options).map((data) => recoveredAs(data, options))
    : [shownBy(recoveredAs(asked, options), { ...options, format: "table" })];
  const { effects, problems } = effectsOf(rounds, a.methodology, b.methodology, datasets);
  for (const problem of problems) output.err(`${problemLine(problem, lang)}\n`);
  if (!effects)
    throw new Failure(1, { ru: "вклады правил не рассчитаны", en: "the effects of rules were not calculated" }[lang]);
  const shown = { effects, rounds, before: a.methodology, after: b.methodology };
  return { json: effectsJson(effects), tables: effectsTables(shown, lang) };
}

function effectsOf([first, second]: readonly RoundData[], before: Methodology, after: Methodology, datasets: Datasets) {
  if (!first) throw new RangeError("there is no round");
  if (second) return effectsOverYears(first, second, { lineage: datasets.lineage });
  return effectsOnRound(first, before, after);
}
