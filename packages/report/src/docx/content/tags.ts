import type { Block, Document } from "@metodika/presentation";
import { chartTag } from "./chart.ts";
import { tableTag } from "./table.ts";

/** Tags must be told apart, or a later run would renew the wrong place. */
export function checkTags(document: Document): void {
  const seen = new Set<string>();
  const add = (tag: string | undefined) => {
    if (tag === undefined) return;
    if (seen.has(tag)) throw new RangeError(`the tag "${tag}" is used twice in the document ${document.id}`);
    seen.add(tag);
  };
  for (const place of documentTags(document)) add(place);
}

/** The tags of a document in the order of its text. */
export function documentTags(document: Document): string[] {
  return document.parts.flatMap(({ blocks }) => blocks.flatMap(blockTags));
}

function blockTags(block: Block): string[] {
  if (block.type === "table") return [tableTag(block.table.id)];
  if (block.type === "chart") return [chartTag(block.id)];
  if (block.type !== "paragraph" && block.type !== "list") return [];
  const runs = block.type === "paragraph" ? block.runs : allRuns(block.items);
  const figures = runs.flatMap((run) => (run.type === "figure" ? [run.tag] : []));
  return block.tag === undefined ? figures : [block.tag, ...figures];
}

type Items = Extract<Block, { type: "list" }>["items"];

function allRuns(items: Items): Items[number]["runs"] {
  return items.flatMap(({ runs, items: inner = [] }) => [...runs, ...allRuns(inner)]);
}
