import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { buildSite } from "../scripts/build-site.ts";
import { directories } from "../scripts/directories.ts";
import { type SiteServer, serveSite } from "../scripts/site-server.ts";
import { launch } from "./browser.ts";
import { removeSites, siteOf, write } from "./fixture-site.ts";
import { inspectPage, tabTo, withPage } from "./inspect-page.ts";

const hostile = '<img src=x onerror="document.title=1">';

const table = `
\`\`\`js
import { dataTable } from "/components/table.js";
\`\`\`

\`\`\`js
const table = display(dataTable(
  {
    title: "Table " + ${JSON.stringify(hostile)},
    columns: [
      { id: "level", title: "Level", group: "First", align: "center" },
      { id: "points", title: "Sum of points", short: "Points", group: "First", align: "end" },
      { id: "note", title: ${JSON.stringify(hostile)} },
    ],
    rows: [
      { id: "a", header: "Alpha", cells: [{ text: "2", color: "green", letter: "G", low: 2 }, { text: "10", low: 10 }, { text: "x", link: "javascript:alert(1)" }] },
      { id: "b", header: ${JSON.stringify(hostile)}, cells: [{ text: "0", color: "red", letter: "R", low: 0 }, { text: "", title: "not submitted" }, { text: "y", link: true }] },
      { id: "c", header: "Gamma", cells: [{ text: "1", color: "yellow", letter: "Y", low: 1 }, { text: "9–11", low: 9, high: 11, sign: "?" }, { text: "z", link: "/" }] },
      { id: "d", header: "Delta", cells: [{ text: "3", color: "blue", letter: "B", low: 3 }, { text: "9", low: 9, high: 9 }, { text: "" }] },
    ],
    totals: [{ id: "sum", header: "All", cells: [{ text: "" }, { text: "0", low: 0 }, { text: "" }] }],
    notes: ["A note."],
    source: "a source",
  },
  { download: () => ({ name: "table.csv", text: "a;b" }) },
));
\`\`\`

See [the chart](/chart).
`;

const names = `
\`\`\`js
import { dataTable } from "/components/table.js";
\`\`\`

\`\`\`js
const kinds = ["г. Тында", "ГО ЗАТО Фокино", "Зейский район", "пгт Прогресс", "г. Белогорск"];
display(dataTable({ title: "Names", columns: [], rows: kinds.map((header) => ({ id: header, header, cells: [] })) }));
\`\`\`
`;

const chart = `
\`\`\`js
import { rollup } from "arquero";
import { chart } from "/components/chart.js";
import { labelled } from "/components/labelled.js";
\`\`\`

\`\`\`js
const loaded = await FileAttachment("/data/rows.json").json();
const count = view(labelled(Inputs.range([1, 4], { label: "Rows", step: 1, value: 4 })));
const drawing = display(chart(
  {
    data: { values: loaded },
    mark: "bar",
    encoding: { y: { field: "name", title: null }, x: { field: "value", type: "quantitative" }, color: { field: "name" } },
  },
  { label: "Values by name", description: "Four bars." },
));
\`\`\`

\`\`\`js
drawing.update(loaded.slice(0, count));
\`\`\`
`;

const downloads = `
\`\`\`js
import { downloadButtons } from "/components/download-buttons.js";
\`\`\`

\`\`\`js
let tries = 0;
display(downloadButtons([
  { label: "Good", name: "good.txt", make: async (step) => { step("counting"); return new TextEncoder().encode("good"); } },
  { label: "Flaky", name: "flaky.txt", make: async () => { if (tries++ === 0) throw new Error(${JSON.stringify(hostile)}); return new Uint8Array(2000); } },
  { label: "Slow", name: "slow.txt", make: () => new Promise((resolve) => { globalThis.finish = () => resolve(new Uint8Array(1)); }) },
], { lang }));
\`\`\`
`;

let browser: Browser;
let server: SiteServer;

beforeAll(async () => {
  const site = siteOf({ table, names, chart, downloads });
  write(
    join(site, "src/data/rows.json.ts"),
    `const names: string[] = ["a", "b", "c", "d"];
process.stdout.write(JSON.stringify(names.map((name, index) => ({ name, value: (index + 1) * 1000.5 }))));`,
  );
  await buildSite(directories(site));
  browser = await launch(inject("browser"));
  server = await serveSite(join(site, "dist"), 0);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  removeSites();
});

test.concurrent.each(["table", "chart", "downloads", "en/table", "en/chart"])(
  "the page %s is without a fault",
  async (address) => {
    expect(await inspectPage(browser, server.url + address)).toEqual([]);
  },
);

describe("a table", () => {
  const open = (use: (page: Page) => Promise<void>) => withPage(browser, `${server.url}en/table`, use);
  const headers = (page: Page) => page.locator("tbody th").allTextContents();

  test("takes every text as text: a hostile name stays a name, a link to a script is none", async () => {
    await open(async (page) => {
      expect(await page.locator("main img").count()).toBe(0);
      expect(await page.locator("[data-row=b] th").textContent()).toBe(hostile);
      expect(await page.locator("tbody a").count()).toBe(1);
      expect(await page.title()).not.toBe("1");
    });
  });

  test("tells the reader of cells in words: group, header, colour, link, explanation", async () => {
    await open(async (page) => {
      expect(await page.locator("th[scope=colgroup]").allTextContents()).toEqual(["First"]);
      expect(await page.locator("th[scope=col]").count()).toBe(4);
      expect(await page.locator("[data-row=a] td").first().textContent()).toBe("G2 (green)");
      expect(await page.locator("[data-row=b] td").nth(1).textContent()).toBe(" (not submitted)");
      expect(await page.locator("[data-row=b] td").nth(2).textContent()).toBe("y (link given)");
    });
  });

  test("is sorted from the keyboard by intervals, blanks last, and says so", async () => {
    await open(async (page) => {
      await tabTo(page, ".data-table-scroll");
      await tabTo(page, "[data-table-column=points] button");
      await page.keyboard.press("Enter");
      const header = page.locator("[data-table-column=points]");
      expect(await header.getAttribute("aria-sort")).toBe("ascending");
      expect(await headers(page)).toEqual(["Delta", "Gamma", "Alpha", hostile]);
      await page.keyboard.press("Enter");
      expect(await header.getAttribute("aria-sort")).toBe("descending");
      expect(await headers(page)).toEqual(["Alpha", "Gamma", "Delta", hostile]);
    });
  });

  test("keeps its totals below a line, whatever it is sorted by", async () => {
    await open(async (page) => {
      await page.locator("[data-table-column=points] button").click();
      expect(await page.locator("tfoot tr").evaluateAll((rows) => rows.map(({ textContent }) => textContent))).toEqual([
        "All0",
      ]);
      expect(await page.locator("tbody tr").count()).toBe(4);
    });
  });

  test("sorts municipalities by their own names: the kind before a name does not count", async () => {
    await withPage(browser, `${server.url}en/names`, async (page) => {
      await page.locator("thead th button").first().click();
      expect(await headers(page)).toEqual([
        "г. Белогорск",
        "Зейский район",
        "пгт Прогресс",
        "г. Тында",
        "ГО ЗАТО Фокино",
      ]);
    });
  });

  test("is downloaded from the keyboard", async () => {
    await open(async (page) => {
      await tabTo(page, ".data-table-download");
      const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
      expect(download.suggestedFilename()).toBe("table.csv");
      expect(readFileSync(await download.path(), "utf8")).toBe("a;b");
    });
  });

  test("keeps its first column and its header in sight", async () => {
    await open(async (page) => {
      await page.setViewportSize({ width: 360, height: 400 });
      const corner = page.locator("thead th").first();
      const before = await corner.boundingBox();
      await page.locator(".data-table-scroll").evaluate((box) => box.scrollTo(60, 0));
      expect((await corner.boundingBox())?.x).toBe(before?.x);
    });
  });
});

describe("a chart", () => {
  const text = (page: Page) => page.locator(".chart svg").textContent();

  test("writes numbers as its language does", async () => {
    await withPage(browser, `${server.url}chart`, async (page) => expect(await text(page)).toContain("1\u00a0000"));
    await withPage(browser, `${server.url}en/chart`, async (page) => expect(await text(page)).toContain("1,000"));
  });

  test("has a name and a description", async () => {
    await withPage(browser, `${server.url}en/chart`, async (page) => {
      const image = page.getByRole("img", { name: "Values by name", exact: true });
      const description = await image.getAttribute("aria-describedby");
      expect(await page.locator(`#${description}`).textContent()).toBe("Four bars.");
    });
  });

  test("takes new data in place and follows the width of its container", async () => {
    await withPage(browser, `${server.url}en/chart`, async (page) => {
      await page.evaluate(() => document.querySelector(".chart svg")?.setAttribute("data-first", ""));
      await page.getByRole("spinbutton", { name: "Rows" }).fill("3");
      await expect.poll(() => page.locator(".chart .mark-rect.role-mark path").count()).toBe(3);
      expect(await page.locator(".chart svg[data-first]").count()).toBe(1);
      await page.setViewportSize({ width: 500, height: 800 });
      const width = () => page.locator(".chart svg").evaluate((svg) => svg.getBoundingClientRect().width);
      await expect.poll(width).toBeLessThanOrEqual(500);
      expect(await width()).toBeGreaterThan(400);
    });
  });
});

describe("buttons of downloads", () => {
  const open = (use: (page: Page) => Promise<void>) => withPage(browser, `${server.url}en/downloads`, use);
  const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
  const says = (page: Page, text: string) => page.getByRole("status").getByText(text).waitFor();

  test("make a file when pressed, and say that it is ready", async () => {
    await open(async (page) => {
      const [download] = await Promise.all([page.waitForEvent("download"), press(page, "Good")]);
      expect(download.suggestedFilename()).toBe("good.txt");
      expect(readFileSync(await download.path(), "utf8")).toBe("good");
      await says(page, "“good.txt” is ready");
    });
  });

  test("say in words why a file could not be made, and can be pressed again", async () => {
    await open(async (page) => {
      await press(page, "Flaky");
      await says(page, `“flaky.txt” could not be made: ${hostile}`);
      expect(await page.locator("main img").count()).toBe(0);
      await Promise.all([page.waitForEvent("download"), press(page, "Flaky")]);
      await says(page, "“flaky.txt” is ready, 2");
    });
  });

  test("wait while one file is being made", async () => {
    await open(async (page) => {
      await press(page, "Slow");
      await says(page, "Making “slow.txt”");
      expect(await page.locator("button[aria-disabled=true]").count()).toBe(3);
      await page.getByRole("button", { name: "Good" }).dispatchEvent("click");
      await says(page, "Making “slow.txt”");
      await page.evaluate(() => (globalThis as unknown as { finish: () => void }).finish());
      await says(page, "“slow.txt” is ready");
      expect(await page.locator("button[aria-disabled=true]").count()).toBe(0);
    });
  });
});

test("the language is switched from the keyboard; links of the text stay in the language", async () => {
  await withPage(browser, `${server.url}table?year=2022#observablehq-main`, async (page) => {
    await page.locator(".site-name").focus();
    await tabTo(page, "[data-language-switch]");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${server.url}en/table?year=2022#observablehq-main`);
    await page.getByRole("main").getByRole("link", { name: "the chart" }).click();
    await page.waitForURL(`${server.url}en/chart`);
  });
});
