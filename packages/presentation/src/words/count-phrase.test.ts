import { describe, expect, test } from "vitest";
import { countedShare, countPhrase, outOfPhrase } from "./count-phrase.ts";

const plain = (text: string) => text.replace(/\u00a0/g, " ");

describe("a count with its noun", () => {
  test.each([
    [[1, 1], "1 муниципалитет"],
    [[22, 22], "22 муниципалитета"],
    [[11, 11], "11 муниципалитетов"],
    [[0, 1], "от 0 до 1 муниципалитета"],
    [[3, 21], "от 3 до 21 муниципалитета"],
    [[3, 22], "от 3 до 22 муниципалитетов"],
    [[3, 11], "от 3 до 11 муниципалитетов"],
  ] as const)("%j is «%s»", (bounds, text) => {
    expect(plain(countPhrase(bounds, "municipality", "ru"))).toBe(text);
  });

  test("stands in the genitive after «из»", () => {
    expect(plain(outOfPhrase(1, "municipality", "ru"))).toBe("из 1 муниципалитета");
    expect(plain(outOfPhrase(34, "municipality", "ru"))).toBe("из 34 муниципалитетов");
    expect(plain(outOfPhrase(1, "municipality", "en"))).toBe("of 1 municipality");
  });
});

describe("a share", () => {
  test("has its count, its base and one digit", () => {
    expect(plain(countedShare([20, 20], 29, "municipality", "ru"))).toBe("20 муниципалитетов из 29 (69,0 %)");
    expect(plain(countedShare([20, 20], 29, "municipality", "en"))).toBe("20 municipalities of 29 (69.0%)");
  });

  test("says that it requires clarification where it is not one value", () => {
    expect(plain(countedShare([5, 14], 34, "municipality", "ru"))).toBe(
      "от 5 до 14 муниципалитетов из 34 (от 14,7 до 41,2 %), требует уточнения",
    );
  });

  test("of nothing has no percentage", () => {
    expect(plain(countedShare([0, 0], 0, "municipality", "ru"))).toBe("0 муниципалитетов из 0");
  });
});
