import {
  type Claim,
  type ClaimCondition,
  dangling,
  hasErrors,
  type PrintedValue,
  type Problem,
  problem,
  type Query,
  type Reading,
  type RoundData,
  type Text,
} from "@metodika/core";
import { claimsOf } from "../audit/claims-of.ts";
import { applyReading } from "../query/counting.ts";
import { predicateOf } from "../world/predicate.ts";
import { checkInference } from "./check-inference.ts";
import { checkCondition, checkMunicipality, checkQuery, type Names, namesOf } from "./check-query.ts";
import { conflictProblems } from "./conflict-problems.ts";
import { canBePrinted, kindOf, kindWords, printedWords } from "./query-kind.ts";

/**
 * All problems of the claims of a round at once: names that mean nothing, queries of the wrong kind, universes that nobody
 * can be in, readings that change nothing, and, as warnings, claims that cannot hold together: reports have them.
 * `field` is the dotted path in `claims.yaml`; the message names the claim and its place in the report. Nothing is thrown,
 * and a round without claims has no problems.
 *
 * @example
 * locate(checkClaims(data), documents.get(data.round.id)) // with file and line
 */
export function checkClaims(data: RoundData): Problem[] {
  if (!data.claims) return [];
  const names = namesOf(data, claimsOf(data));
  const universes = data.claims.universes ?? [];
  const problems = [
    ...universes.flatMap((_, index) => checkUniverse(index, names)),
    ...data.claims.claims.flatMap((claim, index) =>
      checkClaim(claim, `claims.${index}`, names).map((found) => ofClaim(found, claim)),
    ),
    ...repeated(data.claims.claims, "claims", "claim/duplicate"),
    ...(data.claims.uncovered ?? []).flatMap(({ source }, index) =>
      checkSource(source, `uncovered.${index}.source`, names),
    ),
  ];
  return [...problems, ...conflictProblems(withoutFaults(data, problems), data)];
}

function checkUniverse(index: number, names: Names): Problem[] {
  const { universes = [], claims = [] } = names.data.claims ?? {};
  const universe = universes[index];
  if (!universe) return [];
  const field = `universes.${index}`;
  const { id, who, readings = [] } = universe;
  const users = claims.filter(({ universe, base }) => universe === id || base === id).map((claim) => claim.id);
  const found = [
    ...checkWho(who, `${field}.who`, users, names),
    ...readings.flatMap((reading, position) => [
      ...checkWho(reading.who, `${field}.readings.${position}.who`, users, names),
      ...(isSame(reading.who, who)
        ? [idleReading("universe/idle-reading", `${field}.readings.${position}`, reading.id)]
        : []),
    ]),
    ...repeated(readings, `${field}.readings`, "universe/duplicate-reading"),
  ];
  if (id === "all")
    found.push(
      problem(
        "error",
        "universe/reserved",
        `${field}.id`,
        {
          ru: "«all» уже означает все муниципалитеты региона",
          en: '"all" already means every municipality of the region',
        },
        id,
      ),
    );
  if (universes.findIndex((other) => other.id === id) !== index)
    found.push(duplicate("universe/duplicate", `${field}.id`, id));
  return found.map((own) => named(own, { ru: `совокупность «${id}»`, en: `universe "${id}"` }));
}

/** A definition of a universe: it must mean something, and somebody must be able to be in it. */
function checkWho(who: ClaimCondition, field: string, users: readonly string[], names: Names): Problem[] {
  const found = checkCondition(who, field, names);
  if (hasErrors(found)) return found;
  const { data, program, outcomes } = names.world;
  const predicate = predicateOf(who, data, program);
  if (outcomes.some((row, municipality) => predicate.test(municipality, row) !== "no")) return found;
  const shown = users.length > 5 ? `${users.slice(0, 5).join(", ")}…` : users.join(", ");
  return [
    ...found,
    problem("error", "universe/empty", field, {
      ru: `в неё не может входить ни один муниципалитет${shown ? `; на неё ссылаются сведения: ${shown}` : ""}`,
      en: `no municipality can be in it${shown ? `; claims that name it: ${shown}` : ""}`,
    }),
  ];
}

function checkClaim(claim: Claim, field: string, names: Names): Problem[] {
  const { readings = [] } = claim;
  return [
    ...checkSource(claim.source, `${field}.source`, names),
    ...checkPurpose(claim, field),
    ...checkParts(claim, claim, field, names),
    ...checkInference(claim, field, names),
    ...readings.flatMap((reading, index) => checkReading(claim, reading, `${field}.readings.${index}`, names)),
    ...repeated(readings, `${field}.readings`, "claim/duplicate-reading"),
  ];
}

/** A source is a report and a place in it, such as `amur-2022 section I paragraph 1`. */
function checkSource(source: string, field: string, { data: { round } }: Names): Problem[] {
  if (source.startsWith(`${round.id} `) && source.slice(round.id.length).trim() !== "") return [];
  return [
    problem(
      "error",
      "claim/source",
      field,
      {
        ru: `источник «${source}» не начинается с «${round.id} » и места в отчёте`,
        en: `source "${source}" does not begin with "${round.id} " and a place in the report`,
      },
      source,
    ),
  ];
}

/** A claim is either asked and printed, or nothing can check it. */
function checkPurpose({ query, printed, not_checkable }: Claim, field: string): Problem[] {
  if (!query && !not_checkable)
    return [
      problem("error", "claim/no-query", field, {
        ru: "нет ни запроса (query), ни причины, почему таблицы этого не решают (not_checkable)",
        en: "neither a query nor a reason why no table decides it (not_checkable)",
      }),
    ];
  if (query && not_checkable)
    return [
      problem("error", "claim/query-and-reason", `${field}.not_checkable`, {
        ru: "есть и запрос (query), и причина, почему проверить нельзя (not_checkable); оставьте одно",
        en: "there are a query and a reason why nothing checks it (not_checkable); keep one",
      }),
    ];
  if (query && printed === undefined)
    return [
      problem("error", "claim/no-printed", field, {
        ru: "не с чем сравнить результат запроса: нет напечатанного значения (printed)",
        en: "nothing to hold the query against: no printed value (printed)",
      }),
    ];
  return [];
}

type Part = Partial<Pick<Claim, "universe" | "base" | "query" | "printed">>;

/** What a claim or one of its readings writes, and whether it goes together with the rest of the claim. */
function checkParts(part: Part, { id, query, printed }: Claim, field: string, names: Names): Problem[] {
  const found: Problem[] = [];
  for (const key of ["universe", "base"] as const) {
    const universe = part[key];
    if (universe !== undefined && !names.universes.includes(universe))
      found.push(
        dangling("claim/unknown-universe", `${field}.${key}`, universe, names.universes, {
          ru: "совокупность",
          en: "universe",
        }),
      );
  }
  if (part.query) found.push(...checkQuery(part.query, `${field}.query`, id, names));
  if (Array.isArray(part.printed)) found.push(...checkList(part.printed, `${field}.printed`, names));
  if (!query || printed === undefined || (!part.query && part.printed === undefined)) return found;
  const kind = kindOf(query, names.data, names.claims);
  if (!canBePrinted(kind, printed))
    found.push(
      problem(
        "error",
        "claim/wrong-type",
        part.printed === undefined ? `${field}.query` : `${field}.printed`,
        {
          ru: `запрос даёт ${kindWords(kind).ru}, а напечатано как ${printedWords(printed).ru}`,
          en: `the query gives ${kindWords(kind).en}, and what is printed is ${printedWords(printed).en}`,
        },
        valueText(printed),
      ),
    );
  return found;
}

function checkList(list: readonly string[], field: string, names: Names): Problem[] {
  return list.flatMap((id, index) => [
    ...checkMunicipality(id, `${field}.${index}`, names),
    ...(list.indexOf(id) === index ? [] : [duplicate("claim/listed-twice", `${field}.${index}`, id)]),
  ]);
}

function checkReading(claim: Claim, reading: Reading, field: string, names: Names): Problem[] {
  const asRead = applyReading(claim, reading);
  const found = checkParts(reading, asRead, field, names);
  return isSame(meaningOf(claim), meaningOf(asRead))
    ? [...found, idleReading("claim/idle-reading", field, reading.id)]
    : found;
}

/** What decides the verdict on a claim: a universe or a base that its query never looks at is left out. */
function meaningOf({ query, printed, universe = "all", base = universe }: Claim): object {
  return {
    query,
    printed,
    ...(query && uses(query, ["count", "share", "list", "every", "addressees"]) ? { universe } : {}),
    ...(query && uses(query, ["share"]) ? { base } : {}),
  };
}

function uses(query: Query, keys: readonly string[]): boolean {
  if (keys.some((key) => key in query)) return true;
  const parts =
    "sum" in query
      ? query.sum
      : "difference" in query
        ? query.difference
        : "ratio" in query
          ? query.ratio
          : "same" in query
            ? query.same
            : [];
  return parts.some((part) => uses(part, keys));
}

function idleReading(code: string, field: string, id: string): Problem {
  return problem(
    "warning",
    code,
    field,
    { ru: `прочтение «${id}» ничего не меняет`, en: `the reading "${id}" changes nothing` },
    id,
  );
}

function repeated(all: readonly { id: string }[], field: string, code: string): Problem[] {
  const ids = all.map(({ id }) => id);
  return ids.flatMap((id, index) => (ids.indexOf(id) === index ? [] : [duplicate(code, `${field}.${index}.id`, id)]));
}

function duplicate(code: string, field: string, value: string): Problem {
  return problem("error", code, field, { ru: `«${value}» повторяется`, en: `"${value}" stands twice` }, value);
}

function ofClaim(found: Problem, { id, source }: Claim): Problem {
  return named(found, { ru: `сведение «${id}» (${source})`, en: `claim "${id}" (${source})` });
}

function named(found: Problem, what: Text): Problem {
  const { ru, en } = found.message;
  return { ...found, message: { ru: `${what.ru}: ${ru}`, en: `${what.en}: ${en}` } };
}

/** The claims and universes that no error spoils: what is left is still held against itself. */
function withoutFaults(data: RoundData, problems: readonly Problem[]): RoundData {
  const { universes = [], claims = [] } = data.claims ?? {};
  const spoilt = new Set(
    problems
      .filter(({ severity }) => severity === "error")
      .map(({ field = "" }) => field.split(".").slice(0, 2).join(".")),
  );
  return {
    ...data,
    claims: {
      universes: universes.filter((_, index) => !spoilt.has(`universes.${index}`)),
      claims: claims.filter((_, index) => !spoilt.has(`claims.${index}`)),
    },
  };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function valueText(printed: PrintedValue): string {
  return typeof printed === "object" ? JSON.stringify(printed) : String(printed);
}
