import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Node, type Pair } from "yaml";

/**
 * The offset of a node in the text: of the value at a path, or of the key that names it. A path that leads nowhere
 * gives the nearest ancestor that exists; an empty value stands where its key stands. Aliases are followed.
 */
export function locate(
  document: Document.Parsed,
  path: readonly PropertyKey[],
  part: "value" | "key" = "value",
): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [index, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    const isLast = index === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find(
        (each: Pair) => String(isScalar(each.key) ? each.key.value : each.key) === String(step),
      );
      if (!pair) break;
      const key = startOf(pair.key) ?? offset;
      const value = isEmpty(pair.value) ? key : (startOf(pair.value) ?? key);
      offset = isLast && part === "key" ? key : value;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)];
      if (item === undefined) break;
      offset = startOf(item) ?? offset;
      node = item;
    } else break;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? (node as Node).range?.[0] : undefined;
}

function isEmpty(node: unknown): boolean {
  return isScalar(node) && node.range !== undefined && node.range !== null && node.range[0] === node.range[1];
}
