import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const wcag22aa = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/** How a page is looked at: colours and width. */
export type Appearance = { colorScheme: "light" | "dark"; width: number };

export const appearances: readonly Appearance[] = [
  { colorScheme: "light", width: 1280 },
  { colorScheme: "dark", width: 1280 },
  { colorScheme: "dark", width: 360 },
];

/** A fault that an open page shows. */
export interface PageFault {
  kind: "console" | "exception" | "cell" | "request" | "accessibility" | "overflow";
  message: string;
}

/** Opens a page, waits until its cells and charts are done, and returns everything that is wrong with it. */
export async function inspectPage(
  browser: Browser,
  url: string,
  look: (page: Page) => Promise<void> = async () => {},
  among: readonly Appearance[] = appearances,
): Promise<PageFault[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  try {
    const { page, faults } = await openPage(context, url);
    await look(page);
    for (const { colorScheme, width } of among) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await settle(page);
      const inAppearance = ({ kind, message }: PageFault) => ({
        kind,
        message: `${message} (${colorScheme}, ${width} px)`,
      });
      faults.push(...(await accessibilityFaults(page)).map(inAppearance));
      faults.push(...(await overflow(page)).map(inAppearance));
    }
    faults.push(...(await failedCells(page)));
    return faults;
  } finally {
    await context.close();
  }
}

/** Opens a page and collects its faults from the first request on. Nothing outside its origin is let through. */
export async function openPage(context: BrowserContext, url: string): Promise<{ page: Page; faults: PageFault[] }> {
  const faults: PageFault[] = [];
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") {
      faults.push({ kind: "console", message: message.text() });
    }
  });
  page.on("pageerror", (error) => faults.push({ kind: "exception", message: String(error) }));
  page.on("response", (response) => {
    if (response.status() >= 400) {
      faults.push({ kind: "request", message: `${response.status()} ${response.url()}` });
    }
  });
  const { origin } = new URL(url);
  await page.route(
    (target) => /^(https?|wss?):$/.test(target.protocol) && target.origin !== origin,
    (route) => {
      faults.push({ kind: "request", message: `outside the site: ${route.request().url()}` });
      return route.abort();
    },
  );
  await page.goto(url, { waitUntil: "load" });
  await settle(page);
  return { page, faults };
}

/** Waits until no cell is loading and no chart is being drawn. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(() => !document.querySelector("observablehq-loading, [aria-busy=true]"));
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

async function failedCells(page: Page): Promise<PageFault[]> {
  const messages = await page.locator(".observablehq--error").allTextContents();
  return messages.map((message) => ({ kind: "cell", message }));
}

async function overflow(page: Page): Promise<PageFault[]> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });
  if (scrollWidth <= clientWidth) return [];
  return [{ kind: "overflow", message: `the page is ${scrollWidth} px wide in a window of ${clientWidth} px` }];
}

async function accessibilityFaults(page: Page): Promise<PageFault[]> {
  await page.evaluate(`if (!globalThis.axe) { ${axe} }`);
  const violations = await page.evaluate(async (tags) => {
    // Of rows that are built alike one is looked at: with all of them a long table takes axe three times as long.
    const bodies = [...document.querySelectorAll("tbody")].map((body) => ({ body, rows: [...body.rows] }));
    for (const { body, rows } of bodies) {
      const seen = new Set<string>();
      const kept = rows.filter((row) => {
        const kinds = [...row.cells].map((cell) => {
          const within = [...cell.querySelectorAll("*")].map(({ tagName, className }) => `${tagName}.${className}`);
          return [cell.tagName, cell.dataset.align, cell.dataset.color, ...within].join(" ");
        });
        const isNew = kinds.some((kind) => !seen.has(kind));
        for (const kind of kinds) seen.add(kind);
        return isNew;
      });
      body.replaceChildren(...kept);
    }
    try {
      const run = (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run;
      return (await run({ runOnly: tags, resultTypes: ["violations"] })).violations.map(({ id, help, nodes }) => ({
        id,
        help,
        nodes: nodes.slice(0, 3).map(({ html, failureSummary }) => `${html} ${failureSummary ?? ""}`),
      }));
    } finally {
      for (const { body, rows } of bodies) body.replaceChildren(...rows);
    }
  }, wcag22aa);
  return violations.map(({ id, help, nodes }) => ({
    kind: "accessibility",
    message: `${id}: ${help}\n${nodes.join("\n")}`,
  }));
}

interface AxeResults {
  violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[];
}

/** Opens a page for the time of a test. */
export async function withPage(browser: Browser, url: string, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  try {
    await use((await openPage(context, url)).page);
  } finally {
    await context.close();
  }
}

/** Presses Tab until the element has the focus: it fails where the keyboard cannot go. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}
