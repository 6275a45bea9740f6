import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { directories } from "./directories.ts";
import { PageProblems } from "./page-source.ts";
import { writePages } from "./pages.ts";
import { seedCache } from "./seed-cache.ts";

const site = directories();
writePages(site);
await seedCache(site.src);

const preview = spawn(
  process.execPath,
  [fileURLToPath(import.meta.resolve("@observablehq/framework/dist/bin/observable.js")), "preview", "--no-open"],
  {
    cwd: dirname(site.src),
    stdio: "inherit",
    env: { ...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true" },
  },
);
const watcher = watch(site.pages, { recursive: true }, () => {
  try {
    writePages(site);
  } catch (error) {
    // An editor saves half-written pages: say so and wait for the next save.
    if (!(error instanceof PageProblems) && (error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    console.error((error as Error).message);
  }
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => preview.kill(signal));
preview.on("exit", (code) => {
  watcher.close();
  process.exitCode = code ?? 0;
});
