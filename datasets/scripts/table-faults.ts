import type { CsvRow } from "./csv.ts";
import type { DataPackage, Field } from "./data-package.ts";

/**
 * Where the tables break what `datapackage.json` says of them, in words: columns, types, constraints, keys.
 *
 * @param tables the rows of every table, by the name of its resource
 */
export function tableFaults({ resources }: DataPackage, tables: ReadonlyMap<string, readonly CsvRow[]>): string[] {
  return resources.flatMap((resource) => {
    if (resource.format !== "csv") return [];
    const { fields, primaryKey, foreignKeys = [] } = resource.schema;
    const rows = tables.get(resource.name) ?? [];
    const key = (row: CsvRow, names: readonly string[]) => JSON.stringify(names.map((name) => row[name]));
    const columns = Object.keys(rows[0] ?? {}).join();
    const seen = new Set<string>();
    const faults = fields.map(({ name }) => name).join() === columns ? [] : [`other columns: ${columns}`];
    rows.forEach((row, index) => {
      const report = (fault: string) => faults.push(`line ${index + 2}: ${fault}`);
      for (const field of fields) {
        const fault = fieldFault(field, row[field.name] ?? "");
        if (fault !== undefined) report(fault);
      }
      if (seen.has(key(row, primaryKey))) report(`the key ${key(row, primaryKey)} stands twice`);
      seen.add(key(row, primaryKey));
      for (const { fields: names, reference } of foreignKeys) {
        const targets = tables.get(reference.resource) ?? [];
        if (!targets.some((target) => key(target, reference.fields) === key(row, names)))
          report(`${key(row, names)} is not in ${reference.resource}`);
      }
    });
    return faults.map((fault) => `${resource.path}: ${fault}`);
  });
}

function fieldFault({ name, type, trueValues = [], falseValues = [], constraints = {} }: Field, value: string) {
  if (value === "") return constraints.required ? `${name} is blank` : undefined;
  const fits =
    (type !== "integer" || /^-?\d+$/.test(value)) &&
    (type !== "boolean" || [...trueValues, ...falseValues].includes(value)) &&
    (constraints.pattern === undefined || new RegExp(constraints.pattern).test(value)) &&
    (constraints.enum === undefined || constraints.enum.includes(value)) &&
    (constraints.minimum === undefined || Number(value) >= constraints.minimum);
  return fits ? undefined : `${name} cannot be "${value}"`;
}
