import type { RoundData } from "@metodika/core";
import { Failure } from "./failure.ts";
import type { RecoveryOptions } from "./open.ts";
import { findMunicipality } from "./open.ts";

/** What each edition may name. */
export interface EditionOptions extends RecoveryOptions {
  municipality?: string;
}

/**
 * The part of a round that an edition may show, taken out before anything is made of it: experts' notes are only in the
 * working edition; the edition for a municipality has its own rows alone, peers neither by name nor by number.
 */
export function editionOf(data: RoundData, { edition, municipality, lang }: EditionOptions): RoundData {
  if (edition !== "municipality" && municipality !== undefined)
    throw new Failure(
      2,
      {
        ru: "--municipality относится к изданию для муниципалитета: добавьте --edition municipality",
        en: "--municipality belongs to the edition for a municipality: add --edition municipality",
      }[lang],
    );
  if (edition === "working") return data;
  const open = { ...data, cells: data.cells.map((cell) => ({ ...cell, note: "" })), comments: [] };
  if (edition === "public") return { ...open, printed: data.printed.map((row) => ({ ...row, note: "" })) };
  if (municipality === undefined)
    throw new Failure(
      2,
      {
        ru: "изданию для муниципалитета нужно знать, для какого: --municipality НАЗВАНИЕ",
        en: "the edition for a municipality needs to know which: --municipality NAME",
      }[lang],
    );
  const { id } = findMunicipality(data, municipality, lang);
  const own = <T extends { municipality: string }>(rows: readonly T[]) => rows.filter((row) => row.municipality === id);
  return {
    ...open,
    municipalities: data.municipalities.filter((candidate) => candidate.id === id),
    cells: own(open.cells),
    printed: own(data.printed).map((row) => ({ ...row, note: "" })),
    facts: data.facts.filter(({ subject }) => subject === id),
  };
}
