import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type SiteServer, serveSite } from "./site-server.ts";

let folder: string;
let server: SiteServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "server-"));
  mkdirSync(join(folder, "site/en"), { recursive: true });
  for (const file of ["secret.html", "site/index.html", "site/en/index.html", "site/page.html"]) {
    writeFileSync(join(folder, file), file);
  }
  server = await serveSite(join(folder, "site"), 0);
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Asks for a path exactly as it is written. */
function ask(path: string): Promise<{ status?: number; location?: string; text: string }> {
  return new Promise((resolve, reject) => {
    request(server.url, { path }, (response) => {
      let text = "";
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode, location: response.headers.location, text }));
    })
      .on("error", reject)
      .end();
  });
}

test("a page is served without its extension, a folder by its index", async () => {
  expect(await ask("/page")).toMatchObject({ status: 200, text: "site/page.html" });
  expect(await ask("/en/?a")).toMatchObject({ status: 200, text: "site/en/index.html" });
});

test("a folder without its slash is sent to the one with it, the query kept", async () => {
  expect(await ask("/en?a=1")).toMatchObject({ status: 308, location: "/en/?a=1" });
});

test.each(["/none", "//", "//en", "/../secret.html", "/%2e%2e/secret.html", "/%"])("%s is not found", async (path) => {
  expect((await ask(path)).text).not.toContain("secret.html");
  expect((await ask(path)).location).toBeUndefined();
});

test("a taken port gives the next free one", async () => {
  const port = Number(new URL(server.url).port);
  const second = await serveSite(join(folder, "site"), port);
  expect(Number(new URL(second.url).port)).not.toBe(port);
  await second.close();
});
