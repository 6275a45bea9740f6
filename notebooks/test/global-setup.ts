import { existsSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildSite } from "../scripts/build-site.ts";
import { directories } from "../scripts/directories.ts";
import { type FoundBrowser, findBrowser } from "./browser.ts";

declare module "vitest" {
  interface ProvidedContext {
    browser: FoundBrowser;
  }
}

/** Finds the browser once, and makes sure that the site is built from today's sources. */
export async function setup(project: TestProject): Promise<void> {
  project.provide("browser", await findBrowser());
  const site = directories();
  // Turbo builds before it tests; without it nothing says that dist is not an old one.
  if (!process.env.TURBO_HASH || !existsSync(join(site.dist, "index.html"))) await buildSite(site);
}
