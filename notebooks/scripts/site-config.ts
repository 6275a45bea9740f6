import { createRequire } from "node:module";
import { relative } from "node:path";
import { pathToFileURL } from "node:url";
import type { Directories } from "./directories.ts";
import { readPages } from "./pages.ts";
import { footer, head, header } from "./shell.ts";

/** Data loaders in TypeScript run by the tsx of this project, wherever the build was started. */
const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

/** The part of a page Framework shows to the functions of its configuration. */
export interface PageContext {
  path: string;
}

/** The configuration of Framework: our own header and navigation, nothing from outside, nothing that changes by date. */
export function siteConfig({ pages: source, src, dist }: Directories) {
  const pages = readPages(source);
  return {
    root: relative(process.cwd(), src) || ".",
    output: relative(process.cwd(), dist),
    pages: [],
    sidebar: false,
    pager: false,
    toc: false,
    search: false,
    style: "style.css",
    globalStylesheets: [],
    interpreters: { ".ts": [process.execPath, "--import", tsx] },
    head: ({ path }: PageContext) => head(path, pages),
    header: ({ path }: PageContext) => header(path, pages),
    footer: ({ path }: PageContext) => footer(path),
  };
}
