import type { core } from "zod";

/** What is read of a schema's definition: only the parts that lead to other schemas. */
interface Definition {
  type: string;
  shape?: Record<string, core.$ZodType>;
  innerType?: core.$ZodType;
  element?: core.$ZodType;
  valueType?: core.$ZodType;
  options?: core.$ZodType[];
  discriminator?: string;
  items?: core.$ZodType[];
  left?: core.$ZodType;
  right?: core.$ZodType;
  in?: core.$ZodType;
  getter?: () => core.$ZodType;
  values?: unknown[];
}

/**
 * The keys a schema knows at a path of a value, for naming the nearest. Of a discriminated union only the branch that
 * the value chose counts. A path that leads nowhere gives none.
 */
export function knownKeys(schema: core.$ZodType, value: unknown, path: readonly PropertyKey[]): string[] {
  const forms = formsOf(schema, value);
  const [step, ...rest] = path;
  if (step === undefined) return forms.flatMap((form) => Object.keys(form.shape ?? {}));
  const inner = (value as Record<PropertyKey, unknown> | undefined | null)?.[step];
  return forms.flatMap((form) => {
    const next = form.shape?.[String(step)] ?? form.element ?? form.valueType ?? form.items?.[Number(step)];
    return next ? knownKeys(next, inner, rest) : [];
  });
}

/** A schema without its wrappers: the definitions of the objects, lists and records it may be. */
function formsOf(schema: core.$ZodType, value: unknown, depth = 0): Definition[] {
  if (depth > 32) return [];
  const definition = schema._zod.def as unknown as Definition;
  const { innerType, in: input, getter, options, discriminator, left, right } = definition;
  const under = (inner: core.$ZodType) => formsOf(inner, value, depth + 1);
  if (left && right) return [...under(left), ...under(right)];
  if (innerType) return under(innerType);
  if (input) return under(input);
  if (getter) return under(getter());
  if (!options) return [definition];
  const forms = options.flatMap(under);
  if (discriminator === undefined) return forms;
  const chosen = (value as Record<string, unknown> | undefined | null)?.[discriminator];
  return forms.filter((form) => {
    const literal = form.shape?.[discriminator]?._zod.def as Definition | undefined;
    return literal?.values === undefined || literal.values.includes(chosen);
  });
}
