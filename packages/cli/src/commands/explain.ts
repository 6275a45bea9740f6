import { explain, type MissingPolicy } from "@metodika/core";
import { explanationText, type Line, type Table } from "@metodika/presentation";
import { shownBy } from "../edition.ts";
import { explanationJson } from "../explanation-json.ts";
import { Failure } from "../failure.ts";
import { findMunicipality, openRecovered, type RecoveryOptions, unknownWord } from "../open.ts";
import { type CommonOptions, type Output, plain, print } from "../output.ts";

/** `explain`: the arithmetic of one municipality's results, or of one indicator, criterion or level. */
export async function explainCommand(
  round: string,
  name: string,
  part: string | undefined,
  options: RecoveryOptions & { missing?: MissingPolicy },
  output: Output,
): Promise<void> {
  const whole = await openRecovered(round, options, output);
  const { id } = findMunicipality(whole, name, options.lang);
  const data = shownBy(whole, options.edition === "municipality" ? { ...options, municipality: id } : options);
  const explanation = explain(data, id, options.missing ? { missing: options.missing } : {});
  if (!explanation)
    throw new Failure(2, unknownWord({ ru: "муниципалитета", en: "municipality" }, name, [])[options.lang]);
  const all = explanationText(explanation, data, options.lang);
  const lines = part === undefined ? all : find(all, part);
  if (lines.length === 0)
    throw new Failure(2, unknownWord({ ru: "показателя", en: "indicator" }, part ?? "", ids(all))[options.lang]);
  if (options.format === "json") print(output, options, explanationJson(explanation, data, lines), () => []);
  else if (options.format === "csv") print(output, options, undefined, () => [linesTable(lines, options.lang)]);
  else for (const [depth, line] of flat(lines)) output.out(`${"  ".repeat(depth)}${plain(line.text)}\n`);
}

/** The lines as a table: how deep each stands, what it speaks of, what it says. */
function linesTable(lines: readonly Line[], lang: CommonOptions["lang"]): Table {
  const titles = { ru: ["Уровень вложенности", "О чём", "Пояснение"], en: ["Depth", "Subject", "Explanation"] }[lang];
  return {
    id: "explanation",
    title: { ru: "Как рассчитано", en: "How it was calculated" }[lang],
    lang,
    corner: titles[0] ?? "",
    columns: titles.slice(1).map((title, index) => ({ id: ["subject", "text"][index] ?? "", title, align: "left" })),
    rows: flat(lines).map(([depth, line], index) => ({
      id: String(index + 1),
      header: String(depth),
      cells: [{ text: line.id ?? "" }, { text: line.text }],
    })),
    notes: [],
    source: "",
  };
}

function find(lines: readonly Line[], id: string): Line[] {
  return lines.flatMap((line) => (line.id === id ? [line] : find(line.children ?? [], id)));
}

function ids(lines: readonly Line[]): string[] {
  return [...new Set(lines.flatMap((line) => [...(line.id ? [line.id] : []), ...ids(line.children ?? [])]))];
}

function flat(lines: readonly Line[], depth = 0): [number, Line][] {
  return lines.flatMap((line) => [[depth, line] as [number, Line], ...flat(line.children ?? [], depth + 1)]);
}
