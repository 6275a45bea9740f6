import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { scoreRound } from "@metodika/core";
import { differencesTable } from "@metodika/presentation";
import { drawCharts } from "@metodika/report/chart";
import { loadDrawing } from "@metodika/report/node";
import { unzipSync } from "fflate";
import type { Browser, Download, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { recovered } from "../loaders/evidence.ts";
import { openDatasets } from "../loaders/open-datasets.ts";
import { directories } from "../scripts/directories.ts";
import { type SiteServer, serveSite } from "../scripts/site-server.ts";
import type { DocumentContext, MadeFile } from "../worker/documents/document-job.ts";
import { letters } from "../worker/documents/letters.ts";
import { report } from "../worker/documents/report.ts";
import { tableFile, tables } from "../worker/documents/tables.ts";
import { template } from "../worker/documents/template.ts";
import { roundOf } from "../worker/job.ts";
import { launch } from "./browser.ts";
import { docx } from "./drafts.ts";
import { openPage } from "./inspect-page.ts";
import { edited, firstFigureChanged, mainPart } from "./word-files.ts";

const patience = { timeout: 200_000 };
const amur = { round: "amur-2022", edition: "working" } as const;
const heavy = /\/data\/(documents|drawing|pt-sans|resvg)/;
let browser: Browser;
let server: SiteServer;
let context: DocumentContext;

beforeAll(async () => {
  browser = await launch(inject("browser"));
  server = await serveSite(directories().dist, 0);
  const drawing = async () => ({ drawCharts, ...(await loadDrawing()) });
  context = { datasets: await openDatasets(), lang: "ru", step: () => {}, drawing };
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens a page and counts what it loads; whatever is wrong with it fails the test. */
async function onPage(address: string, use: (page: Page, loaded: string[]) => Promise<void>): Promise<void> {
  const window = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  const loaded: string[] = [];
  window.on("request", (request) => loaded.push(request.url()));
  try {
    const { page, faults } = await openPage(window, server.url + address);
    await use(page, loaded);
    expect(faults).toEqual([]);
  } finally {
    await window.close();
  }
}

const press = (place: Page | Locator, name: string) => place.getByRole("button", { name, exact: true }).click();
const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const file = (name: string, content: Uint8Array) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(content),
});

async function saved(page: Page, act: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download", patience) as Promise<Download>, act()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

const print = (bytes: Uint8Array | undefined) =>
  createHash("sha256")
    .update(bytes ?? "")
    .digest("hex");

interface Watched {
  /** Drawn while a file was being made. */
  frames: number;
  /** What the page said, line by line. */
  said: string[];
  /** The most buttons that waited at once. */
  waiting: number;
}

/** Has the page note what it shows while a file is being made. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: Watched = { frames: 0, said: [], waiting: 0 };
    Object.assign(globalThis, { seen });
    const frame = () => {
      if (document.querySelector("[data-busy]")) seen.frames++;
      seen.waiting = Math.max(seen.waiting, document.querySelectorAll(".button[aria-disabled=true]").length);
      requestAnimationFrame(frame);
    };
    frame();
    for (const status of document.querySelectorAll("[role=status]"))
      new MutationObserver(() => seen.said.push(status.textContent ?? "")).observe(status, { childList: true });
  });
}

const watched = (page: Page) => page.evaluate(() => (globalThis as unknown as { seen: Watched }).seen);

/** That a page has saved what the packages make here. */
function expectSame({ name, bytes }: { name: string; bytes: Uint8Array }, made: MadeFile): void {
  expect([name, print(bytes)]).toEqual([made.name, print(made.bytes)]);
}

test("the report is made beside the page, which answers meanwhile; nothing heavy is loaded before", async () => {
  await onPage("documents?round=amur-2022", async (page, loaded) => {
    expect(loaded.filter((url) => heavy.test(url))).toEqual([]);
    const place = section(page, "Справка");
    await watch(page);
    const docx = await saved(page, () => press(place, "Справка (.docx)"));
    const { frames, said, waiting } = await watched(page);
    expect(frames).toBeGreaterThan(3);
    expect(said.join("\n")).toMatch(/рисую диаграммы: 1 из (\d+)…\n[\s\S]*рисую диаграммы: \1 из \1…/);
    expect(waiting).toBe(6);
    expect(mainPart(docx.bytes)).toContain("<w:body>");
    expectSame(docx, await report(amur, context));
    await place.getByText("«amur-2022-report.docx» готов").waitFor(patience);
    expect(new Set(loaded.filter((url) => heavy.test(url))).size).toBe(5);

    // The next one draws with what is loaded.
    await page.context().setOffline(true);
    await page.getByLabel("Издание").selectOption("public");
    const open = await saved(page, () => press(place, "Справка (.docx)"));
    expectSame(open, await report({ ...amur, edition: "public" }, context));
    expect(new URL(page.url()).searchParams.get("edition")).toBe("public");
  });
});

test("a template with an unknown placeholder is told with the nearest one; the page goes on", async () => {
  const wrong = edited(template({}, context).bytes ?? new Uint8Array(), (xml) =>
    xml.replace("<w:body>", "<w:body><w:p><w:r><w:t>{{titel}}</w:t></w:r></w:p>"),
  );
  await onPage("documents", async (page) => {
    const place = section(page, "Справка");
    const says = (text: string) => place.getByRole("alert").getByText(text).waitFor(patience);
    const choose = (name: string, content: Uint8Array) =>
      place.locator("input[type=file]").setInputFiles(file(name, content));
    await choose("шаблон.pdf", wrong);
    await says("нужен файл .docx");
    await choose("наш шаблон.docx", wrong);
    await place.getByText("«наш шаблон.docx»").waitFor(patience);
    await press(place, "Справка (.docx)");
    await says("неизвестное поле {{titel}}");
    await says("ближайшее: {{title}}");
    await choose("<img src=x>.docx", wrong.subarray(0, 90));
    await press(place, "Справка (.docx)");
    await says("повреждён");
    expect(await page.locator("main img").count()).toBe(0);
    await press(place, "Убрать шаблон");
    expectSame(await saved(page, () => press(place, "Скачать шаблон для правки (.docx)")), template({}, context));
    expect(await place.getByRole("alert").locator("p").count()).toBe(0);
  });
});

test("an edited report is renewed: its places are listed, the text of its author stays", async () => {
  const { bytes = new Uint8Array() } = await report(amur, context);
  const mine = edited(bytes, (xml) =>
    firstFigureChanged("777")(xml).replace("</w:body>", "<w:p><w:r><w:t>Текст автора.</w:t></w:r></w:p></w:body>"),
  );
  await onPage("documents?round=amur-2022", async (page) => {
    const place = section(page, "Обновить справку, которую вы правили");
    const choose = (name: string, content: Uint8Array) =>
      place.locator("input[type=file]").setInputFiles(file(name, content));
    await choose("чужой.docx", docx(["Чужой документ."]));
    await place.getByRole("alert").getByText("Файл не составлен").waitFor(patience);
    await choose("Справка.docx", mine);
    await place.getByText("Обновлено мест — 1,").waitFor(patience);
    const cells = await place.locator("tbody tr td").allTextContents();
    expect(cells.slice(0, 2)).toEqual(["обновлено", "777"]);
    const renewed = await saved(page, () => press(place, "Сохранить обновлённую справку"));
    expect(renewed.name).toBe("Справка-обновлено.docx");
    expect(mainPart(renewed.bytes)).toContain("Текст автора.");
    expect(mainPart(renewed.bytes)).not.toContain(">777<");
    await choose("Справка.docx", bytes);
    await place.getByText("Обновлять нечего").waitFor(patience);
  });
});

test("the letters come in one zip, or are stopped; tables come in Word and workbooks", async () => {
  await onPage("documents?round=amur-2022", async (page) => {
    const place = section(page, "Письма муниципалитетам");
    // The data do not come before the reader has thought better of it.
    let letCome = () => {};
    const held = new Promise<void>((resolve) => {
      letCome = resolve;
    });
    await page.route(/data\/datasets/, (route) => held.then(() => route.continue()));
    await press(place, "Все письма (.zip)");
    await press(place, "Остановить");
    await place.getByText("Остановлено").waitFor(patience);
    letCome();
    await watch(page);
    const zip = await saved(page, () => press(place, "Все письма (.zip)"));
    expect((await watched(page)).said.join("\n")).toContain("записываю письма: 29 из 29…");
    expectSame(zip, await letters(amur, context));
    expect(Object.keys(unzipSync(zip.bytes))).toContain("amur-2022-letter-zeya.docx");

    for (const [label, as] of [
      ["Книга с расчётом (.xlsx)", "workbook"],
      ["Все таблицы (.xlsx)", "tables-xlsx"],
      ["Все таблицы (.docx)", "tables-docx"],
    ] as const) {
      const made = await saved(page, () => press(section(page, "Таблицы"), label));
      expectSame(made, await tables({ ...amur, as }, context));
    }
  });
});

test("a table of a page is saved in five forms; a thread starts with the first that needs one", async () => {
  const data = recovered(roundOf(context.datasets, amur.round));
  const table = differencesTable(data, scoreRound(data), "ru");
  await onPage("amur-2022", async (page, loaded) => {
    const group = page.getByRole("group", { name: `Скачать таблицу: ${table.title}`, exact: true });
    for (const [label, extension] of [
      ["CSV", "csv"],
      ["HTML", "html"],
      ["Markdown", "md"],
    ] as const) {
      const { name, bytes } = await saved(page, () => press(group, label));
      expect([name, bytes.includes(table.source)]).toEqual([`${table.id}.${extension}`, true]);
    }
    expect(loaded.filter((url) => heavy.test(url))).toEqual([]);
    for (const [label, as] of [
      ["XLSX", "xlsx"],
      ["DOCX", "docx"],
    ] as const)
      expectSame(await saved(page, () => press(group, label)), await tableFile({ table, as }, context));
    // Charts are of no use to a table.
    expect(loaded.filter((url) => heavy.test(url))).toEqual([expect.stringContaining("/data/documents.")]);
  });
});
