import { expect, test } from "vitest";
import { openDatasets } from "../loaders/open-datasets.ts";
import { bomb, docx, paragraphs, windows1251 } from "../test/drafts.ts";
import { checkDraft } from "./check-draft.ts";

const datasets = await openDatasets();

function check(file: string, content: Uint8Array | string, round = "primorye-2022") {
  const steps: string[] = [];
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const result = checkDraft(
    { round, file, bytes: bytes.slice().buffer },
    { datasets, lang: "ru", step: ({ ru }) => void steps.push(ru) },
  );
  return { ...result, steps };
}

const text = paragraphs.join("\n\n");
const counts = (result: ReturnType<typeof check>) =>
  Object.fromEntries((result.sheet?.counts ?? []).map(({ status, count }) => [status, count]));

test.each([
  ["a Word document", "draft.docx", docx(paragraphs)],
  ["Markdown", "draft.md", text],
  ["plain text", "draft.txt", text],
  ["a text in Windows-1251", "draft.txt", windows1251(text)],
])("%s: what disagrees, what nothing covers and what agrees are told apart", (_, file, content) => {
  const result = check(file, content);
  expect(counts(result)).toEqual({ agrees: 2, disagrees: 1, possible: 0, uncertain: 0, "not-covered": 1 });
  expect(result.sheet?.attention.rows.map(({ cells }) => cells[1]?.text)).toEqual(["15"]);
  expect(result.sheet?.unmatched.map(({ figures }) => figures)).toEqual([["45"]]);
  expect(result.sheet?.all.rows).toHaveLength(4);
  expect(result.steps).toHaveLength(3);
});

test("what cannot be read gives its reasons and no sheet", () => {
  const zip = check("draft.docx", bomb());
  expect(zip.sheet).toBeUndefined();
  expect(zip.problems[0]?.text).toContain("30000000");
  expect(check("draft.docx", "words").problems[0]?.text).toContain(".docx");
  expect(check("draft.txt", "Служба 1. ".repeat(310_000)).problems[0]?.text).toContain("разделите");
});

test("an empty document says so, and its sheet is empty", () => {
  const result = check("draft.txt", "");
  expect(result.problems.map(({ severity }) => severity)).toEqual(["warning"]);
  expect(result.sheet?.all.rows).toEqual([]);
});

test("a draft that names another region's municipalities asks whether the right round is chosen", () => {
  const names = "Мониторинг прошли г. Белогорск, г. Зея и г. Тында.";
  expect(check("draft.txt", names).sheet?.rather).toBe(datasets.rounds.get("amur-2022")?.round.title.ru);
  expect(check("draft.txt", names, "amur-2022").sheet?.rather).toBeUndefined();
});
