/** A line of an explanation with the lines that it rests on. */
export interface Line {
  /** The criterion, indicator or level that the line speaks of. */
  id?: string;
  text: string;
  children?: Line[];
}

/**
 * Lines as plain text, each level indented by two spaces more.
 *
 * @example
 * formatLines([{ text: "Сумма: 1 + 0 = 1", children: [{ text: "Положение: «Да»" }] }])
 */
export function formatLines(lines: readonly Line[], depth = 0): string {
  return lines
    .map(({ text, children = [] }) =>
      [`${"  ".repeat(depth)}${text}`, ...(children.length > 0 ? [formatLines(children, depth + 1)] : [])].join("\n"),
    )
    .join("\n");
}
