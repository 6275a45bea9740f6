import type { Lineage, Municipality } from "@metodika/core";

/** A municipality as a row of `municipalities.csv` has it, before a round knows it. */
export interface Territory {
  /** Those of the first round. */
  before: readonly Municipality[];
  /** Those of the second. */
  after: readonly Municipality[];
  lineage: readonly Lineage[];
}

type Row = readonly [
  id: string,
  name: string,
  name_en: string,
  type: Municipality["type"],
  column: number,
  row: number,
];

const town = "urban-okrug";
const okrug = "municipal-okrug";
const district = "municipal-district";

/** Names of fairy tales: nobody takes them for places on a map. */
const lasting: readonly Row[] = [
  ["lukomorsk", "г. Лукоморск", "Lukomorsk", town, 1, 0],
  ["kiselnoberezhsk", "г. Кисельнобережск", "Kiselnoberezhsk", town, 3, 1],
  ["samotsvetinsk", "г. Самоцветинск", "Samotsvetinsk", town, 0, 2],
  ["molochnorechensky-district", "Молочнореченский район", "Molochnorechensky District", district, 2, 1],
  ["skorokhodny-district", "Скороходный район", "Skorokhodny District", district, 2, 0],
  ["chudoyudsky-okrug", "Чудоюдский округ", "Chudoyudsky Municipal Okrug", okrug, 3, 0],
  ["nevedomsky-district", "Неведомский район", "Nevedomsky District", district, 0, 1],
  ["gusloyarsky-okrug", "Гуслоярский округ", "Gusloyarsky Municipal Okrug", okrug, 1, 1],
  ["gorbunkovsky-district", "Горбунковский район", "Gorbunkovsky District", district, 1, 2],
  ["zlatoryby-district", "Златорыбий район", "Zlatoryby District", district, 2, 2],
];

const former: readonly Row[] = [
  ["tridevyaty-district", "Тридевятый район", "Tridevyaty District", district, 0, 3],
  ["tridesyaty-district", "Тридесятый район", "Tridesyaty District", district, 1, 3],
  ["skatertny-district", "Скатертный район", "Skatertny District", district, 2, 3],
  ["zharptitsevsky-district", "Жарптицевский район", "Zharptitsevsky District", district, 3, 2],
];

const later: readonly Row[] = [
  ["tridevyatozemelny-okrug", "Тридевятоземельный округ", "Tridevyatozemelny Municipal Okrug", okrug, 0, 3],
  ["samobranny-district", "Самобранный район", "Samobranny District", district, 2, 3],
  ["zharptitsevsky-okrug", "Жарптицевский округ", "Zharptitsevsky Municipal Okrug", okrug, 3, 2],
];

const source = "ensk-2024 section I paragraph 2";

/** What became of the four: two merged, one took a new name, one a new status. */
const lineage: readonly Lineage[] = (
  [
    ["tridevyaty-district", "tridevyatozemelny-okrug", "merger"],
    ["tridesyaty-district", "tridevyatozemelny-okrug", "merger"],
    ["skatertny-district", "samobranny-district", "rename"],
    ["zharptitsevsky-district", "zharptitsevsky-okrug", "status"],
  ] as const
).map(([predecessor, successor, kind], index) => ({
  predecessor,
  successor,
  kind,
  date: "2024-01-01",
  source,
  line: index + 2,
}));

function municipality([id, name, name_en, type, tile_column, tile_row]: Row): Municipality {
  return { id, region: "ensk", name, type, closed: false, oktmo: "", tile_column, tile_row, aliases: [], name_en };
}

/** «Энская область»: 14 municipalities in the first round, 13 in the second. */
export const ensk: Territory = {
  before: [...lasting, ...former].map(municipality),
  after: [...lasting, ...later].map(municipality),
  lineage,
};

/** So many municipalities without names of their own, for measuring: nothing becomes of them. */
export function numberedTerritory(count: number): Territory {
  const all = Array.from({ length: count }, (_, index): Municipality => {
    const number = index + 1;
    const width = Math.ceil(Math.sqrt(count));
    return municipality([
      `invented-${number}`,
      `Условный район № ${number}`,
      `Invented District No. ${number}`,
      district,
      index % width,
      Math.floor(index / width),
    ]);
  });
  return { before: all, after: all, lineage: [] };
}
