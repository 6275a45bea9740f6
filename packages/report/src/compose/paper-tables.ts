import type { Language } from "@metodika/core";
import { labels, quote, say, type Table } from "@metodika/presentation";

/**
 * A table of a criterion as a document has it: reasons for absence by their signs and coloured values by their letters,
 * both of which the notes explain, and short totals. Pages and spreadsheets have room for the words.
 */
export function paperTable(table: Table): Table {
  const { lang } = table;
  const totals = table.totals ?? [];
  const columns = table.columns.map((_, place) => new Set(table.rows.map(({ cells }) => cells[place]?.text ?? "")));
  // A value printed with a small letter is the same value.
  const asOthers = (words: string, place: number) => {
    const capital = words.charAt(0).toUpperCase() + words.slice(1);
    return words !== "" && columns[place]?.has(capital) ? capital : words;
  };
  return {
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.map((shown, place) => {
        const cell = { ...shown, text: asOthers(shown.text, place) };
        if (cell.sign && cell.value === null) return { ...cell, text: cell.sign };
        return cell.color && cell.letter ? { ...cell, text: cell.letter } : cell;
      }),
    })),
    totals: totals.map((row) => ({ ...row, header: totalOf(row.short ?? row.header, lang) })),
    notes: [
      ...(totals.length > 0
        ? [
            {
              text:
                lang === "ru"
                  ? "Строки «Итого»: число муниципалитетов с этим значением."
                  : "Rows “Total”: municipalities with this value.",
            },
          ]
        : []),
      ...withSignsJoined(table.notes),
    ],
  };
}

/** Signs on a line together; numbered notes and those of the whole table below. */
function withSignsJoined(notes: Table["notes"]): Table["notes"] {
  const isSign = ({ mark }: Table["notes"][number]) => mark !== undefined && !/^\d+$/.test(mark);
  const signed = notes.filter(isSign).map(({ mark, text }) => `${mark} — ${text}`);
  const others = notes.filter((note) => !isSign(note));
  return [...(signed.length > 0 ? [{ text: `${signed.join("; ")}.` }] : []), ...others];
}

function totalOf(value: string, lang: Language): string {
  return `${lang === "ru" ? "Итого" : "Total"} ${quote(value, lang)}`;
}

/**
 * The table of results as a document has it: a column for each criterion with its maximum in the heading where that is the
 * same for all. Printed points stand in the tables of the criteria; the notes have those that differ.
 */
export function paperScores(table: Table): Table {
  const { columns, rows, lang } = table;
  const at = (id: string) => columns.findIndex((column) => column.id === id);
  const maximumOf = (id: string): string | undefined => {
    const place = at(id.replace(/-points$/, "-maximum"));
    const shown = new Set(rows.map(({ cells }) => cells[place]?.text ?? "").filter(Boolean));
    return shown.size === 1 ? [...shown][0] : undefined;
  };
  const isPoints = (id: string) => id.endsWith("-points");
  const isOf = (id: string, part: string) => id.endsWith(part) && at(id.replace(part, "-points")) >= 0;
  const kept = columns.flatMap((column, place) => {
    const { id } = column;
    if (isOf(id, "-printed") || (isOf(id, "-maximum") && maximumOf(id.replace(/-maximum$/, "-points")))) return [];
    return [{ column, place }];
  });
  const alone = (group: string | undefined) => kept.filter(({ column }) => column.group === group).length === 1;
  return {
    ...table,
    columns: kept.map(({ column }) => {
      if (!isPoints(column.id) || column.group === undefined || !alone(column.group)) return column;
      const { group, ...rest } = column;
      const most = maximumOf(column.id);
      const how = column.title === say(labels.points, lang) ? [] : [column.title];
      const outOf = most ? [`${lang === "ru" ? "из" : "out of"}\u00a0${most}`] : [];
      const inside = [...how, ...outOf].join("; ");
      return { ...rest, title: inside ? `${group} (${inside})` : group, align: "center" as const };
    }),
    rows: rows.map((row) => ({ ...row, cells: kept.map(({ place }) => row.cells[place] ?? { text: "" }) })),
  };
}

/**
 * The indicators of a methodology as a document has them: criteria by the numbers of their chapters, and evidence that is
 * the same for all told once below.
 */
export function paperIndicators(table: Table, numberOf: (indicator: string) => string): Table {
  const { columns, rows, lang } = table;
  const at = (id: string) => columns.findIndex((column) => column.id === id);
  const [criterion, evidence] = [at("criterion"), at("evidence")];
  const proofs = new Set(rows.map(({ cells }) => cells[evidence]?.text ?? ""));
  const [proof = ""] = proofs;
  const isCommon = evidence >= 0 && proofs.size === 1;
  const kept = columns.flatMap((_, place) => (isCommon && place === evidence ? [] : [place]));
  return {
    ...table,
    columns: kept.flatMap((place) => columns[place] ?? []),
    rows: rows.map((row) => ({
      ...row,
      cells: kept.map((place) =>
        place === criterion ? { text: numberOf(row.id) } : (row.cells[place] ?? { text: "" }),
      ),
    })),
    notes: [...(isCommon ? [{ text: `${say(labels.evidence, lang)}: ${proof}.` }] : []), ...table.notes],
  };
}
