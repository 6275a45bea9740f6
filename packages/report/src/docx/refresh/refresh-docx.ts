import type { Problem } from "@metodika/core";
import { problemOf } from "@metodika/files";
import type { Block, Document, ListItem, Run } from "@metodika/presentation";
import { chartTag } from "../content/chart.ts";
import type { Images, Place } from "../content/context.ts";
import { numberBookmark } from "../content/inline.ts";
import { contextOf } from "../content/make-context.ts";
import { controlTag, tagPrefix } from "../content/names.ts";
import { pageSetup } from "../content/sections.ts";
import { tableTag } from "../content/table.ts";
import { checkTags, documentTags } from "../content/tags.ts";
import { openPackage } from "../package/open-package.ts";
import { packParts, setPart, textPart } from "../package/parts.ts";
import { sectionsOf } from "../template/place-blocks.ts";
import { attribute, below, child, scanXml, type XmlNode } from "../xml/scan.ts";
import { splice } from "../xml/splice.ts";
import { type Located, locate } from "./located.ts";
import { runText } from "./read-text.ts";
import { refreshChart } from "./refresh-chart.ts";
import { refreshFigure } from "./refresh-figure.ts";
import type { Change, Refresh } from "./refresh-state.ts";
import { refreshTable } from "./refresh-table.ts";
import { refreshList, refreshParagraph } from "./refresh-text.ts";

export interface RefreshResult {
  /** Undefined when a problem is an error: nothing is to be written then. */
  bytes: Uint8Array | undefined;
  changed: Change[];
  /** Paragraphs and lists whose words are the author's: left as they are but for their figures; `after` is what is composed now. */
  kept: Change[];
  /** How many places say what they said before. */
  unchanged: number;
  /** Tags of the document that the file does not have any more. */
  missing: string[];
  /** Tags of the file that the document does not give any more. */
  unknown: string[];
  problems: Problem[];
}

/**
 * An edited report with its figures, lists, paragraphs, tables and charts renewed from the data. All else stays as its
 * author left it: the text around them byte for byte, and so does the look that a figure was given. Files that other
 * programs than Word have saved are read too. Where nothing is new, the bytes are those that were given.
 *
 * Words around the same figures are the author's too: they stay, and `kept` tells what would be composed now.
 *
 * Problems: those of `openPackage`, `refresh/no-places` for a file without any place of ours, `refresh/other-document`
 * for a report of another round, and `refresh/other-edition` for places that the public edition does not have.
 *
 * @example
 * await refreshDocx(edited, document, { images: new Map() }) // { bytes, changed: [{ tag, before, after }], … }
 * @throws RangeError for a chart without a picture or a tag that is used twice
 */
export async function refreshDocx(
  edited: Uint8Array,
  document: Document,
  { images, file }: { images: Images; file?: string },
): Promise<RefreshResult> {
  checkTags(document);
  const nothing = (problems: Problem[]): RefreshResult => ({
    bytes: undefined,
    changed: [],
    kept: [],
    unchanged: 0,
    missing: [],
    unknown: [],
    problems,
  });
  const { opened, problems } = openPackage(edited, file);
  if (!opened) return nothing(problems);
  const { parts, main } = opened;
  const source = textPart(parts, main) ?? "";
  const root = scanXml(source);
  const body = child(root, "w:body");
  if (!root || !body) return nothing([noPlaces(file)]);
  const places = locate(root);
  const tags = documentTags(document);
  const missing = tags.filter((tag) => places.of(tag).length === 0);
  const known = new Set(tags.map((tag) => controlTag(tag).slice(tagPrefix.length)));
  const unknown = [...places.tags].filter((tag) => !known.has(tag));
  if (missing.length === tags.length && unknown.length === 0) return nothing([noPlaces(file)]);

  // Tables are named by their round: a report of another one has none of ours.
  const isTable = (tag: string) => tag.startsWith("table:");
  const tables = [...places.tags].filter(isTable);
  if (tables.length > 0 && known.size > 0 && [...known].some(isTable) && !tables.some((tag) => known.has(tag)))
    return nothing([otherDocument(file, document.id)]);

  // What stays in the file although this edition has none of it would be published with it.
  if (document.edition === "public" && unknown.length > 0) return nothing([otherEdition(file, unknown)]);

  const sections = sectionsOf(body);
  const context = contextOf(document, images, opened, source, [], sections[0]);
  const figureOf = new Map<XmlNode, string>();
  for (const { tag } of figuresOf(document))
    for (const place of places.of(tag)) for (const run of place.runs) figureOf.set(run, tag);
  const refresh: Refresh = {
    context: { ...context, places: numbersOf(document, source, root) },
    parts,
    main,
    source,
    places,
    figureOf,
    notesTitle: document.lang === "ru" ? "примечания и источник" : "notes and source",
    pageAt: (at) => {
      const { width, left, right } = pageSetup(sections.find(({ start }) => start > at));
      return width - left - right;
    },
    edits: [],
    changed: [],
    kept: [],
    rewritten: [],
  };
  let unchanged = 0;
  const renew = (tag: string, one: (place: Located) => boolean) => {
    const found = places.of(tag);
    // Every copy of a place is renewed.
    if (found.length > 0 && !found.map(one).includes(true)) unchanged++;
  };
  for (const block of document.parts.flatMap(({ blocks }) => blocks)) renewBlock(refresh, block, renew);
  for (const { tag, text } of figuresOf(document)) renew(tag, (place) => refreshFigure(refresh, tag, text, place));

  const { changed, kept, edits } = refresh;
  if (edits.length > 0 || changed.length > 0) {
    setPart(parts, main, splice(source, edits));
    context.styles.save();
    context.numbering.save();
  }
  const bytes = changed.length === 0 ? edited : packParts(parts);
  return { bytes, changed, kept, unchanged, missing, unknown, problems: [] };
}

function renewBlock(
  refresh: Refresh,
  block: Block,
  renew: (tag: string, one: (place: Located) => boolean) => void,
): void {
  if (block.type === "table") {
    const tag = tableTag(block.table.id);
    renew(tag, (place) => refreshTable(refresh, tag, block.table, place));
  } else if (block.type === "chart") {
    const tag = chartTag(block.id);
    renew(tag, (place) => refreshChart(refresh, tag, block, place));
  } else if (block.type === "paragraph" && block.tag !== undefined) {
    const { tag, runs } = block;
    renew(tag, (place) => refreshParagraph(refresh, tag, runs, place));
  } else if (block.type === "list" && block.tag !== undefined) {
    const { tag } = block;
    renew(tag, (place) => refreshList(refresh, tag, block, place));
  }
}

function figuresOf(document: Document): Extract<Run, { type: "figure" }>[] {
  const ofRuns = (runs: readonly Run[]) => runs.flatMap((run) => (run.type === "figure" ? [run] : []));
  const ofItems = (items: readonly ListItem[]): Extract<Run, { type: "figure" }>[] =>
    items.flatMap(({ runs, items: inner = [] }) => [...ofRuns(runs), ...ofItems(inner)]);
  return document.parts
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) =>
      block.type === "paragraph" ? ofRuns(block.runs) : block.type === "list" ? ofItems(block.items) : [],
    );
}

/** The numbers that the tables and charts have in the file, where an author may have added others. */
function numbersOf(document: Document, source: string, root: XmlNode): Map<string, Place> {
  const starts = new Map(below(root, "w:bookmarkStart").map((one) => [attribute(one, "w:name"), one]));
  const ends = new Map(below(root, "w:bookmarkEnd").map((one) => [attribute(one, "w:id"), one]));
  const runs = below(root, "w:r");
  const found = new Map<string, Place>();
  for (const block of document.parts.flatMap(({ blocks }) => blocks)) {
    if (block.type !== "table" && block.type !== "chart") continue;
    const id = block.type === "table" ? block.table.id : block.id;
    const start = starts.get(numberBookmark({ kind: block.type }, id));
    const end = ends.get(attribute(start, "w:id"));
    if (!start || !end) continue;
    const inside = runs.filter((run) => run.start >= start.end && run.end <= end.start);
    const number = Number(inside.map((run) => runText(source, run)).join(""));
    found.set(id, { kind: block.type, number: Number.isFinite(number) ? number : 0 });
  }
  return found;
}

function noPlaces(file: string | undefined): Problem {
  const message = {
    ru: "в документе нет мест, которые можно обновить: он создан не этой программой или его поля удалены",
    en: "the document has no places to renew: it was not made by this program, or its content controls were removed",
  };
  return problemOf("refresh/no-places", message, { file });
}

function otherDocument(file: string | undefined, id: string): Problem {
  const message = {
    ru: `в документе нет ни одной таблицы из «${id}»: это справка другого мониторинга`,
    en: `the document has no table of "${id}": it is a report of another round`,
  };
  return problemOf("refresh/other-document", message, { file });
}

function otherEdition(file: string | undefined, tags: readonly string[]): Problem {
  const shown = tags.slice(0, 5).join(", ") + (tags.length > 5 ? ", …" : "");
  const message = {
    ru: `в документе есть то, чего нет в публичной справке (${shown}): составьте публичную справку заново и перенесите в неё свой текст, или удалите эти места`,
    en: `the document holds what the public report does not have (${shown}): compose the public report anew and move your text there, or remove these places`,
  };
  return problemOf("refresh/other-edition", message, { file });
}
