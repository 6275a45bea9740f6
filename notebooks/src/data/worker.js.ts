import { bundle } from "../../worker/bundle.ts";

process.stdout.write(await bundle("worker/main.ts"));
