import { expect, it } from "vitest";
import { qualityOf } from "../../test/draft-quality.ts";
import { labelledSentences } from "../../test/draft-sentences.ts";
import { realRound } from "../../test/real-rounds.ts";
import { auditDraft } from "./audit-draft.ts";
import { groupsOf } from "./groups.ts";

const rounds = {
  "amur-2022": await realRound("amur-2022"),
  "primorye-2022": await realRound("primorye-2022"),
};
const groups = Object.fromEntries(
  Object.entries(rounds).map(([id, { data, findings }]) => [
    id,
    new Map(
      groupsOf(data, findings).all.flatMap(({ id: group, quantities }) => quantities.map((one) => [one.id, group])),
    ),
  ]),
);

it("labelled sentences are matched with what they speak of, and no right figure is called wrong", () => {
  const quality = qualityOf(
    labelledSentences,
    (round, blocks) => {
      const { data, score, findings } = rounds[round];
      return auditDraft(blocks, data, score, findings);
    },
    (round, a, b) => a === b || (groups[round]?.has(a) === true && groups[round]?.get(a) === groups[round]?.get(b)),
  );
  const { precision, recall, named, caught, misses } = quality;
  // The figures that a person who tunes looks at.
  process.stdout.write(`${JSON.stringify({ precision, recall, named, caught })}\n${misses.join("\n")}\n`);
  expect(quality.accused).toEqual([]);
  expect(precision).toBeGreaterThanOrEqual(0.95);
  expect(recall).toBeGreaterThanOrEqual(0.8);
  expect(caught).toBeGreaterThanOrEqual(0.8);
});
