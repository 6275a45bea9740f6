import { jobs } from "./jobs.ts";
import { serve } from "./thread.ts";

// The thread of a page's calculations: a module worker that asks no network for anything.
serve(jobs, () => ({}));
