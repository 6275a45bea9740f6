import { fileURLToPath } from "node:url";
import { type Claim, type RoundData, scoreRound } from "@metodika/core";
import { readDatasets } from "@metodika/files";
import { readFolder } from "@metodika/files/node";
import loadHighs from "highs";
import { beforeAll, expect, test } from "vitest";
import { audit } from "../src/audit/audit.ts";
import { claimsOf } from "../src/audit/claims-of.ts";
import { constraintsOf } from "../src/audit/constraints.ts";
import { definitionsOf } from "../src/audit/definitions.ts";
import { type Deduced, deduce } from "../src/deduction/deduce.ts";
import { worldOf } from "../src/world/world.ts";
import { integerProgramOf, type Statement } from "./integer-program.ts";

let data: RoundData;
// The types of the package describe its CommonJS build, where the loader stands one level deeper.
const load = loadHighs as unknown as typeof loadHighs.default;
let highs: Awaited<ReturnType<typeof load>>;
let deduced: readonly Deduced[];

beforeAll(async () => {
  const { files } = await readFolder(fileURLToPath(new URL("../../../datasets", import.meta.url)));
  const round = readDatasets(files).rounds.get("primorye-2022");
  if (!round) throw new TypeError("the round of Primorye is there");
  data = round;
  highs = await load();
  const world = worldOf(data);
  deduced = deduce(world, constraintsOf(definitionsOf(world)));
});

/** The claims that take part and read cells. */
function claimsToUse(inferred: boolean): Claim[] {
  const reads = (claim: Claim) => /"(indicator|level|every)":/.test(JSON.stringify(claim.query ?? {}));
  return claimsOf(data).filter(
    (claim) => claim.use !== false && claim.printed !== undefined && reads(claim) && (inferred || !claim.inferred),
  );
}

/** What each open cell can be by the integer solver; a solution found speaks for all its values at once. */
function possibleBySolver(claims: readonly Statement[]): string[][] {
  const program = integerProgramOf(data, claims);
  const seen = program.open.map(() => new Set<string>());
  program.open.forEach(({ variables }, index) => {
    for (const [value, name] of variables) {
      if (seen[index]?.has(value)) continue;
      const { Status, Columns } = highs.solve(program.text([`1 ${name} = 1`]));
      if (Status === "Infeasible") continue;
      expect(Status).toBe("Optimal");
      program.open.forEach((cell, place) => {
        for (const [other, variable] of cell.variables)
          if (Math.round((Columns[variable] as { Primal: number }).Primal) === 1) seen[place]?.add(other);
      });
    }
  });
  return seen.map((values) => [...values].sort());
}

function shown({ municipality, cell }: Deduced, possible: readonly number[]): string[] {
  const world = worldOf(data);
  const scale = world.program.cells[cell]?.scale;
  return possible
    .map((position) => {
      const outcome = world.outcomes[municipality]?.[cell]?.[position];
      if (outcome?.kind === "missing") return outcome.status;
      return outcome?.kind === "code" && scale?.type === "codes" ? (scale.codes[outcome.code]?.code ?? "") : "";
    })
    .sort();
}

/**
 * Statements that fail by themselves are in no consistent set; the others hold together, so that there is one maximal
 * set. A list is one statement of each municipality.
 */
function consistentAlone(claims: readonly Claim[], round = data): Statement[] {
  const isPossible = (claim: Statement) => highs.solve(integerProgramOf(round, [claim]).text()).Status === "Optimal";
  const kept = claims.flatMap((claim): Statement[] => {
    const { query = {}, printed } = claim;
    const isList = "list" in query || "includes" in query || ("every" in query && printed === true);
    // Of a list that can hold, every part can.
    if (isPossible(claim)) return [claim];
    return isList ? data.municipalities.map(({ id }) => ({ ...claim, only: id })).filter(isPossible) : [];
  });
  expect(highs.solve(integerProgramOf(round, kept).text()).Status).toBe("Optimal");
  return kept;
}

test("an integer solver finds the same values possible in every open cell of Primorye", () => {
  const expected = possibleBySolver(consistentAlone(claimsToUse(false)));
  expect(deduced.map((cell) => shown(cell, cell.possible))).toEqual(expected);
  expect(deduced.every(({ exact }) => exact)).toBe(true);
});

test("it finds the same under the rule that the region has not approved", () => {
  const expected = possibleBySolver(consistentAlone(claimsToUse(true)));
  expect(deduced.map((cell) => shown(cell, cell.inferred?.possible ?? cell.possible))).toEqual(expected);
});

test("of a list that one municipality refutes, the rest still holds", () => {
  const [everywhere] = claimsToUse(false).filter(({ id }) => id === "associations-everywhere");
  if (!everywhere) throw new TypeError("the claim is there");
  const isPossible = (claims: readonly Statement[]) =>
    highs.solve(integerProgramOf(data, claims).text()).Status === "Optimal";
  expect(isPossible([everywhere])).toBe(false);
  const kept = consistentAlone([everywhere]).map(({ only }) => only);
  expect(kept).toHaveLength(data.municipalities.length - 1);
  expect(deduced.some(({ because }) => because.includes("associations-everywhere"))).toBe(true);
});

test("under the reading that takes Vladivostok in, it may stand in the list of any of the insufficient ones", () => {
  const { claims } = data;
  if (!claims) throw new TypeError("the claims are there");
  const universes = claims.universes?.map((own) => {
    const reading = own.id === "declared" ? own.readings?.find(({ id }) => id === "staffed") : undefined;
    return { ...own, who: reading?.who ?? own.who };
  });
  const read = { ...data, claims: { ...claims, ...(universes ? { universes } : {}) } };
  const others = consistentAlone(claimsToUse(false), read).filter(({ id }) => id !== "group/headcount=insufficient");
  const finding = audit(data, scoreRound(data), { declared: "staffed" }).find(
    ({ id }) => id === "group/headcount=insufficient",
  );
  expect(finding).toMatchObject({ verdict: "undetermined", computed: { certain: [] } });
  const program = integerProgramOf(read, others);
  const place = worldOf(data).program.cells.findIndex(({ indicator }) => indicator.id === "headcount");
  const canBe = (id: string, codes: readonly string[]) =>
    codes.some((code) => {
      const municipality = data.municipalities.findIndex((own) => own.id === id);
      const cell = program.open.find((own) => own.municipality === municipality && own.cell === place);
      const name = cell?.variables.get(code);
      return name !== undefined && highs.solve(program.text([`1 ${name} = 1`])).Status === "Optimal";
    });
  for (const municipality of ["vladivostoksky-go", "dalnerechensky-go", "khasansky-mr"]) {
    expect(finding?.computed).toMatchObject({ possible: expect.arrayContaining([municipality]) });
    expect(canBe(municipality, ["insufficient"])).toBe(true);
    expect(canBe(municipality, ["optimal", "acceptable", "none"])).toBe(true);
  }
});
