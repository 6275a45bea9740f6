import { val, w } from "../xml/element.ts";
import type { Context } from "./context.ts";
import { clipped, controlTag } from "./names.ts";

/** Content in a content control, by whose tag a later run finds it again. */
export function inControl(context: Pick<Context, "unique">, tag: string, alias: string, content: string): string {
  return w(
    "sdt",
    {},
    w("sdtPr", {}, val("alias", clipped(alias)), val("tag", controlTag(tag)), val("id", context.unique())),
    w("sdtContent", {}, content),
  );
}
