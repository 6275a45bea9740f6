import { checkClaims } from "@metodika/evidence";
import { locate } from "@metodika/files";
import { describe, expect, it } from "vitest";
import { claimFaults } from "../scripts/claim-faults.ts";
import { changed, files, read, round, rowsOf } from "./files.ts";

const rounds = ["amur-2022", "primorye-2022"];

function faults(id: string, from = files): string[] {
  return claimFaults(round(id, read(from)), rowsOf(`${id.replace("-", "/")}/coverage.csv`, from));
}

/** The problems of the claims of a round, with file and line. */
function problems(id: string, from = files) {
  const places = read(from).documents.get(id);
  if (places === undefined) throw new Error(`no claims of "${id}"`);
  return locate(checkClaims(round(id, read(from))), places);
}

describe.each(rounds)("the claims of %s", (id) => {
  it("stand in places of the report, and every part of it has one or a reason for none", () => {
    expect(faults(id)).toEqual([]);
  });

  it("name what exists, ask what can be asked and can hold together", () => {
    expect(problems(id)).toEqual([]);
  });
});

describe("claims that do not close with the ledger are caught", () => {
  const amur = "amur/2022/claims.yaml";
  it.each([
    [
      "a claim in a place that the report does not have",
      changed(amur, "source: amur-2022 section I paragraph 8", "source: amur-2022 section I paragraph 80"),
      [
        "date-held stands in amur-2022 section I paragraph 80, which is no place of the report",
        "amur-2022 section I paragraph 8 has no claim and no reason for none",
      ],
    ],
    [
      "a reason for a place that the report does not have",
      changed(amur, "  - source: amur-2022 section I paragraph 3\n", "  - source: amur-2022 section I paragraph 33\n"),
      [
        "amur-2022 section I paragraph 33 is uncovered and no place of the report",
        "amur-2022 section I paragraph 3 has no claim and no reason for none",
      ],
    ],
    [
      "a reason beside a claim",
      changed(amur, "  - source: amur-2022 section I paragraph 3\n", "  - source: amur-2022 section I paragraph 2\n"),
      [
        "amur-2022 section I paragraph 2 is uncovered and has a claim",
        "amur-2022 section I paragraph 3 has no claim and no reason for none",
      ],
    ],
    [
      "a reason given twice",
      changed(amur, "  - source: amur-2022 section I paragraph 3\n", "  - source: amur-2022 section I paragraph 4\n"),
      [
        "amur-2022 section I paragraph 4 is uncovered twice",
        "amur-2022 section I paragraph 3 has no claim and no reason for none",
      ],
    ],
    [
      "a heading without its reason",
      changed(amur, "  - source: amur-2022 table 1 caption\n", "  - source: amur-2022 section I paragraph 3\n"),
      [
        "amur-2022 section I paragraph 3 is uncovered twice",
        "amur-2022 table 1 caption has no claim and no reason for none",
      ],
    ],
    [
      "a row of a table whose cells are not there",
      changed("amur/2022/coverage.csv", ",observations:table 4 row 29;printed:points,", ",printed:points,"),
      ["amur-2022 table 4 row 29 has no claim and no reason for none"],
    ],
    [
      "a new paragraph of the report that nobody has read",
      changed("amur/2022/coverage.csv", "paragraph,section I paragraph 8,", "paragraph,section I paragraph 81,"),
      [
        "date-held stands in amur-2022 section I paragraph 8, which is no place of the report",
        "amur-2022 section I paragraph 81 has no claim and no reason for none",
      ],
    ],
  ])("%s", (_, from, expected) => {
    expect(faults("amur-2022", from)).toEqual(expected);
  });
});

describe("claims that cannot be asked are caught, with their line", () => {
  it.each([
    [
      "amur-2022",
      changed("amur/2022/claims.yaml", "{date: monitoring-held}", "{date: monitoring-hold}"),
      { code: "claim/unknown-date", file: "amur/2022/claims.yaml", nearest: "monitoring-held" },
    ],
    [
      "amur-2022",
      changed("amur/2022/claims.yaml", "{claim: structures-absent}", "{claim: structure-absent}"),
      { code: "claim/unknown-claim", file: "amur/2022/claims.yaml", nearest: "structures-absent" },
    ],
    [
      "primorye-2022",
      changed("primorye/2022/claims.yaml", "universe: declared", "universe: declard"),
      { code: "claim/unknown-universe", file: "primorye/2022/claims.yaml", nearest: "declared" },
    ],
  ])("in %s", (id, from, facts) => {
    const [problem, ...more] = problems(id, from);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ severity: "error", ...facts });
    const text = new TextDecoder().decode(from.get(facts.file)).split("\n");
    expect(text[(problem?.line ?? 0) - 1]).toContain(problem?.value);
  });
});
