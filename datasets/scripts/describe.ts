import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Claims, Crosswalk, Methodology, Round } from "@metodika/core";
import { type FileMap, readDatasets } from "@metodika/files";
import { readFolder } from "@metodika/files/node";
import * as z from "zod";
import type { DataPackage, Resource } from "./data-package.ts";
import { descriptions } from "./descriptions.ts";
import { type Versions, withNewVersions } from "./versions.ts";

/*
 * Writes what describes the datasets: `npm run describe`, after every change of a file.
 *
 *   datapackage.json                    every CSV and YAML file: columns, size, hash
 *   methodology.schema.json and the     for editors, from the schemas of core
 *   same for round, claims and crosswalk
 *   versions.json                       the meaning of every version of a methodology; old ones stay
 */

const profile = "https://datapackage.org/profiles/2.0";

/** The texts of all files that describe the datasets, by path. The same files give the same bytes. */
export function describeDatasets(files: FileMap, version: string, versions: Versions): Map<string, string> {
  const all = readDatasets(files).versions.values();
  return new Map([
    ["datapackage.json", json(dataPackage(files, version))],
    ["methodology.schema.json", json(editorSchema(Methodology, "A methodology of Metodika"))],
    ["round.schema.json", json(editorSchema(Round, "A monitoring round of Metodika"))],
    ["claims.schema.json", json(editorSchema(Claims, "The claims of a report, for Metodika"))],
    ["crosswalk.schema.json", json(editorSchema(Crosswalk, "Shared concepts of several methodologies, for Metodika"))],
    ["versions.json", json(withNewVersions(versions, all))],
  ]);
}

/** The description of the datasets by the rules of Data Package v2. A file that nobody has described throws. */
export function dataPackage(files: FileMap, version: string): DataPackage {
  const paths = [...files.keys()].filter((path) => /\.(csv|yaml)$/.test(path)).sort();
  return {
    $schema: `${profile}/datapackage.json`,
    name: "metodika-datasets",
    title:
      "Мониторинг муниципальных методических служб двух регионов / Monitoring of municipal methodological services",
    description:
      "Мониторинг муниципальных методических служб Амурской области и Приморского края за 2022 год: ячейки таблиц, " +
      "напечатанные итоги, сведения из текста и методики двух отчётов, собранные в проверяемые таблицы. " +
      "The monitoring of municipal methodological services in the Amur region and Primorsky Krai, 2022: table cells, " +
      "printed results, facts of the text and the methodologies of two reports, as tables that can be checked. " +
      "Файлы папки ensk — условные данные вымышленной области. The files of the folder ensk are invented data.",
    version,
    keywords: ["мониторинг", "методическая служба", "образование", "monitoring", "education", "Russia"],
    licenses: [
      {
        name: "CC-BY-4.0",
        path: "https://creativecommons.org/licenses/by/4.0/",
        title: "Creative Commons Attribution 4.0: for the compilation; the facts are those of two public reports",
      },
    ],
    sources: [
      {
        title:
          "Аналитическая справка по результатам проведения мониторинга деятельности муниципальных методических служб " +
          "в системе общего образования Амурской области, 2022",
      },
      {
        title:
          "Аналитическая справка по результатам мониторинга состояния и деятельности муниципальных методических служб " +
          "в Приморском крае, 2022",
      },
    ],
    resources: paths.map((path) => resource(path, files.get(path) ?? new Uint8Array())),
  };
}

function resource(path: string, bytes: Uint8Array): Resource {
  const parts = path.split("/");
  const described = descriptions[(parts.at(-1) ?? "").replace(/^methodology-[\d.]+\.yaml$/, "methodology.yaml")];
  if (described === undefined) throw new Error(`nobody has described "${path}"; add it to scripts/descriptions.ts`);
  const { title, description, table } = described;
  const home = parts.slice(0, -1).join("-");
  const file = {
    $schema: `${profile}/dataresource.json`,
    name: path.replace(/\.[a-z]+$/, "").replaceAll("/", "-"),
    path,
    title: home === "" ? title : `${title} (${home}${parts[0] === "ensk" ? ", условные данные" : ""})`,
    description,
    encoding: "utf-8",
    bytes: bytes.length,
    hash: `sha256:${createHash("sha256").update(bytes).digest("hex")}`,
  } as const;
  if (table === undefined) return { ...file, format: "yaml", mediatype: "application/yaml" };
  return {
    ...file,
    type: "table",
    format: "csv",
    mediatype: "text/csv",
    dialect: {
      $schema: `${profile}/tabledialect.json`,
      header: true,
      delimiter: ",",
      lineTerminator: "\n",
      quoteChar: '"',
      doubleQuote: true,
    },
    schema: { $schema: `${profile}/tableschema.json`, missingValues: [""], ...table },
  };
}

/** What an editor needs to complete and check a YAML file while it is written. */
function editorSchema(schema: z.ZodType, title: string): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: "input" });
  return { $schema, title, ...rest };
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

async function main(folder: string): Promise<void> {
  const { files } = await readFolder(folder);
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8"));
  const versions: Versions = files.has("versions.json") ? read("versions.json") : {};
  for (const [name, text] of describeDatasets(files, read("package.json").version, versions))
    writeFileSync(join(folder, name), text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(fileURLToPath(new URL("..", import.meta.url)));
