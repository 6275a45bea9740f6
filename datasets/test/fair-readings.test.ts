import { scoreRound } from "@metodika/core";
import { audit } from "@metodika/evidence";
import { describe, expect, it } from "vitest";
import { round } from "./files.ts";

const audited = (id: string) => {
  const data = round(id);
  return audit(data, scoreRound(data));
};
const amur = audited("amur-2022");
const primorye = audited("primorye-2022");
const inAmur = (id: string) => amur.find((one) => one.id === id);

describe("no statement is called contradicted that a fair reading saves without saying so", () => {
  it("an empty cell contradicts no list", () => {
    const pages = inAmur("group/information-resource=no");
    expect(pages).toMatchObject({ verdict: "contradicted", readings: [{ id: "page-is-no-resource" }] });
    expect(pages?.disagreeing).not.toContain("blagoveshchensky-district");
  });

  it("a reconstructed rule of addressees is not put into the mouth of the report", () => {
    for (const id of ["addressees/methodical-work-page", "addressees/innovation-and-contests"]) {
      expect(inAmur(id)?.verdict).toBe("not-checkable");
      expect(inAmur(id)?.explanation.ru).toContain("реконструкция, регионом не утверждена");
    }
  });

  it("a share that another base gives says that base first", () => {
    const own = primorye.filter(({ verdict, bases }) => verdict === "contradicted" && bases.length > 0);
    expect(own.length).toBeGreaterThan(10);
    for (const { explanation } of own) expect(explanation.ru).toMatch(/^Верно от 34 \(все муниципалитеты региона\)/);
  });

  it("what follows from a statement is not told as if the report said it", () => {
    for (const { statement } of [...amur, ...primorye]) expect(statement.ru).not.toContain("то есть");
  });
});
