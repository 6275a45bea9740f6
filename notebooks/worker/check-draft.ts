import { fold, hasErrors, type Language, type RoundData, scoreRound } from "@metodika/core";
import { auditDraft, type DraftFinding } from "@metodika/evidence";
import { type DraftBlock, readDraft } from "@metodika/files";
import { draftLabels, draftTable, formatNumber, say, type Table } from "@metodika/presentation";
import { auditOf } from "../loaders/evidence.ts";
import { type JobContext, roundOf } from "./job.ts";

/** A draft as the page hands it over. */
export interface DraftInput {
  round: string;
  /** Its name: shown, and telling Markdown from plain text. */
  file: string;
  bytes: ArrayBuffer;
}

/** The sheet to sign, ready to be shown; without `sheet` the document could not be read, and `problems` say why. */
export interface DraftResult {
  problems: { severity: "error" | "warning" | "note"; text: string }[];
  sheet?: {
    methodology: string;
    counts: { status: DraftFinding["status"]; title: string; count: number }[];
    /** What disagrees and what has to be clarified. */
    attention: Table;
    /** What nothing covers, by place. */
    unmatched: { place: string; figures: string[] }[];
    all: Table;
    /** A round whose municipalities the draft names more often: the wrong one may be chosen. */
    rather?: string;
  };
}

/** Some 1500 pages: beyond that a reader waits for minutes. */
const mostLetters = 3_000_000;
const statuses = ["agrees", "disagrees", "possible", "uncertain", "not-covered"] as const;

/** Reads a draft and holds its figures and lists against a round. Throws only for a round that does not exist. */
export function checkDraft({ round: id, file, bytes }: DraftInput, { datasets, lang, step }: JobContext): DraftResult {
  const data = roundOf(datasets, id);
  step({ ru: "читаю документ", en: "reading the document" });
  const draft = readDraft(new Uint8Array(bytes), { file });
  const problems = draft.problems.map(({ severity, message }) => ({ severity, text: message[lang] }));
  if (hasErrors(draft.problems)) return { problems };
  const letters = draft.blocks.reduce((sum, { text }) => sum + text.length, 0);
  if (letters > mostLetters) return { problems: [...problems, tooLong(letters, lang)] };
  step({ ru: "сверяю сам отчёт с его таблицами", en: "holding the report itself against its tables" });
  const findings = auditOf(data);
  step({ ru: "сверяю цифры и перечни документа", en: "holding the figures and lists of the document" });
  const found = auditDraft(draft.blocks, data, scoreRound(data), findings);
  const of = (...wanted: DraftFinding["status"][]) => found.filter(({ status }) => wanted.includes(status));
  const rather = moreOftenNamed(draft.blocks, data, [...datasets.rounds.values()]);
  return {
    problems,
    sheet: {
      methodology: methodologyOf(data, lang),
      counts: statuses.map((status) => ({
        status,
        title: say(draftLabels[status].title, lang),
        count: of(status).length,
      })),
      attention: draftTable(of("disagrees", "possible", "uncertain"), data, lang),
      unmatched: byPlace(of("not-covered")),
      all: draftTable(found, data, lang, { all: true }),
      ...(rather ? { rather: say(rather.round.title, lang) } : {}),
    },
  };
}

function tooLong(letters: number, lang: Language): DraftResult["problems"][number] {
  const [found, most] = [formatNumber(letters, lang), formatNumber(mostLetters, lang)];
  const text =
    lang === "ru"
      ? `в документе ${found} знаков, проверяется не более ${most}; разделите документ`
      : `the document has ${found} letters, at most ${most} are checked; split it`;
  return { severity: "error", text };
}

function methodologyOf({ methodology }: RoundData, lang: Language): string {
  return `${say(methodology.title, lang)}, ${lang === "ru" ? "версия" : "version"} ${methodology.version}`;
}

function byPlace(findings: readonly DraftFinding[]): { place: string; figures: string[] }[] {
  const places = new Map<string, string[]>();
  for (const { place, figure } of findings) places.set(place, [...(places.get(place) ?? []), figure]);
  return [...places].map(([place, figures]) => ({ place, figures }));
}

function moreOftenNamed(blocks: readonly DraftBlock[], chosen: RoundData, rounds: readonly RoundData[]) {
  const text = fold(blocks.map((block) => block.text).join("\n"));
  const mentions = ({ municipalities }: RoundData) =>
    municipalities.filter(({ name, aliases }) => [name, ...aliases].some((form) => text.includes(fold(form)))).length;
  const [most] = [...rounds].sort((a, b) => mentions(b) - mentions(a));
  return most && most !== chosen && mentions(most) > mentions(chosen) ? most : undefined;
}
