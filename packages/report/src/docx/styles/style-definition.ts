import { val, w } from "../xml/element.ts";
import { type StyleRole, styleRoles } from "./style-roles.ts";

/**
 * A style as `styles.xml` has it.
 *
 * @param idOf - the ids that other styles have in this file
 */
export function styleDefinition(role: StyleRole, idOf: (role: StyleRole) => string): string {
  const { name, alias, id, type, basedOn, next, builtIn, body } = styleRoles[role];
  return w(
    "style",
    { type, "w:default": role === "normal" ? 1 : undefined, "w:customStyle": builtIn ? undefined : 1, styleId: id },
    val("name", name),
    alias ? val("aliases", alias) : "",
    basedOn ? val("basedOn", idOf(basedOn)) : "",
    next && next !== role ? val("next", idOf(next)) : "",
    val("uiPriority", role.startsWith("toc") ? 39 : 1),
    role.startsWith("toc") ? w("unhideWhenUsed") : "",
    w("qFormat"),
    body,
  );
}
