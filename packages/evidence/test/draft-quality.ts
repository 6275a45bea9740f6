import type { AuditedBlock, DraftFinding } from "../src/index.ts";
import { type LabelledSentence, list } from "./labelled-sentence.ts";

/** How well figures of labelled sentences are matched and judged. */
export interface Quality {
  /** Of the figures held against something, those held against the right thing. */
  precision: number;
  /** Of the figures that the round can speak of, those held against the right thing. */
  recall: number;
  /** The same, with those named as possible. */
  named: number;
  /** Of the wrong figures, those called wrong. */
  caught: number;
  /** Figures called wrong that are right, open or about nothing of the round. */
  accused: string[];
  /** Every other difference, for a person who tunes. */
  misses: string[];
}

export function qualityOf(
  sentences: readonly LabelledSentence[],
  check: (round: LabelledSentence["round"], blocks: AuditedBlock[]) => readonly DraftFinding[],
  same: (round: LabelledSentence["round"], a: string, b: string) => boolean,
): Quality {
  let held = 0;
  let right = 0;
  let expected = 0;
  let named = 0;
  let wrong = 0;
  let caught = 0;
  const accused: string[] = [];
  const misses: string[] = [];
  const rounds = [...new Set(sentences.map(({ round }) => round))];
  const all = new Map(
    rounds.map((round) => {
      const own = sentences.flatMap(({ text, round: of }, index) =>
        of === round ? [{ text, place: String(index) }] : [],
      );
      return [
        round,
        check(
          round,
          own.map((block): AuditedBlock => ({ ...block, kind: "paragraph" })),
        ),
      ];
    }),
  );
  for (const [index, { round, text, labels }] of sentences.entries()) {
    const findings = (all.get(round) ?? []).filter(({ place }) => place === String(index));
    for (const { figure, about, truth } of labels) {
      const at = findings.findIndex(({ figure: shown, kind }) =>
        figure === list ? kind === "list" : shown === figure && kind !== "names",
      );
      const [finding] = at === -1 ? [] : findings.splice(at, 1);
      const shown = `${text} [${figure}] ${finding?.status} ${finding?.match?.id ?? "—"} ${finding?.fit ?? ""}; expected ${about} ${truth}`;
      const isHeld = finding !== undefined && /^(agrees|disagrees|uncertain)$/.test(finding.status);
      const ids = [finding?.match, ...(finding?.candidates ?? [])].flatMap((match) => (match ? [match.id] : []));
      const isSame = about !== null && ids.some((id) => same(round, id, about));
      if (isHeld) held++;
      if (isHeld && isSame) right++;
      if (about !== null) expected++;
      if (isSame) named++;
      if (truth === "wrong") wrong++;
      if (truth === "wrong" && isSame && finding?.status === "disagrees") caught++;
      if (finding?.status === "disagrees" && truth !== "wrong") accused.push(shown);
      const isFine =
        about === null ? !isHeld : isHeld && isSame && (truth !== "wrong" || finding.status === "disagrees");
      if (!isFine || (truth === "right" && finding?.status !== "agrees")) misses.push(shown);
    }
  }
  const part = (count: number, of: number): number => Math.round((1000 * count) / of) / 1000;
  return {
    precision: part(right, held),
    recall: part(right, expected),
    named: part(named, expected),
    caught: part(caught, wrong),
    accused,
    misses,
  };
}
