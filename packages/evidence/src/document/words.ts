import { fold } from "@metodika/core";

/** A word of a text with the place where it stands in it. */
export interface Word {
  text: string;
  folded: string;
  from: number;
  to: number;
}

/** The words of a text: letters and digits, with a hyphen or a full stop within (`п.г.т`, `научно-методический`). */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\d]+(?:[-‑.][\p{L}\d]+)*/gu)].map((match) => ({
    text: match[0],
    folded: fold(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }));
}

const endings = [
  "иями ями ами иях ях ах иям ям ам ием ием ией ого его ому ему ыми ими ые ие ый ий ой ая яя ую юю ое ее ых их ым им ом ем ев ов ей ою ею",
  "ия ию ии ие ья ью ьи ье",
  "а я о е и ы у ю ь й",
]
  .flatMap((line) => line.split(" "))
  .sort((a, b) => b.length - a.length);

/**
 * What is left of a Russian word when its ending is cut off, е and ё folded: at least three letters stay. Not a
 * dictionary: only equal stems count, so that a stem too long costs a match and never makes a wrong one.
 *
 * @example
 * stemOf("методических") // "методическ"
 */
export function stemOf(word: string): string {
  const folded = fold(word).replace(/(?<=.{4})(ся|сь)$/, "");
  const ending = endings.find((one) => folded.endsWith(one) && folded.length - one.length >= 3);
  const stem = ending === undefined ? folded : folded.slice(0, -ending.length);
  return stem.replace(/(.{3,})нн$/, "$1н");
}

/** Words that carry no subject of their own. */
const empty = new Set(
  (
    "и в во на с со у о об от до за из к ко по при для как что это этот эти тот те том он она они их его ее а но или либо же ли бы " +
    "также только лишь еще уже более менее около почти свыше чем всего общей сложности который которые которых которая где когда так " +
    "среди между через под над без не ни нет да все всех всеми весь вся самый самая свой своя есть быть был была было были является являются " +
    "составляет составил составила составляют имеет имеют имеется имеются указал указали отмечено отмечена отмечен год году года годы " +
    "доля доли долю долей число числа числом количество количества количеством перечень перечня список списка " +
    "них ней нем ним том числе именно соответственно следующие следующий один одна одно одной процент процентов"
  ).split(" "),
);

/** The stems of the words that tell what a sentence is about. */
export function contentStems(text: string): string[] {
  return wordsOf(text).flatMap(({ folded }) =>
    folded
      .split(/[-‑]/)
      .filter((part) => part.length > 2 && !/\d/.test(part) && !empty.has(part))
      .map(stemOf),
  );
}

const denials = /^(не|нет|ни|без|отсутств.*|недостаточн.*|кроме|исключ.*)$/;

/** Does a text deny what it speaks of? */
export function denies(text: string): boolean {
  return wordsOf(text).some(
    ({ folded }) => denials.test(folded) || /^не(отвеч|соответств|представл|заявл|созда)/.test(folded),
  );
}
