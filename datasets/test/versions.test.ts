import { describe, expect, it } from "vitest";
import { type Versions, versionFaults, withNewVersions } from "../scripts/versions.ts";
import { changed, files, read, textOf } from "./files.ts";

const versions: Versions = JSON.parse(textOf("versions.json"));
const faults = (from = files, known = versions) => versionFaults(known, read(from).versions.values());

describe("the version of a methodology", () => {
  it("stands for one meaning", () => {
    expect(faults()).toEqual([]);
  });

  it("is refused when a point rule changed under it", () => {
    const copy = changed("amur/methodology.yaml", 'points: {"yes": 1, "no": 0}', 'points: {"yes": 2, "no": 0}');
    expect(faults(copy)).toEqual([
      "the meaning of amur 1.0.0 changed; give it a new major version and run npm run describe",
    ]);
  });

  it("is refused when a rule of a level changed under it", () => {
    const copy = changed("primorye/methodology.yaml", "codes: [green]}, at_least: 2", "codes: [green]}, at_least: 3");
    expect(faults(copy)).toHaveLength(1);
  });

  it("stays when only a title changed", () => {
    expect(
      faults(changed("amur/methodology.yaml", "en: Local education authority", "en: Education authority")),
    ).toEqual([]);
  });

  it("is a new major one for a new meaning, and its digest is added beside the old", () => {
    const meaning = changed("amur/methodology.yaml", 'points: {"yes": 1, "no": 0}', 'points: {"yes": 2, "no": 0}');
    const as = (version: string) => changed("amur/methodology.yaml", "version: 1.0.0", `version: ${version}`, meaning);
    const [minor, major] = [as("1.1.0"), as("2.0.0")];
    const added = (from: typeof files) => withNewVersions(versions, read(from).versions.values());
    expect(faults(minor, added(minor))).toEqual([
      "amur 1.1.0 means something else than 1.0.0; that takes a new major version",
    ]);
    expect(faults(major, added(major))).toEqual([]);
    expect(added(major).amur).toMatchObject(versions.amur ?? {});
    expect(faults(major)).toEqual(["amur 2.0.0 is not in versions.json; run npm run describe"]);
  });
});
