import { expect, it } from "vitest";
import { checkDraft } from "../../test/check-draft.ts";
import { realRound } from "../../test/real-rounds.ts";
import { rightSentences } from "../../test/right-sentences.ts";

it.each(["amur-2022", "primorye-2022"])("nothing of %s that is right is called wrong", async (id) => {
  const round = await realRound(id);
  const sentences = rightSentences(round.data, round.score, round.findings);
  const findings = checkDraft(round, sentences.join("\n\n"));
  const wrong = findings.filter(({ status }) => status === "disagrees");
  expect(wrong.map(({ figure, sentence, match }) => [figure, sentence, match?.id])).toEqual([]);
  expect(findings.filter(({ status }) => status === "agrees").length).toBeGreaterThan(0.5 * sentences.length);
});
