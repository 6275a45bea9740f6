import { expect, test } from "vitest";
import type { Piece } from "./blocks.ts";
import { assemble } from "./sections.ts";

const section =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1" w:right="2" w:bottom="3" w:left="4" w:header="5" w:footer="6" w:gutter="0"/><w:titlePg/></w:sectPr>';

/** Headings, paragraphs, tables and wide tables by one letter each; a bar stands for the end of a section. */
function laid(letters: string, place = { isFirst: false, isLast: false }): string {
  const pieces = [...letters].map(
    (xml): Piece => ({ xml, landscape: xml === "W", isHeading: xml === "h", isShort: xml === "p" }),
  );
  return assemble(pieces, section, "End", place).xml.replace(/<w:p>.*?<\/w:p>/g, (end) =>
    end.includes("landscape") ? "/" : "|",
  );
}

test("a wide table lies with its heading and a few paragraphs, and nothing above them", () => {
  expect(laid("phpWp")).toBe("p|hpW/p");
  expect(laid("phphpWp")).toBe("php|hpW/p");
  expect(laid("pppW")).toBe("ppp|W/");
  expect(laid("hpppppW")).toBe("hppppp|W/");
  expect(laid("hhW")).toBe("|hhW/");
});

test("wide tables beside each other share their pages; the last needs no end of its own", () => {
  expect(laid("pWhpWt")).toBe("p|WhpW/t");
  expect(laid("pW", { isFirst: true, isLast: true })).toBe("p|W");
  expect(laid("W", { isFirst: true, isLast: false })).toBe("W/");
});

test("a page that lies has its fields turned with it, and no first page of its own", () => {
  const { xml } = assemble([{ xml: "W", landscape: true, isHeading: false, isShort: false }], section, "End", {
    isFirst: true,
    isLast: false,
  });
  expect(xml).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
  expect(xml).toContain('w:top="4" w:right="1" w:bottom="2" w:left="3" w:header="5"');
  expect(xml).not.toContain("titlePg");
});
