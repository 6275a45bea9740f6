import { fileURLToPath } from "node:url";
import { recover } from "@metodika/evidence";
import { type Datasets, readDatasets } from "@metodika/files";
import { readFolder } from "@metodika/files/node";

const folder = fileURLToPath(new URL("../../../datasets", import.meta.url));

/** The datasets as they stand on the disk. */
export const datasets: Datasets = readDatasets((await readFolder(folder)).files);

/** A round with its open cells narrowed by what its report states. */
export function recovered(id: string) {
  const data = datasets.rounds.get(id);
  if (!data) throw new Error(`no round "${id}"`);
  return recover(data).data;
}

export const amur = recovered("amur-2022");
export const primorye = recovered("primorye-2022");
export const ensk = recovered("ensk-2024");

/** The values of one indicator by municipality: code, number, or the status where there is none; several joined by `|`. */
export function plainValues(data: ReturnType<typeof recovered>, indicator: string): Map<string, string> {
  const placed = data.methodology.criteria
    .flatMap((criterion) => criterion.indicators ?? [])
    .find(({ id }) => id === indicator);
  const scale = data.methodology.scales[placed?.scale ?? ""];
  return new Map(
    data.cells
      .filter((cell) => cell.indicator === indicator)
      .map(({ municipality, state }) => [
        municipality,
        [
          ...state.codes.map((code) => (scale?.type === "codes" ? scale.codes[code]?.code : "")),
          ...(state.range ? [`${state.range[0].units}`] : []),
          ...state.missing,
        ].join("|"),
      ]),
  );
}
