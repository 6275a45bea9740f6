import type { Block } from "@metodika/presentation";
import { val, w } from "../xml/element.ts";
import type { Context } from "./context.ts";
import { paragraph, styled, textRun } from "./inline.ts";

/** Places to sign: the role, a line, the name where it is known, the date below it. */
export function signaturesBlock(context: Context, block: Extract<Block, { type: "signatures" }>): string {
  const { title, rows } = block;
  if (block.place === "right") return approvalBlock(context, block);
  const { portrait } = context.page;
  const style = context.styles.idOf("signature");
  const widths = [0.45, 0.25, 0.3].map((share) => Math.floor(portrait * share));
  const cell = (index: number, content: string, line = false) =>
    w(
      "tc",
      {},
      w(
        "tcPr",
        {},
        w("tcW", { w: widths[index] ?? 0, type: "dxa" }),
        line ? w("tcBorders", {}, w("bottom", { val: "single", sz: 4, space: 0, color: "auto" })) : "",
        val("vAlign", "bottom"),
      ),
      content,
    );
  const text = (content: string, rest = "") => paragraph(styled(style, rest), content === "" ? "" : textRun(content));
  const space = w("spacing", { before: 240, after: 0, line: 240, lineRule: "auto" });
  const table = w(
    "tbl",
    {},
    w(
      "tblPr",
      {},
      w("tblW", { w: widths.reduce((sum, one) => sum + one, 0), type: "dxa" }),
      w("tblLayout", { type: "fixed" }),
    ),
    w("tblGrid", {}, ...widths.map((width) => w("gridCol", { w: width }))),
    ...rows.map(({ role, person = "", date }) =>
      w(
        "tr",
        {},
        w("trPr", {}, w("cantSplit")),
        cell(0, text(role, space)),
        cell(1, text("", space), true),
        cell(2, text(person, space) + (date === undefined ? "" : text(date))),
      ),
    ),
  );
  const heading = title === undefined ? "" : paragraph(styled(style, w("keepNext")), textRun(title, w("b") + w("bCs")));
  // A paragraph after a table keeps it apart from the next one.
  return heading + (rows.length > 0 ? table + paragraph(styled(style), "") : "");
}

/** «УТВЕРЖДАЮ» in the upper right corner: the position, a line for the hand and one for the date. */
function approvalBlock(context: Context, { title, rows }: Extract<Block, { type: "signatures" }>): string {
  const style = context.styles.idOf("right");
  const line = (content: string, before: number, format = "") =>
    paragraph(
      styled(style, w("spacing", { before, after: 0, line: 240, lineRule: "auto" })),
      content === "" ? "" : textRun(content, format),
    );
  return [
    ...(title === undefined ? [] : [line(title, 480, w("b") + w("bCs"))]),
    ...rows.flatMap(({ role, person, date }) => [
      line(role, 60),
      line(`${"_".repeat(14)} ${person ?? "_".repeat(16)}`, 240),
      ...(date === undefined ? [] : [line(date, 120)]),
    ]),
  ].join("");
}
