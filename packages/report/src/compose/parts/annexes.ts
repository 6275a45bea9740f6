import { basisTitles, indicatorsBelow, isKnown, missingStatuses, statusTitles } from "@metodika/core";
import type { Finding } from "@metodika/evidence";
import {
  type Block,
  differencesTable,
  formatDate,
  methodologyTables,
  numberCell,
  type Part,
  quote,
  say,
  shortTitle,
  type Table,
} from "@metodika/presentation";
import type { Context } from "../context.ts";
import { capitalized, stopped } from "../groups.ts";
import { paperIndicators } from "../paper-tables.ts";
import { placesInReport } from "../places-in-report.ts";
import { heading, item, list, paragraph, reference } from "../runs.ts";
import type { LeftOut } from "../sentence.ts";
import { disagreementsTable } from "./disagreements.ts";
import { recoveryTable } from "./worklist.ts";

/** The methodology as tables: indicators, missing values, levels. The recommendations stand in a part of their own. */
export function methodologyAnnex(ctx: Context): Part {
  const { t, lang, data } = ctx;
  const { methodology } = data;
  const tables = methodologyTables(methodology, lang, data.municipalities).filter(
    ({ id }) => id !== `${methodology.id}-recommendations`,
  );
  const chapters = methodology.criteria.map((criterion) => indicatorsBelow(criterion).map(({ id }) => id));
  const numberOf = (indicator: string) => `${chapters.findIndex((ids) => ids.includes(indicator)) + 1}`;
  return {
    id: "annex-methodology",
    newPage: true,
    blocks: [
      heading(1, t("Приложение. Методика", "Annex. Methodology")),
      paragraph([
        `${say(methodology.title, lang)}: ${t("версия", "version")} ${methodology.version}, ${say(statuses[methodology.status], lang)}.`,
      ]),
      ...tables.map(({ caption: _, ...table }): Block => {
        const isIndicators = table.id === `${methodology.id}-indicators`;
        return { type: "table", table: isIndicators ? paperIndicators(table, numberOf) : table };
      }),
    ],
  };
}

const statuses = {
  draft: { ru: "проект", en: "draft" },
  agreed: { ru: "согласована", en: "agreed" },
  approved: { ru: "утверждена", en: "approved" },
} as const;

/** How complete and how certain the data are; in the working edition also what was recovered and where text and tables differ. */
export function qualityAnnex(ctx: Context, leftOut: LeftOut[]): Part {
  const { t, working } = ctx;
  const coverage = coverageTable(ctx);
  return {
    id: "annex-quality",
    newPage: true,
    blocks: [
      heading(1, t("Приложение. Качество данных", "Annex. Quality of the data")),
      paragraph([
        t(
          "По каждому показателю видно, у скольких муниципалитетов значение известно (",
          "For every indicator, of how many municipalities the value is known (",
        ),
        reference(coverage.id),
        ").",
      ]),
      { type: "table", table: coverage },
      ...(working
        ? [...recoveredBlocks(ctx), ...checkBlocks(ctx), ...leftOutBlocks(ctx, leftOut), ...dateBlocks(ctx)]
        : []),
    ],
  };
}

/** For every indicator: known, open, and missing by reason. */
function coverageTable(ctx: Context): Table {
  const { t, lang, data } = ctx;
  const cells = new Map(data.cells.map((cell) => [`${cell.municipality} ${cell.indicator}`, cell]));
  const reasons = missingStatuses.filter((status) =>
    data.cells.some(({ state }) => isKnown(state) && state.missing[0] === status),
  );
  const rows = ctx.places.map(({ indicator }) => {
    const own = data.municipalities.map(({ id }) => cells.get(`${id} ${indicator.id}`));
    const known = own.filter((cell) => cell && isKnown(cell.state) && cell.state.missing.length === 0);
    const open = own.filter((cell) => cell && !isKnown(cell.state));
    const absent = own.filter((cell) => cell === undefined);
    const counts = [
      known.length,
      open.length,
      ...reasons.map(
        (status) =>
          own.filter((cell) => cell && isKnown(cell.state) && cell.state.missing[0] === status).length +
          (status === "O" ? absent.length : 0),
      ),
    ];
    return {
      id: indicator.id,
      header: shortTitle(indicator, lang),
      cells: counts.map((count) => numberCell(count, lang)),
    };
  });
  return {
    id: `${data.round.id}-coverage`,
    title: t("Полнота данных", "Coverage of the data"),
    lang,
    corner: t("Показатель", "Indicator"),
    columns: [
      { id: "known", title: t("Значение известно", "Value known"), align: "right" },
      { id: "open", title: t("Определено неоднозначно", "Known within bounds"), align: "right" },
      ...reasons.map((status) => ({
        id: `status-${status}`,
        title: capitalized(say(statusTitles[status], lang)),
        align: "right" as const,
      })),
    ],
    rows,
    notes: [
      {
        text: t(
          `Число муниципалитетов; всего в регионе — ${data.municipalities.length}.`,
          `Municipalities; the region has ${data.municipalities.length}.`,
        ),
      },
    ],
    source: ctx.source,
  };
}

function recoveredBlocks(ctx: Context): Block[] {
  const { t, lang } = ctx;
  const table = recoveryTable(ctx);
  if (table.rows.length === 0) return [];
  return [
    heading(2, t("Значения, восстановленные по тексту", "Values recovered from the text")),
    paragraph([
      t(
        `Таблицы справки не сохранили часть значений; текст сужает их круг или называет единственное возможное (`,
        "The tables of the report lost some values; the text narrows them or leaves one (",
      ),
      reference(table.id),
      t(
        `). Единственные возможные отмечены как «${say(basisTitles.derived, lang)}». Из каких сведений следует каждое значение, показано в книге таблиц, на листе «Восстановлено по тексту».`,
        "); those are marked. The workbook of tables has the statements that each value follows from.",
      ),
    ]),
    { type: "table", table },
  ];
}

/** Statements of the text that the tables contradict or leave open, side by side with the tables. */
function checkBlocks(ctx: Context): Block[] {
  const { t, lang, data, score, input } = ctx;
  const findings = (input.findings ?? []).filter(({ kind, verdict }) => kind === "claim" && verdict === "contradicted");
  const differences = differencesTable(data, score, lang);
  return [
    ...(findings.length > 0
      ? [
          heading(2, t("Где текст и таблицы расходятся", "Where text and tables disagree")),
          paragraph([
            t(
              "Возможные прочтения приведены в книге таблиц, на листе «Сверка текста и таблиц».",
              "The workbook of tables has the possible readings.",
            ),
          ]),
          { type: "table" as const, table: disagreementsTable(ctx, findings) },
        ]
      : []),
    ...(differences.rows.length > 0
      ? [
          heading(2, t("Напечатанные и рассчитанные результаты", "Printed and computed results")),
          { type: "table" as const, table: differences },
        ]
      : []),
  ];
}

/** What the conclusions do not say, and because of which statements. */
function leftOutBlocks(ctx: Context, leftOut: LeftOut[]): Block[] {
  const { t } = ctx;
  if (leftOut.length === 0) return [];
  return [
    heading(2, t("Что не вошло в текст справки", "What the text leaves out")),
    paragraph([
      t(
        "О том же самом текст исходной справки и её таблицы говорят разное; до уточнения эти сведения в текст справки не включены.",
        "On these the text of the source report and its tables disagree; until that is settled they are left out.",
      ),
    ]),
    ...list(
      leftOut.map(({ about, findings }) =>
        item([
          `${capitalized(about)}. ${t("В справке", "The report states")}: `,
          `${findings.map((finding) => leftOutReason(ctx, finding)).join("; ")}.`,
        ]),
      ),
    ),
  ];
}

/** The statement with its place, and the reading that would save it. */
function leftOutReason({ t, lang }: Context, { statement, source, readings }: Finding): string {
  const saved = readings.find(({ verdict }) => verdict === "confirmed");
  const reading = saved
    ? `; ${t("согласуется при другом прочтении", "agrees under another reading")}: ${say(saved.title, lang)}`
    : "";
  return `${quote(say(statement, lang), lang)} (${placesInReport([source], lang)}${reading})`;
}

/** Dates of the report that do not agree with each other. */
function dateBlocks(ctx: Context): Block[] {
  const { t, lang, data } = ctx;
  const { dates, date_disagreements: disagreements = [] } = data.round;
  if (disagreements.length === 0) return [];
  return [
    heading(2, t("Даты, которые требуют уточнения", "Dates that need clarification")),
    ...list(
      disagreements.map(({ dates: ids, note }) =>
        item(
          [stopped(say(note, lang))],
          ids.flatMap((id) => {
            const date = dates.find((one) => one.id === id);
            return date
              ? [
                  item([
                    `${capitalized(say(date.what, lang))}: ${formatDate(date.value, lang)} (${placesInReport([date.source], lang)}).`,
                  ]),
                ]
              : [];
          }),
        ),
      ),
    ),
  ];
}
