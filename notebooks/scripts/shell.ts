import { type Bilingual, languages, pageAddress, parsePath } from "./languages.ts";
import type { PageSource } from "./page-source.ts";

/** The name of the site, in the header and in the titles of the windows. */
export const siteName: Bilingual = { ru: "Методика", en: "Metodika" };

const languageNames: Bilingual = { ru: "Русский", en: "English" };
const words = {
  pages: { ru: "Страницы", en: "Pages" },
  language: { ru: "Язык", en: "Language" },
  footer: {
    ru: "Методика: мониторинг, который можно проверить. Каждая цифра ведёт к строке источника.",
    en: "Metodika: monitoring that can be checked. Every figure leads to a line of its source.",
  },
} satisfies Record<string, Bilingual>;

/** The header of a page: name, pages and languages. Links are from the root; Framework makes them relative. */
export function header(path: string, pages: Pick<PageSource, "id" | "nav">[]): string {
  const { language, id } = parsePath(path);
  const links = pages.map((page) => {
    const current = page.id === id ? ' aria-current="page"' : "";
    return `<li><a href="${pageAddress(language, page.id)}"${current}>${escapeHtml(page.nav[language])}</a></li>`;
  });
  const switches = languages.map((other) =>
    other === language
      ? `<li><span aria-current="true" lang="${other}">${languageNames[other]}</span></li>`
      : `<li><a href="${pageAddress(other, id)}" lang="${other}" hreflang="${other}" data-language-switch>${languageNames[other]}</a></li>`,
  );
  return `<a class="site-name" href="${pageAddress(language, "index")}">${siteName[language]}</a>
<nav class="site-pages" aria-label="${words.pages[language]}"><ul>${links.join("")}</ul></nav>
<nav class="site-languages" aria-label="${words.language[language]}"><ul>${switches.join("")}</ul></nav>`;
}

/** The footer of a page: the same on every build, without a date. */
export function footer(path: string): string {
  return words.footer[parsePath(path).language];
}

/** The head of a page: the small script of the header, an icon that needs no request, the description. */
export function head(path: string, pages: Pick<PageSource, "id" | "description">[]): string {
  const { language, id } = parsePath(path);
  const description = pages.find((page) => page.id === id)?.description?.[language];
  return [
    '<link rel="icon" href="data:,">',
    ...(description ? [`<meta name="description" content="${escapeHtml(description)}">`] : []),
    '<script type="module" src="/components/header.js"></script>',
  ].join("\n");
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
