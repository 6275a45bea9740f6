import { Inflate } from "fflate";

/** Deflate grows at most about 1032 times, so one step adds at most a megabyte beyond the limit. */
const step = 1024;

/**
 * Unpacks deflated bytes into exactly `size` bytes, whatever the stream would give: undefined when it is damaged,
 * shorter or longer. Memory stays within `size` and one step, since a stream that grows past it is left.
 *
 * @example
 * inflateWithin(deflateSync(new Uint8Array(10)), 10) // ten zero bytes
 */
export function inflateWithin(deflated: Uint8Array, size: number): Uint8Array | undefined {
  const out = new Uint8Array(size);
  let filled = 0;
  let ended = false;
  const inflate = new Inflate((chunk, final) => {
    if (filled + chunk.length <= size) out.set(chunk, filled);
    filled += chunk.length;
    ended = final;
  });
  try {
    for (let from = 0; from < deflated.length && filled <= size; from += step) {
      inflate.push(deflated.subarray(from, from + step), from + step >= deflated.length);
    }
  } catch {
    return undefined;
  }
  return ended && filled === size ? out : undefined;
}
