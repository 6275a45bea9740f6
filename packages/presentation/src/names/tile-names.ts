import type { Language, Municipality } from "@metodika/core";
import { municipalityName } from "./municipality-name.ts";

/** A name for a small place: its own part, the kind of territory apart, and its first letters. */
export interface TileName {
  /** «Благовещенский». */
  name: string;
  /** «р-н»; empty where the name says none. */
  kind: string;
  /** «Благов.»: nobody else of the same kind begins so. */
  short: string;
}

const kinds: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  ru: [
    [/^ГО ЗАТО\s+|^ЗАТО\s+/, "ЗАТО"],
    [/^г\.\s*/, "г."],
    [/^пгт\s+/, "пгт"],
    [/^ГО\s+|\s+ГО$/, "ГО"],
    [/\s+МР$/, "МР"],
    [/\s+МО$/, "МО"],
    [/\s+район$/, "р-н"],
    [/\s+округ$/, "окр."],
  ],
  en: [
    [/\s+Closed Urban Okrug \(ZATO\)$|\s+\(closed city\)$/, "ZATO"],
    [/\s+Urban Okrug$/, "u. o."],
    [/\s+Municipal Okrug$/, "m. o."],
    [/\s+(?:Municipal )?District$/, "distr."],
  ],
};

const fewest = 4;

/**
 * Names for the tiles of a map, by municipality. A short name is the shortest beginning of at least four letters that ends
 * in a consonant and that no other municipality of the same kind shares.
 *
 * @example
 * tileNames([{ id: "zeya", name: "г. Зея", name_en: "Zeya" }], "ru").get("zeya") // { name: "Зея", kind: "г.", short: "Зея" }
 */
export function tileNames(
  municipalities: readonly Pick<Municipality, "id" | "name" | "name_en">[],
  lang: Language,
): Map<string, TileName> {
  const parts = municipalities.map((municipality) => {
    const whole = municipalityName(municipality, lang);
    const [pattern, kind] = kinds[lang].find(([one]) => one.test(whole)) ?? [undefined, ""];
    return { id: municipality.id, name: pattern ? whole.replace(pattern, "") : whole, kind };
  });
  return new Map(
    parts.map(({ id, name, kind }) => {
      const others = parts.filter((one) => one.kind === kind && one.id !== id).map((one) => one.name);
      return [id, { name, kind, short: beginning(name, others) }];
    }),
  );
}

/** A point takes the room of a letter, so a name that is hardly longer stays whole. */
function beginning(name: string, others: readonly string[]): string {
  for (let length = fewest; length < name.length - 1; length++) {
    const start = name.slice(0, length);
    if (/[^аеёиоуыэюяйьъaeiouy\s-]$/i.test(start) && !others.some((other) => other.startsWith(start)))
      return `${start}.`;
  }
  return name;
}
