import { expect, test } from "vitest";
import { formatDate, formatUntil } from "./format-date.ts";

const plain = (text: string) => text.replace(/\u00a0/g, " ");

test.each([
  ["2020-07-13", "13 июля 2020 года", "13 July 2020"],
  ["2021-06", "июнь 2021 года", "June 2021"],
  ["2022", "2022 год", "2022"],
  ["2020-2021", "2020-2021", "2020-2021"],
])("%s reads «%s» and “%s”", (date, ru, en) => {
  expect(plain(formatDate(date, "ru"))).toBe(ru);
  expect(plain(formatDate(date, "en"))).toBe(en);
});

test.each([
  ["2022-02-21", "до 21 февраля 2022 года", "by 21 February 2022"],
  ["2022-02", "до конца февраля 2022 года", "by the end of February 2022"],
  ["2022", "до конца 2022 года", "by the end of 2022"],
])("a deadline %s reads «%s»", (date, ru, en) => {
  expect(plain(formatUntil(date, "ru"))).toBe(ru);
  expect(plain(formatUntil(date, "en"))).toBe(en);
});
