import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { directories } from "../scripts/directories.ts";
import { type SiteServer, serveSite } from "../scripts/site-server.ts";
import { launch } from "./browser.ts";
import { openPage, settle } from "./inspect-page.ts";

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

async function onPage(address: string, use: (page: Page) => Promise<void>, width = 1280): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: "reduce" });
  try {
    const { page, faults } = await openPage(context, server.url + address);
    await use(page);
    expect(faults).toEqual([]);
  } finally {
    await context.close();
  }
}

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 2, name, exact: true });
const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

test("a passport is chosen from a list grouped by region and stays in the address; a nonsense address is told", async () => {
  await onPage("municipality?m=amur-2022/atlantis", async (page) => {
    await page.getByText("В адресе указано «amur-2022/atlantis»").waitFor(patience);
    await page.locator(".passport h2").waitFor(patience);
    expect(await page.locator("select[name=m] optgroup").count()).toBe(4);

    await page.getByLabel("Муниципалитет").selectOption("primorye-2022/khorolsky-mo");
    await heading(page, "Хорольский МО").waitFor(patience);
    expect(parameter(page, "m")).toBe("primorye-2022/khorolsky-mo");
    expect(await page.getByText("такого муниципалитета в данных нет").count()).toBe(0);
    const cell = page.locator(".passport-values [data-row='headcount'] td").first();
    expect(await cell.textContent()).toContain("Допустимое");
    expect(await page.locator(".passport-disagreements tbody tr").count()).toBeGreaterThan(0);

    await page.reload();
    await heading(page, "Хорольский МО").waitFor(patience);
  });
});

test("the tiles answer to arrow keys and lead to the passport; the choice stays in the address", async () => {
  await onPage("map?map=nowhere&by=nothing", async (page) => {
    await page.getByText("В адресе указано «nowhere»").waitFor(patience);
    await page.getByLabel("Регион и год").selectOption("amur-2022");
    await page.getByLabel("Что показать").selectOption("regulation");
    expect(parameter(page, "by")).toBe("regulation");
    // 22 of 29 have the regulation: as the table of the report counts them.
    const counted = (key: string) => page.locator(`.tile-legend [data-category='${key}'] strong`).textContent();
    expect([await counted("yes"), await counted("no"), await counted("L")]).toEqual(["22", "6", "1"]);

    await page.locator(".tile[tabindex='0']").focus();
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
    expect(await focused()).toContain("г. Благовещенск: Да");
    await page.keyboard.press("ArrowUp");
    expect(await focused()).toContain("Благовещенский район");
    await page.keyboard.press("Enter");
    await heading(page, "Благовещенский район").waitFor(patience);
    expect(parameter(page, "m")).toBe("amur-2022/blagoveshchensky-district");
  });
});

test.each([360, 1280])("names and marks fit their tiles at %s px, in both languages", async (width) => {
  for (const address of [
    "map?map=amur-2022",
    "map?map=primorye-2022",
    "en/map?map=amur-2022",
    "en/map?map=primorye-2022",
  ])
    await onPage(
      address,
      async (page) => {
        await page.locator(".tile").first().waitFor(patience);
        const outside = await page.locator(".tile").evaluateAll((tiles) =>
          tiles.flatMap((tile) => {
            const room = tile.getBoundingClientRect();
            return [...tile.querySelectorAll(".tile-name span, .tile-kind, .tile-mark")].flatMap((part) => {
              const { width: size, left, right, bottom } = part.getBoundingClientRect();
              const fits = left >= room.left - 1 && right <= room.right + 1 && bottom <= room.bottom + 1;
              return size === 0 || fits ? [] : [part.textContent];
            });
          }),
        );
        expect([address, outside]).toEqual([address, []]);
      },
      width,
    );
});

test("a passport is one sheet of paper", async () => {
  const longest = ["amur-2022/progress", "amur-2022/magdagachinsky-district", "primorye-2022/khorolsky-mo"];
  for (const address of longest)
    await onPage(`municipality?m=${address}`, async (page) => {
      await settle(page);
      const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
      expect([address, pdf.match(/\/Type\s*\/Page\b/g)?.length]).toEqual([address, 1]);
    });
});
