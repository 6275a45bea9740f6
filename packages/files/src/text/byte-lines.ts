import type { Place } from "./place.ts";

/** The lines of a UTF-8 text, addressed by byte. */
export interface ByteLines {
  /** The place of a byte; one past the end is the place after the last character. */
  placeOf(offset: number): Place;
  /** The first byte of a line (from 1), or the end of the text when there is no such line. */
  startOf(line: number): number;
}

/**
 * Finds lines and columns in UTF-8 bytes; `\n`, `\r\n` and a lone `\r` end a line.
 * An empty text has one line. Nothing throws: offsets outside are moved to the nearest end.
 *
 * @example
 * byteLines(new TextEncoder().encode("код\nя,б")).placeOf(10) // { line: 2, column: 3 }
 */
export function byteLines(bytes: Uint8Array): ByteLines {
  const starts = [0];
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index];
    if (byte === 0x0a || (byte === 0x0d && bytes[index + 1] !== 0x0a)) starts.push(index + 1);
  }
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

  const placeOf = (offset: number): Place => {
    const wanted = Math.max(0, Math.min(offset, bytes.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= wanted) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: decoder.decode(bytes.subarray(starts[low], wanted)).length + 1 };
  };

  return { placeOf, startOf: (line) => starts[line - 1] ?? bytes.length };
}
