import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { directories } from "../scripts/directories.ts";
import { type SiteServer, serveSite } from "../scripts/site-server.ts";
import { launch } from "./browser.ts";
import { bomb, docx, paragraphs, windows1251 } from "./drafts.ts";
import { removeSites, temporaryFolder } from "./fixture-site.ts";
import { openPage, tabTo } from "./inspect-page.ts";

const patience = { timeout: 120_000 };
let browser: Browser;
let server: SiteServer;

beforeAll(async () => {
  browser = await launch(inject("browser"));
  server = await serveSite(directories().dist, 0);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  removeSites();
});

/** Opens the page of the check and waits until it needs no network any more; whatever is wrong with it fails the test. */
async function onPage(use: (page: Page, context: BrowserContext) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  try {
    const { page, faults } = await openPage(context, `${server.url}check-draft?round=primorye-2022`);
    await page.getByText("Всё загружено").waitFor(patience);
    await use(page, context);
    expect(faults).toEqual([]);
  } finally {
    await context.close();
  }
}

const file = (name: string, content: Uint8Array | string) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(content),
});
const choose = (page: Page, ...files: ReturnType<typeof file>[]) =>
  page.locator("input[type=file]").setInputFiles(files);
const sheetOf = (page: Page, name: string) =>
  page.locator(".sheet", { has: page.locator("dd").getByText(name, { exact: true }) });

test("a document is checked without any network: the sheet shows what disagrees, is printed and saved", async () => {
  await onPage(async (page, context) => {
    const requests: string[] = [];
    context.on("request", (request) => requests.push(`${request.method()} ${request.url()}`));
    await context.setOffline(true);
    await choose(page, file("Справка.docx", docx(paragraphs)));
    const sheet = sheetOf(page, "Справка.docx");
    await sheet.waitFor(patience);
    expect(await sheet.locator("tbody tr").count()).toBe(1);
    expect(await sheet.locator("tbody tr").textContent()).toContain("По таблицам 12, в тексте 15");
    expect(await sheet.textContent()).toContain("совпадает — 2, расхождение — 1, не сопоставлено — 1");
    expect(await sheet.textContent()).toContain("абзац 4 — 45");
    await sheet.locator("summary").click();
    await sheet.locator("details tbody tr").nth(3).waitFor(patience);
    await sheet.locator("summary").click();

    const [download] = await Promise.all([
      page.waitForEvent("download", patience),
      sheet.getByRole("button", { name: "Скачать CSV" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("primorye-2022-draft.csv");
    await sheet.locator(".download-status[data-state=done]").waitFor(patience);

    await page.emulateMedia({ media: "print" });
    expect(await page.locator("h1").isVisible()).toBe(false);
    expect(await page.locator(".drop-zone").isVisible()).toBe(false);
    expect(await sheet.getByText("подпись", { exact: true }).isVisible()).toBe(true);
    expect(requests.filter((request) => !request.startsWith("GET blob:"))).toEqual([]);
  });
});

test("bad files give a message in the page, and the next document is checked", async () => {
  const large = join(temporaryFolder(), "large.docx");
  writeFileSync(large, "PK");
  truncateSync(large, 100_000_000);
  await onPage(async (page) => {
    const says = (text: string) => page.getByRole("alert").getByText(text).waitFor(patience);
    await choose(page, file("photo.png", "\u0089PNG"));
    await says("нужен файл .docx, .md или .txt");
    await page.locator("input[type=file]").setInputFiles(large);
    await says("100 МБ, читается не более 50 МБ");
    await choose(page, file("bomb.docx", bomb()));
    await says("30000000");
    await choose(page, file("broken.docx", docx(paragraphs).subarray(0, 60)));
    await says("повреждён");
    await choose(page, file("empty.txt", ""));
    await says("в документе нет текста");
    await choose(page, file("old.txt", windows1251(paragraphs.join("\r\n\r\n"))));
    await sheetOf(page, "old.txt").waitFor(patience);
    expect(await page.locator(".sheet").textContent()).toContain("расхождение — 1");
    // That the encoding was an old one is said, and nothing else.
    expect(await page.getByRole("alert").locator("p").allTextContents()).toEqual([
      expect.stringContaining("Windows-1251"),
    ]);
  });
});

test("a hostile name and a hostile text stay text", async () => {
  const markup = '<img src=x onerror="document.title=1">';
  await onPage(async (page) => {
    await choose(
      page,
      file(`${markup}.md`, `В ${markup} закуплено 45 автобусов ${markup}.\n\n${paragraphs[2]} ${markup}`),
    );
    await sheetOf(page, `${markup}.md`).waitFor(patience);
    await page.locator(".sheet summary").click();
    await page.locator(".sheet details tbody tr").first().waitFor(patience);
    expect(await page.locator("main img").count()).toBe(0);
    expect(await page.title()).not.toBe("1");
  });
});

test("a long document does not freeze the page; another one, or the button, puts it aside", async () => {
  const long = file("long.txt", `${paragraphs.join("\n\n")}\n\n`.repeat(15_000));
  await onPage(async (page) => {
    await choose(page, long);
    await page.getByText("«long.txt»: сверяю цифры").waitFor(patience);
    // The page answers while the worker is busy: a frame is drawn, the keyboard moves.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    await tabTo(page, ".progress button");
    await choose(page, file("short.txt", paragraphs.join("\n\n")));
    await sheetOf(page, "short.txt").waitFor(patience);
    expect(await page.locator(".sheet").count()).toBe(1);
    await choose(page, long);
    await page.getByText("«long.txt»: сверяю цифры").waitFor(patience);
    await page.getByRole("button", { name: "Остановить" }).click();
    await page.getByText("Проверка остановлена").waitFor(patience);
    expect(await page.locator(".sheet").count()).toBe(0);
  });
});

test("a document that is dropped is checked; beside the place it is not opened; two at once are refused", async () => {
  await onPage(async (page) => {
    const drop = (selector: string, names: string[]) =>
      page.evaluate(
        ({ selector, names, text }) => {
          const dataTransfer = new DataTransfer();
          for (const name of names) dataTransfer.items.add(new File([text], name));
          const event = new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true });
          document.querySelector(selector)?.dispatchEvent(event);
          return event.defaultPrevented;
        },
        { selector, names, text: paragraphs.join("\n\n") },
      );
    expect(await drop("h1", ["beside.txt"])).toBe(true);
    expect(await drop(".drop-zone", ["one.txt", "two.txt"])).toBe(true);
    await page.getByRole("alert").getByText("Перетащите один файл").waitFor(patience);
    expect(await drop(".drop-zone", ["one.txt"])).toBe(true);
    await sheetOf(page, "one.txt").waitFor(patience);
  });
});
