import { element, val, w } from "../xml/element.ts";
import type { Context } from "./context.ts";
import { bookmarked, paragraph, styled } from "./inline.ts";
import { bookmarkName, clipped } from "./names.ts";

const drawing = "http://schemas.openxmlformats.org/drawingml/2006";

/** English metric units in a twentieth of a point. */
const emuPerTwip = 635;

/** The tag of a chart among the tags of its document. */
export function chartTag(id: string): string {
  return `chart:${id}`;
}

export interface Chart {
  id: string;
  title: string;
  alt: string;
}

/** The size of a chart on a page: the width of the text, unless it would be too high. In English metric units. */
export function chartSize(
  { page }: Pick<Context, "page">,
  image: { width: number; height: number },
): { cx: number; cy: number } {
  const highest = page.height * 0.5;
  const ratio = image.height / Math.max(1, image.width);
  const width = Math.min(page.portrait, highest / Math.max(ratio, 0.01));
  return { cx: Math.round(width * emuPerTwip), cy: Math.round(width * ratio * emuPerTwip) };
}

/** A chart as a picture in a paragraph of its own, with its words for those who do not see it. */
export function chartContent(context: Context, chart: Chart): string {
  const image = context.images.get(chart.id);
  if (!image) throw new RangeError(`no picture of the chart "${chart.id}"`);
  const relation = context.picture(chart.id);
  const { cx, cy } = chartSize(context, image);
  const picture = inlinePicture({ ...chart, relation, cx, cy, number: context.unique() });
  return paragraph(
    styled(context.styles.idOf("figure")),
    bookmarked(context, bookmarkName(chartTag(chart.id)), w("r", {}, w("drawing", {}, picture))),
  );
}

function inlinePicture(of: Chart & { relation: string; cx: number; cy: number; number: number }): string {
  const { title, alt, relation, cx, cy, number } = of;
  const name = `chart ${number}`;
  return element(
    "wp:inline",
    { "xmlns:wp": `${drawing}/wordprocessingDrawing`, distT: 0, distB: 0, distL: 0, distR: 0 },
    element("wp:extent", { cx, cy }),
    element("wp:effectExtent", { l: 0, t: 0, r: 0, b: 0 }),
    element("wp:docPr", { id: number, name, descr: alt, title: clipped(title) }),
    element(
      "wp:cNvGraphicFramePr",
      {},
      element("a:graphicFrameLocks", { "xmlns:a": `${drawing}/main`, noChangeAspect: 1 }),
    ),
    element(
      "a:graphic",
      { "xmlns:a": `${drawing}/main` },
      element(
        "a:graphicData",
        { uri: `${drawing}/picture` },
        element(
          "pic:pic",
          { "xmlns:pic": `${drawing}/picture` },
          element("pic:nvPicPr", {}, element("pic:cNvPr", { id: number, name, descr: alt }), element("pic:cNvPicPr")),
          element(
            "pic:blipFill",
            {},
            element("a:blip", {
              "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
              "r:embed": relation,
            }),
            element("a:stretch", {}, element("a:fillRect")),
          ),
          element(
            "pic:spPr",
            {},
            element("a:xfrm", {}, element("a:off", { x: 0, y: 0 }), element("a:ext", { cx, cy })),
            element("a:prstGeom", { prst: "rect" }, element("a:avLst")),
          ),
        ),
      ),
    ),
  );
}

/** What stands below a chart: where its figures come from. */
export function chartSource(context: Context, source: string | undefined, run: (text: string) => string): string {
  if (source === undefined || source === "") return "";
  return paragraph(styled(context.styles.idOf("note"), val("jc", "center")), run(source));
}
