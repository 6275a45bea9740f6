import { DOMParser } from "@xmldom/xmldom";
import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanText, element, escapeXml } from "./element.ts";
import { attribute, below, child, scanXml, unescapeXml, type XmlNode } from "./scan.ts";
import { splice } from "./splice.ts";

test("an element knows where it stands in the text", () => {
  const source = '<?xml version="1.0"?><a x="1"><!-- <b> --><b y="&lt;2"/><c>т<![CDATA[<d>]]></c></a>';
  const root = scanXml(source);
  const inner = child(root, "c");
  expect(below(root, "b", "c", "d").map(({ name }) => name)).toEqual(["b", "c"]);
  expect(source.slice(inner?.start, inner?.end)).toBe("<c>т<![CDATA[<d>]]></c>");
  expect(source.slice(inner?.innerStart, inner?.innerEnd)).toBe("т<![CDATA[<d>]]>");
  expect(attribute(child(root, "b"), "y")).toBe("<2");
});

test.each([
  "",
  "text",
  "<a>",
  "<a></b>",
  "<a/><b/>",
  "<a b=c/>",
  "<a><</a>",
  '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
  `${"<a>".repeat(500)}${"</a>".repeat(500)}`,
])("no tree is given for %j", (source) => {
  expect(scanXml(source)).toBeUndefined();
});

test("the tree is that which a parser of XML finds", () => {
  const name = fc.constantFrom("a", "w:p", "b-1");
  const plain = fc.string({ unit: fc.constantFrom(..."абв <>&\"'\n\t{}=/"), maxLength: 8 });
  const tree = fc.letrec<{ node: string }>((tie) => ({
    node: fc
      .tuple(name, plain, fc.array(fc.oneof({ maxDepth: 4 }, plain.map(escapeXml), tie("node")), { maxLength: 4 }))
      .map(([tag, value, inner]) => element(tag, { "xmlns:w": "w", x: value }, ...inner)),
  })).node;
  const shape = (node: XmlNode): unknown[] => [node.name, attribute(node, "x"), node.children.map(shape)];
  const parsed = (node: import("@xmldom/xmldom").Element): unknown[] => [
    node.tagName,
    node.getAttribute("x"),
    [...node.childNodes].flatMap((one) =>
      one.nodeType === 1 ? [parsed(one as import("@xmldom/xmldom").Element)] : [],
    ),
  ];
  fc.assert(
    fc.property(tree, (source) => {
      const root = scanXml(source);
      const oracle = new DOMParser().parseFromString(source, "application/xml").documentElement;
      expect(root && shape(root)).toEqual(oracle && parsed(oracle));
    }),
  );
});

test("a text in XML reads as it was, but for what XML cannot hold", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => unescapeXml(escapeXml(text)) === cleanText(text)));
  expect(cleanText("a\u0000\u0008\u202Eb\uFFFE\uD800c\r\nd")).toBe("abc\nd");
});

test("edits leave all else as it is, and do not overlap", () => {
  expect(
    splice("абвг", [
      { start: 3, end: 4, text: "" },
      { start: 1, end: 1, text: "–" },
    ]),
  ).toBe("а–бв");
  expect(() =>
    splice("абвг", [
      { start: 0, end: 2, text: "" },
      { start: 1, end: 3, text: "" },
    ]),
  ).toThrow(RangeError);
});
