/** The language of the page. */
export function pageLanguage() {
  return document.documentElement.lang || "ru";
}

const nbsp = "\u00a0";

const locales = {
  ru: {
    number: {
      decimal: ",",
      thousands: nbsp,
      grouping: [3],
      currency: ["", `${nbsp}₽`],
      percent: `${nbsp}%`,
      minus: "−",
    },
    time: {
      dateTime: "%A, %e %B %Y г. %X",
      date: "%d.%m.%Y",
      time: "%H:%M:%S",
      periods: ["AM", "PM"],
      days: ["воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота"],
      shortDays: ["вс", "пн", "вт", "ср", "чт", "пт", "сб"],
      months: [
        "январь",
        "февраль",
        "март",
        "апрель",
        "май",
        "июнь",
        "июль",
        "август",
        "сентябрь",
        "октябрь",
        "ноябрь",
        "декабрь",
      ],
      shortMonths: ["янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"],
    },
  },
};

/** Number and time formats of a language for Vega; undefined where Vega's own are right. */
export function vegaLocale(language) {
  return locales[language];
}
