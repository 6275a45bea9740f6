import { FileAttachment } from "npm:@observablehq/stdlib";

/** The threads of the pages: what runs in them, and the files that it loads when it needs them. */
const threads = {
  checks: { script: FileAttachment("/data/worker.js"), files: {} },
  documents: {
    script: FileAttachment("/data/documents.js"),
    files: {
      drawing: FileAttachment("/data/drawing.js"),
      regular: FileAttachment("/data/pt-sans-regular.ttf"),
      bold: FileAttachment("/data/pt-sans-bold.ttf"),
      wasm: FileAttachment("/data/resvg.wasm"),
    },
  },
};
const datasets = FileAttachment("/data/datasets.bin");
let archive;

/** A job that another one, or the reader, has put aside. */
export class Cancelled extends Error {
  name = "Cancelled";
}

/**
 * A thread that calculates beside the page with the packages of the command. `worker/jobs.ts` lists what "checks" can do,
 * `worker/documents/jobs.ts` what "documents" can. It does one job at a time: a new one, or `cancel`, puts the running one
 * aside, which then rejects with `Cancelled`. Nothing is loaded before the first job or `prepare`.
 *
 * `run(job, input, {lang, onStep, transfer})` resolves to the result; `prepare()` loads the thread and the datasets ahead.
 */
export function calculator(kind = "checks") {
  const { script, files } = threads[kind];
  let thread;
  let running;
  let last = 0;

  function open() {
    if (thread) return thread.ready;
    const worker = new Worker(script.href, { type: "module" });
    const addresses = Object.fromEntries(
      Object.entries(files).map(([name, file]) => [name, new URL(file.href, document.baseURI).href]),
    );
    const own = { worker };
    own.ready = new Promise((resolve, reject) => {
      const fail = (reason) => {
        reject(reason);
        running?.reject(reason);
        running = undefined;
        if (thread === own) thread = undefined;
        worker.terminate();
      };
      worker.onerror = (event) => fail(new Error(event.message || "the worker could not be started"));
      worker.onmessageerror = () => fail(new Error("the worker sent something unreadable"));
      worker.onmessage = ({ data }) => {
        if (data.kind === "ready") resolve();
        else if (data.id !== running?.id) return;
        else if (data.kind === "step") running.onStep?.(data.text[running.lang]);
        else {
          const { resolve: done, reject: failed } = running;
          running = undefined;
          if (data.kind === "result") done(data.result);
          else failed(new Error(data.message));
        }
      };
      archive ??= datasets.arrayBuffer();
      archive.then(
        (bytes) => worker.postMessage({ kind: "open", datasets: bytes, addresses }),
        (reason) => {
          archive = undefined;
          fail(reason);
        },
      );
    });
    // Whoever waits for it hears of a failure; nobody has to.
    own.ready.catch(() => {});
    thread = own;
    return own.ready;
  }

  function cancel() {
    if (!running) return;
    const { reject } = running;
    running = undefined;
    thread?.worker.terminate();
    thread = undefined;
    reject(new Cancelled());
  }

  return {
    prepare: open,
    cancel,
    run(job, input, { lang, onStep, transfer = [] }) {
      cancel();
      return new Promise((resolve, reject) => {
        const id = ++last;
        running = { id, lang, onStep, resolve, reject };
        open().then(
          () => running?.id === id && thread.worker.postMessage({ kind: "job", id, job, lang, input }, transfer),
          (reason) => running?.id === id && reject(reason),
        );
      });
    },
  };
}
