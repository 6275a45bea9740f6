import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { directories } from "../scripts/directories.ts";

const folders: string[] = [];

/** A small site of its own in the temporary directory: our components and style, an empty overview, the given pages. */
export function siteOf(pages: Record<string, string>): string {
  const folder = temporaryFolder();
  const { src } = directories();
  cpSync(join(src, "components"), join(folder, "src/components"), { recursive: true });
  cpSync(join(src, "style.css"), join(folder, "src/style.css"));
  symlinkSync(join(dirname(dirname(src)), "node_modules"), join(folder, "node_modules"), "junction");
  for (const [id, body] of Object.entries({ index: "", ...pages })) {
    write(join(folder, "pages", `${id}.md`), `---\ntitle: {ru: ${id}, en: ${id}}\n---\n${body}\n`);
  }
  return folder;
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "notebooks-"));
  folders.push(folder);
  return folder;
}

/** Removes every folder made here. */
export function removeSites(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
