/** Why a relative path could lead out of its folder, or name different files on different systems. */
export type PathFault = "empty" | "absolute" | "backslash" | "colon" | "control" | "traversal";

/**
 * A path inside a folder, with `/` between its parts → what is wrong with it, or undefined when it is safe.
 * A drive letter is a `colon`; `.`, `..` and an empty part are a `traversal`. Never throws.
 *
 * @example
 * pathFault("amur/../../secret.csv") // "traversal"
 */
export function pathFault(path: string): PathFault | undefined {
  if (path === "") return "empty";
  if (path.startsWith("/")) return "absolute";
  if (path.includes("\\")) return "backslash";
  if (path.includes(":")) return "colon";
  if (/\p{Cc}/u.test(path)) return "control";
  if (path.split("/").some((part) => part === "" || part === "." || part === "..")) return "traversal";
  return undefined;
}

/** What each fault is called in messages. */
export const pathFaultNames: Readonly<Record<PathFault, { ru: string; en: string }>> = {
  empty: { ru: "пустое имя", en: "an empty name" },
  absolute: { ru: "путь от корня диска", en: "an absolute path" },
  backslash: { ru: "обратная косая черта", en: "a backslash" },
  colon: { ru: "двоеточие или буква диска", en: "a colon or a drive letter" },
  control: { ru: "управляющие символы", en: "control characters" },
  traversal: {
    ru: "выход из папки («..», «.» или пустая часть пути)",
    en: 'a way out of the folder ("..", "." or an empty part)',
  },
};
