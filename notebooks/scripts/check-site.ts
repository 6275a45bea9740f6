import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import { build, type Plugin } from "esbuild";

/** Looks for what Framework lets pass: failed cells, broken links, addresses outside the site, unresolved imports. */
export async function checkSite(dist: string): Promise<string[]> {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
  const pages = new Map(
    files.filter((file) => file.endsWith(".html")).map((file) => [file, readFileSync(join(dist, file), "utf8")]),
  );
  const problems: string[] = [];
  for (const [file, html] of pages) {
    for (const check of [failedCells, outsideAddresses])
      problems.push(...check(html).map((text) => `${file}: ${text}`));
    problems.push(
      ...brokenLinks(file, pages, (path) => existsSync(join(dist, path))).map((text) => `${file}: ${text}`),
    );
  }
  for (const file of files.filter((name) => name.endsWith(".css"))) {
    problems.push(...outsideStyles(readFileSync(join(dist, file), "utf8")).map((text) => `${file}: ${text}`));
  }
  return [...problems, ...(await unresolvedImports(dist, files, pages))];
}

/** The messages of cells that could not be parsed. */
export function failedCells(html: string): string[] {
  return [...html.matchAll(/class="[^"]*observablehq--error[^"]*"[^>]*>([^<]*)/g)].map(
    ([, message]) => `a cell failed: ${message?.trim()}`,
  );
}

/** Elements that would load something from another address when the page opens. */
export function outsideAddresses(html: string): string[] {
  const markup = html.replace(/(<script\b[^>]*>)[\s\S]*?<\/script>/g, "$1");
  const loading =
    /<(link|script|img|iframe|source|audio|video|embed|object|image|use)\b[^>]*?\b(?:src|href|srcset|data)="((?:https?:)?\/\/[^"]*)"/g;
  return [...markup.matchAll(loading)].map(([, element, url]) => `<${element}> loads ${url} from outside the site`);
}

function outsideStyles(css: string): string[] {
  return [...css.matchAll(/(?:url\(\s*|@import\s+)["']?((?:https?:)?\/\/[^"')\s]+)/g)].map(
    ([, url]) => `a style loads ${url} from outside the site`,
  );
}

/** Links to pages, files or anchors of the site that do not exist. */
export function brokenLinks(
  file: string,
  pages: ReadonlyMap<string, string>,
  exists: (path: string) => boolean = () => false,
): string[] {
  const markup = (pages.get(file) ?? "").replace(/(<script\b[^>]*>)[\s\S]*?<\/script>/g, "$1");
  const problems: string[] = [];
  for (const [, href = ""] of markup.matchAll(/<a\b[^>]*?\bhref="([^"]*)"/g)) {
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href)) continue;
    const [, path = "", hash] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(href) ?? [];
    const target = path === "" ? file : pageFile(posix.join(path.startsWith("/") ? "" : dirname(file), path), path);
    const html = pages.get(target);
    if (html === undefined) {
      if (!exists(target.replace(/\.html$/, ""))) problems.push(`broken link ${href}`);
    } else if (hash && !hasId(html, decodeURIComponent(hash))) {
      problems.push(`link ${href} leads to an anchor that does not exist`);
    }
  }
  return problems;
}

function pageFile(path: string, written: string): string {
  const clean = path.replace(/^\/|\/$/g, "");
  if (clean === "" || clean === ".") return "index.html";
  if (clean.endsWith(".html")) return clean;
  return /\/$|(^|\/)\.\.?$/.test(written) ? `${clean}/index.html` : `${clean}.html`;
}

function hasId(html: string, id: string): boolean {
  return [...html.matchAll(/\bid="([^"]*)"/g)].some(([, value]) => value === id || decodeURI(value ?? "") === id);
}

async function unresolvedImports(dist: string, files: string[], pages: ReadonlyMap<string, string>): Promise<string[]> {
  const problems: string[] = [];
  const inline = new Map<string, string>();
  for (const [file, html] of pages) {
    const scripts = [...html.matchAll(/<script type="module">([\s\S]*?)<\/script>/g)].map(([, code]) => code);
    inline.set(`${file}.js`, scripts.join("\n"));
  }
  const plugin: Plugin = {
    name: "imports",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /.*/ }, ({ path, importer, kind }) => {
        if (kind === "entry-point") return { path, namespace: "site" };
        // Framework's own code names libraries that it loads only when a page uses them.
        if (kind === "dynamic-import" && importer.startsWith("_observablehq/")) return { path, external: true };
        const target = posix.join(posix.dirname(importer), path);
        if (!/^\.{0,2}\//.test(path) || !existsSync(join(dist, target))) {
          problems.push(`${importer.replace(/\.html\.js$/, ".html")}: import "${path}" cannot be resolved`);
        }
        return { path, external: true };
      });
      onLoad({ filter: /.*/, namespace: "site" }, ({ path }) => ({
        contents: inline.get(path) ?? readFileSync(join(dist, path), "utf8"),
        loader: "js",
      }));
    },
  };
  await build({
    entryPoints: [...inline.keys(), ...files.filter((file) => file.endsWith(".js"))],
    outdir: dist,
    bundle: true,
    write: false,
    format: "esm",
    logLevel: "silent",
    plugins: [plugin],
  });
  return problems.sort();
}
