import { fileURLToPath } from "node:url";
import { type Authority, type Cell, type RoundData, scoreRound } from "@metodika/core";
import { audit, recover } from "@metodika/evidence";
import { readDatasets } from "@metodika/files";
import { readFolder } from "@metodika/files/node";
import type { Block, Document, ListItem, Run } from "@metodika/presentation";
import { ensk } from "../../presentation/test/ensk.ts";

const { files } = await readFolder(fileURLToPath(new URL("../../../datasets", import.meta.url)));
const datasets = readDatasets(files);

export const authorities: readonly Authority[] = datasets.authorities;

/** The invented round and the real ones, their lost cells recovered, with score and audit. */
export const rounds = [ensk, ...datasets.rounds.values()].map((raw) => {
  const { data } = recover(raw);
  return { id: raw.round.id, raw, data, score: scoreRound(data), findings: audit(raw, scoreRound(raw)) };
});

/** One of them by its id. */
export function roundOf(id: string) {
  const found = rounds.find((one) => one.id === id);
  if (!found) throw new Error(`no round ${id}`);
  return found;
}

/** A round in which every open cell is settled; `pick` chooses among the things that it can be. */
export function settled(data: RoundData, pick: (choices: number) => number): RoundData {
  const settle = (cell: Cell): Cell => {
    const { codes, range, missing } = cell.state;
    const choices = [
      ...codes.map((code) => ({ codes: [code], missing: [] })),
      ...(range ?? []).map((end) => ({ codes: [], range: [end, end] as const, missing: [] })),
      ...missing.map((status) => ({ codes: [], missing: [status] })),
    ];
    return { ...cell, state: choices[pick(choices.length)] ?? cell.state };
  };
  return { ...data, cells: data.cells.map(settle) };
}

/** All runs of a document, tables and charts left out. */
export function runsOf({ parts }: Document): Run[] {
  const ofItem = ({ runs, items = [] }: ListItem): Run[] => [...runs, ...items.flatMap(ofItem)];
  const ofBlock = (block: Block): Run[] =>
    block.type === "paragraph" ? block.runs : block.type === "list" ? block.items.flatMap(ofItem) : [];
  return parts.flatMap(({ blocks }) => blocks.flatMap(ofBlock));
}

/** The figures of a document by tag. */
export function figuresOf(document: Document): Map<string, string> {
  return new Map(runsOf(document).flatMap((run) => (run.type === "figure" ? [[run.tag, run.text] as const] : [])));
}

/** Every tag of a document, of blocks and of runs. */
export function tagsOf(document: Document): string[] {
  const blocks = document.parts.flatMap((part) => part.blocks);
  return [
    ...blocks.flatMap((block) => ("tag" in block && block.tag ? [block.tag] : [])),
    ...runsOf(document).flatMap((run) => (run.type === "figure" ? [run.tag] : [])),
  ];
}
