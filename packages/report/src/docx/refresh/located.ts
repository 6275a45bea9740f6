import { bookmarkName, controlTag, tagPrefix } from "../content/names.ts";
import { above, attribute, below, child, type XmlNode } from "../xml/scan.ts";
import type { Edit } from "../xml/splice.ts";

/** A place of the data in a file: what stands between `start` and `end`. */
export interface Located {
  start: number;
  end: number;
  /** The content control, where the program that saved the file last has kept its tag. */
  control: XmlNode | undefined;
  /** The paragraphs and tables of the place; for words within a paragraph, that paragraph. */
  blocks: XmlNode[];
  /** Runs of text in it. */
  runs: XmlNode[];
}

/** All places of a file that bear our tags. */
export interface Places {
  /** The places of a tag of the document; a copied place is found as often as it stands there. */
  of(tag: string): Located[];
  /** Tags of content controls that are ours, without their prefix. */
  tags: ReadonlySet<string>;
}

/**
 * Finds places by the tags of their content controls, and where a program has dropped those, by the hidden bookmarks in
 * them.
 */
export function locate(root: XmlNode): Places {
  const controls = new Map<string, Located[]>();
  for (const control of below(root, "w:sdt")) {
    const tag = attribute(child(child(control, "w:sdtPr"), "w:tag"), "w:val");
    const content = child(control, "w:sdtContent");
    if (!tag?.startsWith(tagPrefix) || !content) continue;
    const blocks = content.children.filter(({ name }) => name === "w:p" || name === "w:tbl");
    const paragraph = blocks.length === 0 ? above(control, "w:p") : undefined;
    const place: Located = {
      start: content.innerStart,
      end: content.innerEnd,
      control,
      blocks: paragraph ? [paragraph] : blocks,
      runs: below(content, "w:r"),
    };
    controls.set(tag, [...(controls.get(tag) ?? []), place]);
  }
  const starts = new Map<string, XmlNode[]>();
  for (const start of below(root, "w:bookmarkStart")) {
    const name = attribute(start, "w:name") ?? "";
    starts.set(name, [...(starts.get(name) ?? []), start]);
  }
  const ends = new Map(below(root, "w:bookmarkEnd").map((end) => [attribute(end, "w:id"), end]));
  const marked = (tag: string): Located[] => {
    // LibreOffice begins a bookmark anew at the end of a content control and ends it once.
    const begun = starts.get(bookmarkName(tag)) ?? [];
    const [from] = begun;
    const to = begun.flatMap((start) => ends.get(attribute(start, "w:id")) ?? []).at(-1);
    const first = from && (above(from, "w:p") ?? from.parent);
    const last = to && (above(to, "w:p") ?? to.parent);
    if (!from || !to || !first || !last || to.start < from.start || first.parent !== last.parent) return [];
    const blocks = (first.parent?.children ?? []).filter(
      ({ name, start }) => (name === "w:p" || name === "w:tbl") && start >= first.start && start <= last.start,
    );
    const runs = blocks
      .flatMap((block) => below(block, "w:r"))
      .filter((run) => run.start >= from.end && run.end <= to.start);
    return [{ start: from.end, end: to.start, control: undefined, blocks, runs }];
  };
  return {
    of: (tag) => controls.get(controlTag(tag)) ?? marked(tag),
    tags: new Set([...controls.keys()].map((tag) => tag.slice(tagPrefix.length))),
  };
}

/** A place that shows «Click to enter text» must say that it does so no more. */
export function withoutPrompt(place: Located): Edit[] {
  const prompt = child(child(place.control, "w:sdtPr"), "w:showingPlcHdr");
  return prompt ? [{ start: prompt.start, end: prompt.end, text: "" }] : [];
}
