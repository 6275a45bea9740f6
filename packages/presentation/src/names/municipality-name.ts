import type { Language, Municipality } from "@metodika/core";

/** The name of a municipality: in Russian as the region's tables print it. */
export function municipalityName(municipality: Pick<Municipality, "name" | "name_en">, lang: Language): string {
  return lang === "ru" ? municipality.name : municipality.name_en;
}
