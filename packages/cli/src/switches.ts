import type { RoundData } from "@metodika/core";
import { Failure } from "./failure.ts";
import type { CommonOptions } from "./output.ts";

/** `--reading declared=staffed`, each with a universe and a reading that exist. */
export function switchesOf(
  readings: readonly string[],
  data: RoundData,
  lang: CommonOptions["lang"],
): Record<string, string> {
  const universes = data.claims?.universes ?? [];
  const known = universes.flatMap(({ id, readings: own = [] }) => own.map((reading) => `${id}=${reading.id}`));
  return Object.fromEntries(
    readings.map((reading) => {
      if (!known.includes(reading))
        throw new Failure(
          2,
          {
            ru: `прочтения «${reading}» нет; есть: ${known.join(", ") || "—"}`,
            en: `unknown reading "${reading}"; known: ${known.join(", ") || "none"}`,
          }[lang],
        );
      return reading.split("=") as [string, string];
    }),
  );
}
