import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { answering } from "./answer.ts";
import { jobs } from "./jobs.ts";
import type { Reply } from "./protocol.ts";

const empty = { kind: "open", datasets: zipSync({ "municipalities.csv": strToU8("id") }).slice().buffer } as const;
const draft = { round: "nowhere-2022", file: "draft.txt", bytes: new ArrayBuffer(0) };

function conversation() {
  const replies: Reply[] = [];
  return {
    replies,
    answer: answering(
      jobs,
      (reply) => replies.push(reply),
      () => ({}),
    ),
  };
}

test("a job that does not exist, has no datasets or throws is a failure of its own, and the next is served", async () => {
  const { replies, answer } = conversation();
  await answer({ kind: "job", id: 1, job: "check-draft", lang: "ru", input: draft });
  await answer(empty);
  await answer({ kind: "job", id: 2, job: "constructor", lang: "ru", input: {} });
  await answer({ kind: "job", id: 3, job: "check-draft", lang: "ru", input: draft });
  expect(replies).toEqual([
    { kind: "failure", id: 1, message: "no datasets; open them before the first job" },
    { kind: "ready" },
    { kind: "failure", id: 2, message: expect.stringContaining("check-draft, other-reading") },
    { kind: "failure", id: 3, message: expect.stringContaining("nowhere-2022") },
  ]);
});
