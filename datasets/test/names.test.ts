import { fold } from "@metodika/core";
import { describe, expect, it } from "vitest";
import { changed, files, read } from "./files.ts";
import { printedNames } from "./printed-names.ts";

/** The printed forms that do not mean exactly the municipality that they should. */
function misread(from = files): string[] {
  const { municipalities } = read(from);
  return Object.entries(printedNames).flatMap(([region, names]) =>
    Object.entries(names).flatMap(([id, forms]) =>
      forms.filter((form) => {
        const meant = municipalities
          .filter(
            (one) => one.region === region && [one.name, ...one.aliases].some((name) => fold(name) === fold(form)),
          )
          .map((one) => one.id);
        return meant.length !== 1 || meant[0] !== id;
      }),
    ),
  );
}

describe("every name that a report prints", () => {
  it("means exactly one municipality of its region", () => {
    expect(misread()).toEqual([]);
  });

  it("is known for every municipality", () => {
    const { municipalities: all, methodologies } = read(files);
    const municipalities = all.filter(({ region }) => !methodologies.get(region)?.synthetic);
    const printed = Object.values(printedNames).flatMap((names) => Object.keys(names));
    expect(printed.sort()).toEqual(municipalities.map(({ id }) => id).sort());
  });

  it("is missed when an alias is gone", () => {
    expect(misread(changed("municipalities.csv", "Серьшевский район", ""))).toEqual(["Серьшевский район"]);
  });

  it("is ambiguous when an alias is given twice", () => {
    const copy = changed("municipalities.csv", "Дальнереческий МР", "Дальнереческий МР|Дальнереченский ГО");
    expect(misread(copy)).toEqual(["Дальнереченский ГО"]);
    expect(read(copy).problems).toContainEqual(
      expect.objectContaining({ code: "municipality/ambiguous-name", file: "municipalities.csv", line: 45 }),
    );
  });
});
