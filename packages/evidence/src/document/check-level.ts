import type { Base, DraftFinding } from "./draft-finding.ts";
import type { Reference } from "./reference.ts";
import { contentStems, denies } from "./words.ts";

/**
 * «Кадровый потенциал Кировского МР критический»: the level of the one municipality that a sentence names. Undefined where the sentence
 * names no level, several values of it, or the round leaves the level of the municipality out.
 */
export function checkLevel(
  base: Base,
  sentence: string,
  municipality: string,
  { data, score, names }: Reference,
): DraftFinding | undefined {
  const words = new Set(contentStems(sentence));
  if (denies(sentence)) return undefined;
  for (const level of data.methodology.levels ?? []) {
    const title = contentStems(level.title.ru);
    const said = title.filter((stem) => words.has(stem)).length;
    if (title.length === 0 || said < Math.min(2, title.length)) continue;
    const own = new Set(title);
    const codes = level.codes.filter(({ title: code }) =>
      contentStems(code.ru).some((stem) => !own.has(stem) && words.has(stem)),
    );
    const [code] = codes;
    const possible = score.units.find((unit) => unit.municipality === municipality)?.levels[level.id] ?? [];
    if (!code || codes.length > 1 || possible.length === 0) continue;
    const status = !possible.includes(code.code) ? "disagrees" : possible.length === 1 ? "agrees" : "uncertain";
    const titles = level.codes.filter((one) => possible.includes(one.code)).map((one) => one.title);
    const expected = { ru: titles.map(({ ru }) => ru).join(" или "), en: titles.map(({ en }) => en).join(" or ") };
    const name = names.get(municipality) ?? { ru: municipality, en: municipality };
    const rule =
      level.basis === "inferred"
        ? {
            ru: " Правило уровня — реконструкция, регионом не утверждена.",
            en: " The rule of the level is inferred, not approved.",
          }
        : { ru: "", en: "" };
    return {
      ...base,
      kind: "level",
      figure: code.title.ru,
      // A rule that the region has not approved calls nothing wrong.
      status: level.basis === "inferred" && status === "disagrees" ? "uncertain" : status,
      match: {
        id: `level/${level.id}/${municipality}`,
        statement: { ru: `${name.ru}: «${level.title.ru}»`, en: `${name.en}: “${level.title.en}”` },
        source: data.round.id,
      },
      fit: 1,
      expected,
      explanation: {
        ru: `По таблицам: ${expected.ru}; в тексте: ${code.title.ru}.${rule.ru}`,
        en: `The tables give: ${expected.en}; the draft has: ${code.title.en}.${rule.en}`,
      },
    };
  }
  return undefined;
}
