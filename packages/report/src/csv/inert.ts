/**
 * Makes a text inert in a spreadsheet: one that a program could take for a formula or a command gets a leading
 * apostrophe. That is a text whose first letter, after spaces and invisible signs, is `=`, `+`, `-`, `@` (their
 * full-width forms too), or that begins with a tab or a line break.
 *
 * @example
 * inert("=1+1") // "'=1+1"
 */
export function inert(text: string): string {
  return /^[\t\r\n]|^[\s\p{Cf}\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u.test(text) ? `'${text}` : text;
}
