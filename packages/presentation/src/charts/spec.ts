/** A Vega-Lite 6 specification, ready for any embedder. */
export interface Spec {
  $schema: string;
  description: string;
  width: "container";
  /** Named, so that an embedder can replace the values in place. */
  data: { name: "rows"; values: Record<string, unknown>[] };
  [key: string]: unknown;
}

/** A specification with what all charts share: container width, quiet axes, a description for screen readers. */
export function spec(description: string, values: Record<string, unknown>[], rest: Record<string, unknown>): Spec {
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    description,
    width: "container",
    data: { name: "rows", values },
    ...rest,
    config: {
      font: "system-ui, sans-serif",
      view: { stroke: null },
      axis: {
        labelFontSize: 12,
        titleFontSize: 12,
        titleFontWeight: "normal",
        domain: false,
        ticks: false,
        labelLimit: 0,
      },
      legend: { labelFontSize: 12, titleFontSize: 12, titleFontWeight: "normal", labelLimit: 0 },
      text: { fontSize: 12 },
    },
  };
}
