import { directories } from "./scripts/directories.ts";
import { siteConfig } from "./scripts/site-config.ts";

export default siteConfig(directories());
