import { join, sep } from "node:path";
import type { Problem } from "@metodika/core";
import { isDataFile, isSkippedFolder } from "../paths/is-data-file.ts";
import { pathFault, pathFaultNames } from "../paths/path-fault.ts";
import { problemOf } from "../problem/problem-of.ts";
import { shorten } from "../problem/shorten.ts";
import type { FileMap } from "../zip/read-zip.ts";
import { type Disk, nodeDisk, orMissing, systemCode } from "./disk.ts";

export interface FolderOptions {
  /** 5,000 unless told. */
  maxEntries?: number | undefined;
  /** Bytes of one file; 20 MB unless told. */
  maxEntryBytes?: number | undefined;
  /** Bytes of all files; 100 MB unless told. */
  maxTotalBytes?: number | undefined;
  disk?: Disk | undefined;
}

export interface FolderContents {
  /** What could be read; files with a problem are left out. */
  files: FileMap;
  problems: Problem[];
}

/**
 * A folder → its CSV, YAML, JSON and Markdown files, in the order of their paths. Hidden folders, `node_modules` and
 * `scripts` are passed over. Links are followed inside the folder and refused when they lead out of it.
 *
 * An empty folder is no files and no problem. Problems: `folder/not-found`, `folder/not-a-folder`,
 * `folder/unreadable`, `folder/link-outside`, `folder/path`, `folder/duplicate-name`, `folder/too-large`,
 * `folder/too-many-entries`. Never throws for what is on the disk.
 *
 * @example
 * (await readFolder("datasets")).files.get("municipalities.csv")
 */
export async function readFolder(folder: string, options: FolderOptions = {}): Promise<FolderContents> {
  const { maxEntries = 5_000, maxEntryBytes = 20_000_000, maxTotalBytes = 100_000_000, disk = nodeDisk } = options;
  const files: FileMap = new Map();
  const problems: Problem[] = [];
  const report = (code: string, ru: string, en: string, file?: string): void => {
    problems.push(problemOf(code, { ru, en }, { file }));
  };

  const root = await orMissing(disk.realpath(folder));
  if (root === undefined) {
    report(
      "folder/not-found",
      `папки «${folder}» нет; проверьте путь`,
      `folder "${folder}" does not exist; check the path`,
    );
    return { files, problems };
  }
  if (!(await disk.stat(root)).isDirectory()) {
    report(
      "folder/not-a-folder",
      `«${folder}» — не папка; укажите папку`,
      `"${folder}" is not a folder; name a folder`,
    );
    return { files, problems };
  }

  let entries = 0;
  let total = 0;

  /** `above` holds the real folders on the way here, so that a link to one of them ends instead of circling. */
  const visit = async (real: string, relative: string, above: readonly string[]): Promise<void> => {
    const names = (await disk.readdir(real)).sort();
    for (const name of names) {
      const path = relative === "" ? name : `${relative}/${name}`;
      try {
        await visitEntry(join(real, name), name, path, above);
      } catch (error) {
        const code = systemCode(error);
        if (code === undefined) throw error;
        report(
          "folder/unreadable",
          `«${path}» не читается (${code}); проверьте права доступа`,
          `"${path}" cannot be read (${code}); check its permissions`,
          path,
        );
      }
      if (entries > maxEntries) return;
    }
  };

  const visitEntry = async (at: string, name: string, path: string, above: readonly string[]): Promise<void> => {
    if (name.startsWith(".")) return;
    const isLink = (await disk.lstat(at)).isSymbolicLink();
    if (!isLink && !isDataFile(path) && !(await disk.stat(at)).isDirectory()) return;
    if (isLink && !isDataFile(path) && isSkippedFolder(name)) return;
    const real = await disk.realpath(at);
    if (isLink && !real.startsWith(root.endsWith(sep) ? root : root + sep)) {
      report(
        "folder/link-outside",
        `ссылка «${path}» ведёт за пределы папки; положите сюда сам файл`,
        `link "${path}" leads out of the folder; put the file itself here`,
        path,
      );
      return;
    }
    const found = await disk.stat(real);
    if (found.isDirectory()) {
      if (!isSkippedFolder(name) && !above.includes(real)) await visit(real, path, [...above, real]);
      return;
    }
    if (!found.isFile() || !isDataFile(path)) return;

    entries++;
    if (entries > maxEntries) {
      report(
        "folder/too-many-entries",
        `файлов больше, чем допускается (${maxEntries}); разделите папку`,
        `more files than are read (${maxEntries}); split the folder`,
      );
      return;
    }
    const fault = pathFault(path);
    if (fault) {
      const why = pathFaultNames[fault];
      report(
        "folder/path",
        `недопустимое имя «${shorten(path)}»: ${why.ru}; переименуйте файл`,
        `name "${shorten(path)}" is not allowed: ${why.en}; rename the file`,
        path,
      );
      return;
    }
    if (found.size > maxEntryBytes) {
      report(
        "folder/too-large",
        `файл занимает ${found.size} байт, допускается ${maxEntryBytes}; разделите его`,
        `the file has ${found.size} bytes, at most ${maxEntryBytes} are read; split it`,
        path,
      );
      return;
    }
    total += found.size;
    if (total > maxTotalBytes) {
      report(
        "folder/too-large",
        `вместе файлы занимают больше ${maxTotalBytes} байт; разделите папку`,
        `together the files have more than ${maxTotalBytes} bytes; split the folder`,
        path,
      );
      entries = maxEntries + 1;
      return;
    }
    files.set(path, new Uint8Array(await disk.readFile(real)));
  };

  await visit(root, "", [root]);
  problems.push(...sharedNames([...files.keys()]));
  return { files: new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1))), problems };
}

/** Paths that differ in case alone: two files here, one on another computer. */
function sharedNames(paths: readonly string[]): Problem[] {
  const seen = new Map<string, string>();
  const problems: Problem[] = [];
  for (const path of paths) {
    const folded = path.normalize("NFC").toLowerCase();
    const earlier = seen.get(folded);
    if (earlier !== undefined) {
      const message = {
        ru: `имена «${earlier}» и «${path}» различаются только регистром букв; переименуйте один файл`,
        en: `names "${earlier}" and "${path}" differ in case alone; rename one file`,
      };
      problems.push(problemOf("folder/duplicate-name", message, { file: path, value: path }));
    }
    seen.set(folded, path);
  }
  return problems;
}
