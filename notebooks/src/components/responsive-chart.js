import { chart } from "./chart.js";

/** A chart that has a spec for a wide and one for a narrow place. */
export function responsiveChart({ wide, narrow }, options) {
  const autosize = { type: "fit-x", contains: "padding" };
  return chart((width) => ({ ...(width < 480 ? narrow : wide), width, autosize }), options);
}
