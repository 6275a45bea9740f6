import {
  type Cell,
  criteriaOf,
  indicatorsOf,
  isCertainlyMissing,
  isKnown,
  type RoundData,
  scoreRound,
} from "@metodika/core";
import { reportTable, say, signs, type Table } from "@metodika/presentation";
import { DOMParser } from "@xmldom/xmldom";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { ensk } from "../../presentation/test/ensk.ts";
import { toCsv } from "../src/csv/to-csv.ts";
import { toHtmlPage } from "../src/html/to-html-page.ts";
import { toMarkdown } from "../src/markdown/to-markdown.ts";
import { realRound } from "./real-rounds.ts";

/** What a cell says in a file, marks of notes apart, and the lines below the table. */
interface Written {
  cells: string[][];
  below: string[];
}

const forms: Record<string, (table: Table) => Written> = {
  csv(table) {
    const lines: string[][] = parse(toCsv(table, { for: "excel" }), {
      bom: true,
      delimiter: ";",
      relax_column_count: true,
    });
    const rows = lines
      .slice(1, table.rows.length + 1)
      .map((line) => line.slice(1).map((text) => text.replace(/( \[\d+\])+$/, "")));
    return { cells: rows, below: lines.slice(table.rows.length + 2).map(([text = ""]) => text) };
  },
  markdown(table) {
    const lines = toMarkdown(table).split("\n");
    const rows = lines.filter((line) => line.startsWith("| ")).slice(2);
    const cells = rows.map((line) =>
      line
        .slice(2, -2)
        .split(" | ")
        .slice(1)
        .map((text) => text.replace(/<sup>.*$/, "")),
    );
    return { cells, below: lines.filter((line) => line.startsWith("- ")).map((line) => line.slice(2)) };
  },
  html(table) {
    const page = new DOMParser().parseFromString(toHtmlPage([table]).replace("<!DOCTYPE html>", ""), "text/xml");
    const rows = [...(page.getElementsByTagName("tbody")[0]?.getElementsByTagName("tr") ?? [])];
    for (const mark of [...page.getElementsByTagName("sup")]) mark.parentNode?.removeChild(mark);
    return {
      cells: rows.map((row) => [...row.getElementsByTagName("td")].map(({ textContent }) => textContent ?? "")),
      below: [...page.getElementsByTagName("li")].map(({ textContent }) => textContent ?? ""),
    };
  },
};

/** A value by its code, a status, or `?` where several are possible. */
function kindOf({ state, status }: Cell): string {
  if (isCertainlyMissing(state)) return `status ${state.missing[0] ?? status}`;
  if (!isKnown(state)) return "?";
  return state.range ? "number" : `value ${state.codes[0]}`;
}

/** The texts of each kind of cell in a form, and the titles of the signs that a reader needs. */
function textsByKind(data: RoundData, write: (table: Table) => Written) {
  const texts = new Map<string, Set<string>>();
  const unexplained: string[] = [];
  const score = scoreRound(data);
  for (const criterion of criteriaOf(data.methodology)) {
    if (!criterion.indicators?.length) continue;
    const places = indicatorsOf(data.methodology).filter((place) => place.criterion.id === criterion.id);
    const { cells, below } = write(reportTable(data, score, criterion.id, "ru"));
    data.municipalities.forEach(({ id }, row) => {
      places.forEach(({ indicator }, column) => {
        const cell = data.cells.find((one) => one.municipality === id && one.indicator === indicator.id);
        const text = cells[row]?.[column] ?? "";
        // A range of numbers says by itself that it is one.
        if (!cell || /^\d+–\d+$/.test(text)) return;
        const kind = kindOf(cell);
        const group = kind.startsWith("value") ? `${indicator.scale} ${kind}` : kind;
        texts.set(group, (texts.get(group) ?? new Set()).add(text));
        const sign = kind === "?" ? signs.bounded : kind.startsWith("status") ? signs[kind.slice(7) as "L"] : undefined;
        if (!sign) return;
        const shown = say(sign.sign, "ru");
        if (!text.includes(shown)) unexplained.push(`${id} ${indicator.id}: ${text} without ${shown}`);
        if (!below.includes(`${shown} — ${say(sign.title, "ru")}`))
          unexplained.push(`${criterion.id}: ${shown} has no note`);
      });
    });
  }
  return { texts, unexplained };
}

describe.each(["ensk-2022", "amur-2022", "primorye-2022"])("in the tables of %s", (id) => {
  let data: RoundData;
  beforeAll(async () => {
    data = id === "ensk-2022" ? ensk : await realRound(id);
  });

  test.each(Object.entries(forms))("as %s, no absent value looks like another one, nor like an answer", (_, write) => {
    const { texts, unexplained } = textsByKind(data, write);
    expect(unexplained).toEqual([]);
    const kinds = [...texts.keys()];
    expect(kinds.filter((kind) => kind.startsWith("status")).length).toBeGreaterThan(0);
    for (const kind of kinds) {
      if (!kind.startsWith("status") && kind !== "?") continue;
      for (const other of kinds) {
        if (other === kind) continue;
        const same = [...(texts.get(kind) ?? [])].filter((text) => texts.get(other)?.has(text));
        expect({ kind, other, same }).toEqual({ kind, other, same: [] });
      }
    }
  });
});

test("the three rounds show every kind that has to be told apart", async () => {
  const rounds = [ensk, await realRound("amur-2022"), await realRound("primorye-2022")];
  const kinds = new Set(rounds.flatMap(({ cells }) => cells.map(kindOf)));
  for (const kind of ["status L", "status M", "status O", "status S", "?"]) expect(kinds).toContain(kind);
});
