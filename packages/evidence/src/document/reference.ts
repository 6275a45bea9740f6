import { criteriaOf, type RoundData, type RoundScore, type Text } from "@metodika/core";
import type { Computed, Finding } from "../audit/audit.ts";
import { recover } from "../recover/recover.ts";
import { type Change, changesOf } from "./changes.ts";
import type { UniverseTitles } from "./explain-number.ts";
import { type Groups, groupsOf, placeStems } from "./groups.ts";
import { type NameFinder, nameFinder } from "./municipality-names.ts";
import { roundYears } from "./period.ts";
import { askerOf, withValue } from "./table-quantities.ts";
import { unitClass, unitIn } from "./units.ts";
import { type UniversePhrase, universePhrase } from "./universe-phrase.ts";
import { contentStems } from "./words.ts";

/** A round made ready for drafts to be held against it. */
export interface Reference {
  data: RoundData;
  score: RoundScore;
  find: NameFinder;
  groups: Groups;
  /** Universes whose statements count services. */
  services: ReadonlySet<string>;
  universes: UniverseTitles;
  /** How texts say that somebody is of a universe, by its id. */
  universePhrases: ReadonlyMap<string, readonly UniversePhrase[]>;
  /** How many municipalities a universe has, and what share of all. */
  sizeOf(universe: string, kind: "count" | "percent"): Computed;
  changes: readonly Change[];
  names: ReadonlyMap<string, Text>;
  places: ReadonlySet<string>;
  /** The criteria that give points, by the words of their titles. */
  criteria: readonly { id: string; title: Text; table?: number | undefined; names: readonly ReadonlySet<string>[] }[];
  /** Findings of printed points, by id. */
  points: ReadonlyMap<string, Finding>;
  years: ReadonlySet<number>;
  /** The cells as far as the text of the report narrows them. */
  cells(): RoundData["cells"];
}

/** @param findings of `audit` */
export function referenceOf(data: RoundData, score: RoundScore, findings: readonly Finding[]): Reference {
  const everyone: Text = { ru: "все муниципалитеты", en: "all municipalities" };
  const valued: Text = { ru: "муниципалитеты, у которых есть значение", en: "municipalities that have a value" };
  const titles = new Map((data.claims?.universes ?? []).map(({ id, title }) => [id, title]));
  const services = new Set(
    findings.flatMap(({ universe, statement }) =>
      universe !== "all" && unitClass(unitIn(statement.ru)) === "service" ? [universe] : [],
    ),
  );
  let cells: RoundData["cells"] | undefined;
  const ask = askerOf(data);
  const defined = data.claims?.universes ?? [];
  return {
    data,
    score,
    cells: () => {
      cells ??= recover(data).data.cells;
      return cells;
    },
    find: nameFinder(data.municipalities),
    groups: groupsOf(data, findings),
    services,
    universes: (id) => titles.get(id) ?? (id === withValue ? valued : everyone),
    universePhrases: new Map(defined.map(({ id, aliases = [] }) => [id, aliases.map(universePhrase)])),
    sizeOf: (id, kind) => {
      const who = defined.find((one) => one.id === id)?.who;
      if (!who) return null;
      const query = kind === "count" ? { count: who } : { share: who };
      return ask({ id: `universe/${id}/${kind}`, source: data.round.id, statement: everyone, query }, kind);
    },
    changes: changesOf(data, findings),
    names: new Map(data.municipalities.map(({ id, name, name_en }) => [id, { ru: name, en: name_en }])),
    places: placeStems(data),
    criteria: criteriaOf(data.methodology).map(({ id, title, short, table, aliases = [] }) => ({
      id,
      title,
      table,
      names: [title.ru, ...(short ? [short.ru] : []), ...aliases].map((name) => new Set(contentStems(name))),
    })),
    points: new Map(findings.filter(({ kind }) => kind === "points").map((finding) => [finding.id, finding])),
    years: roundYears(data),
  };
}

/** Names of municipalities in words. */
export function namesOf(ids: readonly string[], { names }: Pick<Reference, "names">): Text {
  return {
    ru: ids.map((id) => names.get(id)?.ru ?? id).join(", "),
    en: ids.map((id) => names.get(id)?.en ?? id).join(", "),
  };
}
