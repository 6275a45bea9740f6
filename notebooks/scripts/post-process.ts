import { parsePath } from "./languages.ts";
import { escapeHtml, siteName } from "./shell.ts";

/** Only the site itself, and what a page makes on its own (charts, downloads). Vega compiles expressions at run time. */
const contentPolicy = [
  "default-src 'self' data: blob:",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "form-action 'none'",
].join("; ");

const skipLink = { ru: "Перейти к содержанию", en: "Skip to content" };

/** Mends the shell that Framework writes: language, zoom, a way past the header, no address outside the site. */
export function postProcess(html: string, path: string): string {
  const { language } = parsePath(path);
  const replace = (pattern: RegExp, replacement: string) => {
    if (!pattern.test(html))
      throw new Error(`${path}: nothing to mend for ${pattern}; has Framework changed its shell?`);
    html = html.replace(pattern, () => replacement);
  };
  replace(/<html>/, `<html lang="${language}">`);
  replace(
    /<meta name="viewport"[^>]*>/,
    `<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy}">
<meta name="color-scheme" content="light dark">`,
  );
  replace(/<\/title>/, ` · ${escapeHtml(siteName[language])}</title>`);
  replace(/<body>/, `<body>\n<a class="skip-link" href="#observablehq-main">${skipLink[language]}</a>`);
  replace(/<main id="observablehq-main"/, '<main id="observablehq-main" tabindex="-1"');
  return html.replace(/<link rel="preconnect"[^>]*>\n?/g, "");
}
