// Imports point one way: core → files → presentation → report → cli and notebooks.
const layers = [
  ["core"],
  ["evidence", "files", "comparison", "analysis"],
  ["presentation"],
  ["report", "collection", "publication"],
  ["cli"],
];
const place = (name) => `^packages/${name}/`;

export default {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "nothing-unresolved",
      comment: "An import that is not found is not checked either.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(npm:|\\./_|/_)" },
    },
    ...layers.flatMap((names, layer) =>
      names.map((name) => ({
        name: `${name}-looks-down-only`,
        severity: "error",
        from: { path: place(name) },
        to: {
          path: [
            "^notebooks/",
            ...layers
              .slice(layer + 1)
              .flat()
              .map(place),
            ...names.filter((other) => other !== name).map(place),
          ],
        },
      })),
    ),
    {
      name: "pure-packages-have-no-node",
      comment: "They run in the browser too. What needs a file system stands in a folder node of its own.",
      severity: "error",
      from: {
        path: "^packages/(core|evidence|files|comparison|analysis|presentation|report)/src/",
        pathNot: ["^packages/(files|report)/src/node/", "\\.test\\.ts$"],
      },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "notebooks-are-thin",
      comment: "A page takes from packages; no package takes from a page.",
      severity: "error",
      from: { path: "^packages/" },
      to: { path: "^notebooks/" },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "/dist/"] },
    exclude: { path: ["/dist/", "\\.observablehq/"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "default", "types"] },
  },
};
