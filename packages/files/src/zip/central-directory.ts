/** What the directory at the end of an archive says of one entry. Nothing of it is trusted yet. */
export interface ZipEntry {
  name: string;
  method: number;
  encrypted: boolean;
  symlink: boolean;
  crc: number;
  packed: number;
  size: number;
  /** Where the entry's own header begins. */
  offset: number;
}

/** Why a directory cannot be read. */
export type DirectoryFault = "not-a-zip" | "damaged" | "zip64";

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const zip64Signature = 0x07064b50;
const endLength = 22;
const longestComment = 0xffff;

/**
 * The directory of a ZIP archive, read without unpacking anything. Nothing (an empty archive) is an empty list.
 * Archives in parts and those beyond 4 GB are not read. Never throws.
 */
export function centralDirectory(bytes: Uint8Array): ZipEntry[] | DirectoryFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return "not-a-zip";
  if (end >= 20 && view.getUint32(end - 20, true) === zip64Signature) return "zip64";

  const total = view.getUint16(end + 10, true);
  const length = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  const inOnePart = view.getUint16(end + 4, true) === 0 && view.getUint16(end + 8, true) === total;
  if (!inOnePart || start + length !== end) return "damaged";

  const entries: ZipEntry[] = [];
  let at = start;
  while (at < end) {
    if (at + 46 > end || view.getUint32(at, true) !== entrySignature) return "damaged";
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) return "damaged";
    const flags = view.getUint16(at + 8, true);
    const unixMode = view.getUint32(at + 38, true) >>> 16;
    entries.push({
      name: decodeName(bytes.subarray(at + 46, at + 46 + nameLength), (flags & 0x800) !== 0),
      method: view.getUint16(at + 10, true),
      // Plain, strong, and encrypted directory.
      encrypted: (flags & 0x2041) !== 0,
      symlink: (unixMode & 0o170000) === 0o120000,
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return entries.length === total ? entries : "damaged";
}

/**
 * Where an entry's packed bytes lie, after its own header; undefined when the header is not there, names another
 * entry, or the bytes would run past the end.
 */
export function packedRange(bytes: Uint8Array, entry: ZipEntry): { from: number; to: number } | undefined {
  const { offset } = entry;
  if (offset + 30 > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(offset, true) !== 0x04034b50) return undefined;
  const nameLength = view.getUint16(offset + 26, true);
  const name = bytes.subarray(offset + 30, offset + 30 + nameLength);
  if (decodeName(name, (view.getUint16(offset + 6, true) & 0x800) !== 0) !== entry.name) return undefined;
  const from = offset + 30 + nameLength + view.getUint16(offset + 28, true);
  const to = from + entry.packed;
  return to <= bytes.length ? { from, to } : undefined;
}

function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - endLength;
  for (let at = last; at >= 0 && at >= last - longestComment; at--) {
    if (view.getUint32(at, true) === endSignature && at + endLength + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  }
  return undefined;
}

/** UTF-8 where the archive says so or the bytes allow it; else the code page of Russian Windows archivers. */
function decodeName(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder(isUtf8 ? "utf-8" : "ibm866").decode(bytes);
  }
}
