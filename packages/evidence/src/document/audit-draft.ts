import type { RoundData, RoundScore } from "@metodika/core";
import type { Finding } from "../audit/audit.ts";
import { checkRows, continues, isBareName } from "./check-rows.ts";
import { checkItems, checkText } from "./check-text.ts";
import type { DraftBlock, DraftFinding } from "./draft-finding.ts";
import { type Reference, referenceOf } from "./reference.ts";
import { sentencesOf } from "./sentences.ts";

/**
 * Holds the text of a draft against a round: every figure, every list of two municipalities or more, every level told of a
 * municipality, and tables whose rows are municipalities, in the order of reading. What fits well is called right or wrong;
 * what fits less well, or several things at once, is `possible`; the rest is `not-covered`. Headings are read as context. An
 * empty draft gives nothing.
 *
 * @param findings of `audit`: what the tables make of each statement
 */
export function auditDraft(
  draft: readonly DraftBlock[],
  data: RoundData,
  score: RoundScore,
  findings: readonly Finding[],
): DraftFinding[] {
  const blocks = joined(draft);
  if (blocks.length === 0) return [];
  const reference = referenceOf(data, score, findings);
  const results: DraftFinding[] = [];
  let lead = "";
  let caption = "";
  let heading = "";
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    if (!block) break;
    if (block.kind === "row") {
      const table = tableFrom(blocks, at, reference);
      results.push(...checkRows(table, caption, heading, reference));
      at += table.length - 1;
      continue;
    }
    caption = block.text;
    if (block.kind === "heading") {
      heading = block.text;
      lead = "";
      continue;
    }
    if (block.kind !== "item") lead = leadIn(block);
    results.push(...checkText(block, { lead: block.kind === "item" ? lead : "", heading }, reference));
    if (lead === "" || block.kind === "item") continue;
    results.push(...itemsBelow(blocks, at, lead, heading, reference));
  }
  return results;
}

/** A paragraph that ends with a comma goes on in the next. */
function joined(blocks: readonly DraftBlock[]): DraftBlock[] {
  const whole: DraftBlock[] = [];
  for (const block of blocks) {
    const last = whole.at(-1);
    if (last && block.kind === "paragraph" && /^(paragraph|item)$/.test(last.kind) && last.text.endsWith(","))
      whole[whole.length - 1] = { ...last, text: `${last.text} ${block.text}` };
    else whole.push(block);
  }
  return whole;
}

/**
 * The rows of one table. One that a page break cut in two goes on below without a header; a row of which only the name is left
 * stands between as a paragraph.
 */
function tableFrom(blocks: readonly DraftBlock[], at: number, reference: Reference): DraftBlock[] {
  const [header] = blocks.slice(at);
  const rows: DraftBlock[] = [];
  for (let next = at; next < blocks.length; next++) {
    const block = blocks[next];
    const after = blocks[next + 1];
    if (!header || !block) break;
    if (block.kind !== "row") {
      const isBridge =
        after?.kind === "row" && isBareName(block.text, reference) && continues(header, after, reference);
      if (!isBridge) break;
    } else if (block.table !== blocks[next - 1]?.table && next > at && !continues(header, block, reference)) break;
    rows.push(block);
  }
  return rows;
}

/** The sentence before a list. */
function leadIn({ text }: DraftBlock): string {
  return /:\s*$/.test(text) ? (sentencesOf(text).at(-1)?.text ?? "") : "";
}

function itemsBelow(
  blocks: readonly DraftBlock[],
  at: number,
  lead: string,
  heading: string,
  reference: Reference,
): DraftFinding[] {
  const block = blocks[at];
  const end = blocks.findIndex(({ kind }, index) => index > at && kind !== "item");
  const items = blocks.slice(at + 1, end === -1 ? undefined : end).map(({ text }) => text.replace(/[;,.\s]+$/, ""));
  return block ? checkItems(block, lead, items, heading, reference) : [];
}
