import type { RoundData } from "@metodika/core";
import { editionOf } from "@metodika/presentation";
import { Failure } from "./failure.ts";
import { findMunicipality, type RecoveryOptions } from "./open.ts";

/** What each edition may name. */
export interface EditionOptions extends RecoveryOptions {
  municipality?: string;
}

/** The part of a round that the edition asked for may show; a municipality is found by any of its names. */
export function shownBy(data: RoundData, { edition, municipality, lang }: EditionOptions): RoundData {
  if (edition !== "municipality" && municipality !== undefined)
    throw new Failure(
      2,
      {
        ru: "--municipality относится к изданию для муниципалитета: добавьте --edition municipality",
        en: "--municipality belongs to the edition for a municipality: add --edition municipality",
      }[lang],
    );
  if (edition !== "municipality") return editionOf(data, edition);
  if (municipality === undefined)
    throw new Failure(
      2,
      {
        ru: "изданию для муниципалитета нужно знать, для какого: --municipality НАЗВАНИЕ",
        en: "the edition for a municipality needs to know which: --municipality NAME",
      }[lang],
    );
  return editionOf(data, edition, findMunicipality(data, municipality, lang).id);
}
