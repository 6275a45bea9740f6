import { textRun } from "../content/inline.ts";
import { cleanText } from "../xml/element.ts";
import { child } from "../xml/scan.ts";
import { type Located, withoutPrompt } from "./located.ts";
import { formatOf, runsText } from "./read-text.ts";
import { isRewritten, type Refresh } from "./refresh-state.ts";

/** Renews a figure; its first run keeps the look that the author gave it. True when the figure was another. */
export function refreshFigure(refresh: Refresh, tag: string, text: string, place: Located): boolean {
  const { source, edits, changed } = refresh;
  const before = runsText(source, place.runs);
  const after = cleanText(text);
  if (before === after) return false;
  changed.push({ tag, before, after });
  if (isRewritten(refresh, place)) return true;
  const withText = place.runs.find((run) => child(run, "w:t")) ?? place.runs[0];
  const run = textRun(after, formatOf(source, withText));
  if (withText) {
    for (const one of place.runs) edits.push({ start: one.start, end: one.end, text: one === withText ? run : "" });
  } else {
    const content = child(place.control, "w:sdtContent");
    const [block] = content?.children.some(({ name }) => name === "w:p") ? place.blocks : [];
    const empty = content !== undefined && content.innerEnd === content.end;
    if (block && block.innerEnd !== block.end) edits.push({ start: block.innerEnd, end: block.innerEnd, text: run });
    else if (block) edits.push({ start: block.start, end: block.end, text: `<w:p>${run}</w:p>` });
    else if (content && empty)
      edits.push({ start: content.start, end: content.end, text: `<w:sdtContent>${run}</w:sdtContent>` });
    else edits.push({ start: place.end, end: place.end, text: run });
  }
  edits.push(...withoutPrompt(place));
  return true;
}
