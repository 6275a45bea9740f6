import type { Problem } from "@metodika/core";
import { isDataFile } from "../paths/is-data-file.ts";
import { pathFault, pathFaultNames } from "../paths/path-fault.ts";
import { problemOf } from "../problem/problem-of.ts";
import { shorten } from "../problem/shorten.ts";
import { centralDirectory, type DirectoryFault, packedRange, type ZipEntry } from "./central-directory.ts";
import { crc32 } from "./crc32.ts";
import { inflateWithin } from "./inflate-within.ts";

/** Files by path, `/` between the parts, in the order of their paths: what a folder, an archive and a form give. */
export type FileMap = Map<string, Uint8Array>;

export interface ZipOptions {
  /** The name shown in problems. */
  file?: string | undefined;
  /** Which entries are unpacked; the files of datasets unless told. */
  keep?: ((path: string) => boolean) | undefined;
  /** 5,000 unless told. */
  maxEntries?: number | undefined;
  /** Unpacked bytes of one file; 20 MB unless told. */
  maxEntryBytes?: number | undefined;
  /** Unpacked bytes of all files; 100 MB unless told. */
  maxTotalBytes?: number | undefined;
  /** Unpacked to packed, looked at from a megabyte on; 200 unless told. */
  maxRatio?: number | undefined;
}

export interface ZipContents {
  /** Empty when there is any problem. */
  files: FileMap;
  /** The folder that all kept files lay in, such as `datasets/`; taken off their paths. */
  prefix: string;
  problems: Problem[];
}

const stored = 0;
const deflated = 8;

/**
 * The bytes of a ZIP archive → its files. Names, kinds and sizes are looked at in the directory before anything is
 * unpacked, and unpacking stops where the stated size is passed. One suspicious entry refuses the archive: no files.
 *
 * Nothing (an empty archive) is no files and no problem. Problems: `zip/not-a-zip`, `zip/damaged`, `zip/unsupported`,
 * `zip/too-many-entries`, `zip/too-large`, `zip/ratio`, `zip/path`, `zip/duplicate-name`, `zip/symlink`,
 * `zip/encrypted`. Never throws.
 *
 * @example
 * readZip(zipSync({ "datasets/municipalities.csv": bytes })) // files: "municipalities.csv", prefix: "datasets/"
 */
export function readZip(bytes: Uint8Array, options: ZipOptions = {}): ZipContents {
  const { file, keep = isDataFile, maxEntries = 5_000 } = options;
  const nothing = (problems: Problem[]): ZipContents => ({ files: new Map(), prefix: "", problems });

  const directory = centralDirectory(bytes);
  if (typeof directory === "string") return nothing([directoryProblem(directory, file)]);
  if (directory.length > maxEntries) return nothing([tooManyEntries(directory.length, maxEntries, file)]);

  const kept = directory.filter((entry) => !isFolder(entry) && keep(entry.name));
  const problems = [...checkNames(directory, file), ...checkKinds(kept, file), ...checkSizes(kept, options)];
  if (problems.length > 0) return nothing(problems);

  const ranges = kept.map((entry) => ({ entry, range: packedRange(bytes, entry) }));
  const overlapping = overlaps(ranges.flatMap(({ entry, range }) => (range ? [{ entry, ...range }] : [])));
  const unpacked: [path: string, content: Uint8Array][] = [];
  for (const { entry, range } of ranges) {
    const content = range && !overlapping.has(entry) ? unpack(bytes.subarray(range.from, range.to), entry) : undefined;
    if (content) unpacked.push([entry.name, content]);
    else problems.push(damaged(entry, file));
  }
  if (problems.length > 0) return nothing(problems);

  const prefix = commonFolder(unpacked.map(([path]) => path));
  unpacked.sort(([a], [b]) => (a < b ? -1 : 1));
  return { files: new Map(unpacked.map(([path, content]) => [path.slice(prefix.length), content])), prefix, problems };
}

function isFolder(entry: ZipEntry): boolean {
  return entry.name.endsWith("/");
}

function unpack(packed: Uint8Array, { method, size, crc }: ZipEntry): Uint8Array | undefined {
  const content = method === stored ? packed.slice() : inflateWithin(packed, size);
  return content?.length === size && crc32(content) === crc ? content : undefined;
}

/** Entries that share packed bytes with another: the same kilobyte unpacked over and over. */
function overlaps(ranges: readonly { entry: ZipEntry; to: number }[]): Set<ZipEntry> {
  const found = new Set<ZipEntry>();
  let end = 0;
  for (const { entry, to } of [...ranges].sort((a, b) => a.entry.offset - b.entry.offset)) {
    if (entry.offset < end) found.add(entry);
    end = Math.max(end, to);
  }
  return found;
}

/** The longest run of folders that every path begins with, `/` at its end; without paths, nothing. */
function commonFolder(paths: readonly string[]): string {
  const [first, ...others] = paths.map((path) => path.split("/").slice(0, -1));
  if (!first) return "";
  const length = first.findIndex((part, index) => others.some((folders) => folders[index] !== part));
  const shared = length === -1 ? first : first.slice(0, length);
  return shared.map((part) => `${part}/`).join("");
}

function checkNames(directory: readonly ZipEntry[], file: string | undefined): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  for (const entry of directory) {
    const path = isFolder(entry) ? entry.name.slice(0, -1) : entry.name;
    const value = shorten(entry.name);
    const fault = pathFault(path);
    if (fault) {
      const why = pathFaultNames[fault];
      const message = {
        ru: `недопустимый путь «${value}» в архиве: ${why.ru}; соберите архив заново`,
        en: `path "${value}" in the archive is not allowed: ${why.en}; make the archive anew`,
      };
      problems.push(problemOf("zip/path", message, { file, value }));
    }
    const folded = path.normalize("NFC").toLowerCase();
    const earlier = seen.get(folded);
    if (earlier !== undefined) {
      const message = {
        ru: `в архиве два файла с одним именем: «${shorten(earlier)}» и «${value}»; оставьте один`,
        en: `two entries of the archive share a name: "${shorten(earlier)}" and "${value}"; keep one`,
      };
      problems.push(problemOf("zip/duplicate-name", message, { file, value }));
    }
    seen.set(folded, entry.name);
    if (entry.symlink) {
      const message = {
        ru: `«${value}» — символическая ссылка; положите в архив сам файл`,
        en: `"${value}" is a symbolic link; put the file itself into the archive`,
      };
      problems.push(problemOf("zip/symlink", message, { file, value }));
    }
  }
  return problems;
}

function checkKinds(entries: readonly ZipEntry[], file: string | undefined): Problem[] {
  return entries.flatMap((entry) => {
    const value = shorten(entry.name);
    if (entry.encrypted) {
      const message = {
        ru: `«${value}» зашифрован; соберите архив без пароля`,
        en: `"${value}" is encrypted; make the archive without a password`,
      };
      return [problemOf("zip/encrypted", message, { file, value })];
    }
    if (entry.method !== stored && entry.method !== deflated) {
      const message = {
        ru: `«${value}» сжат способом ${entry.method}; соберите обычный архив ZIP (deflate)`,
        en: `"${value}" is packed by method ${entry.method}; make a plain ZIP archive (deflate)`,
      };
      return [problemOf("zip/unsupported", message, { file, value })];
    }
    return [];
  });
}

function checkSizes(
  entries: readonly ZipEntry[],
  { file, maxEntryBytes = 20_000_000, maxTotalBytes = 100_000_000, maxRatio = 200 }: ZipOptions,
): Problem[] {
  const problems: Problem[] = [];
  for (const { name, size, packed } of entries) {
    const value = shorten(name);
    if (size > maxEntryBytes) {
      const message = {
        ru: `«${value}» в распакованном виде занимает ${size} байт, допускается ${maxEntryBytes}; разделите файл`,
        en: `"${value}" unpacks to ${size} bytes, at most ${maxEntryBytes} are read; split the file`,
      };
      problems.push(problemOf("zip/too-large", message, { file, value }));
    } else if (size > 1_000_000 && size > packed * maxRatio) {
      const message = {
        ru: `«${value}» сжат более чем в ${maxRatio} раз, для таблиц это необычно; передайте файл без архива`,
        en: `"${value}" is packed more than ${maxRatio} times, unusual for tables; hand it over unpacked`,
      };
      problems.push(problemOf("zip/ratio", message, { file, value }));
    }
  }
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > maxTotalBytes) {
    const message = {
      ru: `архив в распакованном виде занимает ${total} байт, допускается ${maxTotalBytes}; разделите его`,
      en: `the archive unpacks to ${total} bytes, at most ${maxTotalBytes} are read; split it`,
    };
    problems.push(problemOf("zip/too-large", message, { file, value: String(total) }));
  }
  return problems;
}

function damaged(entry: ZipEntry, file: string | undefined): Problem {
  const value = shorten(entry.name);
  const message = {
    ru: `«${value}» в архиве повреждён: содержимое не совпадает с заявленным размером или контрольной суммой; соберите архив заново`,
    en: `"${value}" is damaged: its content does not match the stated size or check sum; make the archive anew`,
  };
  return problemOf("zip/damaged", message, { file, value });
}

const directoryMessages: Readonly<Record<DirectoryFault, { code: string; ru: string; en: string }>> = {
  "not-a-zip": {
    code: "zip/not-a-zip",
    ru: "это не архив ZIP; выберите файл .zip",
    en: "not a ZIP archive; choose a .zip file",
  },
  damaged: {
    code: "zip/damaged",
    ru: "оглавление архива повреждено; соберите архив заново",
    en: "the directory of the archive is damaged; make the archive anew",
  },
  zip64: {
    code: "zip/unsupported",
    ru: "архив формата ZIP64 не читается; соберите обычный архив ZIP",
    en: "ZIP64 archives are not read; make a plain ZIP archive",
  },
};

function directoryProblem(fault: DirectoryFault, file: string | undefined): Problem {
  const { code, ...message } = directoryMessages[fault];
  return problemOf(code, message, { file });
}

function tooManyEntries(found: number, limit: number, file: string | undefined): Problem {
  const message = {
    ru: `файлов в архиве: ${found}, допускается ${limit}; разделите архив`,
    en: `entries in the archive: ${found}, at most ${limit} are read; split it`,
  };
  return problemOf("zip/too-many-entries", message, { file, value: String(found) });
}
