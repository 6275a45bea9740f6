import { dynamics } from "@metodika/comparison";
import type { RoundData } from "@metodika/core";
import type { Datasets } from "@metodika/files";
import { dynamicsTables } from "@metodika/presentation";
import { recoveredAs } from "../open.ts";
import type { Compared, CompareOptions } from "./compared.ts";
import { dynamicsJson } from "./dynamics-json.ts";
import { ownOf } from "./own-rounds.ts";
import { toldBy, toldJson } from "./told.ts";

/** Two rounds of one region: what changed. */
export function overYears(
  first: RoundData,
  second: RoundData,
  { lineage }: Datasets,
  options: CompareOptions,
): Compared {
  const [before, after] = ownOf([first, second], lineage, options);
  const { dynamics: result, problems } = dynamics(recoveredAs(before, options), recoveredAs(after, options), {
    lineage,
    breaks: options.breaks ? "include" : "leave-out",
    mergers: options.mergers ? "any-predecessor" : "not-compared",
  });
  if (!result) return { json: null, tables: [], problems };
  const told = toldBy([before, after], options);
  const transitions = options.transitions === true || options.out !== undefined;
  return {
    json: { kind: "dynamics", ...dynamicsJson(result), ...toldJson(told) },
    tables: dynamicsTables({ before, after, result }, options.lang, { told, transitions }),
    problems,
  };
}
