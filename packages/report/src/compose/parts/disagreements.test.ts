import { audit, claimsOf, type Finding } from "@metodika/evidence";
import { auditTable, sidesOf } from "@metodika/presentation";
import { expect, it } from "vitest";
import { roundOf } from "../../../test/rounds.ts";

const { data, score } = roundOf("amur-2022");
const findings = new Map(audit(data, score).map((finding) => [finding.id, finding]));
const sides = (id: string) => {
  const finding = findings.get(id);
  if (!finding) throw new Error(`no finding ${id}`);
  return sidesOf(finding, data, "ru");
};

it("of two dates that differ both are shown, each with its place", () => {
  expect(sides("date-held")).toEqual({
    printed: "июнь 2021\u00a0года (раздел I, абзац 8)",
    against: "2022\u00a0год (заголовок)",
  });
  expect(sides("date-councils-year")).toEqual({
    printed: "2020\u00a0год (раздел II, абзац 4)",
    against: "2020–2021\u00a0годы (раздел I, абзац 9)",
  });
});

it("of a list all are named who are missing, and all who do not fit", () => {
  expect(sides("group/information-resource=no").against).toBe(
    "в перечне нет: г. Шимановск, Октябрьский район, Селемджинский район; " +
      // The cell of Благовещенский район is empty, and so it contradicts nobody.
      "в перечне есть, но не подходят: Зейский район, Мазановский район",
  );
});

it("where all were meant, the exceptions are named", () => {
  expect(sides("meeting-schedules-everywhere")).toEqual({
    printed: "все муниципалитеты",
    against: "все, кроме: пгт Прогресс, ЗАТО Циолковский, Благовещенский район, Завитинский район, Селемджинский район",
  });
});

it("no contradicted statement is answered by a bare «нет» or by a number of names", () => {
  const contradicted = [...findings.values()].filter(
    ({ verdict, kind }: Finding) => verdict === "contradicted" && kind === "claim",
  );
  expect(contradicted.length).toBeGreaterThan(20);
  const claims = new Map(claimsOf(data).map((claim) => [claim.id, claim]));
  for (const finding of contradicted) {
    const { printed, against } = sidesOf(finding, data, "ru", claims);
    expect([finding.id, against]).not.toEqual([finding.id, "нет"]);
    expect(against).not.toMatch(/и ещё|различие/);
    expect([finding.id, printed]).not.toEqual([finding.id, against]);
  }
});

it("in the table of an audit a share with another base has a verdict of its own, and a rule has a title for a place", () => {
  const { rows } = auditTable([...findings.values()], data, "ru");
  const share = rows.find(({ cells }) =>
    cells[3]?.text.startsWith("Верно от 17 (муниципалитеты с пилотными площадками)"),
  );
  expect(share?.header).toBe("расхождение: другое основание доли");
  const rules = rows.filter(({ id }) => id.startsWith("rule/"));
  expect(rules.map(({ cells }) => cells[4]?.text.replace(/«.*/, ""))).toEqual([
    "методика, критерий ",
    "методика, критерий ",
  ]);
  for (const { cells } of rows)
    for (const { text } of cells) expect(text).not.toMatch(/criteria\.|scales\.|management-decisions/);
});
