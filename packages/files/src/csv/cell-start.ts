import type { Delimiter } from "./sniff-delimiter.ts";

/**
 * The byte where a cell of a well-formed record begins (the opening quote, when there is one).
 * `index` counts cells from 0; past the last cell it is the end of the record.
 */
export function cellStart(bytes: Uint8Array, recordStart: number, index: number, delimiter: Delimiter): number {
  const separator = delimiter.charCodeAt(0);
  let quoted = false;
  let cell = 0;
  for (let offset = recordStart; offset < bytes.length; offset++) {
    if (cell === index) return offset;
    const byte = bytes[offset];
    if (byte === 0x22) quoted = !quoted;
    else if (!quoted && byte === separator) cell++;
    else if (!quoted && (byte === 0x0a || byte === 0x0d)) return offset;
  }
  return bytes.length;
}
