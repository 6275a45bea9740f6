import { letters } from "./letters.ts";
import { refresh } from "./refresh.ts";
import { report } from "./report.ts";
import { tableFile, tables } from "./tables.ts";
import { template } from "./template.ts";

/** Every file that a page can have made, by the name of its job. A new one is a file of its own and a line here. */
export const documentJobs = { report, refresh, letters, tables, "table-file": tableFile, template };
