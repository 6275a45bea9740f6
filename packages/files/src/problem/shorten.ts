const longest = 60;

/**
 * A value as it is shown in a message: text as it stands, anything else as JSON, cut to 60 characters with `…`.
 * Nothing (undefined) gives undefined; a value that JSON cannot hold gives its kind.
 *
 * @example
 * shorten({ points: 3 }) // '{"points":3}'
 */
export function shorten(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const text = typeof value === "string" ? value : jsonOf(value);
  const characters = [...text.slice(0, longest * 2 + 2)];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join("")}…` : text;
}

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    return typeof value;
  }
}
