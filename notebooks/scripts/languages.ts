/** The languages of the notebooks, the first one at the root of the site. */
export const languages = ["ru", "en"] as const;

export type Language = (typeof languages)[number];

/** One text in every language. */
export type Bilingual = Record<Language, string>;

export function isLanguage(word: unknown): word is Language {
  return languages.some((language) => language === word);
}

/** The folder of a language below the root of the site: Russian has none. */
export function languageFolder(language: Language): string {
  return language === languages[0] ? "" : `${language}/`;
}

/**
 * The language and the page id of a Framework path.
 *
 * @example
 * parsePath("/en/index") // {language: "en", id: "index"}
 */
export function parsePath(path: string): { language: Language; id: string } {
  const [, folder, id] = /^\/?(?:([a-z]{2})\/)?(.+)$/.exec(path) ?? [];
  if (folder && isLanguage(folder) && id) return { language: folder, id };
  return { language: languages[0], id: path.replace(/^\//, "") };
}

/** The address of a page from the root of the site. */
export function pageAddress(language: Language, id: string): string {
  return `/${languageFolder(language)}${id === "index" ? "" : id.replace(/\/index$/, "/")}`;
}
