import { fileURLToPath } from "node:url";
import { type RoundData, type RoundScore, scoreRound } from "@metodika/core";
import { readDatasets } from "@metodika/files";
import { readFolder } from "@metodika/files/node";
import { audit, type Finding } from "../src/audit/audit.ts";

/** A real round with its score and its audit. */
export async function realRound(id: string): Promise<{ data: RoundData; score: RoundScore; findings: Finding[] }> {
  const { files } = await readFolder(fileURLToPath(new URL("../../../datasets", import.meta.url)));
  const data = readDatasets(files).rounds.get(id);
  if (!data) throw new Error(`no round ${id}`);
  const score = scoreRound(data);
  return { data, score, findings: audit(data, score) };
}
