import { serve } from "../thread.ts";
import type { Drawing } from "./document-job.ts";
import { documentJobs } from "./jobs.ts";

// The thread that makes documents. What draws charts is loaded from the site when the first chart is drawn.
serve(documentJobs, (addresses) => {
  let loaded: Promise<Drawing> | undefined;
  const address = (name: string) => {
    const found = addresses[name];
    if (found === undefined) throw new Error(`no address of "${name}"`);
    return found;
  };
  const bytes = async (name: string) => {
    const response = await fetch(address(name));
    if (!response.ok) throw new Error(`${address(name)}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };
  const load = async (): Promise<Drawing> => {
    const [{ drawCharts }, regular, bold, wasm] = await Promise.all([
      import(address("drawing")) as Promise<typeof import("@metodika/report/chart")>,
      bytes("regular"),
      bytes("bold"),
      bytes("wasm"),
    ]);
    return { drawCharts, fonts: { family: "PT Sans", regular, bold }, wasm };
  };
  const drawing = () => {
    // What could not be loaded is asked for again the next time.
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
  return { drawing };
});
