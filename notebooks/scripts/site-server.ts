import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import sirv from "sirv";

/** A running server of a site. */
export interface SiteServer {
  url: string;
  close(): Promise<void>;
}

/** Serves a folder on 127.0.0.1, on the given port or, when it is taken, the next free one. */
export async function serveSite(directory: string, port = 3000): Promise<SiteServer> {
  // Revalidated at every visit: a file keeps its name when only a bundle below it changes.
  const files = sirv(directory, {
    etag: true,
    setHeaders: (response) => response.setHeader("Cache-Control", "no-cache"),
  });
  const server = createServer((request, response) => {
    const [path = "/", query] = (request.url ?? "/").split("?");
    // Links are relative: a folder needs its slash.
    if (/^(\/[\w-]+)+$/.test(path) && existsSync(join(directory, path, "index.html"))) {
      response.writeHead(308, { Location: `${path}/${query === undefined ? "" : `?${query}`}` }).end();
      return;
    }
    files(request, response, () => {
      response
        .writeHead(404, { "Content-Type": "text/plain; charset=utf-8" })
        .end("404: такой страницы нет · no such page\n");
    });
  });
  await listen(server, port);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, port: number): Promise<void> {
  for (let candidate = port; ; candidate = candidate < port + 100 ? candidate + 1 : 0) {
    const error = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
      server.once("error", resolve);
      server.listen(candidate, "127.0.0.1", () => {
        server.off("error", resolve);
        resolve(undefined);
      });
    });
    if (!error) return;
    if (candidate === 0 || (error.code !== "EADDRINUSE" && error.code !== "EACCES")) throw error;
  }
}
