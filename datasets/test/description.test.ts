import { describe, expect, it } from "vitest";
import { readCsv, writeCsv } from "../scripts/csv.ts";
import { DataPackage } from "../scripts/data-package.ts";
import { dataPackage, describeDatasets } from "../scripts/describe.ts";
import { tableFaults } from "../scripts/table-faults.ts";
import { changed, files, rowsOf, textOf } from "./files.ts";

const { version } = JSON.parse(textOf("package.json"));
const described = DataPackage.parse(JSON.parse(textOf("datapackage.json")));

/** The files that describe the datasets and are not what `npm run describe` would write. */
function stale(from = files): string[] {
  return [...describeDatasets(from, version, JSON.parse(textOf("versions.json", from)))]
    .filter(([path, text]) => textOf(path, from) !== text)
    .map(([path]) => path);
}

function faults(from = files): string[] {
  const paths = described.resources.filter(({ format }) => format === "csv");
  return tableFaults(described, new Map(paths.map(({ name, path }) => [name, rowsOf(path, from)])));
}

describe("datapackage.json and the schemas for editors", () => {
  it("are current: every file described, sized and hashed", () => {
    expect(stale()).toEqual([]);
    const data = [...files.keys()].filter((path) => /\.(csv|yaml)$/.test(path));
    expect(described.resources.map(({ path }) => path)).toEqual(data.sort());
  });

  it("are stale after one changed byte, or a key that the schema lost", () => {
    expect(stale(changed("amur/2022/facts.csv", "structures,amur", "structures,Amur"))).toEqual(["datapackage.json"]);
    expect(stale(changed("round.schema.json", '"approval"', '"approvals"'))).toEqual(["round.schema.json"]);
    expect(stale(changed("methodology.schema.json", '"version"', '"edition"'))).toEqual(["methodology.schema.json"]);
    expect(stale(changed("claims.schema.json", '"not_checkable"', '"uncheckable"'))).toEqual(["claims.schema.json"]);
  });

  it("want a description of every file", () => {
    expect(() => dataPackage(new Map([["amur/2022/rumors.csv", new Uint8Array(1)]]), version)).toThrow(
      'nobody has described "amur/2022/rumors.csv"',
    );
  });

  it.each<[string, (copy: Record<string, unknown>) => void]>([
    ["no resource", (copy) => Object.assign(copy, { resources: [] })],
    ["a name with a space", (copy) => Object.assign(copy, { name: "two words" })],
    [
      "another version of the profile",
      (copy) => Object.assign(copy, { $schema: "https://datapackage.org/profiles/1.0" }),
    ],
    ["a license without name and path", (copy) => Object.assign(copy, { licenses: [{ title: "free" }] })],
    ["a misspelt property", (copy) => Object.assign(copy, { licences: [] })],
    ["a path that leads out", (copy) => Object.assign(resourceOf(copy), { path: "../secret.csv" })],
    ["a hash that is none", (copy) => Object.assign(resourceOf(copy), { hash: "sha256:0" })],
    [
      "a foreign key to nowhere",
      (copy) => Object.assign(resourceOf(copy).schema.foreignKeys[0].reference, { resource: "cities" }),
    ],
    ["a primary key of no field", (copy) => Object.assign(resourceOf(copy).schema, { primaryKey: ["nothing"] })],
    ["an unknown type", (copy) => Object.assign(resourceOf(copy).schema.fields[0], { type: "text" })],
  ])("are refused with %s", (_, mutate) => {
    const copy = JSON.parse(textOf("datapackage.json"));
    expect(DataPackage.safeParse(copy).success).toBe(true);
    mutate(copy);
    expect(DataPackage.safeParse(copy).success).toBe(false);
  });

  it("are named in the first line of the YAML files that they are for", () => {
    for (const { path } of described.resources) {
      const [, schema] = /([a-z]+)(?:-[\d.]+)?\.yaml$/.exec(path) ?? [];
      if (schema === undefined || schema === "comments") continue;
      const up = "../".repeat(path.split("/").length - 1);
      expect(textOf(path).split("\n")[0]).toBe(`# yaml-language-server: $schema=${up}${schema}.schema.json`);
    }
  });
});

// biome-ignore lint/suspicious/noExplicitAny: a copy that is broken on purpose
function resourceOf(copy: any): any {
  return copy.resources.find(({ name }: { name: string }) => name === "amur-2022-observations");
}

describe("the tables", () => {
  it("are what their description says", () => {
    expect(faults()).toEqual([]);
  });

  it("are written one way: `,`, line feeds, quotes only where needed, no byte order mark", () => {
    for (const { path, format } of described.resources) {
      if (format !== "csv") continue;
      const rows = readCsv(textOf(path));
      expect(writeCsv(Object.keys(rows[0] ?? {}), rows)).toBe(textOf(path));
    }
  });

  it.each([
    ["municipalities.csv", "zeya,amur,", "zeya,,", "municipalities.csv: line 4: region is blank"],
    ["municipalities.csv", "10712000,2,1", "10712000,two,1", 'municipalities.csv: line 4: tile_column cannot be "two"'],
    ["municipalities.csv", "urban-okrug,yes", "urban-okrug,да", 'municipalities.csv: line 10: closed cannot be "да"'],
    [
      "amur/2022/rows.csv",
      "1,2,belogorsk,",
      "1,1,belogorsk,",
      'amur/2022/rows.csv: line 3: the key ["1","1"] stands twice',
    ],
    [
      "amur/2022/rows.csv",
      "1,2,belogorsk,",
      "1,2,belgorod,",
      'amur/2022/rows.csv: line 3: ["belgorod"] is not in municipalities',
    ],
    [
      "amur/2022/rows.csv",
      "row,municipality",
      "row,territory",
      "amur/2022/rows.csv: other columns: table,row,territory,digest",
    ],
    [
      "primorye/2022/observations.csv",
      ",bounded,",
      ",guessed,",
      'primorye/2022/observations.csv: line 2: basis cannot be "guessed"',
    ],
  ])("are refused: %s, %s → %s", (path, before, after, fault) => {
    expect(faults(changed(path, before, after))).toContain(fault);
  });
});
