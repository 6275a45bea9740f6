import { type Chart, chartContent } from "../content/chart.ts";
import { clipped } from "../content/names.ts";
import { addRelation, relatedPath } from "../package/parts.ts";
import { addPicture } from "../package/properties.ts";
import { cleanText, escapeXml } from "../xml/element.ts";
import { attribute, below, type XmlNode } from "../xml/scan.ts";
import type { Located } from "./located.ts";
import { type Refresh, rewrite } from "./refresh-state.ts";

/** Renews the picture of a chart and its words; its width stays as the author left it. True when it was another. */
export function refreshChart(refresh: Refresh, tag: string, chart: Chart, place: Located): boolean {
  const { context, parts, main, source, edits, changed } = refresh;
  const image = context.images.get(chart.id);
  if (!image) throw new RangeError(`no picture of the chart "${chart.id}"`);
  const inside = place.blocks.flatMap((block) => below(block, "a:blip", "wp:docPr", "wp:extent", "a:ext"));
  const blip = inside.find(({ name }) => name === "a:blip");
  const words = inside.find(({ name }) => name === "wp:docPr");
  const after = cleanText(chart.alt);
  if (!blip || !words) {
    changed.push({ tag, before: "", after });
    rewrite(refresh, place, chartContent(context, chart));
    return true;
  }
  const relation = attribute(blip, "r:embed") ?? "";
  const path = relatedPath(parts, main, { id: relation });
  const before = attribute(words, "descr") ?? "";
  const isSamePicture = path !== undefined && sameBytes(parts.get(path), image.png);
  if (isSamePicture && before === after) return false;
  changed.push({ tag, before, after });
  edits.push(attributeEdit(words, { descr: chart.alt, title: clipped(chart.title) }));
  if (isSamePicture) return true;

  const isShared = (source.match(new RegExp(`r:embed="${relation.replace(/\W/g, "")}"`, "g"))?.length ?? 0) > 1;
  if (path?.toLowerCase().endsWith(".png") && !isShared) parts.set(path, image.png);
  else {
    const own = addRelation(parts, main, "image", addPicture(parts, main, image.png));
    edits.push(attributeEdit(blip, { "r:embed": own }));
  }
  for (const size of inside.filter((one) => attribute(one, "cx") !== undefined)) {
    const cx = Number(attribute(size, "cx"));
    edits.push(attributeEdit(size, { cy: String(Math.round((cx * image.height) / Math.max(1, image.width))) }));
  }
  return true;
}

function sameBytes(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a !== undefined && a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** An element's start tag with some attributes set; its content stays. */
function attributeEdit(
  node: XmlNode,
  values: Readonly<Record<string, string>>,
): { start: number; end: number; text: string } {
  let text = node.attributes;
  for (const [name, value] of Object.entries(values)) {
    const written = ` ${name}="${escapeXml(value).replace(/\n/g, "&#10;")}"`;
    const old = new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*')`);
    text = old.test(text) ? text.replace(old, () => written) : text + written;
  }
  const isEmpty = node.innerEnd === node.end;
  return { start: node.start, end: node.innerStart, text: `<${node.name}${text}${isEmpty ? "/" : ""}>` };
}
