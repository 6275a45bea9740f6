import type { Part } from "@metodika/presentation";
import type { Context } from "../context.ts";
import { heading, item, list } from "../runs.ts";
import type { Conclusions } from "../sentence.ts";
import { commentItem, isContradicted, untoldBlock } from "./experts.ts";

/** The conclusions that follow from the data, and in the working edition those of the experts. */
export function conclusionsPart(ctx: Context, { sentences }: Conclusions): Part {
  const { t, data } = ctx;
  const experts = data.comments.filter((comment) => comment.kind === "conclusion" && !isContradicted(ctx, comment));
  return {
    id: "conclusions",
    newPage: true,
    blocks: [
      heading(1, t("Выводы", "Conclusions")),
      ...list(
        sentences.map(({ runs, items = [] }) =>
          item(
            runs,
            items.map((own, place) => item([...own, place < items.length - 1 ? ";" : "."])),
          ),
        ),
        true,
        "conclusions",
      ),
      ...(experts.length > 0
        ? [
            heading(2, t("Выводы экспертов", "Conclusions of the experts")),
            ...list(experts.map((comment) => commentItem(ctx, comment))),
            ...untoldBlock(ctx, ({ kind }) => kind === "conclusion"),
          ]
        : []),
    ],
  };
}
