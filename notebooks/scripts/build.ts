import { relative } from "node:path";
import { buildSite, SiteProblems } from "./build-site.ts";
import { directories } from "./directories.ts";
import { PageProblems } from "./page-source.ts";

const start = performance.now();
const site = directories();
try {
  await buildSite(site);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  process.stdout.write(`built ${relative(process.cwd(), site.dist)} in ${seconds} s\n`);
} catch (error) {
  if (!(error instanceof SiteProblems || error instanceof PageProblems)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
