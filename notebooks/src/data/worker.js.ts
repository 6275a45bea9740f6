import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

// The worker of the pages as one file without imports: the same packages that the build and the command use.
const notebooks = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const { outputFiles } = await build({
  absWorkingDir: notebooks,
  entryPoints: ["worker/main.ts"],
  bundle: true,
  write: false,
  minify: true,
  format: "esm",
  platform: "browser",
  target: ["es2022"],
  tsconfigRaw: {},
  logLevel: "error",
});
process.stdout.write(outputFiles[0]?.text ?? "");
