import { basename, dirname, join, resolve, sep } from "node:path";
import type { Problem } from "@metodika/core";
import { pathFault, pathFaultNames } from "../paths/path-fault.ts";
import { problemOf } from "../problem/problem-of.ts";
import { shorten } from "../problem/shorten.ts";
import { type Disk, nodeDisk, orMissing, systemCode } from "./disk.ts";

export interface Written {
  written: boolean;
  /** Why not, when not. */
  problems: Problem[];
}

export interface WriteFileOptions {
  disk?: Disk | undefined;
}

export interface WriteFolderOptions {
  /**
   * Says whether a folder that is there may be replaced, from the paths of all its files (sorted, `/` between parts).
   * An empty folder is always taken.
   */
  ours: (names: readonly string[]) => boolean;
  /** The folder the program runs in; it and those above it are never replaced. */
  workingFolder?: string | undefined;
  disk?: Disk | undefined;
}

/**
 * Writes a file whole or not at all: beside the target, to the disk, then renamed over it. A link is followed and stays
 * a link; the folder is made when it is not there. What an earlier, stopped run left beside it is removed.
 *
 * Problems: `write/not-a-file`, `write/no-space`, `write/not-permitted`, `write/failed`. Throws only what no disk says.
 *
 * @example
 * await writeFileAtomically("out/report.docx", bytes) // { written: true, problems: [] }
 */
export async function writeFileAtomically(
  path: string,
  bytes: Uint8Array,
  { disk = nodeDisk }: WriteFileOptions = {},
): Promise<Written> {
  return reportingFaults(path, async () => {
    const target = await realTarget(path, disk);
    const present = await orMissing(disk.stat(target));
    if (present && !present.isFile()) {
      return refused(
        "write/not-a-file",
        path,
        `«${path}» — не файл; укажите другое имя`,
        `"${path}" is not a file; choose another name`,
      );
    }
    await disk.mkdir(dirname(target), { recursive: true });
    await removeLeftovers(target, disk);
    const staging = stagingOf(target);
    try {
      await writeThrough(staging, bytes, disk, present ? present.mode & 0o777 : undefined);
      await disk.rename(staging, target);
    } catch (error) {
      await quietly(disk.rm(staging, { force: true }));
      throw error;
    }
    await syncFolder(dirname(target), disk);
    return { written: true, problems: [] };
  });
}

/**
 * Replaces a folder by new content, whole or not at all:
 *
 * ```
 * write  .out.metodika-new-…   every file and folder down to the disk
 * rename out → .out.metodika-old
 * rename .out.metodika-new-… → out
 * remove .out.metodika-old
 * ```
 *
 * A fault before the second rename leaves or puts back the previous folder. A program killed between the two renames
 * leaves it whole as `.out.metodika-old`; `recoverFolder`, which every write begins with, puts it back.
 *
 * Problems: `write/path`, `write/duplicate-name`, `write/not-a-folder`, `write/working-folder`, `write/foreign-files`,
 * `write/no-space`, `write/not-permitted`, `write/failed`. Throws only what no disk says.
 *
 * @example
 * await writeFolderAtomically("out", files, { ours: (names) => names.includes("snapshot.json") })
 */
export async function writeFolderAtomically(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  { ours, workingFolder = process.cwd(), disk = nodeDisk }: WriteFolderOptions,
): Promise<Written> {
  const pathProblems = checkPaths([...files.keys()]);
  if (pathProblems.length > 0) return { written: false, problems: pathProblems };

  return reportingFaults(folder, async () => {
    const target = await realTarget(folder, disk);
    const here = (await orMissing(disk.realpath(workingFolder))) ?? resolve(workingFolder);
    if (here === target || here.startsWith(target.endsWith(sep) ? target : target + sep)) {
      return refused(
        "write/working-folder",
        folder,
        `«${folder}» — текущая папка или папка над ней; укажите отдельную папку`,
        `"${folder}" is the current folder or above it; choose a folder of its own`,
      );
    }
    await disk.mkdir(dirname(target), { recursive: true });
    await recoverFolder(target, disk);

    const present = await orMissing(disk.stat(target));
    if (present && !present.isDirectory()) {
      return refused(
        "write/not-a-folder",
        folder,
        `«${folder}» — не папка; укажите другое имя`,
        `"${folder}" is not a folder; choose another name`,
      );
    }
    if (present) {
      const names = await listFiles(target, disk);
      if (names.length > 0 && !ours(names)) {
        return refused(
          "write/foreign-files",
          folder,
          `в папке «${folder}» лежат другие файлы; укажите пустую или новую папку`,
          `folder "${folder}" holds other files; choose an empty or a new one`,
        );
      }
    }

    const staging = stagingOf(target);
    try {
      await writeTree(staging, files, disk);
      await swap(staging, target, present !== undefined, disk);
    } catch (error) {
      await quietly(disk.rm(staging, { recursive: true, force: true }));
      throw error;
    }
    await quietly(disk.rm(oldOf(target), { recursive: true, force: true }));
    return { written: true, problems: [] };
  });
}

/**
 * Puts a folder in order after a write that was stopped: the previous content comes back when the folder is missing,
 * and leftovers of programs that no longer run are removed. Does nothing when there is nothing to do.
 *
 * @example
 * await recoverFolder("out")
 */
export async function recoverFolder(folder: string, disk: Disk = nodeDisk): Promise<void> {
  const target = await realTarget(folder, disk);
  const old = oldOf(target);
  if (await orMissing(disk.lstat(old))) {
    const names = await orMissing(disk.readdir(target));
    // Somebody may have made the missing folder again: an empty one gives way to the content that was saved.
    if (names?.length === 0) await disk.rmdir(target);
    if (names === undefined || names.length === 0) await disk.rename(old, target);
    else await disk.rm(old, { recursive: true, force: true });
  }
  await removeLeftovers(target, disk);
}

let stagings = 0;

function stagingOf(target: string): string {
  stagings++;
  return join(dirname(target), `.${basename(target)}.metodika-new-${process.pid}-${stagings}`);
}

function oldOf(target: string): string {
  return join(dirname(target), `.${basename(target)}.metodika-old`);
}

async function swap(staging: string, target: string, isPresent: boolean, disk: Disk): Promise<void> {
  const old = oldOf(target);
  if (isPresent) await disk.rename(target, old);
  try {
    await disk.rename(staging, target);
  } catch (error) {
    if (isPresent) await disk.rename(old, target);
    throw error;
  }
  await syncFolder(dirname(target), disk);
}

async function writeTree(root: string, files: ReadonlyMap<string, Uint8Array>, disk: Disk): Promise<void> {
  const folders = new Set([root]);
  await disk.mkdir(root);
  for (const [path, bytes] of files) {
    const parts = path.split("/").slice(0, -1);
    for (const index of parts.keys()) {
      const folder = join(root, ...parts.slice(0, index + 1));
      if (!folders.has(folder)) await disk.mkdir(folder);
      folders.add(folder);
    }
    await writeThrough(join(root, path), bytes, disk);
  }
  for (const folder of folders) await syncFolder(folder, disk);
}

async function writeThrough(path: string, bytes: Uint8Array, disk: Disk, mode = 0o666): Promise<void> {
  const handle = await disk.open(path, "wx", mode);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Brings renames down to the disk; systems that cannot open a folder do without. */
async function syncFolder(folder: string, disk: Disk): Promise<void> {
  try {
    const handle = await disk.open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!["EPERM", "EISDIR", "EINVAL", "EACCES", "ENOTSUP"].includes(systemCode(error) ?? "")) throw error;
  }
}

/** Removes what stopped runs left beside a target; those of a program that still runs are its own. */
async function removeLeftovers(target: string, disk: Disk): Promise<void> {
  const start = `.${basename(target)}.metodika-new-`;
  for (const name of (await orMissing(disk.readdir(dirname(target)))) ?? []) {
    const owner = name.startsWith(start) ? Number(/^(\d+)-\d+$/.exec(name.slice(start.length))?.[1]) : Number.NaN;
    if (Number.isNaN(owner) || isRunning(owner)) continue;
    await disk.rm(join(dirname(target), name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === "EPERM";
  }
}

/** Every file of a folder; links count as files and are not followed. */
async function listFiles(root: string, disk: Disk): Promise<string[]> {
  const names: string[] = [];
  const visit = async (relative: string): Promise<void> => {
    for (const name of await disk.readdir(join(root, relative))) {
      const path = relative === "" ? name : `${relative}/${name}`;
      if ((await disk.lstat(join(root, path))).isDirectory()) await visit(path);
      else names.push(path);
    }
  };
  await visit("");
  return names.sort();
}

async function realTarget(path: string, disk: Disk): Promise<string> {
  const absolute = resolve(path);
  const real = await orMissing(disk.realpath(absolute));
  if (real !== undefined) return real;
  // A new name in a folder that is there: the folder may be a link.
  const parent = await orMissing(disk.realpath(dirname(absolute)));
  return parent === undefined ? absolute : join(parent, basename(absolute));
}

function checkPaths(paths: readonly string[]): Problem[] {
  const seen = new Set<string>();
  return paths.flatMap((path) => {
    const value = shorten(path);
    const fault = pathFault(path);
    if (fault) {
      const why = pathFaultNames[fault];
      const message = {
        ru: `недопустимый путь «${value}»: ${why.ru}; измените имя`,
        en: `path "${value}" is not allowed: ${why.en}; change the name`,
      };
      return [problemOf("write/path", message, { value })];
    }
    const folded = path.normalize("NFC").toLowerCase();
    if (seen.has(folded)) {
      const message = {
        ru: `имя «${value}» повторяет другое с точностью до регистра букв; измените имя`,
        en: `name "${value}" repeats another but for case; change the name`,
      };
      return [problemOf("write/duplicate-name", message, { value })];
    }
    seen.add(folded);
    return [];
  });
}

function refused(code: string, file: string, ru: string, en: string): Written {
  return { written: false, problems: [problemOf(code, { ru, en }, { file })] };
}

/** A fault of the disk is a problem like any other; what no disk says is thrown on. */
async function reportingFaults(file: string, work: () => Promise<Written>): Promise<Written> {
  try {
    return await work();
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    if (code === "ENOSPC" || code === "EDQUOT") {
      return refused(
        "write/no-space",
        file,
        `на диске нет места для «${file}»; прежнее содержимое сохранено`,
        `no space on the disk for "${file}"; the previous content is kept`,
      );
    }
    if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
      return refused(
        "write/not-permitted",
        file,
        `нет права записи в «${file}» (${code}); прежнее содержимое сохранено`,
        `no permission to write "${file}" (${code}); the previous content is kept`,
      );
    }
    return refused(
      "write/failed",
      file,
      `«${file}» не записан (${code}); прежнее содержимое сохранено`,
      `"${file}" was not written (${code}); the previous content is kept`,
    );
  }
}

/** For clearing up: a fault of the disk here changes nothing for the caller. */
async function quietly(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
  }
}
