import type { core } from "zod";

type Issue = core.$ZodIssue;

/**
 * An issue of a union → the issues of the branch that came closest, with paths from the top of the document; any other
 * issue → itself. A branch is the closer the fewer of its issues are about the whole value, then the fewer it has.
 * When every branch rejects the whole value, the union speaks for itself; branches that list values speak as one list.
 */
export function flattenIssue(issue: Issue): Issue[] {
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [issue];
  const branches = issue.errors as Issue[][];
  const wholes = branches.map((branch) => branch.filter((each) => each.path.length === 0 && isAboutWhole(each)));

  if (wholes.every((whole) => whole.length > 0)) {
    const values = wholes.flat().map((each) => (each.code === "invalid_value" ? each.values : undefined));
    if (values.every((each) => each !== undefined)) {
      return [
        { code: "invalid_value", values: values.flat(), path: issue.path, message: issue.message, input: issue.input },
      ];
    }
    return [issue];
  }
  let closest = 0;
  for (const index of branches.keys()) {
    if (distance(branches[index], wholes[index]) < distance(branches[closest], wholes[closest])) closest = index;
  }
  return (branches[closest] ?? []).flatMap((each) =>
    flattenIssue({ ...each, path: [...issue.path, ...each.path] } as Issue),
  );
}

function isAboutWhole(issue: Issue): boolean {
  return issue.code === "invalid_type" || issue.code === "invalid_value";
}

function distance(branch: readonly Issue[] = [], whole: readonly Issue[] = []): number {
  return whole.length * 1000 + branch.length;
}
