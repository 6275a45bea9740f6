import { type Comment, languages, recommendationsOf, scoreRound } from "@metodika/core";
import { audit } from "@metodika/evidence";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figuresOf, roundOf, rounds, runsOf, settled, tagsOf } from "../../test/rounds.ts";
import { documentToMarkdown } from "../markdown/document-to-markdown.ts";
import { composeReport } from "./compose-report.ts";
import { conclusionsOf } from "./conclusions.ts";
import { contextOf } from "./context.ts";
import { composeLetter } from "./letter/compose-letter.ts";

const editions = ["working", "public"] as const;
const cases = rounds.flatMap((round) =>
  languages.flatMap((lang) => editions.map((edition) => ({ ...round, lang, edition }))),
);

describe.each(cases)("the $edition report of $id in $lang", (input) => {
  const document = composeReport(input);
  const blocks = document.parts.flatMap((part) => part.blocks);

  test("has tags that are unique and short enough, and texts without a gap", () => {
    const tags = tagsOf(document);
    expect(tags.length).toBeGreaterThan(10);
    expect(new Set(tags).size).toBe(tags.length);
    expect(tags.filter((tag) => tag.length > 60)).toEqual([]);
    const texts = runsOf(document).flatMap((run) => ("text" in run ? [run.text] : []));
    expect(texts.filter((text) => text === "" || /undefined|NaN|null/.test(text))).toEqual([]);
  });

  test("refers only to its own tables and charts, each with an id of its own", () => {
    const ids = blocks.flatMap((block) =>
      block.type === "table" ? [block.table.id] : block.type === "chart" ? [block.id] : [],
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const run of runsOf(document)) if (run.type === "reference") expect(ids).toContain(run.to);
  });

  test("tells in words what every chart shows", () => {
    const charts = blocks.filter((block) => block.type === "chart");
    expect(charts.length).toBeGreaterThan(0);
    for (const { alt } of charts) expect(alt).toMatch(/\d/);
  });

  test("has no doubled punctuation and no space before a mark", () => {
    const lines = blocks.flatMap((block) =>
      block.type === "paragraph"
        ? [block.runs.map((run) => ("text" in run ? run.text : "")).join("")]
        : block.type === "list"
          ? block.items.map(({ runs }) => runs.map((run) => ("text" in run ? run.text : "")).join(""))
          : [],
    );
    expect(lines.filter((line) => /[.,;:] ?[,;:]|\.\.|\s[,;:.](?!\d)|\u00a0\u00a0| {2}/.test(line))).toEqual([]);
  });

  test("is the same on a second run", () => {
    expect(JSON.stringify(composeReport(input))).toBe(JSON.stringify(document));
  });
});

describe("the three editions keep apart", () => {
  test.each(rounds)("the public report of $id has no remarks, no check of texts and no worklist", (round) => {
    const document = composeReport({ ...round, lang: "ru", edition: "public" });
    const text = documentToMarkdown(document);
    for (const { kind, text: words } of round.data.comments)
      if (kind !== "practice") expect(text).not.toContain(words.ru.slice(0, 40));
    expect(document.parts.map(({ id }) => id)).not.toContain("annex-worklist");
    expect(text).not.toMatch(/расхо(?:дятся|ждение)|Сверка/i);
    for (const block of document.parts.flatMap(({ blocks }) => blocks))
      if (block.type === "table") expect(block.table.columns.filter(({ id }) => /printed$/.test(id))).toEqual([]);
  });
});

describe("what the tables contradict is not composed", () => {
  const round = roundOf("amur-2022");
  const input = { ...round, lang: "ru", edition: "working" } as const;
  const tagsIn = (findings: typeof round.findings) =>
    conclusionsOf(contextOf({ ...input, findings })).sentences.flatMap(({ items = [] }) =>
      items.flatMap((runs) => runs.flatMap((run) => (run.type === "figure" ? [run.tag] : []))),
    );

  test("a conclusion about the same value is left out, and the annex says because of which statement", () => {
    expect(tagsIn([])).toContain("conclusion/least/federal-subsidy-contests");
    expect(tagsIn(round.findings)).not.toContain("conclusion/least/federal-subsidy-contests");
    const annex = composeReport(input).parts.find(({ id }) => id === "annex-quality");
    expect(JSON.stringify(annex)).toContain("на субсидии есть в 10 территориях");
  });

  test("a change is left out when one of its figures is contradicted", () => {
    expect(figuresOf(composeReport({ ...input, findings: [] })).get("dynamics/pages")).toBe("18 → 24");
    const figures = figuresOf(composeReport(input));
    expect(figures.has("dynamics/pages")).toBe(false);
    expect(figures.get("dynamics/councils")).toBe("15 → 21");
  });
});

describe("a remark stands and falls with the statements that it names", () => {
  const { raw, data, score } = roundOf("amur-2022");
  const report = (findings: ReturnType<typeof audit>, over = data) =>
    composeReport({ data: over, score, findings, lang: "ru", edition: "working" });
  const textOf = (document: ReturnType<typeof composeReport>, part: string) =>
    documentToMarkdown({ ...document, parts: document.parts.filter(({ id }) => id === part) });
  const remark = "Молодых учителей опрашивают по анкетам";

  test("one that is contradicted on purpose is gone, and the annex says why; the letter does not tell it either", () => {
    const findings = audit(raw, scoreRound(raw));
    expect(textOf(report(findings), "experts")).toContain(remark);
    // The text names Zeya for its study of adaptation; here its table says no.
    const cells = raw.cells.map((cell) =>
      cell.municipality === "zeya" && cell.indicator === "adaptation-study"
        ? { ...cell, raw: "Нет", state: { codes: [1], missing: [] } }
        : cell,
    );
    const broken = { ...raw, cells };
    const against = audit(broken, scoreRound(broken));
    expect(against.find(({ id }) => id === "adaptation-questionnaires")?.verdict).toBe("contradicted");
    const changed = composeReport({
      data: broken,
      score: scoreRound(broken),
      findings: against,
      lang: "ru",
      edition: "working",
    });
    expect(textOf(changed, "experts")).not.toContain(remark);
    expect(textOf(changed, "annex-quality")).toContain(remark);
    const letter = composeLetter({ data: broken, score: scoreRound(broken), findings: against, lang: "ru" }, "zeya");
    expect(documentToMarkdown(letter.document)).not.toContain(remark);
  });

  test("those of Amur that rest on contradicted statements are left out, and one line says how many", () => {
    const words = textOf(report(audit(raw, scoreRound(raw))), "experts");
    for (const gone of ["действуют повсюду", "сопровождают все службы", "Ресурсов служб в сети стало больше"])
      expect(words).not.toContain(gone);
    expect(words).toMatch(/Не приведено, потому что опирается на сведения.*: \d+/);
  });

  test("all comments of the real rounds say what they stand on", () => {
    const silent = ["amur-2022", "primorye-2022"].flatMap((id) =>
      roundOf(id).data.comments.filter(({ rests_on }: Comment) => rests_on === undefined),
    );
    expect(silent).toEqual([]);
  });
});

describe("facts beside the indicators", () => {
  const round = roundOf("amur-2022");
  const input = { ...round, lang: "ru", edition: "working" } as const;
  const partOf = (over: Partial<Parameters<typeof composeReport>[0]> = {}) =>
    composeReport({ ...input, ...over }).parts.find(({ id }) => id === "facts");
  const tablesOf = (part: ReturnType<typeof partOf>) =>
    (part?.blocks ?? []).flatMap((block) => (block.type === "table" ? [block.table] : []));

  test("stand in tables whose sum is that of their rows", () => {
    const tables = tablesOf(partOf());
    expect(tables.map(({ rows, totals }) => [rows.length, totals?.[0]?.cells[0]?.value])).toEqual([
      [9, 17],
      [21, 369],
    ]);
    expect(tables[1]?.rows[0]?.header).toBe("Педагоги дошкольного образования");
  });

  test("are told with their base, and a printed total that the rows contradict is left to the annex", () => {
    const figures = figuresOf(composeReport(input));
    expect(figures.get("facts/structures")?.replace(/\u00a0/g, " ")).toBe("17 из 29 (58,6 %)");
    expect(figures.get("facts/structures-absent")?.replace(/\u00a0/g, " ")).toBe("12 муниципалитетов из 29 (41,4 %)");
    expect([figures.has("facts/associations"), figures.has("facts/councils-compensating")]).toEqual([false, false]);
    const told = figuresOf(composeReport({ ...input, findings: [] }));
    expect([told.get("facts/associations"), told.has("facts/councils-compensating")]).toEqual(["380", true]);
  });

  test("are no part of a report whose round names none", () => {
    const { fact_section: _, ...bare } = round.data.round;
    expect(partOf({ data: { ...round.data, round: bare } })).toBeUndefined();
  });
});

test("an earlier round gives the dynamics, indicator by indicator", () => {
  const now = roundOf("ensk-2022");
  const before = settled(now.data, () => 0);
  const previous = { data: { ...before, round: { ...before.round, id: "ensk-2021" } }, score: scoreRound(before) };
  const figures = figuresOf(composeReport({ ...now, previous, lang: "ru", edition: "working" }));
  expect(figures.get("dynamics/regulation")).toBe("3 → 3");
  expect(figures.get("dynamics/plan")?.replace(/\u00a0/g, " ")).toBe("3 → от 2 до 3");
});

test("an indicator that is asked otherwise now is no change of the municipalities: it is named and not compared", () => {
  const now = roundOf("ensk-2022");
  const before = settled(now.data, () => 0);
  const asked = structuredClone(before.methodology);
  const plan = asked.criteria.flatMap(({ indicators = [] }) => indicators).find(({ id }) => id === "plan");
  if (!plan) throw new Error("the invented methodology has no plan");
  plan.title = { ru: "План на год", en: "Plan of the year" };
  const earlier = { ...before, methodology: asked, round: { ...before.round, id: "ensk-2021" } };
  const previous = { data: earlier, score: scoreRound(earlier) };
  const document = composeReport({ ...now, previous, lang: "ru", edition: "working" });
  expect(figuresOf(document).has("dynamics/plan")).toBe(false);
  expect(figuresOf(document).get("dynamics/regulation")).toBe("3 → 3");
  const part = document.parts.find(({ id }) => id === "dynamics");
  expect(JSON.stringify(part)).toContain("ряд которых прерван: «План работы» (изменена формулировка).");
});

/** «от 2 до 3 …» or «5 …». */
function boundsOf(text: string): [number, number] {
  const [, low, high] = /^от (\d+) до (\d+)/.exec(text.replace(/\u00a0/g, " ")) ?? [];
  if (low !== undefined) return [Number(low), Number(high)];
  const exact = Number(/^\d+/.exec(text)?.[0]);
  return [exact, exact];
}

describe.each(["ensk-2022", "primorye-2022"])("whatever the open cells of %s turn out to be", (id) => {
  const { data } = roundOf(id);
  const compose = (round: typeof data) =>
    composeReport({ data: round, score: scoreRound(round), lang: "ru", edition: "working" });
  const open = figuresOf(compose(data));
  // Whom a printed list addresses is decided by the report, as long as the values are open.
  const decided = recommendationsOf(data)
    .filter(({ rule, addressees }) => addressees.possible.length < rule.possible.length)
    .map(({ recommendation }) => `addressees/${recommendation.id}/`);
  // A reason for absence that all indicators come to share is told at the criterion.
  const counted = [...open.keys()].filter(
    (tag) =>
      /^(share|level|addressees|conclusion)\//.test(tag) &&
      !decided.some((lead) => tag.startsWith(lead)) &&
      !/\/(list|open|differ|except|share|[A-Z])$/.test(tag),
  );
  const namesIn = (text: string | undefined) => (text ? text.split(", ") : []);
  const anything = fc.infiniteStream(fc.nat());

  test("no composed count, list or ranking is false", () => {
    expect(
      counted.some((tag) => (boundsOf(open.get(tag) ?? "")[0] ?? 0) < (boundsOf(open.get(tag) ?? "")[1] ?? 0)),
    ).toBe(true);
    fc.assert(
      fc.property(anything, (picks) => {
        const closed = settled(data, (choices) => (picks.next().value ?? 0) % choices);
        const document = compose(closed);
        const actual = figuresOf(document);
        for (const tag of counted) {
          const [low, high] = boundsOf(open.get(tag) ?? "");
          // A group without anybody is not told.
          const [exact] = boundsOf(actual.get(tag) ?? "0");
          expect([tag, exact, exact >= low && exact <= high]).toEqual([tag, exact, true]);
          const certain = namesIn(open.get(`${tag}/list`));
          const possible = [...certain, ...namesIn(open.get(`${tag}/open`))];
          const members = actual.get(`${tag}/list`);
          if (members === undefined) continue;
          expect(namesIn(members)).toEqual(expect.arrayContaining(certain));
          if (low < high && open.has(`${tag}/open`) && (certain.length > 0 || low === 0))
            expect(possible).toEqual(expect.arrayContaining(namesIn(members)));
        }
      }),
      { numRuns: 12 },
    );
  });

  test("a certain place in a ranking stays", () => {
    const context = (round: typeof data) =>
      contextOf({ data: round, score: scoreRound(round), lang: "ru", edition: "working" });
    const ranked = (round: typeof data, which: string) =>
      conclusionsOf(context(round))
        .sentences.filter(({ tag }) => tag === `conclusion/${which}`)
        .flatMap(({ items = [] }) =>
          items.flatMap((runs) => runs.flatMap((run) => (run.type === "figure" ? [run.tag] : []))),
        );
    fc.assert(
      fc.property(anything, (picks) => {
        const closed = settled(data, (choices) => (picks.next().value ?? 0) % choices);
        for (const which of ["most", "least"])
          expect(ranked(closed, which)).toEqual(expect.arrayContaining(ranked(data, which)));
      }),
      { numRuns: 12 },
    );
  });
});

describe("coverage and levels are said from one place", () => {
  const figures = (id: string) =>
    new Map(
      [...figuresOf(composeReport({ ...roundOf(id), lang: "ru", edition: "working" }))].map(([tag, words]) => [
        tag,
        words.replace(/\u00a0/g, " "),
      ]),
    );

  test("who lacks values is named with what is lacking, and who has none apart", () => {
    const primorye = figures("primorye-2022");
    expect(primorye.get("coverage/full")).toBe("31 муниципалитет из 34 (91,2 %)");
    expect(primorye.get("coverage/partial/list")).toBe("Дальнегорский ГО, Анучинский МО, Тернейский МР");
    expect([primorye.has("conclusion/scored"), primorye.has("coverage/none")]).toEqual([false, false]);
    const amur = figures("amur-2022");
    expect(amur.get("coverage/none/list")).toBe("пгт Прогресс");
    expect(amur.get("conclusion/scored")).toBe("28 муниципалитетов из 29 (96,6 %)");
  });

  test("the table, the list and the conclusions give the same level", () => {
    const document = composeReport({ ...roundOf("primorye-2022"), lang: "ru", edition: "public" });
    const all = figuresOf(document);
    const table = document.parts
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) =>
        block.type === "table" && block.table.id === "primorye-2022-scores" ? [block.table] : [],
      )[0];
    const at = (id: string) => table?.rows.find((row) => row.id === id)?.cells.map(({ text }) => text);
    expect(at("terneysky-mr")?.[0]).toBe("возможен: «Допустимый уровень»");
    expect(at("yakovlevsky-mr")?.[0]).toContain("Допустимый уровень");
    const level = [...all.keys()].find((tag) => /^level\/[^/]+\/acceptable$/.test(tag)) ?? "";
    expect(all.get(level)).toBe(all.get(`conclusion/${level}`));
    expect(all.get(`${level}/open`)).toContain("Тернейский");
    expect(all.get(`${level}/list`)).toContain("Яковлевский");
  });

  test("no machine name of a round stands at a place, and no count of a criterion is as wide as everything", () => {
    const text = documentToMarkdown(composeReport({ ...roundOf("primorye-2022"), lang: "ru", edition: "working" }));
    expect(text).not.toMatch(/primorye-2022, /);
    expect(figures("primorye-2022").has("conclusion/none/service-presence")).toBe(false);
    expect(text).not.toContain("от 1 до 22");
  });
});
