import { cpSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, relative } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { buildSite, SiteProblems } from "../scripts/build-site.ts";
import { type Directories, directories } from "../scripts/directories.ts";
import { serveSite } from "../scripts/site-server.ts";
import { findBrowser, launch } from "./browser.ts";
import { removeSites, siteOf, temporaryFolder, write } from "./fixture-site.ts";
import { inspectPage, type PageFault } from "./inspect-page.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await launch(inject("browser"));
});

afterAll(async () => {
  await browser?.close();
  removeSites();
});

describe("the build refuses", () => {
  test("a cell that cannot be parsed, a broken link, an address outside, an unknown import: all named at once", async () => {
    const site = siteOf({
      syntax: "```js\nconst x = ;\n```",
      link: "See [nothing](./nowhere).",
      anchor: "See [nothing](./link#nowhere).",
      outside: '<img src="https://example.com/x.png" alt="">',
      unknown: '```js\nimport { x } from "no-such-package";\n```',
    });
    const { problems } = await refusal(site);
    const wanted = [
      "anchor.html: link ./link#nowhere leads to an anchor that does not exist",
      "link.html: broken link ./nowhere",
      "outside.html: <img> loads https://example.com/x.png from outside the site",
      "syntax.html: a cell failed: SyntaxError: Unexpected token (1:10)",
      'unknown.html: import "no-such-package" cannot be resolved',
    ];
    expect(problems.toSorted()).toEqual([...wanted.map((problem) => `en/${problem}`), ...wanted].sort());
    expect(readdirSync(site)).not.toContain("dist");
  });

  test("a library that is not in the cache, instead of asking the network", async () => {
    const { message } = await refusal(siteOf({ library: "```js\nd3.scaleLinear()\n```" }));
    expect(message).toMatch(/the build asked the network for https:.*d3.*seed-cache\.ts/);
  });

  test("a data loader that fails", async () => {
    const site = siteOf({ loader: '```js\nFileAttachment("/data/bad.json").json()\n```' });
    write(join(site, "src/data/bad.json.ts"), "throw new Error('bad');");
    expect((await refusal(site)).message).toContain("loader exited with code 1");
  });

  test("a page source with an open block, naming file and line", async () => {
    const site = siteOf({ open: "::: ru\nТекст" });
    await expect(buildSite(directories(site))).rejects.toThrow('pages/open.md:4: block "::: ru" is not closed');
  });
});

describe("a built site", () => {
  let site: string;

  beforeAll(async () => {
    site = siteOf({
      throwing: '```js\nif (lang) throw new Error("no such value");\n```',
      data: '```js\nFileAttachment("/data/value.txt").text()\n```',
    });
    const value = JSON.stringify(join(site, "value"));
    const loader = `import { readFileSync } from "node:fs";\nprocess.stdout.write(readFileSync(${value}, "utf8"));`;
    write(join(site, "src/data/value.txt.ts"), loader);
    write(join(site, "value"), "first");
    await buildSite(directories(site));
  });

  test("with a cell that throws is caught when the page is opened", async () => {
    const server = await serveSite(join(site, "dist"), 0);
    try {
      const faults = await inspectPage(browser, `${server.url}throwing`);
      expect(faults).toContainEqual({ kind: "cell", message: expect.stringContaining("no such value") });
      expect(faults).toContainEqual({ kind: "console", message: expect.stringContaining("no such value") });
    } finally {
      await server.close();
    }
  });

  test("built again shows the data of today, though the loader did not change", async () => {
    const files = () => Object.keys(digest(join(site, "dist"))).filter((file) => file.startsWith("_file/data/value."));
    const before = files();
    write(join(site, "value"), "second");
    await buildSite(directories(site));
    expect(before).toHaveLength(1);
    expect(files()).toHaveLength(1);
    expect(files()).not.toEqual(before);
  });
});

describe("the check of an open page catches", () => {
  test("a request outside the site", async () => {
    expect(await faultsOf('<script>fetch("https://example.com/data.json").catch(() => {})</script>')).toContainEqual({
      kind: "request",
      message: "outside the site: https://example.com/data.json",
    });
  });

  test("a missing file", async () => {
    expect(await faultsOf('<img src="/none.png" alt="">')).toContainEqual({
      kind: "request",
      message: expect.stringMatching(/^404 .*none\.png$/),
    });
  });

  test("an exception and a warning of the console", async () => {
    const faults = await faultsOf('<script>console.warn("careful"); throw new Error("boom")</script>');
    expect(faults).toContainEqual({ kind: "console", message: "careful" });
    expect(faults).toContainEqual({ kind: "exception", message: "Error: boom" });
  });

  test.each([
    ["an input without a label", '<input type="text">', "label"],
    ["pale text", '<p style="color:#bbb">pale</p>', "color-contrast"],
    [
      "an input without a label far down a table whose rows are alike",
      `<table><tbody>${"<tr><td>1</td></tr>".repeat(40)}<tr><td><input type="text"></td></tr></tbody></table>`,
      "label",
    ],
    ["a page that forbids zoom", '<meta name="viewport" content="maximum-scale=1">', "meta-viewport"],
  ])("%s", async (_, body, rule) => {
    expect(await faultsOf(body)).toContainEqual({
      kind: "accessibility",
      message: expect.stringMatching(new RegExp(`^${rule}`)),
    });
  });

  test("a page wider than its window", async () => {
    expect((await faultsOf('<div style="width:600px">wide</div>')).map(({ kind }) => kind)).toEqual(["overflow"]);
  });

  test("nothing on a page without a fault", async () => {
    expect(await faultsOf("<p>fine</p>")).toEqual([]);
  });
});

test("without a browser the tests fail with the command that installs one", async () => {
  await expect(findBrowser(["/nowhere/chrome"], false)).rejects.toThrow("apt-get install -y chromium");
});

test("two builds of the same sources are the same bytes", async () => {
  const notebooks = directories();
  const folder = temporaryFolder();
  const again: Directories = { pages: join(folder, "pages"), src: notebooks.src, dist: join(folder, "dist") };
  cpSync(notebooks.pages, again.pages, { recursive: true });
  await buildSite(again);
  expect(digest(again.dist)).toEqual(digest(notebooks.dist));
});

async function refusal(folder: string): Promise<SiteProblems> {
  const error = await buildSite(directories(folder)).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(SiteProblems);
  return error as SiteProblems;
}

/** The faults of a page that is nothing but the given body. */
async function faultsOf(body: string): Promise<PageFault[]> {
  const server = createServer((request, response) => {
    const found = request.url === "/";
    response.writeHead(found ? 200 : 404, { "Content-Type": "text/html; charset=utf-8" });
    response.end(
      `<!doctype html><html lang="en"><head><title>Fixture</title><link rel="icon" href="data:,"></head><body><main><h1>Fixture</h1>${body}</main></body></html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await inspectPage(browser, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.close();
  }
}

function digest(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const entries = files.map((entry) => {
    const file = join(entry.parentPath, entry.name);
    return [relative(folder, file), readFileSync(file, "base64")] as const;
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
