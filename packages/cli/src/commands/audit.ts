import { readFile } from "node:fs/promises";
import { fold, hasErrors, type RoundData, scoreRound } from "@metodika/core";
import { audit, auditDraft, type Finding } from "@metodika/evidence";
import { readDraft } from "@metodika/files";
import { auditTable, draftLabels, draftTable, hasAnotherBase } from "@metodika/presentation";
import { Failure } from "../failure.ts";
import { openDatasets, roundIn } from "../open.ts";
import { type CommonOptions, type Output, print } from "../output.ts";
import { problemLine } from "../problems.ts";
import { switchesOf } from "../switches.ts";

interface Options extends CommonOptions {
  document?: string;
  all?: boolean;
  points?: boolean;
  reading?: string[];
  strict?: boolean;
}

/** `audit`: the claims of reports against their cells and each other; 1 with `--strict` when one is contradicted. */
export async function auditCommand(id: string | undefined, options: Options, output: Output): Promise<number> {
  const { lang, edition } = options;
  if (edition !== "working")
    throw new Failure(
      2,
      {
        ru: "сверка текста и таблиц бывает только в рабочем издании",
        en: "the check of a text against its tables belongs to the working edition alone",
      }[lang],
    );
  if (options.document !== undefined) return auditDocument(id, options.document, options, output);
  const datasets = await openDatasets(options, id);
  const ids = id === undefined ? [...datasets.rounds.keys()] : [id];
  const audits: { data: RoundData; findings: Finding[] }[] = [];
  for (const round of ids) {
    const data = roundIn(datasets, round, options, output);
    audits.push({ data, findings: audit(data, scoreRound(data), switchesOf(options.reading ?? [], data, lang)) });
  }
  const findings = audits.flatMap((one) => one.findings);
  // For reading: what disagrees or is open; the points of rows that agree are only counted.
  const shown = (own: readonly Finding[]) =>
    own.filter(({ verdict }) => options.all || verdict === "contradicted" || verdict === "undetermined");
  print(output, options, findings, () => audits.map(({ data, findings: own }) => auditTable(shown(own), data, lang)));
  for (const { data, findings: own } of audits) output.err(`${data.round.id}: ${countsOf(own, lang)}\n`);
  return options.strict && findings.some(({ verdict }) => verdict === "contradicted") ? 1 : 0;
}

/** One's own draft against a round: the round that is named, else the one whose municipalities the draft names. */
async function auditDocument(id: string | undefined, file: string, options: Options, output: Output): Promise<number> {
  const { lang } = options;
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) throw new Failure(2, { ru: `нет файла «${file}»`, en: `no file "${file}"` }[lang]);
  const { blocks, problems } = readDraft(new Uint8Array(bytes), { file });
  for (const problem of problems) output.err(`${problemLine(problem, lang)}\n`);
  if (hasErrors(problems))
    throw new Failure(1, { ru: "документ не прочитан", en: "the document could not be read" }[lang]);
  const text = fold(blocks.map((block) => block.text).join("\n"));
  const mentions = (data: RoundData) =>
    data.municipalities.filter(({ name, aliases }) => [name, ...aliases].some((form) => text.includes(fold(form))))
      .length;
  const datasets = await openDatasets(options, id);
  const rounds = id === undefined ? [...datasets.rounds.values()] : [];
  const chosen = id ?? [...rounds].sort((a, b) => mentions(b) - mentions(a))[0]?.round.id;
  if (chosen === undefined) throw new Failure(2, { ru: "мониторингов нет", en: "there are no rounds" }[lang]);
  const data = roundIn(datasets, chosen, options, output);
  const score = scoreRound(data);
  const found = auditDraft(blocks, data, score, audit(data, score, switchesOf(options.reading ?? [], data, lang)));
  print(output, options, found, () => [draftTable(found, data, lang, { all: options.all })]);
  const count = (status: (typeof found)[number]["status"]) =>
    found.filter((finding) => finding.status === status).length;
  const words = (status: keyof typeof draftLabels) => `${draftLabels[status].title[lang]} ${count(status)}`;
  output.err(
    `${chosen}: ${(["disagrees", "possible", "uncertain", "not-covered", "agrees"] as const).map(words).join(", ")}\n`,
  );
  return options.strict && count("disagrees") > 0 ? 1 : 0;
}

function countsOf(findings: readonly Finding[], lang: CommonOptions["lang"]): string {
  const count = (kind: Finding["kind"], verdict: Finding["verdict"]) =>
    findings.filter((finding) => finding.kind === kind && finding.verdict === verdict).length;
  const otherBases = (kind: Finding["kind"]) => {
    const own = findings.filter((finding) => finding.kind === kind && hasAnotherBase(finding)).length;
    return own > 0
      ? ` (${{ ru: "из них другое основание доли", en: "of them another base of the share" }[lang]} ${own})`
      : "";
  };
  const words = {
    ru: {
      claim: "сведения текста",
      points: "баллы строк",
      rule: "правила",
      ok: "подтверждается",
      no: "расхождений",
      open: "данных недостаточно",
      out: "не проверяется",
    },
    en: {
      claim: "statements",
      points: "points of rows",
      rule: "rules",
      ok: "confirmed",
      no: "disagreements",
      open: "not enough data",
      out: "not checkable",
    },
  }[lang];
  return (["claim", "points", "rule"] as const)
    .filter((kind) => findings.some((finding) => finding.kind === kind))
    .map(
      (kind) =>
        `${words[kind]} — ${words.ok} ${count(kind, "confirmed")}, ${words.no} ${count(kind, "contradicted")}${otherBases(kind)}, ${words.open} ${count(kind, "undetermined")}, ${words.out} ${count(kind, "not-checkable")}`,
    )
    .join("; ");
}
