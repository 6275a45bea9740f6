import { fold } from "@metodika/core";
import { stemmer } from "@orama/stemmers/russian";

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

/**
 * What is left of a Russian word without its endings, е and ё folded (the Snowball stemmer of Russian).
 *
 * @example
 * stemOf("методических") // "методическ"
 */
export function stemOf(word: string): string {
  const folded = fold(word);
  // «ОО», «ИЗО» have no endings.
  return folded.length < 4 ? folded : stemmer(folded);
}

/** Words that carry no subject of their own: of grammar, of being and having, of reporting and counting. */
const empty = new Set(
  (
    "и в во на со с у о об от до за из к ко по при для как что это этот эти тот те том он она они их его ее а но или либо же ли бы " +
    "также только лишь еще уже более менее около почти свыше чем всего общей сложности который которые которых которая которой где когда так " +
    "среди между через под над без не ни нет да все всех всеми всем весь вся самый самая свой своя свои своих есть быть был была было были будет " +
    "является являются теперь сейчас ныне лишь ровно " +
    "составляет составил составила составили составляют имеет имеют имеется имеются имели имеющих имеющие имеющий располагают располагает " +
    "указал указали указано отмечено отмечена отмечен отметили насчитывается насчитывают насчитывалось выявлен выявлено выявлена выявлены " +
    "показал показали показывает показывают позволяет сделать вывод выводы таким образом можно говорить результат результаты результатам результате итог итоги итогам данным " +
    "мониторинг мониторинга мониторинге мониторингу мониторингом сообщили сообщает сообщают заявили заявляют заявляет заявил заявлено заявлена заявлены " +
    "действует действуют действовало работает работают работали функционирует функционируют находится находятся ведется ведут ведет проводят проводится " +
    "создан создана создано созданы создали организован организована организовано организованы организовали разработан разработана разработано разработаны разработали " +
    "подтвердили подтвержден подтверждено подтверждена наблюдается относится относятся можно следует " +
    "год году года годы годов годом период доля доли долю долей число числа числом числе количество количества количеством перечень перечня список списка " +
    "назван названа названо названы названные перечислены перечислено никакой никакая никакое никакого никаких никакие никаким них ней нем ним именно соответственно следующие следующий следующих один одна одно одной одного одном процент процента процентов " +
    "наличие наличии наличия далее остальных остальные остальной ряд ряде каждый каждая каждого каждой половины половина половину " +
    "большинство большинства большинстве большинству большинством большая большей больше большую большинств часть части частью более весь меньшинство менее меньше основном преобладают преобладает преобладающая остаются остается осталось оставшихся стало стал стала стали этому этих этим край края крае область области регион региона регионе региональный"
  ).split(" "),
);

/** Verbs of reporting and of being there, in all their forms. */
const reporting =
  /^(?:заявл|заявил|показал|показыва|указ[аы]|отмеч|отмет|сообщ|насчит|составля|составил|функционир|использу|осуществл|обеспеч|наблюда|выяв|явля|оказал|получил|представил|представл|подготовил|утвержд|ведут|ведет|имею|имел|увелич|вырос|возрос|уменьш|снизил|сократ|прибав|сравнен)/;

/** Says that something is not there, like «нет». */
const absence = /^отсутств/;

/** Short for the same word everywhere in this field. */
const expanded: Readonly<Record<string, string>> = { ммс: "служба", ппк: "программа повышение квалификации" };

/** The stems of the words that tell what a sentence is about. */
export function contentStems(text: string): string[] {
  return wordsOf(text).flatMap(({ folded }) =>
    (expanded[folded] ?? folded)
      .split(/[-‑ ]/)
      .filter(
        (part) =>
          part.length > 1 && !/\d/.test(part) && !empty.has(part) && !reporting.test(part) && !absence.test(part),
      )
      .map(stemOf)
      .filter((stem) => stem.length > 1),
  );
}

/** True of stems that begin the same («адаптац», «адаптацион»). */
export function isSimilarStem(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length);
  let same = 0;
  while (same < longest && a[same] === b[same]) same++;
  return same >= 8 || (same >= 5 && same >= 0.65 * longest);
}

const denials = /^(не|нет|ни|без|отсутств.*|недостат.*|кроме|исключ.*)$/;
const notDenied = /(?:^|[^\p{L}])не\s+(?:менее|меньше|более|больше|только|позднее|позже|ранее|хуже|ниже)(?=\P{L}|$)/giu;

/** Does a text deny what it speaks of? «Не менее» denies nothing. */
export function denies(text: string): boolean {
  return wordsOf(text.replace(notDenied, " ")).some(
    ({ folded }) => denials.test(folded) || /^не(отвеч|соответств|представл|заявл|созда|достат|хват)/.test(folded),
  );
}

/** Of how many a sentence speaks within each thing that it counts: «все сотрудники», «большинство сотрудников». */
export type Quantifier = "all" | "most" | "few" | "none";

const quantifiers: readonly [Quantifier, RegExp][] = [
  [
    "most",
    /большинств|большая часть|большей част|более половин|больше половин|преоблада|более 50|свыше половин|в основном/,
  ],
  ["few", /меньшинств|меньшая часть|менее половин|меньше половин|менее 50/],
  ["none", /ни у кого|ни один|ни одного|никто|никого|вообще не|совсем не/],
  ["all", /(?:^|\P{L})все(?:х|ми|м)?(?:\P{L}|$)|весь (?:штат|коллектив|состав)|100 %|полностью|целиком/u],
];

/** The quantifiers that a text uses; the words are those of grammar, not of a region. */
export function quantifiersOf(text: string): Set<Quantifier> {
  // «Все муниципалитеты» tells how many are counted, not of how many each speaks.
  const folded = fold(text).replace(
    /(?:^|\s)все(?:х|ми|м)?\s+(?:\d+\s+)?(?:муниц|служб|ммс|омсу|моуо|террит|район)\S*/g,
    " ",
  );
  return new Set(quantifiers.filter(([, pattern]) => pattern.test(folded)).map(([name]) => name));
}
