import { lstat, mkdir, open, readdir, readFile, realpath, rename, rm, rmdir, stat } from "node:fs/promises";

/** The file operations that this package uses; tests pass one that fails where they say. */
export const nodeDisk = { lstat, mkdir, open, readdir, readFile, realpath, rename, rm, rmdir, stat };
export type Disk = typeof nodeDisk;

/** The code of a file system error, such as `ENOENT`; undefined for anything else that was thrown. */
export function systemCode(error: unknown): string | undefined {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return typeof code === "string" && /^E[A-Z0-9]+$/.test(code) ? code : undefined;
}

/** What an operation gives, or undefined when there is no such file. Other errors pass through. */
export async function orMissing<T>(operation: Promise<T>): Promise<T | undefined> {
  try {
    return await operation;
  } catch (error) {
    if (systemCode(error) === "ENOENT" || systemCode(error) === "ENOTDIR") return undefined;
    throw error;
  }
}
