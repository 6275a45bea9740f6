import { resolve } from "node:path";
import { type Written, writeFolderAtomically } from "@metodika/files/node";
import type { Results, TableFormat } from "./table-formats.ts";

/**
 * Writes the results into a folder in the formats given, all of them or nothing: everything is made before the disk is
 * touched. A folder is replaced only when all its files are such as this writes.
 */
export async function writeResults(
  folder: string,
  results: Results,
  wanted: readonly string[],
  formats: Readonly<Record<string, TableFormat>>,
): Promise<Written & { files: number }> {
  const files = new Map<string, Uint8Array>();
  const encoder = new TextEncoder();
  // From light to heavy is how formats are listed; what takes most memory is made first, while nothing else is held.
  const heavyFirst = Object.keys(formats)
    .filter((name) => wanted.includes(name))
    .reverse();
  for (const name of heavyFirst)
    for (const [file, content] of (await formats[name]?.(results)) ?? [])
      files.set(file, typeof content === "string" ? encoder.encode(content) : content);
  const extensions = Object.keys(formats).join("|");
  const written = new RegExp(`^[a-z0-9-]+\\.(${extensions})$`);
  const result = await writeFolderAtomically(resolve(folder), files, {
    ours: (names) => names.every((name) => written.test(name)),
  });
  return { ...result, files: files.size };
}
