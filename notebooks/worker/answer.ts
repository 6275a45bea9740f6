import type { Text } from "@metodika/core";
import { type Datasets, readDatasets, readZip } from "@metodika/files";
import type { Job } from "./job.ts";
import { jobs } from "./jobs.ts";
import type { Reply, Request } from "./protocol.ts";

/**
 * The worker without its thread: takes requests in their order and posts replies. Whatever a job throws becomes a
 * failure of that job; the next one is served as if nothing had been.
 */
export function answering(post: (reply: Reply) => void): (request: Request) => Promise<void> {
  let datasets: Datasets | undefined;
  return async (request) => {
    if (request.kind === "open") {
      datasets = readDatasets(readZip(new Uint8Array(request.datasets)).files);
      post({ kind: "ready" });
      return;
    }
    const { id, job: name, lang, input } = request;
    try {
      const job = Object.hasOwn(jobs, name) ? (jobs[name as keyof typeof jobs] as Job<unknown, unknown>) : undefined;
      if (!job) throw new Error(`no job "${name}"; there are: ${Object.keys(jobs).join(", ")}`);
      if (!datasets) throw new Error("no datasets; open them before the first job");
      const step = (text: Text) => post({ kind: "step", id, text });
      post({ kind: "result", id, result: await job(input, { datasets, lang, step }) });
    } catch (error) {
      post({ kind: "failure", id, message: error instanceof Error ? error.message : String(error) });
    }
  };
}
