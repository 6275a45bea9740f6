import { expect, it } from "vitest";
import { formatPlaces } from "./format-places.ts";

it("places of one part are told once, three in a row as a range", () => {
  const items = [1, 2, 3, 5].map((number) => `amur-2022 section II paragraph 6 item ${number}`);
  expect(formatPlaces([...items, "amur-2022 title"], "ru")).toBe("раздел II, абзац 6, пункты 1–3, 5; заголовок");
  expect(formatPlaces(["amur-2022 table 1 column 1", "amur-2022 table 1 column 2"], "en")).toBe(
    "table 1, columns 1, 2",
  );
  expect(formatPlaces([], "ru")).toBe("");
});
