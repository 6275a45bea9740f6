import type { LevelMigration } from "@metodika/comparison";
import type { Language, RoundData } from "@metodika/core";
import { labels } from "../../languages/labels.ts";
import { say } from "../../languages/say.ts";
import { collectNotes } from "../../table/collect-notes.ts";
import type { Table } from "../../table/table.ts";
import { quote } from "../../words/join.ts";
import { countCell } from "./change-cell.ts";
import type { ComparedRounds } from "./compared-rounds.ts";
import { comparedSource, comparedTitle, periodsOf } from "./compared-source.ts";
import { levelBreak } from "./level-break.ts";

/** Who moved between the levels of each classification; one that is not compared gives none. */
export function migrationTables(compared: ComparedRounds, lang: Language): Table[] {
  return compared.result.levels.flatMap((migration) =>
    migration.table ? [migrationTable(migration, compared, lang)] : [],
  );
}

function migrationTable(migration: LevelMigration, { before, after }: ComparedRounds, lang: Language): Table {
  const ru = lang === "ru";
  const notes = collectNotes(lang);
  const definition = (data: RoundData) => data.methodology.levels?.find(({ id }) => id === migration.level);
  const title = definition(after)?.title;
  const name = (data: RoundData, code: string | null) => {
    const found = definition(data)?.codes.find((one) => one.code === code);
    return found ? say(found.title, lang) : (code ?? say(labels.noLevel, lang));
  };
  if (!migration.comparable) notes.whole(levelBreak(migration, after, lang));
  const { rows = [], columns = [], counts = [] } = migration.table ?? {};
  return {
    id: `${after.round.id}-${migration.level}-migration`,
    title: comparedTitle(
      `${ru ? "Переходы между уровнями" : "Moves between levels"}: ${quote(title ? say(title, lang) : migration.level, lang)}`,
      [before, after],
      lang,
    ),
    caption: periodsOf([before, after], lang),
    lang,
    corner: say(before.round.period.title, lang),
    columns: columns.map((code) => ({
      id: `to-${code ?? "none"}`,
      title: name(after, code),
      group: say(after.round.period.title, lang),
      align: "right",
    })),
    rows: rows.map((code, row) => ({
      id: `from-${code ?? "none"}`,
      header: name(before, code),
      cells: columns.map((_, column) => countCell(counts[row]?.[column] ?? { low: 0, high: 0 }, lang)),
    })),
    notes: notes.all(),
    source: comparedSource([before, after], lang),
  };
}
