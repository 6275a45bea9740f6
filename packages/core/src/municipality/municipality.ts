import * as z from "zod";

/** The id of a thing: Latin letters and digits, words joined by hyphens. */
export const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** The type of a municipality in law. */
export const MunicipalityType = z.enum(["urban-okrug", "municipal-okrug", "municipal-district"]);
export type MunicipalityType = z.infer<typeof MunicipalityType>;

const wholeNumber = z.string().regex(/^\d+$/).transform(Number);

/** A municipality: the territory in the tables of a region. One row of `municipalities.csv`. */
export const Municipality = z.object({
  id: Id,
  region: Id,
  /** Name as the region's tables print it. */
  name: z.string().min(1),
  type: MunicipalityType,
  /** A closed administrative territory (ЗАТО). */
  closed: z.enum(["yes", "no"]).transform((value) => value === "yes"),
  /** Code of the all-Russian classifier of territories, or "" where not confirmed. */
  oktmo: z.string().regex(/^(\d{8}|\d{11})?$/),
  /** Place in the tile layout of the region: column from the west, row from the north. */
  tile_column: wholeNumber,
  tile_row: wholeNumber,
  /** The other forms under which reports name it. */
  aliases: z.string().transform((value) => value.split("|").filter((alias) => alias.trim() !== "")),
  name_en: z.string().min(1),
});
export type Municipality = z.infer<typeof Municipality>;
