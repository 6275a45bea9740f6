/** What is read from installed packages; everything else of the package runs in a browser too. */
export { type Drawing, loadDrawing } from "./load-drawing.ts";
