import { type Comment, criteriaOf } from "@metodika/core";
import type { Finding } from "@metodika/evidence";
import { type Block, type ListItem, type Part, say, shortTitle } from "@metodika/presentation";
import type { Context } from "../context.ts";
import { stopped } from "../groups.ts";
import { figure, heading, item, list, paragraph, strong, tagOf } from "../runs.ts";
import type { LeftOut } from "../sentence.ts";

/** Practices worth attention, and in the working edition the remarks of the experts; a round without either has no such part. */
export function expertsPart(ctx: Context): Part[] {
  const { t } = ctx;
  const blocks = [
    ...kindBlocks(ctx, "practice", t("Практики, заслуживающие внимания", "Practices worth attention")),
    ...kindBlocks(ctx, "remark", t("Замечания экспертов", "Remarks of the experts")),
  ];
  if (blocks.length === 0) return [];
  const isRemark = ({ kind }: Comment) => kind !== "conclusion";
  return [
    {
      id: "experts",
      blocks: [
        heading(
          1,
          ctx.working
            ? t("Практики и замечания экспертов", "Practices and remarks of the experts")
            : t("Практики муниципалитетов", "Practices of the municipalities"),
        ),
        ...blocks,
        ...untoldBlock(ctx, isRemark),
      ],
    },
  ];
}

/** In the working edition: that some are not told, and where they stand with the reason. */
export function untoldBlock(ctx: Context, fits: (comment: Comment) => boolean): Block[] {
  const { t, working, data } = ctx;
  const count = data.comments.filter((comment) => fits(comment) && isContradicted(ctx, comment)).length;
  if (!working || count === 0) return [];
  return [
    paragraph(
      [
        t(
          `Не приведено, потому что опирается на сведения, по которым текст справки и её таблицы расходятся: ${count}. Перечень с этими сведениями — в приложении «Качество данных».`,
          `Left out because the text of the report and its tables disagree on what it rests on: ${count}. The annex on the quality of the data has the list.`,
        ),
      ],
      { style: "note" },
    ),
  ];
}

function kindBlocks(ctx: Context, kind: Comment["kind"], title: string): Block[] {
  const { t, lang, data } = ctx;
  const own = data.comments.filter((comment) => comment.kind === kind && !isContradicted(ctx, comment));
  if (own.length === 0) return [];
  const criteria = criteriaOf(data.methodology);
  const groups = [
    { name: undefined, comments: own.filter(({ criterion }) => !criteria.some(({ id }) => id === criterion)) },
    ...criteria.map((criterion) => ({
      name: shortTitle(criterion, lang),
      comments: own.filter((comment) => comment.criterion === criterion.id),
    })),
  ].filter(({ comments }) => comments.length > 0);
  return [
    heading(2, title),
    ...groups.flatMap(({ name, comments }) => [
      ...(groups.length > 1
        ? [paragraph([strong(name ? `${name}.` : t("Служба в целом.", "The service as a whole."))])]
        : []),
      ...list(comments.map((comment) => commentItem(ctx, comment))),
    ]),
  ];
}

export function commentItem(ctx: Context, { id, municipalities, text: words }: Comment): ListItem {
  return item([
    ...(municipalities.length > 0 ? [figure(tagOf("comment", id), ctx.names(municipalities)), ". "] : []),
    stopped(say(words, ctx.lang)),
  ]);
}

/**
 * A remark stands on a statement that the tables contradict: one that it names; where nobody has said what it stands on,
 * one of the same place about the same municipalities or, for a conclusion, any.
 */
export function isContradicted(ctx: Pick<Context, "contradictions">, comment: Comment): boolean {
  return against(ctx, comment).length > 0;
}

function against(
  { contradictions }: Pick<Context, "contradictions">,
  { kind, source, municipalities, rests_on }: Comment,
): Finding[] {
  if (rests_on) return contradictions.of(rests_on);
  return contradictions.at(
    source,
    (printed) =>
      kind === "conclusion" ||
      (Array.isArray(printed) &&
        printed.length === municipalities.length &&
        municipalities.every((id) => printed.includes(id))),
  );
}

/** Remarks that are not told because the tables contradict what they stand on. */
export function untoldComments(ctx: Context): LeftOut[] {
  return ctx.data.comments.flatMap((comment) => {
    const findings = against(ctx, comment);
    return findings.length > 0 ? [{ about: say(comment.text, ctx.lang).replace(/\.$/, ""), findings }] : [];
  });
}
