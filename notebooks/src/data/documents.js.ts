import { bundle } from "../../worker/bundle.ts";

process.stdout.write(await bundle("worker/documents/main.ts"));
