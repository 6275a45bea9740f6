import { indicatorsOf, type RoundData, type RoundScore } from "@metodika/core";
import type { Finding } from "../src/audit/audit.ts";

/**
 * Sentences made of the tables by some forms of words, each of them right: what a check calls wrong in them it calls wrong
 * falsely. Only values of indicators whose cells are all known; statements of the report that its tables confirm.
 */
export function rightSentences(data: RoundData, score: RoundScore, findings: readonly Finding[]): string[] {
  // What tells other figures again may tell again a wrong one.
  const told = new Set(
    (data.claims?.claims ?? []).flatMap(({ id, query }) =>
      query && JSON.stringify(query).includes('"claim"') ? [id] : [],
    ),
  );
  const confirmed = findings.flatMap(({ id, kind, verdict, statement }) =>
    kind === "claim" && verdict === "confirmed" && !told.has(id) ? [statement.ru] : [],
  );
  return [...new Set([...ofIndicators(data), ...ofPoints(data, score), ...confirmed])];
}

function ofIndicators(data: RoundData): string[] {
  const all = data.municipalities.length;
  return indicatorsOf(data.methodology).flatMap(({ indicator, scale }) => {
    const cells = data.cells.filter((cell) => cell.indicator === indicator.id);
    const isKnown = cells.every(({ state }) => state.codes.length + state.missing.length <= 1);
    if (scale.type !== "codes" || !isKnown) return [];
    const titles = [indicator.title, indicator.short].flatMap((title) => (title ? [title.ru] : []));
    const names = [...titles, ...(indicator.aliases ?? [])].filter((name) => name.includes(" "));
    return scale.codes.flatMap(({ code, title }, index) => {
      const members = cells.filter(({ state }) => state.codes[0] === index).map(({ municipality }) => municipality);
      if (members.length < 2) return [];
      const count = members.length;
      const list = namesOf(data, members);
      const percent = ((100 * count) / all).toFixed(1).replace(".", ",");
      return names.flatMap((name) => {
        const lower = name.toLowerCase();
        if (code === "yes")
          return [
            `${name} — в ${count} муниципалитетах.`,
            `${name} есть в ${count} муниципалитетах (${percent} %).`,
            `В ${count} из ${all} муниципалитетов есть ${lower}.`,
            `Есть ${name}: ${list}.`,
            `${name}: ${count}.`,
            `${name} отмечается более чем в ${count - 1} территориях.`,
            `Только у ${count} ОМСУ, в том числе в г. Зея, имеется ${lower}.`,
            `${name} (${count} муниципалитетов) развивается, число участников выросло с 15 до 20.`,
          ];
        if (code === "no")
          return [
            `${name} отсутствует в ${count} муниципалитетах.`,
            `Не имеют: ${name} — ${list}.`,
            `${name}: все муниципалитеты, кроме ${list}.`,
          ];
        return [`${name}, ${title.ru}: ${count} муниципалитетов.`, `${name}, ${title.ru}: ${list}.`];
      });
    });
  });
}

function ofPoints(data: RoundData, score: RoundScore): string[] {
  return data.methodology.criteria.flatMap(({ id, title, aliases = [] }) => {
    const scored = score.units.flatMap(({ municipality, criteria }) => {
      const points = criteria.find(({ criterion }) => criterion === id)?.points;
      return points && points[0] === points[1] ? [{ municipality, points: points[0] }] : [];
    });
    if (scored.length === 0) return [];
    const count = (fits: (points: number) => boolean): number => scored.filter(({ points }) => fits(points)).length;
    const [most, least] = [Math.max, Math.min].map((end) => end(...scored.map(({ points }) => points))) as [
      number,
      number,
    ];
    return [title.ru, ...aliases].flatMap((name) => {
      const of = `По критерию «${name}»`;
      const ends = [
        `${of} максимально возможный балл — ${most}.`,
        `${of} лучший результат (${most} баллов из ${most}) показали ${count((points) => points === most)} муниципалитетов.`,
        `${of} максимальный балл (${most}) у ${count((points) => points === most)} территорий, минимальный (${least}) — у ${count((points) => points === least)} территорий.`,
        `${of} на 2 балла больше, чем в прошлом году, получили 7 муниципалитетов.`,
      ];
      return [...new Set(scored.map(({ points }) => points))].flatMap((own) => {
        const who = scored.filter(({ points }) => points === own).map(({ municipality }) => municipality);
        return [
          ...ends,
          `${of} ${own} баллов набрали ${who.length} муниципалитетов: ${namesOf(data, who)}.`,
          `${name}: ${own} баллов — ${who.length} территорий.`,
          `${of} не менее ${own} баллов получили ${count((points) => points >= own)} ОМСУ.`,
          `${of} больше ${own} баллов набрали ${count((points) => points > own)} территорий.`,
          `${of} ${namesOf(data, who.slice(0, 1))} набрал ${own} баллов.`,
          `${of} ${own} баллов получили, в частности, ${namesOf(data, who.slice(0, 2))}.`,
          `${of} баллы распределились так: ${own} баллов — у ${who.length}, максимум — ${most}.`,
          `Средний балл по критерию «${name}» составил 4,2; ${own} баллов у ${who.length} муниципалитетов.`,
          `${of} из ${most} возможных баллов ${own} получили ${who.length} муниципалитетов.`,
        ];
      });
    });
  });
}

function namesOf({ municipalities }: RoundData, ids: readonly string[]): string {
  return municipalities.flatMap(({ id, name }) => (ids.includes(id) ? [name] : [])).join(", ");
}
