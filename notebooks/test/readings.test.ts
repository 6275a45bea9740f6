import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { directories } from "../scripts/directories.ts";
import { type SiteServer, serveSite } from "../scripts/site-server.ts";
import { launch } from "./browser.ts";
import { openPage } from "./inspect-page.ts";

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
});

async function onPage(address: string, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  try {
    const { page, faults } = await openPage(context, server.url + address);
    await use(page);
    expect(faults).toEqual([]);
  } finally {
    await context.close();
  }
}

test("another reading is calculated in the page, shows what changes, and stays in the address", async () => {
  const changed = (page: Page) => page.getByRole("region", { name: "Выводы, которые меняются" });
  await onPage("audit-primorye-2022", async (page) => {
    await page.getByText("Показано принятое прочтение").waitFor(patience);
    await page.getByLabel("в том числе не заявленная служба").check();
    await changed(page).waitFor(patience);
    const row = changed(page).locator("[data-row='headcount-groups-complete'] td");
    expect(await row.nth(0).textContent()).toContain("подтверждается");
    expect(await row.nth(1).textContent()).toContain("расхождение");
    expect(new URL(page.url()).searchParams.getAll("reading")).toEqual(["declared:staffed"]);

    await page.reload();
    await changed(page).waitFor(patience);
    await page.locator("input[name=declared]").first().check();
    await page.getByText("Показано принятое прочтение").waitFor(patience);
    expect(new URL(page.url()).search).toBe("");

    await page.getByLabel("реконструированное правило").uncheck();
    await page.getByRole("region", { name: "Восстановленные ячейки, которые меняются" }).waitFor(patience);
    expect(new URL(page.url()).searchParams.get("rule")).toBe("no");
  });
});

test("a figure of the report is found with its verdict, whatever verdicts are shown", async () => {
  await onPage("audit-amur-2022", async (page) => {
    const box = page.getByLabel("Искать в утверждениях");
    await box.fill("г. Белогорск: 6");
    await page.getByRole("button", { name: "Показать все выводы" }).click();
    const row = page.locator("[data-row='points/service-organisation/belogorsk']");
    await row.waitFor(patience);
    expect(await row.locator("th").textContent()).toBe("подтверждается");
    expect(new URL(page.url()).searchParams.get("v")).toBe("all");
  });
});
