// Framework has no types of its own: the parts of it that the build uses.
declare module "@observablehq/framework/dist/build.js" {
  export interface Config {
    root: string;
    output: string;
  }
  export class FileBuildEffects {
    constructor(output: string, cache: string, options: { logger: object; output: object });
  }
  export function build(options: { config: Config }, effects: FileBuildEffects): Promise<void>;
}

declare module "@observablehq/framework/dist/config.js" {
  import type { Config } from "@observablehq/framework/dist/build.js";
  export function normalizeConfig(spec: object): Config;
  export function setCurrentDate(date: Date | null): void;
}
