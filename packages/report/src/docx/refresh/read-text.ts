import { above, attribute, below, child, unescapeXml, type XmlNode } from "../xml/scan.ts";

/** Stands for what a field shows, which Word counts itself. */
export const fieldMark = "\uFFFC";

/** The text of one run, with its line breaks and tabs. */
export function runText(source: string, run: XmlNode): string {
  return below(run, "w:t", "w:br", "w:cr", "w:tab", "w:noBreakHyphen")
    .map((piece) => {
      if (piece.name === "w:t") return unescapeXml(source.slice(piece.innerStart, piece.innerEnd));
      return piece.name === "w:tab" ? "\t" : piece.name === "w:noBreakHyphen" ? "-" : "\n";
    })
    .join("");
}

export function runsText(source: string, runs: readonly XmlNode[]): string {
  return runs.map((run) => runText(source, run)).join("");
}

/**
 * The text of a paragraph, as it reads and as its author left it: there what fields show, and the figures that have
 * places of their own, are marks.
 */
export function paragraphText(
  source: string,
  paragraph: XmlNode,
  figureOf: ReadonlyMap<XmlNode, string>,
): { whole: string; fixed: string } {
  let whole = "";
  let fixed = "";
  let depth = 0;
  let figure: string | undefined;
  for (const run of below(paragraph, "w:r")) {
    if (above(run, "w:p") !== paragraph) continue;
    const mark = attribute(child(run, "w:fldChar"), "w:fldCharType");
    if (mark === "begin" && depth++ === 0) fixed += fieldMark;
    const text = runText(source, run);
    whole += text;
    const simple = above(run, "w:fldSimple");
    const own = figureOf.get(run);
    if (simple && depth === 0) {
      if (!fixed.endsWith(fieldMark)) fixed += fieldMark;
    } else if (depth === 0 && own === undefined) fixed += text;
    if (own !== undefined && own !== figure) fixed += figureMark(own);
    figure = own ?? (text === "" ? figure : undefined);
    if (mark === "end") depth = Math.max(0, depth - 1);
  }
  return { whole, fixed };
}

/** Stands for a figure of this tag. */
export function figureMark(tag: string): string {
  return `\uE000${tag}\uE001`;
}

/** The marks of figures that stand in a text. */
export function figuresIn(text: string): string[] {
  return text.match(/\uE000[^\uE001]*\uE001/g) ?? [];
}

/** What the first run of a place gives its text; the look of a prompt is none. */
export function formatOf(source: string, run: XmlNode | undefined): string {
  const properties = child(run, "w:rPr");
  if (!properties) return "";
  return source
    .slice(properties.innerStart, properties.innerEnd)
    .replace(/<w:rStyle w:val="(PlaceholderText|\w*Placeholder\w*)"\/>/g, "");
}

/** The properties of a paragraph as written, with their tags. */
export function propertiesOf(source: string, paragraph: XmlNode | undefined): string {
  const properties = child(paragraph, "w:pPr");
  return properties ? source.slice(properties.start, properties.end) : "";
}
