import { fileURLToPath } from "node:url";
import { hasErrors } from "@metodika/core";
import { type Datasets, readDatasets } from "@metodika/files";
import { readFolder } from "@metodika/files/node";

const folder = fileURLToPath(new URL("../../datasets", import.meta.url));

/** The project's datasets, through the same door as the command. Throws, and so fails the build, when they hold errors. */
export async function openDatasets(): Promise<Datasets> {
  const { files, problems } = await readFolder(folder);
  const datasets = readDatasets(files);
  const all = [...problems, ...datasets.problems];
  if (hasErrors(all)) {
    const lines = all.filter(({ severity }) => severity === "error");
    throw new Error(lines.map(({ file, line, code, message }) => `${file}:${line} ${code}: ${message.en}`).join("\n"));
  }
  return datasets;
}
