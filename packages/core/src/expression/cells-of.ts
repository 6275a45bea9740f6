import type { BooleanExpression, LevelExpression, NumberExpression } from "./expression.ts";

export type Expression = NumberExpression | BooleanExpression | LevelExpression;

/** The positions of all cells that an expression reads, ascending; `levels` are the tables that it may refer to. */
export function cellsOf(expression: Expression, levels: readonly LevelExpression[] = []): number[] {
  const found = new Set<number>();
  walk(expression, levels, (node) => {
    if (node.kind === "points" || node.kind === "cell") found.add(node.cell);
  });
  return [...found].sort((a, b) => a - b);
}

/** Visits an expression and all that is below it, in the tables too that it refers to. */
export function walk(
  expression: Expression,
  levels: readonly LevelExpression[],
  visit: (node: Expression) => void,
): void {
  visit(expression);
  for (const part of partsOf(expression, levels)) walk(part, levels, visit);
}

function partsOf(node: Expression, levels: readonly LevelExpression[]): readonly Expression[] {
  switch (node.kind) {
    case "points":
    case "cell":
      return [];
    case "aggregate":
      return node.terms.map(({ of }) => of);
    case "count":
    case "all":
    case "any":
      return node.of;
    case "not":
    case "compare":
      return [node.of];
    case "level": {
      const table = levels[node.level];
      return table ? [table] : [];
    }
    case "level-table":
      return [...(node.applies ? [node.applies] : []), ...node.rules.flatMap(({ when }) => when ?? [])];
  }
}
