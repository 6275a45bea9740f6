import { expect, test } from "vitest";
import { methodology, round } from "../../test/fixture.ts";
import { checkRound, printedItems } from "./check-round.ts";
import type { Round } from "./round.ts";

function problems(change: Partial<Round>) {
  return checkRound({ ...round, ...change }, methodology);
}

const task = round.tasks[0]!;

test("a sound round has no problems", () => {
  const disagreement = { id: "dates", dates: ["signed", "sent"], note: round.aim };
  const recommendations = [{ id: "thanks", until: "2025-06-01", source: "invented" }];
  expect(problems({ date_disagreements: [disagreement], recommendations })).toEqual([]);
});

test("round/methodology-version", () => {
  expect(problems({ methodology: { id: "enskaya", version: "2.0.0" } })).toHaveProblem("round/methodology-version", {
    severity: "error",
    value: "2.0.0",
  });
});

test("task/no-indicators: a task that the report declares and nothing serves", () => {
  expect(problems({ tasks: [{ ...task, indicators: [] }] })).toHaveProblem("task/no-indicators", {
    severity: "warning",
    field: "tasks.0",
    value: "see",
  });
});

test("task/unknown-indicator", () => {
  expect(problems({ tasks: [{ ...task, indicators: ["paln"] }] })).toHaveProblem("task/unknown-indicator", {
    value: "paln",
    nearest: "plan",
  });
});

test("round/unknown-date", () => {
  const disagreement = { id: "dates", dates: ["signed", "snt"], note: round.aim };
  expect(problems({ date_disagreements: [disagreement] })).toHaveProblem("round/unknown-date", {
    value: "snt",
    nearest: "sent",
  });
});

test("round/unknown-recommendation", () => {
  expect(problems({ recommendations: [{ id: "thank", source: "invented" }] })).toHaveProblem(
    "round/unknown-recommendation",
    { value: "thank", nearest: "thanks" },
  );
});

test("a printed result can speak of criteria, levels, codes of indicators and recommendations", () => {
  const { points, level, group, addressee } = printedItems(methodology);
  expect(points).toEqual(["organization", "work", "quality", "speed"]);
  expect(level).toEqual(["development"]);
  expect(group).toEqual([
    "regulation=yes",
    "regulation=no",
    "plan=yes",
    "plan=no",
    "education=green",
    "education=yellow",
    "education=red",
    "site=yes",
    "site=no",
  ]);
  expect(addressee).toEqual(["write-a-plan", "share-practice", "thanks"]);
});
