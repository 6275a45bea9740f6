import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { directories } from "../scripts/directories.ts";
import { languages, pageAddress } from "../scripts/languages.ts";
import { readPages } from "../scripts/pages.ts";
import { type SiteServer, serveSite } from "../scripts/site-server.ts";
import { launch } from "./browser.ts";
import { appearances, inspectPage, tabTo, withPage } from "./inspect-page.ts";

const site = directories();
const pages = readPages(site.pages);
const addresses = languages.flatMap((language) => pages.map(({ id }) => pageAddress(language, id).slice(1)));
let browser: Browser;
let server: SiteServer;

beforeAll(async () => {
  browser = await launch(inject("browser"));
  server = await serveSite(site.dist, 0);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test.concurrent.each(addresses)(
  "the page /%s opens without a fault and is accessible; its language switch keeps the page",
  async (address) => {
    const language = address.startsWith("en/") ? "en" : "ru";
    const other = language === "en" ? address.slice(3) : `en/${address}`;
    const url = `${server.url}${address}?year=2022#observablehq-main`;
    const look = async (page: Page) => {
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
      expect(await page.locator("h1").count()).toBe(1);
      await page.locator(".site-name").focus();
      await tabTo(page, "[data-language-switch]");
      const href = await page.evaluate(() => (document.activeElement as HTMLAnchorElement).href);
      expect(href).toBe(`${server.url}${other}?year=2022#observablehq-main`);
    };
    // The colours are the same in both languages: the English pages are looked at where their words may not fit.
    const among = language === "en" ? appearances.filter(({ width }) => width === 360) : appearances;
    expect(await inspectPage(browser, url, look, among)).toEqual([]);
  },
);

test("the skip link is the first stop of the keyboard and leads to the content", async () => {
  await withPage(browser, server.url, async (page) => {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip-link");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("observablehq-main");
  });
});
