import type { Language } from "@metodika/core";
import { val, w } from "../xml/element.ts";
import { styleDefinition } from "./style-definition.ts";
import { type StyleRole, styleRoles } from "./style-roles.ts";

export const wordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
export const xmlHeader = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Tags of the languages of documents. */
export const languageTags: Readonly<Record<Language, string>> = { ru: "ru-RU", en: "en-US" };

/** `styles.xml` of the default template: all styles that a document may use. */
export function defaultStyles(lang: Language): string {
  const font = "Times New Roman";
  const roles = Object.keys(styleRoles) as StyleRole[];
  const tableNormal = w(
    "style",
    { type: "table", "w:default": 1, styleId: "TableNormal" },
    val("name", "Normal Table"),
    val("uiPriority", 99),
    w("semiHidden"),
    w("unhideWhenUsed"),
    w(
      "tblPr",
      {},
      w("tblInd", { w: 0, type: "dxa" }),
      w("tblCellMar", {}, w("left", { w: 108, type: "dxa" }), w("right", { w: 108, type: "dxa" })),
    ),
  );
  return (
    xmlHeader +
    w(
      "styles",
      { "xmlns:w": wordNamespace },
      w(
        "docDefaults",
        {},
        w(
          "rPrDefault",
          {},
          w(
            "rPr",
            {},
            w("rFonts", { ascii: font, hAnsi: font, eastAsia: font, cs: font }),
            val("sz", 28),
            val("szCs", 28),
            w("lang", { val: languageTags[lang], eastAsia: "en-US", bidi: "ar-SA" }),
          ),
        ),
        w("pPrDefault"),
      ),
      tableNormal,
      ...roles.map((role) => styleDefinition(role, (other) => styleRoles[other].id)),
    )
  );
}
