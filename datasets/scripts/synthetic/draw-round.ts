import {
  type Cell,
  indicatorsOf,
  type Methodology,
  type MissingStatus,
  type Municipality,
  type Observation,
  readState,
  type Scale,
} from "@metodika/core";
import type { Random } from "./random.ts";

/** Of a thousand cells, so many are missing for this reason or known within bounds only. */
const rare = { O: 12, S: 8, Q: 6, bounded: 25 } as const;
/** Of a thousand municipalities, so many submit nothing at all. */
const silent = 25;

/** What a municipality is like: 0 to 999, the more the better; the second round starts from that of the first. */
export type Strengths = ReadonlyMap<string, number>;

/**
 * Draws the observations of one round. A municipality that is strong tends to the better values; a few cells are missing
 * for each reason, a few are bounded. Where a draw gives no case of some kind, one is put in, so that a small region has
 * them all: a demonstration that lacks one shows nothing.
 */
export function drawRound(
  id: string,
  methodology: Methodology,
  municipalities: readonly Municipality[],
  strengths: Strengths,
  random: Random,
): Cell[] {
  const placed = indicatorsOf(methodology);
  const rows: Observation[] = municipalities.flatMap((municipality, index) => {
    const strength = strengths.get(municipality.id) ?? 500;
    const isSilent = random.chance(silent);
    const drawn = placed.map(({ indicator, criterion, scale }): Observation => {
      const row = {
        municipality: municipality.id,
        indicator: indicator.id,
        source: `${id} table ${criterion.table} row ${index + 1}`,
        evidence: "" as const,
        note: "",
      };
      if (isSilent) return { ...row, ...absent("L") };
      const reason = (["O", "S", "Q"] as const).find((status) => random.chance(rare[status]));
      if (reason) return { ...row, ...absent(reason) };
      return { ...row, ...value(scale, strength, random, random.chance(rare.bounded)) };
    });
    return withoutStaff(drawn);
  });
  const breaks = new Set(
    (methodology.previous?.changes ?? []).filter(({ comparable }) => !comparable).map(({ indicator }) => indicator),
  );
  return withEveryKind(
    rows,
    placed.map(({ indicator }) => indicator.id),
    random,
  ).map((drawn, line) => {
    // The first round in which an indicator means something else says so in its cells too.
    const row = breaks.has(drawn.indicator) && drawn.status === "A" ? { ...drawn, status: "B" as const } : drawn;
    const scale = placed.find(({ indicator }) => indicator.id === row.indicator)?.scale;
    const { state, problem } = scale ? readState(row, scale) : {};
    if (!state) throw new TypeError(`a value was drawn that is not on its scale: ${problem?.value}`);
    return { ...row, state, line: line + 2 };
  });
}

type Drawn = Pick<Observation, "raw" | "status" | "basis">;

function absent(status: MissingStatus): Drawn {
  return { raw: "", status, basis: "declared" };
}

/** The strength of the municipality and luck in equal parts decide how far up the scale the value stands. */
function value(scale: Scale, strength: number, random: Random, bounded: boolean): Drawn {
  const place = (strength + random.whole(0, 999)) / 2000;
  if (scale.type === "number") {
    const staff = Math.max(0, Math.floor(place * 9) - 1);
    return bounded
      ? { raw: `${staff}..${staff + 2}`, status: "A", basis: "bounded" }
      : { raw: String(staff), status: "A", basis: "verified" };
  }
  const codes = [...scale.codes].sort((a, b) => a.order - b.order);
  const position = Math.min(codes.length - 1, Math.floor(place * codes.length));
  const other = position === 0 ? 1 : position - 1;
  const code = codes[position];
  if (!bounded) return { raw: code?.raw?.[0] ?? code?.code ?? "", status: "A", basis: "verified" };
  return { raw: [codes[other]?.code, code?.code].join("|"), status: "A", basis: "bounded" };
}

/** Nobody can be trained where nobody works. */
function withoutStaff(rows: readonly Observation[]): Observation[] {
  const nobody = rows.some(({ indicator, raw }) => indicator === "headcount" && raw === "0");
  return rows.map((row) => (nobody && row.indicator === "training" ? { ...row, ...absent("M") } : row));
}

function withEveryKind(rows: readonly Observation[], indicators: readonly string[], random: Random): Observation[] {
  const result = [...rows];
  const municipalities = [...new Set(rows.map(({ municipality }) => municipality))];
  if (municipalities.length < 5) return result;
  const put = (municipality: string, indicator: string, drawn: Drawn) => {
    const at = result.findIndex((row) => row.municipality === municipality && row.indicator === indicator);
    const row = result[at];
    if (row) result[at] = { ...row, ...drawn };
  };
  const known = () =>
    municipalities.filter((id) => result.every((row) => row.municipality !== id || row.status !== "L"));
  if (!result.some(({ status }) => status === "L")) {
    const municipality = random.pick(municipalities);
    for (const indicator of indicators) put(municipality, indicator, absent("L"));
  }
  if (!result.some(({ status }) => status === "M")) {
    const municipality = random.pick(known());
    put(municipality, "headcount", { raw: "0", status: "A", basis: "verified" });
    put(municipality, "training", absent("M"));
  }
  for (const [status, indicator] of [
    ["O", "site"],
    ["S", "seminars"],
    ["Q", "contests"],
  ] as const)
    if (!result.some((row) => row.status === status)) put(random.pick(known()), indicator, absent(status));
  if (!result.some(({ basis }) => basis === "bounded"))
    put(random.pick(known()), "mentoring", { raw: "planned|works", status: "A", basis: "bounded" });
  return result;
}
