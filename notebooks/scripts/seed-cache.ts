import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";

const notebooks = dirname(dirname(fileURLToPath(import.meta.url)));

/** Libraries that Framework's own code imports as `npm:`: for `html`, `Inputs`, `aq` and `FileAttachment().csv()`. */
const implicitLibraries = ["htl", "isoformat", "d3-dsv", "arquero"];

/** Names that Framework only resolves and never loads. */
const resolvedOnly = [
  "@observablehq/plot",
  "@observablehq/sample-datasets",
  "@duckdb/duckdb-wasm",
  "apache-arrow",
  "d3",
  "deck.gl",
  "echarts",
  "exceljs",
  "jszip",
  "katex",
  "leaflet",
  "lodash",
  "mapbox-gl",
  "mermaid",
  "parquet-wasm",
  "react",
  "react-dom",
  "sql.js",
  "topojson-client",
  "vega",
  "vega-lite",
  "vega-lite-api",
  "@uwdata/vgplot",
  "@viz-js/viz",
];

/** Libraries a page or a component may import by their bare name. Workspace packages are added to them. */
const pageLibraries = ["arquero", "vega", "vega-lite"];

/**
 * Fills Framework's cache from `node_modules`, so that a build needs no network.
 *
 * Framework finds a bundle by name and version only, never by content: the cache is cleared first, and with it the
 * output of the data loaders. Every import of a page becomes part of one bundle in pieces: code two packages share
 * (Vega in Vega-Lite, core in presentation) exists once in the browser.
 */
export async function seedCache(src: string): Promise<void> {
  const cache = join(src, ".observablehq", "cache");
  rmSync(cache, { recursive: true, force: true });
  for (const name of resolvedOnly) mkdirSync(join(cache, "_npm", `${name}@0.0.0`), { recursive: true });
  await Promise.all([
    bundle(
      join(cache, "_npm"),
      implicitLibraries.map((name) => ({ specifier: name, output: `${name}@${version(name)}/_esm` })),
    ),
    bundle(join(cache, "_node"), [...pageLibraries, ...workspacePackages()].flatMap(entryPoints)),
  ]);
}

interface EntryPoint {
  specifier: string;
  /** The file Framework looks for, without `.js`. */
  output: string;
}

async function bundle(outdir: string, entries: EntryPoint[]): Promise<void> {
  await build({
    absWorkingDir: notebooks,
    entryPoints: entries.map(({ specifier, output }) => ({ in: specifier, out: output })),
    outdir,
    chunkNames: "shared@0.0.0/[name]-[hash]",
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: ["es2022"],
    define: { "process.env.NODE_ENV": '"production"' },
    // Some packages carry a tsconfig.json that extends a file they do not ship.
    tsconfigRaw: {},
    logLevel: "error",
    plugins: [nodeBuiltins],
  });
}

/** Node's own modules stay as they are: the check of the built site names the page that reaches one. */
const nodeBuiltins: Plugin = {
  name: "node-builtins",
  setup({ onResolve }) {
    onResolve({ filter: /^[\w:/-]+$/ }, ({ path }) => (isBuiltin(path) ? { path, external: true } : undefined));
  },
};

/** The workspace packages that the notebooks depend on and that are built. */
function workspacePackages(): string[] {
  const { dependencies = {} } = manifest(notebooks);
  return Object.keys(dependencies).filter((name) => name.startsWith("@metodika/") && isBuilt(name));
}

function isBuilt(name: string): boolean {
  return entryPoints(name).every(({ specifier }) => {
    const { exports = {} } = manifest(packageFolder(name));
    const target = exports[`.${specifier.slice(name.length)}`];
    const file = typeof target === "string" ? target : target?.default;
    return typeof file === "string" && existsSync(join(packageFolder(name), file));
  });
}

/** The entry points of a package: its main module, and for our own packages each path they export. */
function entryPoints(name: string): EntryPoint[] {
  const { exports = {} } = manifest(packageFolder(name));
  const paths = name.startsWith("@metodika/") ? Object.keys(exports).filter(isScript) : ["."];
  return paths.map((path) => ({
    specifier: name + path.slice(1),
    output: `${name}@${version(name)}/${path === "." ? "index" : path.slice(2).replace(/\.js$/, "")}`,
  }));
}

function isScript(path: string): boolean {
  return path.startsWith(".") && !path.includes("*") && !/\.(json|css)$/.test(path);
}

interface Manifest {
  version: string;
  dependencies?: Record<string, string>;
  exports?: Record<string, string | { default?: string } | undefined>;
}

function manifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}

function version(name: string): string {
  return manifest(packageFolder(name)).version;
}

function packageFolder(name: string): string {
  for (let folder = notebooks; ; folder = dirname(folder)) {
    const candidate = join(folder, "node_modules", name);
    if (existsSync(join(candidate, "package.json"))) return candidate;
    if (dirname(folder) === folder) throw new Error(`package "${name}" is not installed; run npm ci`);
  }
}
