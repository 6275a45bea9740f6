const extensions = [".csv", ".yaml", ".yml", ".json", ".md"];
const skippedFolders = new Set(["node_modules", "scripts", "__MACOSX"]);

/** True for a folder whose content is never data: hidden ones, `node_modules`, `scripts`, leftovers of archivers. */
export function isSkippedFolder(name: string): boolean {
  return name.startsWith(".") || skippedFolders.has(name);
}

/**
 * True for the files that a folder of datasets is made of: CSV, YAML, JSON and Markdown, not hidden, in no skipped
 * folder. One rule for folders and archives, so that both give the same files.
 *
 * @example
 * isDataFile("amur/2022/observations.csv") // true
 */
export function isDataFile(path: string): boolean {
  const parts = path.split("/");
  const name = parts.pop() ?? "";
  if (name.startsWith(".") || parts.some(isSkippedFolder)) return false;
  return extensions.some((extension) => name.toLowerCase().endsWith(extension));
}
