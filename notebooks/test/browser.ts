import { existsSync, mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";

const installed: readonly string[] = [
  process.env.CHROME_PATH,
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/opt/google/chrome/chrome",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ...[process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA].map(
    (folder) => folder && join(folder, "Google", "Chrome", "Application", "chrome.exe"),
  ),
].filter((path): path is string => path !== undefined && path !== "");

const help = `no browser for the tests; install one and run them again:
  Debian, Ubuntu:  sudo apt-get install -y chromium
  Fedora:          sudo dnf install -y chromium
  macOS:           brew install --cask google-chrome
  Windows:         winget install Google.Chrome
or set CHROME_PATH to a Chrome or Chromium`;

/** A browser and where it came from: the tests have one, or fail with the command that installs one. */
export interface FoundBrowser {
  executablePath: string;
  /** Folder of shared libraries it needs beside those of the machine. */
  libraries?: string;
}

/** Finds a Chrome or Chromium that starts: an installed one, else the packaged one, else the packaged one with its libraries. */
export async function findBrowser(candidates: readonly string[] = installed, packaged = true): Promise<FoundBrowser> {
  const failures: string[] = [];
  const starts = async (found: FoundBrowser): Promise<boolean> => {
    try {
      await (await launch(found)).close();
      return true;
    } catch (error) {
      failures.push(`${found.executablePath}: ${String(error).split("\n").slice(0, 12).join("\n")}`);
      return false;
    }
  };
  if (process.env.CHROME_PATH && !existsSync(process.env.CHROME_PATH)) {
    failures.push(`CHROME_PATH is ${process.env.CHROME_PATH}, and there is no such file`);
  }
  for (const executablePath of candidates) {
    if (existsSync(executablePath) && (await starts({ executablePath }))) return { executablePath };
  }
  if (packaged && process.platform === "linux" && process.arch === "x64") {
    for (const attempt of ["first", "again"]) {
      try {
        const found = await unpack(attempt === "again");
        if (await starts({ executablePath: found.executablePath })) return { executablePath: found.executablePath };
        if (await starts(found)) return found;
      } catch (error) {
        failures.push(`@sparticuz/chromium: ${error}`);
      }
    }
  }
  throw new Error([help, ...failures].join("\n\n"));
}

export function launch({ executablePath, libraries }: FoundBrowser): Promise<Browser> {
  const env = { ...process.env } as Record<string, string>;
  if (libraries) env.LD_LIBRARY_PATH = [libraries, env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return chromium.launch({
    executablePath,
    headless: true,
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--font-render-hinting=none"],
    env,
  });
}

/** Unpacks @sparticuz/chromium into a folder of its own below the temporary directory. */
async function unpack(afresh: boolean): Promise<Required<FoundBrowser>> {
  const require = createRequire(import.meta.url);
  const main = require.resolve("@sparticuz/chromium");
  const folder = main.slice(0, main.lastIndexOf(join("chromium", "build")) + "chromium".length);
  const { version } = require(join(folder, "package.json")) as { version: string };
  const target = join(tmpdir(), `sparticuz-chromium-${version}`);
  if (afresh) rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const { TMPDIR, FONTCONFIG_PATH, LD_LIBRARY_PATH } = process.env;
  process.env.TMPDIR = target;
  try {
    const { default: packaged } = await import("@sparticuz/chromium");
    packaged.setGraphicsMode = false;
    const executablePath = await packaged.executablePath();
    const { inflate } = await import(pathToFileURL(join(dirname(main), "..", "esm", "lambdafs.js")).href);
    if (!existsSync(join(target, "al2023"))) await inflate(join(folder, "bin", "al2023.tar.br"));
    return { executablePath, libraries: join(target, "al2023", "lib") };
  } finally {
    restore({ TMPDIR, FONTCONFIG_PATH, LD_LIBRARY_PATH });
  }
}

function restore(variables: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}
