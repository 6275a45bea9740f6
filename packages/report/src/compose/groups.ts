import type { Members } from "@metodika/core";
import { type CountedNoun, countedShare, type DistributionRow, quote, type Run, say } from "@metodika/presentation";
import type { Context } from "./context.ts";
import { figure, tagOf, text } from "./runs.ts";

/** How a group of municipalities is told. */
export interface GroupOptions {
  /** First parts of the tags, such as `["share", "regulation", "yes"]`; the lists end in `/list` and `/open`. */
  tag: readonly string[];
  /** What the count is out of, for the note. */
  base: string;
  denominator: number;
  /** Left out where the sentence has told it already. */
  noun?: CountedNoun | undefined;
  /** `small`: only where the names are at most half of the base; the table has the others. */
  names?: "always" | "small" | "never";
  /** False where those that may belong to the group are named elsewhere. */
  withOpen?: boolean;
}

/**
 * A count with its share and the names: «22 муниципалитета из 29 (75,9 %): …». Where members are open the count is told
 * by its ends, and the certain ones apart from those that may belong too.
 */
export function groupRuns(ctx: Context, { certain, possible }: Members, options: GroupOptions): Run[] {
  const { lang, t } = ctx;
  const { tag, base, denominator, names = "small", withOpen = true } = options;
  const noun = "noun" in options ? options.noun : "municipality";
  const open = possible.filter((id) => !certain.includes(id));
  const share = countedShare([certain.length, possible.length], denominator, noun, lang);
  const how = t(
    `Числитель — муниципалитеты с этим результатом; знаменатель — ${base} (${denominator})`,
    `Numerator: municipalities with this result; denominator: ${base} (${denominator})`,
  );
  const runs: Run[] = [figure(tagOf(...tag), share, how)];
  const few = (ids: readonly string[]) => names === "always" || (names === "small" && 2 * ids.length <= denominator);
  if (open.length === 0) {
    if (certain.length > 0 && few(certain))
      runs.push(text(": "), figure(tagOf(...tag, "list"), ctx.names(certain), how));
    return runs;
  }
  const withCertain = certain.length > 0 && few(certain);
  if (withCertain)
    runs.push(text(t(": достоверно — ", ": certainly ")), figure(tagOf(...tag, "list"), ctx.names(certain), how));
  if (withOpen && few(open))
    runs.push(
      text(withCertain ? t("; возможно также — ", "; possibly also ") : t(": возможно — ", ": possibly ")),
      figure(tagOf(...tag, "open"), ctx.names(open), how),
    );
  return runs;
}

/** A value of an indicator or a level in its place of a sentence: values in quotation marks, reasons without. */
export function valueName({ kind, title }: Pick<DistributionRow, "kind" | "title">, ctx: Context): string {
  const name = say(title, ctx.lang);
  return kind === "value" ? quote(name, ctx.lang) : continued(name);
}

/** A common noun or a word of ours that goes on after a colon; a text of the data, which may begin with a name, stays. */
export function continued(words: string): string {
  return /^\p{Lu}(?!\p{Lu}|\.)/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

/** A text that begins a sentence or a line. */
export function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A text that ends in a full stop, once. */
export function stopped(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}
