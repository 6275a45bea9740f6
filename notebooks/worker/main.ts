import { answering } from "./answer.ts";
import type { Reply, Request } from "./protocol.ts";

// The thread of a page's calculations: a module worker that asks no network for anything.
const self = globalThis as unknown as {
  postMessage(reply: Reply): void;
  addEventListener(type: "message", listen: (event: { data: Request }) => void): void;
};
const answer = answering((reply) => self.postMessage(reply));
let last = Promise.resolve();
self.addEventListener("message", ({ data }) => {
  last = last.then(() => answer(data));
});
