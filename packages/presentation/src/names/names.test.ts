import { expect, test } from "vitest";
import { municipalities } from "../../test/ensk.ts";
import { formatSource } from "./format-source.ts";
import { municipalityName } from "./municipality-name.ts";

test("a source reads from the larger place to the smaller", () => {
  expect(formatSource("amur-2022 table 1 row 15", "ru")).toBe("amur-2022, таблица 1, строка 15");
  expect(formatSource("amur-2022 section V item 3a", "en")).toBe("amur-2022, section V, item 3a");
  expect(formatSource("primorye-2022 recommendations items 5 to 11", "ru")).toBe(
    "primorye-2022, рекомендации, пункты 5 – 11",
  );
  expect(formatSource("primorye-2022 title page paragraph 1", "ru")).toBe("primorye-2022, титульный лист, абзац 1");
});

test("words that are not known stay, and a blank source stays blank", () => {
  expect(formatSource("ensk-2022 appendix constructor", "ru")).toBe("ensk-2022 appendix constructor");
  expect(formatSource("", "ru")).toBe("");
});

test("a municipality is named as in the tables of its region, or in English", () => {
  expect(municipalities.slice(0, 1).map((one) => municipalityName(one, "ru"))).toEqual(["г. Заречный"]);
  expect(municipalities.slice(0, 1).map((one) => municipalityName(one, "en"))).toEqual(["Zarechny"]);
});
