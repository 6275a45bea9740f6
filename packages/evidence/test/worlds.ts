import type { Claim, ClaimCondition, Query } from "@metodika/core";
import * as fc from "fast-check";
import { type Invented, indicatorId, municipalityId } from "./invented.ts";

/** Small random worlds with claims that may conflict, over universes that may depend on open cells. */
export const worlds: fc.Arbitrary<Invented & { claims: (Pick<Claim, "id"> & Partial<Claim>)[] }> = fc
  .record({
    municipalities: fc.integer({ min: 2, max: 4 }),
    width: fc.integer({ min: 1, max: 3 }),
    codes: fc.integer({ min: 2, max: 3 }),
  })
  .chain(({ municipalities, width, codes: count }) => {
    const codes = ["a", "b", "c"].slice(0, count);
    const ids = Array.from({ length: municipalities }, (_, index) => municipalityId(index));
    const leaf: fc.Arbitrary<ClaimCondition> = fc.oneof(
      { weight: 4, arbitrary: fc.record({ indicator: indicatorOf(width), is: fc.subarray(codes, { minLength: 1 }) }) },
      { weight: 1, arbitrary: fc.record({ indicator: indicatorOf(width), status: fc.constant<"L"[]>(["L"]) }) },
      { weight: 1, arbitrary: fc.record({ named: fc.subarray(ids, { minLength: 1 }) }) },
    );
    const condition: fc.Arbitrary<ClaimCondition> = fc.oneof(
      { weight: 4, arbitrary: leaf },
      { weight: 1, arbitrary: leaf.map((part) => ({ not: part })) },
      { weight: 1, arbitrary: fc.tuple(leaf, leaf).map((all) => ({ all })) },
      { weight: 1, arbitrary: fc.tuple(leaf, leaf).map((any) => ({ any })) },
    );
    const list = fc.subarray(ids);
    const number = fc.integer({ min: 0, max: municipalities });
    const percent = fc.constantFrom("0", "25", "33.3", "50", "66.7", "67", "75", "100");
    const asked: fc.Arbitrary<Partial<Claim>> = fc.oneof(
      fc.record({
        query: query("count", condition),
        printed: fc.oneof(
          number,
          number.map((at_least) => ({ at_least })),
          number.map((more_than) => ({ more_than })),
        ),
      }),
      fc.record({
        query: query("share", condition),
        printed: fc.oneof(
          percent.map((digits) => ({ percent: digits })),
          fc.constant({ at_least: 50 }),
          fc.constant({ more_than: 50 }),
        ),
      }),
      fc.record({ query: query("list", condition), printed: list }),
      fc.record({ query: query("includes", condition), printed: list }),
      fc.record({ query: query("every", condition), printed: fc.boolean() }),
    );
    const cell = fc.subarray([...codes, "L"], { minLength: 1, maxLength: 3 });
    return fc.record({
      codes: fc.constant(codes),
      cells: fc
        .array(fc.array(cell, { minLength: width, maxLength: width }), {
          minLength: municipalities,
          maxLength: municipalities,
        })
        .filter((cells) => cells.flat().reduce((product, possible) => product * possible.length, 1) <= 1500),
      universes: fc.record({ some: condition }),
      claims: fc
        .array(
          fc.tuple(asked, fc.constantFrom(undefined, undefined, "some"), fc.constantFrom(undefined, undefined, "some")),
          { minLength: 1, maxLength: 5 },
        )
        .map((all) =>
          all.map(([claim, universe, base], index) => ({
            id: `claim-${index + 1}`,
            ...claim,
            ...(universe && !("includes" in (claim.query ?? {})) ? { universe } : {}),
            ...(base && "share" in (claim.query ?? {}) ? { base } : {}),
          })),
        ),
    });
  });

function indicatorOf(width: number): fc.Arbitrary<string> {
  return fc.integer({ min: 0, max: width - 1 }).map(indicatorId);
}

function query(
  kind: "count" | "share" | "list" | "includes" | "every",
  condition: fc.Arbitrary<ClaimCondition>,
): fc.Arbitrary<Query> {
  return condition.map((of) => ({ [kind]: of }) as unknown as Query);
}
