import type { Language, Text } from "@metodika/core";

/** What a page says to a worker: once the datasets and where its tools lie, then jobs, one after another. */
export type Request =
  | { kind: "open"; datasets: ArrayBuffer; addresses?: Readonly<Record<string, string>> }
  | { kind: "job"; id: number; job: string; lang: Language; input: unknown };

/** What the worker answers: that it is ready, and of each job its steps and then its result or why there is none. */
export type Reply =
  | { kind: "ready" }
  | { kind: "step"; id: number; text: Text }
  | { kind: "result"; id: number; result: unknown }
  | { kind: "failure"; id: number; message: string };
