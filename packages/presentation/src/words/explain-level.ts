import type { Condition, Explanation, Language, LevelDefinition, LevelTrace, TruthTrace } from "@metodika/core";
import { labels, truthLabels } from "../languages/labels.ts";
import { say } from "../languages/say.ts";
import { possibleValues } from "../names/format-value.ts";
import { describeCondition } from "./describe-condition.ts";
import { either, quote } from "./join.ts";
import type { Line } from "./lines.ts";
import { showBounds } from "./show-num.ts";

/** A level with every rule that was looked at and whether it holds. */
export function explainLevel(
  explanation: Explanation,
  definition: LevelDefinition,
  trace: LevelTrace,
  lang: Language,
): Line {
  const ru = lang === "ru";
  const titleAt = (position: number) => {
    const code = definition.codes[position];
    return code ? say(code.title, lang) : "";
  };
  const possible = either(trace.possible.map(titleAt), lang);
  const none = trace.none ? [say(labels.noLevel, lang).toLowerCase()] : [];
  const result = [...(possible ? [possible] : []), ...none].join(ru ? " или " : " or ");
  const open = trace.possible.length + none.length > 1 ? `${ru ? "возможны" : "possible"}: ` : "";
  const inferred = definition.basis === "inferred" ? ` (${say(labels.inferred, lang)})` : "";
  const children: Line[] = definition.note ? [{ text: say(definition.note, lang) }] : [];
  if (trace.applies && definition.applies) {
    const [line] = truthLines(explanation, definition.applies, trace.applies, lang);
    if (line) children.push({ ...line, text: `${ru ? "Определяется, только если" : "Defined only if"} ${line.text}` });
  }
  trace.rules.forEach((rule, index) => {
    const when = definition.rules[index]?.when;
    const name = quote(titleAt(rule.level), lang);
    if (!when || !rule.when) children.push({ text: `${name} — ${say(labels.otherwise, lang)}` });
    else {
      const parts = truthLines(explanation, when, rule.when, lang);
      const [only] = parts;
      // A group says what it is in its own line; its parts follow.
      children.push({ text: `${name}, ${ru ? "если" : "if"} ${only?.text ?? ""}`, children: only?.children });
    }
  });
  return { id: definition.id, text: `${say(definition.title, lang)}: ${open}${result}${inferred}`, children };
}

function truthLines(explanation: Explanation, condition: Condition, trace: TruthTrace, lang: Language): Line[] {
  const holds = say(truthLabels[trace.holds], lang);
  const ru = lang === "ru";
  const parts = "all" in condition ? condition.all : "any" in condition ? condition.any : undefined;
  if (parts) {
    const word =
      "all" in condition
        ? ru
          ? "одновременно"
          : "all of these hold"
        : ru
          ? "хотя бы одно из условий"
          : "at least one holds";
    return [
      {
        text: `${word}: ${holds}`,
        children: parts.flatMap((part, index) => {
          const own = trace.parts[index];
          return own ? truthLines(explanation, part, own, lang) : [];
        }),
      },
    ];
  }
  const [inner] = trace.parts;
  const children = "not" in condition && inner ? truthLines(explanation, condition.not, inner, lang) : [];
  const found = foundText(explanation, trace, lang);
  return [
    { text: `${describeCondition(condition, explanation.program.methodology, lang)}: ${holds}${found}`, children },
  ];
}

/** What the condition met: the number that was compared, or the value of the cell. */
function foundText(explanation: Explanation, { expression, number, borderline }: TruthTrace, lang: Language): string {
  const ru = lang === "ru";
  if (number) {
    const bounds = showBounds(number.low, number.high, lang);
    const border = borderline
      ? ru
        ? "; на самой границе: точности расчёта не хватает, чтобы её различить"
        : "; on the cut-off itself: closer than the calculation can tell"
      : "";
    return bounds === undefined ? "" : ` (${ru ? "получено" : "found"}: ${bounds}${border})`;
  }
  if (expression.kind !== "cell") return "";
  const place = explanation.program.cells[expression.cell];
  const cell = explanation.cells[expression.cell]?.cell;
  if (!place || !cell) return "";
  return ` (${ru ? "значение" : "value"}: ${possibleValues(cell.state, place.scale, lang).join(ru ? " или " : " or ")})`;
}
