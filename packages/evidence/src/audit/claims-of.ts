import { type Claim, printedAddressees, printedClaimId, type RoundData } from "@metodika/core";

/**
 * All claims of a round over cells and facts: those of `claims.yaml`, and those that follow from `printed.csv` without a
 * person: lists of a value, lists of a level, addressees. A claim of `claims.yaml` with the id of such a list takes its
 * place: where the text names some and not all. Points of rows are claims too; the audit has them apart.
 */
export function claimsOf(data: RoundData): Claim[] {
  const own = data.claims?.claims ?? [];
  const ids = new Set(own.map(({ id }) => id));
  return [...own, ...[...lists(data), ...addressees(data)].filter(({ id }) => !ids.has(id))];
}

function lists({ printed, methodology, round }: RoundData): Claim[] {
  const groups = new Map<string, { item: string; members: string[]; sources: string[] }>();
  for (const row of printed) {
    const { kind, municipality, item, value, source } = row;
    if (kind !== "group" && kind !== "level") continue;
    const id = printedClaimId(row);
    const group = groups.get(id) ?? { item: kind === "group" ? item : `${item}=${value}`, members: [], sources: [] };
    group.members.push(municipality);
    if (!group.sources.includes(source)) group.sources.push(source);
    groups.set(id, group);
  }
  return [...groups].map(([id, { item, members, sources }]): Claim => {
    const [subject = "", code = ""] = item.split("=");
    const isLevel = id.startsWith("level/");
    const level = methodology.levels?.find((definition) => definition.id === subject);
    const title = isLevel
      ? level?.codes.find((candidate) => candidate.code === code)?.title
      : valueTitle({ methodology }, subject, code);
    return {
      id,
      source: sources[0] ?? round.id,
      statement: {
        ru: `Перечень: ${title?.ru ?? item} (${members.length})`,
        en: `List: ${title?.en ?? item} (${members.length})`,
      },
      query: isLevel ? { list: { level: subject, is: [code] } } : { list: { indicator: subject, is: [code] } },
      printed: members,
      ...(isLevel && level?.basis === "inferred" ? { inferred: true } : {}),
    };
  });
}

function valueTitle({ methodology }: Pick<RoundData, "methodology">, indicator: string, code: string) {
  for (const criterion of methodology.criteria)
    for (const own of criterion.indicators ?? []) {
      const scale = own.id === indicator ? methodology.scales[own.scale] : undefined;
      if (scale?.type === "codes") {
        const value = scale.codes.find((candidate) => candidate.code === code);
        const short = own.short ?? own.title;
        if (value) return { ru: `${short.ru} — ${value.title.ru}`, en: `${short.en} — ${value.title.en}` };
      }
    }
  return undefined;
}

function addressees({ printed, methodology, municipalities, round }: RoundData): Claim[] {
  const ids = new Set(printed.flatMap(({ kind, item }) => (kind === "addressee" ? [item] : [])));
  return [...ids].map((item): Claim => {
    const { members = [], source = round.id } = printedAddressees({ printed, municipalities }, item) ?? {};
    const recommendation = methodology.recommendations?.find(({ id }) => id === item);
    const base = {
      id: `addressees/${item}`,
      source,
      statement: {
        ru: `Кому адресовано: ${recommendation?.text.ru ?? item}`,
        en: `To whom it is addressed: ${recommendation?.text.en ?? item}`,
      },
      printed: members,
      use: false,
    };
    const who = recommendation?.who;
    if (who && ("named" in who || "except_named" in who))
      return {
        ...base,
        not_checkable: {
          ru: `Адресатов назвал эксперт: ${who.reason.ru}`,
          en: `An expert named the addressees: ${who.reason.en}`,
        },
      };
    return {
      ...base,
      query: { addressees: item },
      ...(recommendation?.basis === "inferred" ? { inferred: true } : {}),
    };
  });
}
