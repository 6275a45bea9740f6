import { explain, type Problem } from "@metodika/core";
import { type Block, type Document, type Part, say } from "@metodika/presentation";
import type { LetterInput } from "../compose-input.ts";
import { capitalized, continued, stopped } from "../groups.ts";
import { isContradicted } from "../parts/experts.ts";
import { figure, heading, item, list, paragraph, strong } from "../runs.ts";
import { clarifyBlocks, submitBlocks } from "./clarify.ts";
import { howBlocks } from "./how.ts";
import { type LetterContext, type LettersContext, letterContextOf, lettersContextOf } from "./letter-context.ts";
import { unnamedCode } from "./letter-problems.ts";
import { ownRecommendationBlocks } from "./own-recommendations.ts";
import { resultBlocks } from "./own-results.ts";
import { peerBlocks } from "./peers.ts";

/** A letter and what a person should know before it is sent. */
export interface Letter {
  municipality: string;
  document: Document;
  problems: Problem[];
}

/**
 * A letter to one municipality: its own results and how they were calculated, its place among peers who are counted and
 * never named, its recommendations, and what needs clarification. It is addressed by the official name in the dative;
 * where the data have none, by a neutral form in the nominative, and the problems say so.
 *
 * @example
 * composeLetter({ data, score, lang: "ru" }, "zeya").document.id // "amur-2022-letter-zeya"
 * @throws RangeError for a municipality that the round does not have
 */
export function composeLetter(input: LetterInput, municipality: string): Letter {
  return letterOf(lettersContextOf(input), municipality);
}

/** The letters of all municipalities of a round, in the order of the region's tables. */
export function composeLetters(input: LetterInput): Letter[] {
  const shared = lettersContextOf(input);
  return input.data.municipalities.map(({ id }) => letterOf(shared, id));
}

function letterOf(shared: LettersContext, id: string): Letter {
  const ctx = letterContextOf(shared, id);
  const { lang, t, own, unit, name, municipality } = ctx;
  const { round, methodology } = own;
  const scored = unit.status === "scored";
  const address = addressOf(ctx);
  const parts: Part[] = [
    addressPart(ctx, address.text),
    ...(scored ? scoredParts(ctx) : [notScoredPart(ctx)]),
    ...part("practices", t("Практики, заслуживающие внимания", "Practices worth attention"), practiceBlocks(ctx)),
    ...part("recommendations", t("Рекомендации", "Recommendations"), ownRecommendationBlocks(ctx)),
    ...part("clarify", t("Просим уточнить", "Please clarify"), scored ? clarifyBlocks(ctx) : []),
    ...signaturePart(ctx),
  ];
  return {
    municipality: id,
    document: {
      id: `${round.id}-letter-${id}`,
      kind: "letter",
      title: `${t("Результаты мониторинга", "Results of the monitoring")}: ${name}. ${say(methodology.title, lang)}. ${say(round.period.title, lang)}`,
      lang,
      edition: "municipality",
      fields: {
        region: round.region,
        municipality: name,
        address: address.text,
        methodology: say(methodology.title, lang),
        period: say(round.period.title, lang),
        year: round.published.slice(0, 4),
      },
      parts,
    },
    problems: address.known
      ? []
      : [
          {
            severity: "warning",
            code: unnamedCode,
            message: {
              ru: `В данных нет официального названия органа управления образованием: ${municipality.name}; письмо начинается с нейтрального обращения`,
              en: `The data have no official name of the education authority of ${municipality.name_en}; the letter has a neutral address`,
            },
            file: "authorities.csv",
            field: lang === "ru" ? "name_ru_dative" : "name_en",
            value: id,
          },
        ],
  };
}

/** The official name in the dative, or a form in the nominative that needs no case that the data do not give. */
function addressOf({ authority, lang, t, name, own }: LetterContext): { text: string; known: boolean } {
  const official = lang === "ru" ? authority?.name_ru_dative : authority?.name_en;
  if (official) return { text: official, known: true };
  const title = own.methodology.authority?.title;
  const addressee = title ? continued(say(title, lang)) : t("орган управления образованием", "education authority");
  return {
    text: `${t("Адресат", "To")}: ${addressee}. ${t("Муниципалитет", "Municipality")}: ${name}`,
    known: false,
  };
}

function addressPart({ t, lang, own, name }: LetterContext, address: string): Part {
  const { methodology, round } = own;
  return {
    id: "address",
    blocks: [
      paragraph([figure("address", address)], { style: "right" }),
      space(),
      paragraph([strong(t("О результатах мониторинга", "Results of the monitoring"))], { style: "center" }),
      paragraph([`${say(methodology.title, lang)}, ${say(round.period.title, lang)}`], { style: "center" }),
      space(),
      paragraph([t("Уважаемые коллеги!", "Dear colleagues,")], { style: "center" }),
      paragraph([
        t(
          "Направляем результаты мониторинга и рекомендации по его итогам. Муниципалитет: ",
          "Please find the results of the monitoring and the recommendations that follow. Municipality: ",
        ),
        figure("municipality", name),
        t(
          ". Результаты других муниципалитетов в письме не называются.",
          ". The results of other municipalities are not disclosed.",
        ),
      ]),
    ],
  };
}

/** An empty line, so that the parts of the head stand apart. */
function space(): Block {
  return paragraph([" "]);
}

function scoredParts(ctx: LetterContext): Part[] {
  const { t, own, municipality } = ctx;
  const explanation = explain(own, municipality.id);
  if (!explanation) return [];
  return [
    ...part("results", t("Результаты", "Results"), resultBlocks(ctx, explanation)),
    ...part("peers", t("Место среди других муниципалитетов", "Place among other municipalities"), peerBlocks(ctx)),
    ...part("how", t("Как рассчитано", "How it was calculated"), howBlocks(ctx, explanation)),
  ];
}

function notScoredPart(ctx: LetterContext): Part {
  const { t } = ctx;
  return {
    id: "results",
    blocks: [
      heading(1, t("Результаты", "Results")),
      paragraph([
        t(
          "Сведения для мониторинга не представлены, поэтому результаты не рассчитаны. Это не означает нулевого результата.",
          "No data were submitted for the monitoring, so there are no results. This does not mean a result of zero.",
        ),
      ]),
      ...submitBlocks(ctx),
    ],
  };
}

function practiceBlocks(ctx: LetterContext) {
  const { own, lang } = ctx;
  const kept = own.comments.filter((comment) => !isContradicted(ctx, comment));
  return list(kept.map(({ text: words }) => item([stopped(say(words, lang))])));
}

/** A part with a heading; nothing to say, no part. */
function part(id: string, title: string, blocks: Part["blocks"]): Part[] {
  return blocks.length > 0 ? [{ id, blocks: [heading(1, title), ...blocks] }] : [];
}

/** Who signs: the one who approved the report, else the one who prepared it; by role. */
function signaturePart({ own, lang }: LetterContext): Part[] {
  const { approval } = own.round;
  const signer = approval.find(({ role }) => role === "approved") ?? approval.find(({ role }) => role === "prepared");
  if (!signer) return [];
  const role = `${capitalized(say(signer.position, lang))}, ${say(signer.organisation, lang)}`;
  return [{ id: "signature", blocks: [{ type: "signatures", rows: [{ role }] }] }];
}
