import { answering, type Jobs } from "./answer.ts";
import type { Reply, Request } from "./protocol.ts";

/** Answers the page of this thread, one request after another. */
export function serve<Tools extends object>(
  jobs: Jobs<Tools>,
  toolsOf: (addresses: Readonly<Record<string, string>>) => Tools,
): void {
  const self = globalThis as unknown as {
    postMessage(reply: Reply): void;
    addEventListener(type: "message", listen: (event: { data: Request }) => void): void;
  };
  const answer = answering(jobs, (reply) => self.postMessage(reply), toolsOf);
  let last = Promise.resolve();
  self.addEventListener("message", ({ data }) => {
    last = last.then(() => answer(data));
  });
}
