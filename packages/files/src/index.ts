// biome-ignore-all assist/source/organizeImports: this file is a table of contents, in the order of reading

// From bytes to text.
export { type Decoded, type DecodeOptions, decode, type Encoding } from "./text/decode.ts";
export type { Place } from "./text/place.ts";

// From text to rows and trees, each cell and node with its place.
export { type CsvOptions, type CsvRecord, type CsvTable, parseCsv } from "./csv/parse-csv.ts";
export { type Delimiter, sniffDelimiter } from "./csv/sniff-delimiter.ts";
export { type At, type ParsedYaml, parseYaml, type YamlOptions } from "./yaml/parse-yaml.ts";
export { type ZodProblemsContext, zodProblems } from "./yaml/zod-problems.ts";

// Many files at once.
export { isDataFile } from "./paths/is-data-file.ts";
export { type PathFault, pathFault } from "./paths/path-fault.ts";
export { type FileMap, readZip, type ZipContents, type ZipOptions } from "./zip/read-zip.ts";

// The text of somebody's own draft.
export type { Draft, DraftBlock } from "./draft/draft.ts";
export { readDraft } from "./draft/read-draft.ts";

// Problems in one shape.
export { type Facts, problemOf } from "./problem/problem-of.ts";
export { shorten } from "./problem/shorten.ts";

// From files to checked objects: the one door.
export { type Datasets, readDatasets } from "./datasets/read-datasets.ts";
export { type DataDocument, type DocumentPlaces, locate, readDocument } from "./datasets/read-document.ts";
