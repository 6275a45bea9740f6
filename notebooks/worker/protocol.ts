import type { Language, Text } from "@metodika/core";

/** What a page says to the worker: once the datasets, then jobs, one after another. */
export type Request =
  | { kind: "open"; datasets: ArrayBuffer }
  | { kind: "job"; id: number; job: string; lang: Language; input: unknown };

/** What the worker answers: that it is ready, and of each job its steps and then its result or why there is none. */
export type Reply =
  | { kind: "ready" }
  | { kind: "step"; id: number; text: Text }
  | { kind: "result"; id: number; result: unknown }
  | { kind: "failure"; id: number; message: string };
