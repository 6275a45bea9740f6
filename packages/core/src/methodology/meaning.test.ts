import { describe, expect, test } from "vitest";
import { changed, codeScale, methodology, text } from "../../test/fixture.ts";
import { meaningOf } from "./meaning.ts";

type Change = Parameters<typeof changed>[0];
const meaning = (change: Change) => meaningOf(changed(change));

describe("the meaning stays when only words change", () => {
  test.each<[string, Change]>([
    ["titles", (plain) => (plain.title = plain.criteria[0]!.title = text("Иначе", "Otherwise"))],
    ["version and status", (plain) => Object.assign(plain, { version: "1.0.1", status: "approved" })],
    ["accepted spellings", (plain) => codeScale(plain, "yes-no").codes[0]!.raw!.push("ага")],
    ["a reason", (plain) => (plain.missing.L.reason = text("иначе", "otherwise"))],
    ["the text of a recommendation", (plain) => (plain.recommendations![0]!.text = text("Иначе", "Otherwise"))],
    ["the unit of a number", (plain) => Object.assign(plain.scales.days!, { unit: text("дн.", "days") })],
    ["points as text", (plain) => (plain.criteria[0]!.indicators![0]!.points = { yes: "1", no: 0 })],
    ["the order of keys", (plain) => (plain.criteria[0]!.indicators![0]!.points = { no: 0, yes: 1 })],
  ])("%s", (_, change) => {
    expect(meaning((plain) => void change(plain))).toBe(meaningOf(methodology));
  });
});

describe("the meaning changes with every rule", () => {
  test.each<[string, Change]>([
    ["points", (plain) => (plain.criteria[0]!.indicators![0]!.points = { yes: 2, no: 0 })],
    ["a weight", (plain) => (plain.criteria[1]!.weight = 2)],
    ["a policy", (plain) => (plain.missing.O.policy = "exclude")],
    ["a legend", (plain) => (codeScale(plain, "share").codes[0]!.interval = "[50,100]")],
    ["what a legend counts", (plain) => (codeScale(plain, "share").measure!.unit = "count")],
    ["a limit of a scale", (plain) => Object.assign(plain.scales.days!, { to: 31 })],
    ["an aggregate", (plain) => (plain.total = { aggregate: "mean" })],
    ["a rule of a level", (plain) => plain.levels![0]!.rules.splice(1, 1)],
    [
      "a status in a condition",
      (plain) => (plain.levels![0]!.applies = { not: { indicator: "regulation", status: ["L"] } }),
    ],
    ["an addressee", (plain) => (plain.recommendations![0]!.who = { all: true })],
    ["the order of codes", (plain) => (codeScale(plain, "yes-no").codes[0]!.order = 5)],
  ])("%s", (_, change) => {
    expect(meaning((plain) => void change(plain))).not.toBe(meaningOf(methodology));
  });
});
