import { existsSync } from "node:fs";
import { join } from "node:path";
import { directories } from "./directories.ts";
import { serveSite } from "./site-server.ts";

const { dist } = directories();
if (existsSync(join(dist, "index.html"))) {
  const { url } = await serveSite(dist, Number(process.env.PORT ?? 3000));
  process.stdout.write(`notebooks: ${url}\n`);
} else {
  console.error("nothing to serve: the notebooks are not built; run npm run build");
  process.exitCode = 1;
}
