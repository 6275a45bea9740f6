import { resolve } from "node:path";
import { hasErrors, scoreRound } from "@metodika/core";
import { writeFileAtomically } from "@metodika/files/node";
import { type ComposeInput, composeReport, defaultTemplate, refreshDocx } from "@metodika/report";
import { drawn, openMaterial, readBytes, tell, wordFile } from "../documents.ts";
import { Failure } from "../failure.ts";
import type { RecoveryOptions } from "../open.ts";
import type { Output } from "../output.ts";

interface Options extends Omit<RecoveryOptions, "format"> {
  out?: string;
  template?: string;
  refresh?: string;
  saveTemplate?: string;
}

/** `report`: the analytical report of a round as a Word file, or the renewal of one that its author has edited. */
export async function report(round: string | undefined, options: Options, output: Output): Promise<void> {
  const { lang, edition, out, template, refresh, saveTemplate } = options;
  const wrong = (ru: string, en: string) => new Failure(2, { ru, en }[lang]);
  if (edition === "municipality")
    throw wrong(
      "справка бывает рабочей и публичной; для муниципалитетов — письма: metodika letters",
      "a report is of the working or the public edition; municipalities get letters: metodika letters",
    );
  if (saveTemplate !== undefined) {
    if (round !== undefined || out !== undefined || refresh !== undefined)
      throw wrong("--save-template указывают отдельно", "--save-template stands alone");
    tell(await writeFileAtomically(resolve(saveTemplate), defaultTemplate({ lang })), options, output);
    return;
  }
  if (round === undefined) throw wrong("укажите мониторинг, например amur-2022", "name a round, such as amur-2022");
  if (refresh !== undefined && template !== undefined)
    throw wrong(
      "--template не нужен при --refresh: вид файла остаётся авторским",
      "--template does not go with --refresh: the file keeps the look that its author gave it",
    );
  const target = out ?? refresh;
  if (target === undefined)
    throw wrong(
      "укажите, куда записать: --out ФАЙЛ.docx (или --refresh ФАЙЛ.docx, чтобы обновить свой)",
      "say where to write: --out FILE.docx (or --refresh FILE.docx to renew your own)",
    );
  const document = composeReport(await inputOf(round, options, output));
  if (refresh === undefined) {
    const bytes = await wordFile(document, options, output);
    tell(await writeFileAtomically(resolve(target), bytes), options, output);
    output.err(`${target}: ${document.title}\n`);
    return;
  }
  const edited = await readBytes(refresh, lang);
  const images = await drawn(document);
  const renewed = await refreshDocx(edited, document, { images, file: refresh });
  tell(renewed, options, output);
  if (!renewed.bytes || hasErrors(renewed.problems))
    throw new Failure(1, { ru: "файл не обновлён", en: "the file was not renewed" }[lang]);
  tell(await writeFileAtomically(resolve(target), renewed.bytes), options, output);
  output.err(refreshText(renewed, target, lang));
}

/** What the report is composed from, with the latest earlier round of the region where there is one. */
async function inputOf(round: string, options: Options, output: Output): Promise<ComposeInput> {
  const { datasets, data, score, findings } = await openMaterial(round, options, output);
  const earlier = [...datasets.rounds.values()]
    .filter(({ round: other }) => other.region === data.round.region && other.published < data.round.published)
    .sort((a, b) => (a.round.published < b.round.published ? 1 : -1))[0];
  return {
    data,
    score,
    findings,
    ...(earlier ? { previous: { data: earlier, score: scoreRound(earlier) } } : {}),
    lang: options.lang,
    edition: options.edition === "public" ? "public" : "working",
  };
}

type Renewed = Awaited<ReturnType<typeof refreshDocx>>;

function refreshText(
  { changed, kept, unchanged, missing, unknown }: Renewed,
  target: string,
  lang: "ru" | "en",
): string {
  const head = {
    ru: `${target}: обновлено мест — ${changed.length}, без изменений — ${unchanged}\n`,
    en: `${target}: ${changed.length} places renewed, ${unchanged} unchanged\n`,
  }[lang];
  const gone = { ru: "в файле больше нет", en: "no longer in the file" }[lang];
  const own = { ru: "слова автора сохранены; по данным сейчас", en: "the author's words stay; composed now" }[lang];
  const extra = { ru: "в данных больше нет", en: "no longer in the data" }[lang];
  return [
    head,
    ...changed.map(({ tag, before, after }) => `  ${tag}: ${before} → ${after}\n`),
    ...kept.map(({ tag, after }) => `  ${own}: ${tag}: ${after}\n`),
    ...missing.map((tag) => `  ${gone}: ${tag}\n`),
    ...unknown.map((tag) => `  ${extra}: ${tag}\n`),
  ].join("");
}
