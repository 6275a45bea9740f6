import { addContentType, addRelation, type Parts, relatedPath, setPart, textPart } from "../package/parts.ts";
import { val, w } from "../xml/element.ts";
import { attribute, child, scanXml } from "../xml/scan.ts";
import { splice } from "../xml/splice.ts";
import { wordNamespace, xmlHeader } from "./default-styles.ts";
import type { Styles } from "./resolve-styles.ts";

/** The lists of a document. */
export interface Numbering {
  /** The number of the list of all unnumbered items. */
  bullets(): string;
  /** The number of a new list that counts from one. */
  restarted(): string;
  save(): void;
}

/** A level of a list: its mark and its indents. */
function level(index: number, format: string, text: string): string {
  const left = 1069 + index * 425;
  return w(
    "lvl",
    { ilvl: index },
    val("start", 1),
    val("numFmt", format),
    val("lvlText", text),
    val("lvlJc", "left"),
    w("pPr", {}, w("ind", { left, hanging: 360 })),
  );
}

function abstractList(id: number, kind: "bullets" | "numbers"): string {
  const levels = [0, 1, 2].map((index) =>
    kind === "bullets"
      ? level(index, "bullet", "–")
      : level(index, "decimal", `${Array.from({ length: index + 1 }, (_, one) => `%${one + 1}`).join(".")}.`),
  );
  return w("abstractNum", { abstractNumId: id }, val("multiLevelType", "multilevel"), ...levels);
}

/**
 * The lists of a file. A template whose styles «List Bullet» and «List Number» have a numbering of their own keeps it;
 * others get dashes, and numbers with points.
 */
export function resolveNumbering(parts: Parts, main: string, styles: Styles): Numbering {
  const path = relatedPath(parts, main, { type: "numbering" });
  const source = path === undefined ? undefined : textPart(parts, path);
  const root = scanXml(source ?? "");
  const top = (name: string, key: string) =>
    Math.max(
      0,
      ...(root?.children ?? []).filter((one) => one.name === name).map((one) => Number(attribute(one, key)) || 0),
    );
  let nextNumber = top("w:num", "w:numId") + 1;
  let nextAbstract = top("w:abstractNum", "w:abstractNumId") + 1;
  const abstracts: string[] = [];
  const numbers: string[] = [];

  const abstractOf = (kind: "bullets" | "numbers"): number => {
    const own = styles.numberingOf(kind);
    const number = root?.children.find((one) => one.name === "w:num" && attribute(one, "w:numId") === own);
    const found = own === undefined ? undefined : attribute(child(number, "w:abstractNumId"), "w:val");
    if (found !== undefined) return Number(found);
    const id = nextAbstract++;
    abstracts.push(abstractList(id, kind));
    return id;
  };
  const add = (abstract: number, restart: boolean): string => {
    const id = nextNumber++;
    const override = restart ? w("lvlOverride", { ilvl: 0 }, val("startOverride", 1)) : "";
    numbers.push(w("num", { numId: id }, val("abstractNumId", abstract), override));
    return String(id);
  };
  let bullets: string | undefined;
  let numbered: number | undefined;
  return {
    bullets: () => {
      bullets ??= add(abstractOf("bullets"), false);
      return bullets;
    },
    restarted: () => {
      numbered ??= abstractOf("numbers");
      return add(numbered, true);
    },
    save: () => {
      if (numbers.length === 0) return;
      if (path !== undefined && source !== undefined && root) {
        // Definitions come first, then numbers, then what else there is.
        const first = root.children.find((one) => one.name === "w:num" || one.name === "w:numIdMacAtCleanup");
        const last = root.children.find((one) => one.name === "w:numIdMacAtCleanup");
        const here = first?.start ?? root.innerEnd;
        const there = last?.start ?? root.innerEnd;
        setPart(
          parts,
          path,
          splice(source, [
            { start: here, end: here, text: abstracts.join("") },
            { start: there, end: there, text: numbers.join("") },
          ]),
        );
        return;
      }
      const own = `${main.slice(0, main.lastIndexOf("/") + 1)}numbering.xml`;
      setPart(parts, own, xmlHeader + w("numbering", { "xmlns:w": wordNamespace }, ...abstracts, ...numbers));
      addRelation(parts, main, "numbering", "numbering.xml");
      addContentType(
        parts,
        { part: own },
        "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml",
      );
    },
  };
}
