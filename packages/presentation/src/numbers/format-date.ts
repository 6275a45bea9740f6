import type { Language } from "@metodika/core";

const months = {
  ru: {
    of: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" "),
    alone: "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split(" "),
  },
  en: "January February March April May June July August September October November December".split(" "),
};

/**
 * A day, a month or a year for reading. What is no such date comes back as it is.
 *
 * @example
 * formatDate("2022-02-21", "ru") // "21 февраля 2022 года"
 */
export function formatDate(date: string, lang: Language): string {
  const [, year = "", month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date) ?? [];
  if (!year) return date;
  if (lang === "en") {
    const name = month ? months.en[Number(month) - 1] : undefined;
    return [day && name ? `${Number(day)}\u00a0${name}` : name, year].filter(Boolean).join(" ");
  }
  const index = Number(month) - 1;
  if (day) return `${Number(day)}\u00a0${months.ru.of[index]} ${year}\u00a0года`;
  return month ? `${months.ru.alone[index]} ${year}\u00a0года` : `${year}\u00a0год`;
}

/**
 * A deadline: until a day, or until the end of a month or a year.
 *
 * @example
 * formatUntil("2022-02", "ru") // "до конца февраля 2022 года"
 */
export function formatUntil(date: string, lang: Language): string {
  const [year = "", month, day] = date.split("-");
  if (lang === "en") return `${day ? "by" : "by the end of"} ${formatDate(date, lang)}`;
  if (day || !/^\d{4}(-\d{2})?$/.test(date)) return `до\u00a0${formatDate(date, lang)}`;
  return month ? `до конца ${months.ru.of[Number(month) - 1]} ${year}\u00a0года` : `до конца ${year}\u00a0года`;
}
