import { fold, type Municipality, type Text } from "@metodika/core";

/**
 * A test of whether a text names a municipality other than one's own, by any name or alias; ё and case do not count.
 * A form that the own municipality has too does not name another.
 */
export function mentions(all: readonly Municipality[], own: Municipality): (text: Text) => boolean {
  const formsOf = ({ name, name_en, aliases }: Municipality) => [name, name_en, ...aliases].map(fold);
  const mine = new Set(formsOf(own));
  const others = all
    .filter(({ id }) => id !== own.id)
    .flatMap(formsOf)
    .filter((form) => form !== "" && !mine.has(form));
  if (others.length === 0) return () => false;
  const escaped = [...new Set(others)].map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "u");
  return ({ ru, en }) => pattern.test(fold(ru)) || pattern.test(fold(en));
}
