import { expect, it } from "vitest";
import { pathFault } from "./path-fault.ts";

it("lets a path inside the folder pass", () => {
  expect(["a.csv", "amur/2022/round.yaml", "папка/файл.md", "..a/b..csv"].map(pathFault)).toEqual(
    Array(4).fill(undefined),
  );
});

it("names what is wrong", () => {
  const faults = {
    "": "empty",
    "/a": "absolute",
    "a\\b": "backslash",
    "C:a": "colon",
    "a\0": "control",
    "a/../b": "traversal",
    "a//b": "traversal",
    ".": "traversal",
    "a/": "traversal",
  };
  expect(Object.fromEntries(Object.keys(faults).map((path) => [path, pathFault(path)]))).toEqual(faults);
});
