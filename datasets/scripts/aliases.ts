import { fold } from "@metodika/core";
import type { CsvRow } from "./csv.ts";
import { plain } from "./digest.ts";

/** Every printed form of a municipality's name in one region, folded, and the id that it means. */
export type Aliases = ReadonlyMap<string, string>;

/** The names and aliases of a region, from the rows of `municipalities.csv`. */
export function aliasesOf(municipalities: readonly CsvRow[], region: string): Aliases {
  return new Map(
    municipalities
      .filter((row) => row.region === region)
      .flatMap(({ id = "", name = "", aliases = "" }) =>
        [name, ...aliases.split("|")].filter((form) => form !== "").map((form): [string, string] => [fold(form), id]),
      ),
  );
}

/** The municipality that a report means by a name; undefined when it is not one of the region. */
export function municipalityOf(name: string, aliases: Aliases): string | undefined {
  return aliases.get(fold(plain(name)));
}
