import { bundle } from "../../worker/bundle.ts";

// What draws charts: as large as all else that documents need, and loaded for documents with charts alone.
process.stdout.write(await bundle("@metodika/report/chart"));
