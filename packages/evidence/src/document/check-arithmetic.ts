import type { Text } from "@metodika/core";
import { roundsTo } from "../query/counting.ts";
import type { Base, DraftFinding } from "./draft-finding.ts";
import type { Figure } from "./figures.ts";

const growing = /увелич|вырос|возрос|прибав|больше/iu;
const falling = /уменьш|снизил|сократ|убав|меньше/iu;

/**
 * What a sentence says of its own figures: «с 15 до 21, на 5», «выросло с 24 до 18», «12 из 31 (35,3 %)». A finding only where they
 * do not agree: that they do says nothing of the tables.
 */
export function checkArithmetic(
  base: (figure: Figure) => Base,
  sentence: string,
  figures: readonly Figure[],
): DraftFinding[] {
  return [...checkChangeTold(base, sentence, figures), ...checkShareTold(base, sentence, figures)];
}

function checkChangeTold(base: (figure: Figure) => Base, sentence: string, figures: readonly Figure[]): DraftFinding[] {
  const counts = figures.filter(({ kind, manner }) => kind === "count" && manner === "exactly");
  const after = (word: RegExp) => counts.filter(({ from }) => word.test(sentence.slice(0, from)));
  const [start, ...otherStarts] = after(/(?:^|\s)(?:с|со|от)\s*$/iu);
  const [end, ...otherEnds] = after(/\sдо\s*$/iu);
  const isChange = growing.test(sentence) || falling.test(sentence);
  if (!isChange || !start || !end || otherStarts.length + otherEnds.length > 0 || end.from < start.to) return [];
  const [from, to] = [start.value ?? 0, end.value ?? 0];
  const says = (figure: Figure, ru: string, en: string): DraftFinding => contradiction(base(figure), { ru, en });
  const found: DraftFinding[] = [];
  const isMixed = growing.test(sentence) && falling.test(sentence);
  if (!isMixed && (growing.test(sentence) ? to < from : to > from))
    found.push(
      says(
        end,
        `Слова и числа расходятся: от ${from} до ${to} — это ${to < from ? "уменьшение" : "увеличение"}.`,
        `Words and numbers disagree: from ${from} to ${to} it ${to < from ? "falls" : "grows"}.`,
      ),
    );
  const [step, ...others] = after(/(?:^|[\s(])на\s*$/iu);
  if (step && others.length === 0 && step.value !== Math.abs(to - from))
    found.push(
      says(
        step,
        `От ${from} до ${to} разница ${Math.abs(to - from)}, в тексте ${step.text}.`,
        `From ${from} to ${to} the difference is ${Math.abs(to - from)}, the draft has ${step.text}.`,
      ),
    );
  return found;
}

/** «12 из 31 (35,3 %)», «12 из 31, или 35,3 %». */
function checkShareTold(base: (figure: Figure) => Base, sentence: string, figures: readonly Figure[]): DraftFinding[] {
  return figures.flatMap((share, index): DraftFinding[] => {
    const ratio = figures[index - 1];
    if (share.kind !== "percent" || ratio?.kind !== "ratio" || share.manner !== "exactly") return [];
    const between = sentence.slice(ratio.to, share.from);
    if (!/^(?:\s+\p{L}+){0,2}\s*(?:\(|,?\s*(?:или|то есть|т\.\s?е\.)\s*|[-–—]\s*)$/u.test(between)) return [];
    const [numerator, denominator] = [ratio.value ?? 0, ratio.denominator ?? 0];
    if (roundsTo({ numerator, denominator }, (share.value ?? 0).toFixed(share.decimals ?? 0))) return [];
    const percent = denominator === 0 ? "—" : String(Math.round((1000 * numerator) / denominator) / 10);
    return [
      contradiction(base(share), {
        ru: `${numerator} из ${denominator} — это ${percent.replace(".", ",")}\u00a0%, в тексте ${share.text}.`,
        en: `${numerator} of ${denominator} is ${percent}%, the draft has ${share.text}.`,
      }),
    ];
  });
}

function contradiction(base: Base, explanation: Text): DraftFinding {
  return { ...base, kind: "arithmetic", status: "disagrees", explanation };
}
