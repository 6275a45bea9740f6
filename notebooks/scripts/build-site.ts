import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { checkSite } from "./check-site.ts";
import type { Directories } from "./directories.ts";
import { writePages } from "./pages.ts";
import { postProcess } from "./post-process.ts";
import { seedCache } from "./seed-cache.ts";
import { siteConfig } from "./site-config.ts";

/** A site that must not be published, with every reason. */
export class SiteProblems extends Error {
  readonly problems: string[];
  constructor(problems: string[], log = "") {
    super([...problems, ...(log ? ["", log] : [])].join("\n"));
    this.name = "SiteProblems";
    this.problems = problems;
  }
}

/**
 * Builds a site: page sources → Framework pages → seeded cache → Framework build → mended shell → checks → `dist`.
 * A site with problems never reaches `dist`.
 */
export async function buildSite(site: Directories): Promise<void> {
  writePages(site);
  await seedCache(site.src);
  const staging = `${resolve(site.dist)}.staging`;
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  try {
    await runFramework({ ...site, dist: staging });
    for (const file of htmlFiles(staging)) {
      const html = readFileSync(join(staging, file), "utf8");
      writeFileSync(join(staging, file), postProcess(html, `/${file.slice(0, -".html".length)}`));
    }
    const problems = await checkSite(staging);
    if (problems.length) throw new SiteProblems(problems);
    rmSync(site.dist, { recursive: true, force: true });
    renameSync(staging, site.dist);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Runs Framework in this process: quiet, without telemetry or network, with one time for all files. */
async function runFramework(site: Directories): Promise<void> {
  process.env.OBSERVABLE_TELEMETRY_DISABLE = "true";
  const [{ build, FileBuildEffects }, { normalizeConfig, setCurrentDate }] = await Promise.all([
    import("@observablehq/framework/dist/build.js"),
    import("@observablehq/framework/dist/config.js"),
  ]);
  const lines: string[] = [];
  const log = (...words: unknown[]) => void lines.push(`${words.map(String).join(" ")}\n`);
  const config = normalizeConfig(siteConfig(site));
  const effects = new FileBuildEffects(config.output, join(config.root, ".observablehq", "cache"), {
    logger: { log, warn: () => {}, error: log },
    output: { write: (text: string) => void lines.push(text) },
  });
  const fetch = globalThis.fetch;
  const console = { ...globalThis.console };
  globalThis.fetch = (input) => {
    const url = input instanceof Request ? input.url : String(input);
    return Promise.reject(new Error(`the build asked the network for ${url}; seed it in scripts/seed-cache.ts`));
  };
  Object.assign(globalThis.console, { log, warn: log, error: log });
  // File times are written into pages: fixed, or two builds of the same sources differ.
  setCurrentDate(new Date(0));
  try {
    await build({ config }, effects);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SiteProblems([reason], stripVTControlCharacters(lines.join("")));
  } finally {
    globalThis.fetch = fetch;
    Object.assign(globalThis.console, console);
    setCurrentDate(null);
  }
}

function htmlFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}
