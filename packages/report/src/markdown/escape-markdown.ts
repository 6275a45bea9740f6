/**
 * A text as one line of Markdown that shows exactly that text: HTML, links, emphasis, code, cell borders, mentions and
 * bare addresses lose their meaning; line breaks become spaces.
 *
 * @example
 * escapeMarkdown("a|b <c>") // "a\\|b &lt;c&gt;"
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\s\u2028\u2029]+/g, (space) => (/[\n\r\u2028\u2029\t]/.test(space) ? " " : space))
    .replace(/&/g, "&amp;")
    .replace(/#(?=\d)/g, "&#35;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/[\\`*_{}[\]|~$]/g, "\\$&")
    .replace(/@/g, "&#64;")
    .replace(/:\/\//g, "&#58;//")
    .replace(/\bwww\./gi, "$&&#8203;")
    .replace(/^(\s*)([#+-])(?=\s|#|-|\+)/, "$1\\$2")
    .replace(/^(\s*)(\d+)([.)])(?=\s)/, "$1$2\\$3");
}
