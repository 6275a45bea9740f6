import { describe, expect, it } from "vitest";
import { rebuildRows } from "../scripts/rebuild-rows.ts";
import { rowDigest } from "../scripts/report.ts";
import { changed, files, read, round, rowsOf } from "./files.ts";

/** The rows whose digest the cells and the printed points do not give. */
function different(id: string, from = files): string[] {
  const rebuilt = new Map(
    rebuildRows(round(id, read(from))).map((row) => [
      `table ${row.table} row ${row.row} ${row.municipality}`,
      rowDigest(row),
    ]),
  );
  return rowsOf(`${id.replace("-", "/")}/rows.csv`, from)
    .filter(
      ({ table, row, municipality, digest }) => rebuilt.get(`table ${table} row ${row} ${municipality}`) !== digest,
    )
    .map(({ table, row }) => `table ${table} row ${row}`);
}

describe.each([
  ["amur-2022", 4 * 29],
  ["primorye-2022", 3 * 34],
])("the cells of %s", (id, count) => {
  it("rebuild every row of the report", () => {
    expect(rowsOf(`${id.replace("-", "/")}/rows.csv`)).toHaveLength(count);
    expect(rebuildRows(round(id))).toHaveLength(count);
    expect(different(id)).toEqual([]);
  });
});

describe("a slip of the pen", () => {
  it.each([
    ["a value", "raychikhinsk,regulation,Да,", "raychikhinsk,regulation,Нет,", "table 1 row 4"],
    [
      "a link",
      "tynda,regulation,Да,A,printed,amur-2022 table 1 row 6,link",
      "tynda,regulation,Да,A,printed,amur-2022 table 1 row 6,",
      "table 1 row 6",
    ],
    [
      "the case of a letter",
      "mazanovsky-district,development-programme,нет",
      "mazanovsky-district,development-programme,Нет",
      "table 3 row 19",
    ],
  ])("in %s is caught", (_, before, after, row) => {
    expect(different("amur-2022", changed("amur/2022/observations.csv", before, after))).toEqual([row]);
  });

  it("in printed points is caught", () => {
    const copy = changed("amur/2022/printed.csv", "zeya,young-teachers,5", "zeya,young-teachers,4");
    expect(different("amur-2022", copy)).toEqual(["table 2 row 3"]);
  });

  it("in a colour is caught", () => {
    const copy = changed("primorye/2022/observations.csv", "spassky-mr,training,Желтый", "spassky-mr,training,Зеленый");
    expect(different("primorye-2022", copy)).toEqual(["table 2 row 23"]);
  });
});
