import { fileURLToPath } from "node:url";
import type { RoundData } from "@metodika/core";
import { recover } from "@metodika/evidence";
import { readDatasets } from "@metodika/files";
import { readFolder } from "@metodika/files/node";

/** A real round, with its lost cells narrowed by what the report states elsewhere. */
export async function realRound(id: string): Promise<RoundData> {
  const { files } = await readFolder(fileURLToPath(new URL("../../../datasets", import.meta.url)));
  const data = readDatasets(files).rounds.get(id);
  if (!data) throw new Error(`no round ${id}`);
  return recover(data).data;
}
