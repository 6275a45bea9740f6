import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { expect } from "vitest";
import type { Spec } from "../src/charts/spec.ts";

interface Matchers<Result = unknown> {
  /** Compiles the specification with Vega-Lite and runs it with Vega; any warning fails. */
  toBeValidVegaLite(): Promise<Result>;
}

declare module "vitest" {
  // biome-ignore lint/suspicious/noExplicitAny: the shape that vitest declares
  interface Assertion<T = any> extends Matchers<T> {}
}

expect.extend({
  async toBeValidVegaLite(spec: Spec) {
    const warnings: string[] = [];
    const collect = (...parts: readonly unknown[]) => {
      warnings.push(parts.join(" "));
      return logger;
    };
    const logger = { warn: collect, error: collect, info: () => logger, debug: () => logger, level: () => logger };
    const { spec: compiled } = compile(structuredClone(spec) as unknown as TopLevelSpec, { logger: logger as never });
    const view = new View(parse(compiled), { renderer: "none", logger: logger as never });
    await view.runAsync();
    view.finalize();
    // A container width listens to the window, which Node does not have.
    const found = warnings.filter((text) => text !== "Can not resolve event source: window");
    return { pass: found.length === 0, message: () => `Vega-Lite warns:\n${found.join("\n")}` };
  },
});
