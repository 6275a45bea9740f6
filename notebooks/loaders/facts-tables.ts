import { criteriaOf, type Fact, type Language, type RoundData } from "@metodika/core";
import { formatSource, municipalityName, say, type Table } from "@metodika/presentation";

/** Facts of a report that have no column, each with its place. */
export function factsTable({ round, facts, municipalities }: RoundData, lang: Language): Table {
  const ru = lang === "ru";
  const names = new Map(municipalities.map((municipality) => [municipality.id, municipalityName(municipality, lang)]));
  return {
    id: `${round.id}-facts`,
    title: ru ? "Сведения без столбца" : "Facts without a column",
    lang,
    corner: ru ? "О ком" : "Subject",
    columns: [
      { id: "title", title: ru ? "Сведение" : "Fact", align: "left" },
      { id: "value", title: ru ? "Значение" : "Value", align: "right" },
      { id: "source", title: ru ? "Место в отчёте" : "Place in the report", align: "left" },
    ],
    rows: facts.map((fact) => ({
      id: fact.id,
      header: names.get(fact.subject) ?? (ru ? "регион" : "region"),
      cells: [
        { text: ru ? fact.title_ru : fact.title_en },
        { text: valueText(fact, lang) },
        { text: formatSource(fact.source, lang) },
      ],
    })),
    notes: [],
    source: say(round.title, lang),
  };
}

/** A figure, a date or a name; a bare code says nothing that the title does not say. */
function valueText({ value, unit }: Fact, lang: Language): string {
  if (value === "yes") return lang === "ru" ? "да" : "yes";
  if (unit === "percent") return `${lang === "ru" ? value.replace(".", ",") : value}\u00a0%`;
  return /^[\d.,>≥-]+$/.test(value) || /\p{Script=Cyrillic}/u.test(value) || /\d/.test(value) ? value : "";
}

/** Remarks, conclusions and practices worth attention, in our own words. */
export function commentsTable({ round, comments, municipalities, methodology }: RoundData, lang: Language): Table {
  const ru = lang === "ru";
  const kinds = {
    practice: { ru: "практика", en: "practice" },
    remark: { ru: "замечание", en: "remark" },
    conclusion: { ru: "вывод", en: "conclusion" },
  };
  const criteria = new Map(criteriaOf(methodology).map(({ id, title }) => [id, say(title, lang)]));
  return {
    id: `${round.id}-comments`,
    title: ru ? "Замечания, выводы и практики" : "Remarks, conclusions and practices",
    lang,
    corner: ru ? "Вид" : "Kind",
    columns: [
      { id: "text", title: ru ? "О чём говорит отчёт" : "What the report says", align: "left" },
      { id: "municipalities", title: ru ? "Муниципалитеты" : "Municipalities", align: "left" },
      { id: "criterion", title: ru ? "Критерий" : "Criterion", align: "left" },
      { id: "source", title: ru ? "Место в отчёте" : "Place in the report", align: "left" },
    ],
    rows: comments.map((comment) => ({
      id: comment.id,
      header: kinds[comment.kind][lang],
      cells: [
        { text: say(comment.text, lang) },
        {
          text: comment.municipalities
            .flatMap((id) => municipalities.find((municipality) => municipality.id === id) ?? [])
            .map((municipality) => municipalityName(municipality, lang))
            .join(", "),
        },
        { text: criteria.get(comment.criterion ?? "") ?? "" },
        { text: formatSource(comment.source, lang) },
      ],
    })),
    notes: [],
    source: say(round.title, lang),
  };
}
