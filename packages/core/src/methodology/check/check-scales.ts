import {
  add,
  compare,
  type Decimal,
  decimal,
  exactly,
  floor,
  formatDecimal,
  midpoint,
  subtract,
} from "../../decimal/decimal.ts";
import type { Problem } from "../../problem/problem.ts";
import { fold } from "../../text/fold.ts";
import { contains, type Interval, parseInterval } from "../interval.ts";
import type { Methodology } from "../methodology.ts";
import type { CodeScale, Measure } from "../scale.ts";
import { problem } from "./problems.ts";

/**
 * Checks the scales of a methodology: codes and spellings are unique, and where the legend speaks of a measured quantity,
 * every value of it belongs to exactly one code. A gap or an overlap of a real legend is a warning that stays visible.
 */
export function checkScales(methodology: Methodology): Problem[] {
  return Object.entries(methodology.scales).flatMap(([id, scale]) => {
    if (scale.type === "number") return [];
    const field = `scales.${id}`;
    return [...duplicates(scale, field), ...(scale.measure ? legend(scale, scale.measure, field) : [])];
  });
}

function duplicates(scale: CodeScale, field: string): Problem[] {
  const problems: Problem[] = [];
  const codes = new Set<string>();
  const orders = new Set<number>();
  const forms = new Map<string, string>();
  scale.codes.forEach(({ code, order, title, raw = [] }, index) => {
    const place = `${field}.codes.${index}`;
    if (codes.has(code))
      problems.push(
        problem(
          "error",
          "scale/duplicate-code",
          place,
          { ru: `код «${code}» повторяется`, en: `code "${code}" stands twice` },
          code,
        ),
      );
    codes.add(code);
    if (orders.has(order))
      problems.push(
        problem(
          "error",
          "scale/duplicate-order",
          place,
          {
            ru: `порядок ${order} повторяется: непонятно, что лучше`,
            en: `order ${order} stands twice: which is better?`,
          },
          String(order),
        ),
      );
    orders.add(order);
    for (const form of new Set([code, title.ru, title.en, ...raw].map(fold))) {
      const other = forms.get(form);
      if (other !== undefined && other !== code)
        problems.push(
          problem(
            "error",
            "scale/ambiguous-form",
            place,
            { ru: `«${form}» означает и «${other}», и «${code}»`, en: `"${form}" means both "${other}" and "${code}"` },
            form,
          ),
        );
      forms.set(form, code);
    }
  });
  return problems;
}

/** Tries every end of an interval and every stretch between two neighbouring ends: nothing else can differ. */
function legend(scale: CodeScale, measure: Measure, field: string): Problem[] {
  const codes = scale.codes.flatMap(({ code, interval }) => {
    const parsed = interval === undefined ? undefined : parseInterval(interval);
    return parsed ? [{ code, interval: parsed }] : [];
  });
  const from = exactly(measure.from);
  const to = measure.to === undefined ? undefined : exactly(measure.to);
  const ends = sorted([
    from,
    ...(to ? [to] : []),
    ...codes.flatMap(({ interval }) => [interval.low, ...(interval.high ? [interval.high] : [])]),
  ]).filter((end) => compare(end, from) >= 0 && (!to || compare(end, to) <= 0));
  const problems: Problem[] = [];
  for (const { probe, text } of measure.unit === "count" ? wholeNumbers(ends, !to) : stretches(ends, !to)) {
    const holders = codes.filter(({ interval }) => contains(interval as Interval, probe)).map(({ code }) => code);
    if (holders.length === 0) problems.push(gap(field, measure, text));
    if (holders.length > 1)
      problems.push(
        problem(
          "warning",
          "scale/overlap",
          field,
          {
            ru: `«${measure.title.ru}»: ${text.ru} относится сразу к нескольким значениям: ${holders.join(", ")}`,
            en: `"${measure.title.en}": ${text.en} belongs to several values at once: ${holders.join(", ")}`,
          },
          holders.join("|"),
        ),
      );
  }
  return problems;
}

interface Probe {
  probe: Decimal;
  text: { ru: string; en: string };
}

/** Every end, and one number between each two neighbours. */
function stretches(ends: readonly Decimal[], unlimited: boolean): Probe[] {
  return ends.flatMap((end, index) => {
    const next = ends[index + 1];
    const here = formatDecimal(end).replace(".", ",");
    const exact = { probe: end, text: { ru: `ровно ${here}`, en: `exactly ${formatDecimal(end)}` } };
    if (next) {
      const probe = midpoint(end, next);
      const there = formatDecimal(next);
      return [
        exact,
        {
          probe,
          text: {
            ru: `от ${here} до ${there.replace(".", ",")} (не включая)`,
            en: `from ${formatDecimal(end)} to ${there} (both excluded)`,
          },
        },
      ];
    }
    if (!unlimited) return [exact];
    const probe = { units: end.units + 10n ** BigInt(end.scale), scale: end.scale };
    return [exact, { probe, text: { ru: `более ${here}`, en: `more than ${formatDecimal(end)}` } }];
  });
}

/** Every whole number at an end, the whole numbers between each two neighbours, and those beyond the last end. */
function wholeNumbers(ends: readonly Decimal[], unlimited: boolean): Probe[] {
  const one = exactly(1);
  return ends.flatMap((end, index) => {
    const next = ends[index + 1];
    const whole = compare(floor(end), end) === 0;
    const here = formatDecimal(end);
    const first = add(floor(end), one);
    const probes = whole ? [{ probe: end, text: { ru: `ровно ${here}`, en: `exactly ${here}` } }] : [];
    if (next) {
      const last = subtract({ units: -floor({ ...next, units: -next.units }).units, scale: 0 }, one);
      const [from, to] = [formatDecimal(first), formatDecimal(last)];
      const few = compare(first, last);
      if (few === 0) probes.push({ probe: first, text: { ru: `ровно ${from}`, en: `exactly ${from}` } });
      if (few < 0) probes.push({ probe: first, text: { ru: `от ${from} до ${to}`, en: `from ${from} to ${to}` } });
    } else if (unlimited) {
      const from = formatDecimal(first);
      probes.push({ probe: first, text: { ru: `${from} и более`, en: `${from} and more` } });
    }
    return probes;
  });
}

function gap(field: string, measure: Measure, text: { ru: string; en: string }): Problem {
  const isHalf = measure.unit === "percent" && text.en === "exactly 50";
  const team = {
    ru: isHalf ? "; ровно половина возможна в любой службе с чётным числом сотрудников, начиная с двух" : "",
    en: isHalf ? "; exactly half can occur in any service with an even number of staff, from two up" : "",
  };
  const unit = measure.unit === "percent" ? { ru: " %", en: " %" } : { ru: "", en: "" };
  return problem(
    "warning",
    "scale/gap",
    field,
    {
      ru: `«${measure.title.ru}»: ${text.ru}${unit.ru} не отнесено ни к одному значению${team.ru}`,
      en: `"${measure.title.en}": ${text.en}${unit.en} belongs to no value${team.en}`,
    },
    text.en.replace("exactly ", ""),
  );
}

function sorted(values: readonly Decimal[]): Decimal[] {
  const ascending = [...values].sort(compare);
  return ascending.filter((value, index) => index === 0 || compare(value, ascending[index - 1] ?? decimal(0)!) !== 0);
}
