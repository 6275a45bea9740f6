import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where a site keeps its page sources, the folder Framework reads, and the built site. */
export interface Directories {
  pages: string;
  src: string;
  dist: string;
}

const notebooks = dirname(dirname(fileURLToPath(import.meta.url)));

/** The three directories of a site; the notebooks themselves unless another folder is given. */
export function directories(site: string = notebooks): Directories {
  return { pages: join(site, "pages"), src: join(site, "src"), dist: join(site, "dist") };
}
