import { expect, it } from "vitest";
import { checkDraft } from "../../test/check-draft.ts";
import { realRound } from "../../test/real-rounds.ts";

const primorye = await realRound("primorye-2022");

it("a level told of one municipality is held against its possible levels; a rule not approved calls nothing wrong", () => {
  const levels = (text: string) => checkDraft(primorye, text).filter(({ kind }) => kind === "level");
  const [right] = levels("Кадровый потенциал Чугуевского МР достаточный.");
  expect(right).toMatchObject({
    figure: "Достаточный уровень",
    match: { id: "level/staffing-potential/chuguyevsky-mr" },
  });
  const [wrong] = levels("Кадровый потенциал Чугуевского МР критический.");
  expect(wrong?.status).toBe("uncertain");
  expect(wrong?.explanation.ru).toContain("регионом не утверждена");
  expect(levels("Чугуевский МР развивает кадры.")).toEqual([]);
});
