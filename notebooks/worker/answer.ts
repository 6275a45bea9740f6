import type { Text } from "@metodika/core";
import { type Datasets, readDatasets, readZip } from "@metodika/files";
import type { Job, JobContext } from "./job.ts";
import type { Reply, Request } from "./protocol.ts";

/** Jobs by name. What they work with beside `JobContext` are the tools of their thread. */
export type Jobs<Tools> = Readonly<Record<string, Job<never, unknown, JobContext & Tools>>>;

/**
 * The worker without its thread: takes requests in their order and posts replies. Whatever a job throws becomes a
 * failure of that job; the next one is served as if nothing had been.
 *
 * @param toolsOf what the jobs of this thread have beside the datasets, made of the addresses that the page gives
 */
export function answering<Tools extends object>(
  jobs: Jobs<Tools>,
  post: (reply: Reply) => void,
  toolsOf: (addresses: Readonly<Record<string, string>>) => Tools,
): (request: Request) => Promise<void> {
  let opened: { datasets: Datasets; tools: Tools } | undefined;
  return async (request) => {
    if (request.kind === "open") {
      const datasets = readDatasets(readZip(new Uint8Array(request.datasets)).files);
      opened = { datasets, tools: toolsOf(request.addresses ?? {}) };
      post({ kind: "ready" });
      return;
    }
    const { id, job: name, lang, input } = request;
    try {
      const job = Object.hasOwn(jobs, name) ? (jobs[name] as Job<unknown, unknown, JobContext & Tools>) : undefined;
      if (!job) throw new Error(`no job "${name}"; there are: ${Object.keys(jobs).join(", ")}`);
      if (!opened) throw new Error("no datasets; open them before the first job");
      const step = (text: Text) => post({ kind: "step", id, text });
      const { datasets, tools } = opened;
      post({ kind: "result", id, result: await job(input, { ...tools, datasets, lang, step }) });
    } catch (error) {
      post({ kind: "failure", id, message: error instanceof Error ? error.message : String(error) });
    }
  };
}
