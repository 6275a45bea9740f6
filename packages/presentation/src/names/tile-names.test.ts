import { expect, test } from "vitest";
import { tileNames } from "./tile-names.ts";

const entry = (id: string, name: string, name_en: string) => ({ id, name, name_en });
const region = [
  entry("zeya", "г. Зея", "Zeya"),
  entry("dalnegorsky-go", "Дальнегорский ГО", "Dalnegorsky Urban Okrug"),
  entry("dalnerechensky-go", "Дальнереченский ГО", "Dalnerechensky Urban Okrug"),
  entry("dalnerechensky-mr", "Дальнереченский МР", "Dalnerechensky Municipal District"),
  entry("fokino-zato", "ГО ЗАТО Фокино", "Fokino Closed Urban Okrug (ZATO)"),
  entry("bureysky-district", "Бурейский район", "Bureysky District"),
];

test("the kind of territory stands apart from the name, before or after it", () => {
  const names = tileNames(region, "ru");
  expect(names.get("zeya")).toEqual({ name: "Зея", kind: "г.", short: "Зея" });
  expect(names.get("fokino-zato")).toEqual({ name: "Фокино", kind: "ЗАТО", short: "Фокино" });
  expect(names.get("bureysky-district")).toEqual({ name: "Бурейский", kind: "р-н", short: "Бурейс." });
  expect(tileNames(region, "en").get("fokino-zato")).toMatchObject({ name: "Fokino", kind: "ZATO" });
});

test("a short name is longer where another of the same kind begins alike, and only there", () => {
  const names = tileNames(region, "ru");
  expect(names.get("dalnegorsky-go")?.short).toBe("Дальнег.");
  expect(names.get("dalnerechensky-go")?.short).toBe("Дальнер.");
  expect(names.get("dalnerechensky-mr")?.short).toBe("Дальн.");
});
