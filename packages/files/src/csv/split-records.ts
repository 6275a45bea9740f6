import { parse } from "csv-parse/browser/esm/sync";
import type { Delimiter } from "./sniff-delimiter.ts";

/** One record as the bytes have it, before any column has a name. */
export interface RawRecord {
  cells: string[];
  /** The byte it begins at. */
  start: number;
}

/** A quote that breaks the rules, at the byte where its cell begins. */
export interface QuoteFault {
  kind: "not-closed" | "after-closing" | "inside-bare";
  start: number;
}

export interface SplitRecords {
  records: RawRecord[];
  faults: QuoteFault[];
  /** Why reading stopped before the end, if it did. */
  stopped: "too-many-records" | "too-many-faults" | undefined;
}

const faultKinds: Readonly<Record<string, QuoteFault["kind"]>> = {
  CSV_QUOTE_NOT_CLOSED: "not-closed",
  CSV_INVALID_CLOSING_QUOTE: "after-closing",
  INVALID_OPENING_QUOTE: "inside-bare",
};
const maxFaults = 20;
const quote = 0x22;

/**
 * CSV bytes (UTF-8, no byte order mark) → their records, blank lines left out. After a quote that breaks the rules,
 * reading goes on at the next line, so that one stray quote does not hide the rest of the file.
 *
 * `csv-parse` splits; its own line numbers count `\r\n` inside quotes twice, so only its byte offsets are used.
 */
export function splitRecords(bytes: Uint8Array, delimiter: Delimiter, maxRecords: number): SplitRecords {
  const records: RawRecord[] = [];
  const faults: QuoteFault[] = [];
  let base = 0;

  while (base < bytes.length) {
    let start = base;
    let full = false;
    const collect = (cells: string[], { bytes: end }: { bytes: number }): null => {
      const blank = cells.length === 1 && cells[0] === "" && bytes[start] !== quote;
      if (!blank && records.length === maxRecords) full = true;
      else if (!blank) records.push({ cells, start });
      start = base + end;
      if (full) throw new Error("full");
      return null;
    };
    try {
      parse(bytes.subarray(base), {
        bom: false,
        delimiter,
        record_delimiter: ["\r\n", "\n", "\r"],
        relax_column_count: true,
        on_record: collect,
      });
      return { records, faults, stopped: undefined };
    } catch (error) {
      if (full) return { records, faults, stopped: "too-many-records" };
      const { code = "", bytes: offset = 0 } = error as { code?: string; bytes?: number };
      const kind = faultKinds[code];
      if (kind === undefined) throw error;
      const before = base + offset;
      faults.push({ kind, start: bytes[before] === delimiter.charCodeAt(0) ? before + 1 : before });
      if (faults.length === maxFaults) return { records, faults, stopped: "too-many-faults" };
      base = nextLine(bytes, before);
    }
  }
  return { records, faults, stopped: undefined };
}

function nextLine(bytes: Uint8Array, from: number): number {
  let index = from;
  while (index < bytes.length && bytes[index] !== 0x0a && bytes[index] !== 0x0d) index++;
  return bytes[index] === 0x0d && bytes[index + 1] === 0x0a ? index + 2 : index + 1;
}
