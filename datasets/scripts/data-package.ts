import * as z from "zod";

/*
 * Data Package v2, the part of it that we use: https://datapackage.org/standard/data-package/
 * Strict, so that a misspelt property is a mistake and not an extension.
 */

const name = z.string().regex(/^[a-z0-9._-]+$/);
/** Beside `datapackage.json` or below it: no absolute path, no `..`, no address. */
const path = z.string().regex(/^(?!\/|~|\.)(?!.*(\/\.\.\/|:\/\/|\\)).+$/);
const prose = z.string().min(1);

const Source = z.strictObject({ title: prose, path: z.string().optional(), version: z.string().optional() });

const License = z
  .strictObject({
    name: z
      .string()
      .regex(/^[-a-zA-Z0-9._]+$/)
      .optional(),
    path: z.url().optional(),
    title: prose,
  })
  .refine((license) => license.name !== undefined || license.path !== undefined, "a license has a name or a path");

const Constraints = z.strictObject({
  required: z.boolean().optional(),
  unique: z.boolean().optional(),
  pattern: z.string().optional(),
  enum: z.array(z.string()).min(1).optional(),
  minimum: z.number().optional(),
});

/** One column of a table. */
export const Field = z
  .strictObject({
    name: z.string().min(1),
    /** The published profile does not know the type `list` yet, so lists are strings. */
    type: z.enum(["string", "integer", "boolean"]),
    title: prose,
    description: prose,
    trueValues: z.array(z.string()).min(1).optional(),
    falseValues: z.array(z.string()).min(1).optional(),
    constraints: Constraints.optional(),
  })
  .refine(({ type, trueValues, falseValues }) => type === "boolean" || (trueValues ?? falseValues) === undefined);
export type Field = z.infer<typeof Field>;

/** The columns of a table and how its rows are told apart and tied to other tables. */
export const TableSchema = z
  .strictObject({
    $schema: z.literal("https://datapackage.org/profiles/2.0/tableschema.json"),
    fields: z.array(Field).min(1),
    missingValues: z.array(z.string()),
    primaryKey: z.array(z.string()).min(1),
    foreignKeys: z
      .array(
        z.strictObject({
          fields: z.array(z.string()).min(1),
          reference: z.strictObject({ resource: name, fields: z.array(z.string()).min(1) }),
        }),
      )
      .min(1)
      .optional(),
  })
  .refine(({ fields }) => new Set(fields.map((field) => field.name)).size === fields.length, "a field stands twice")
  .refine(
    ({ fields, primaryKey, foreignKeys = [] }) =>
      [...primaryKey, ...foreignKeys.flatMap((key) => key.fields)].every((key) =>
        fields.some((field) => field.name === key),
      ),
    "a key names a field that is not there",
  );
export type TableSchema = z.infer<typeof TableSchema>;

const Dialect = z.strictObject({
  $schema: z.literal("https://datapackage.org/profiles/2.0/tabledialect.json"),
  header: z.boolean(),
  delimiter: z.string().length(1),
  lineTerminator: z.string(),
  quoteChar: z.string().length(1),
  doubleQuote: z.boolean(),
});

const file = {
  $schema: z.literal("https://datapackage.org/profiles/2.0/dataresource.json"),
  name,
  path,
  title: prose,
  description: prose,
  encoding: z.literal("utf-8"),
  bytes: z.int().positive(),
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
};

const Table = z.strictObject({
  ...file,
  type: z.literal("table"),
  format: z.literal("csv"),
  mediatype: z.literal("text/csv"),
  dialect: Dialect,
  schema: TableSchema,
});

const Document = z.strictObject({ ...file, format: z.literal("yaml"), mediatype: z.literal("application/yaml") });

/** One file of the package. */
export const Resource = z.discriminatedUnion("format", [Table, Document]);
export type Resource = z.infer<typeof Resource>;

/** `datapackage.json`: what the datasets are and every file of theirs. */
export const DataPackage = z
  .strictObject({
    $schema: z.literal("https://datapackage.org/profiles/2.0/datapackage.json"),
    name,
    title: prose,
    description: prose,
    version: z.string().regex(/^\d+\.\d+\.\d+/),
    keywords: z.array(prose).min(1),
    licenses: z.array(License).min(1),
    sources: z.array(Source).min(1),
    resources: z.array(Resource).min(1),
  })
  .refine(({ resources }) => new Set(resources.map((r) => r.name)).size === resources.length, "a resource stands twice")
  .refine(
    ({ resources }) =>
      resources.every(
        (resource) =>
          resource.format !== "csv" ||
          (resource.schema.foreignKeys ?? []).every(({ reference }) => {
            const target = resources.find((other) => other.name === reference.resource);
            const fields = target?.format === "csv" ? target.schema.fields.map((field) => field.name) : [];
            return reference.fields.every((field) => fields.includes(field));
          }),
      ),
    "a foreign key leads to no field",
  );
export type DataPackage = z.infer<typeof DataPackage>;
