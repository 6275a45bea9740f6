import type { Claim } from "@metodika/core";
import { expect, it } from "vitest";
import { withClaims } from "../../test/claims-round.ts";
import { checkClaims } from "./check-claims.ts";

const conclusion = (inference: Claim["inference"]): Claim => ({
  id: "location",
  source: "enskaya-2024 section 9 paragraph 1",
  statement: { ru: "Вывод", en: "A conclusion" },
  not_checkable: { ru: "О влиянии", en: "Of influence" },
  inference,
});

const problemsOf = (inference: Claim["inference"]) =>
  checkClaims(withClaims((claims) => claims.claims.push(conclusion(inference)))).filter(
    ({ field }) => field?.includes("inference") === true,
  );

it("a conclusion that names what exists has no problems", () => {
  const groupings = [[["urban-okrug" as const], ["municipal-okrug" as const]]];
  expect(problemsOf({ indicator: "plan", universes: ["all"], groupings })).toEqual([]);
});

it("names that mean nothing and a type in two groups are told, all at once, with the nearest", () => {
  const groupings = [[["urban-okrug" as const], ["municipal-okrug" as const, "urban-okrug" as const]]];
  expect(problemsOf({ indicator: "plam", universes: ["everyone", "with-sit"], groupings })).toMatchObject([
    { code: "claim/unknown-indicator", value: "plam", nearest: "plan" },
    { code: "claim/unknown-universe", value: "everyone" },
    { code: "claim/unknown-universe", value: "with-sit", nearest: "with-site" },
    { code: "claim/type-twice", value: "urban-okrug" },
  ]);
});
