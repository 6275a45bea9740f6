import "vega";

// Exported by vega, and missing in its declarations.
declare module "vega" {
  export const textMetrics: { width: (item: object, text: unknown) => number };
}
