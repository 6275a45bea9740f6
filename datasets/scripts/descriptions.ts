import { bases, LineageKind, MunicipalityType, statuses } from "@metodika/core";
import type { Field, TableSchema } from "./data-package.ts";

/** What a file of the datasets is: title in Russian, description in English, columns where it is a table. */
export interface Description {
  title: string;
  description: string;
  table?: Pick<TableSchema, "fields" | "primaryKey" | "foreignKeys">;
}

const id = "^[a-z0-9]+(-[a-z0-9]+)*$";
const required = { required: true };

type Rest = Partial<Pick<Field, "type" | "trueValues" | "falseValues" | "constraints">>;

function field(name: string, title: string, description: string, { type = "string", ...rest }: Rest = {}): Field {
  return { name, type, title, description, ...rest };
}

const municipality = field("municipality", "Муниципалитет", "Id of the municipality", { constraints: required });
const ofMunicipalities: TableSchema["foreignKeys"] = [
  { fields: ["municipality"], reference: { resource: "municipalities", fields: ["id"] } },
];
const source = field("source", "Источник", "Report and place in it, such as `amur-2022 table 1 row 15`", {
  constraints: required,
});
const note = field("note", "Примечание", "What a reader should know, in Russian");
const evidence = field("evidence", "Подтверждение", "`link` where the source underlines the text", {
  constraints: { enum: ["link"] },
});
const place = field("place", "Место", "Where it stands in the report, in words", { constraints: required });
const digest = field("digest", "Контрольная сумма", "First 16 hexadecimal digits of a SHA-256", {
  constraints: { required: true, pattern: "^[0-9a-f]{16}$" },
});
const wholeNumber = (minimum: number): Rest => ({ type: "integer", constraints: { required: true, minimum } });

/** The files that every round has, and the shared ones, by the last part of their path. */
export const descriptions: Readonly<Record<string, Description>> = {
  "municipalities.csv": {
    title: "Муниципалитеты",
    description: "The municipalities, their types, their place in a tile map and every printed form of their names",
    table: {
      fields: [
        field("id", "Идентификатор", "Id of the municipality", {
          constraints: { required: true, unique: true, pattern: id },
        }),
        field("region", "Регион", "Id of the region", { constraints: { required: true, pattern: id } }),
        field("name", "Название", "Name as the tables of the region print it", { constraints: required }),
        field("type", "Тип", "Type of the municipality in law", {
          constraints: { required: true, enum: [...MunicipalityType.options] },
        }),
        field("closed", "ЗАТО", "Whether it is a closed administrative territory", {
          type: "boolean",
          trueValues: ["yes"],
          falseValues: ["no"],
          constraints: required,
        }),
        field("oktmo", "ОКТМО", "Code of the all-Russian classifier of territories; blank where not confirmed", {
          constraints: { pattern: "^(\\d{8}|\\d{11})$" },
        }),
        field("tile_column", "Столбец плитки", "Column in the tile map, from the west", wholeNumber(0)),
        field("tile_row", "Строка плитки", "Row in the tile map, from the north", wholeNumber(0)),
        field("aliases", "Другие названия", "The other printed forms of the name, typos among them, parted by `|`"),
        field("name_en", "Название по-английски", "Name in English", { constraints: required }),
      ],
      primaryKey: ["id"],
    },
  },
  "lineage.csv": {
    title: "Преобразования муниципалитетов",
    description: "What became of municipalities: new names, new statuses in law, mergers and splits",
    table: {
      fields: [
        field("predecessor", "Прежний муниципалитет", "Id of the municipality that was", { constraints: required }),
        field("successor", "Новый муниципалитет", "Id of the municipality that came", { constraints: required }),
        field("kind", "Что произошло", "What happened", {
          constraints: { required: true, enum: [...LineageKind.options] },
        }),
        field("date", "С какого дня", "First day of the new order", { constraints: required }),
        source,
      ],
      primaryKey: ["predecessor", "successor"],
      foreignKeys: ["predecessor", "successor"].map((name) => ({
        fields: [name],
        reference: { resource: "municipalities", fields: ["id"] },
      })),
    },
  },
  "crosswalk.yaml": {
    title: "Соответствие показателей регионов",
    description: "Indicators of several methodologies mapped to shared concepts, with reasons and cautions",
  },
  "authorities.csv": {
    title: "Органы управления образованием",
    description: "Municipal education authorities as the reports name them, with the cases that letters need",
    table: {
      fields: [
        municipality,
        field("name_ru", "Название", "Name in the nominative", { constraints: required }),
        field("name_ru_genitive", "Название в родительном падеже", "Name in the genitive"),
        field("name_ru_dative", "Название в дательном падеже", "Name in the dative"),
        field("name_en", "Название по-английски", "Name in English", { constraints: required }),
        field("variants", "Варианты", "Other names under which the report speaks of it, parted by `|`"),
        source,
        note,
      ],
      primaryKey: ["municipality"],
      foreignKeys: ofMunicipalities,
    },
  },
  "observations.csv": {
    title: "Ячейки таблиц отчёта",
    description: "What the tables of the report show: one row per municipality and indicator",
    table: {
      fields: [
        municipality,
        field("indicator", "Показатель", "Id of the indicator in the methodology", { constraints: required }),
        field("raw", "Как напечатано", "Text of the cell; for a bounded cell the codes it may have, parted by `|`"),
        field("status", "Состояние данных", "Status of the observation, a letter of SDMX CL_OBS_STATUS", {
          constraints: { required: true, enum: [...statuses] },
        }),
        field("basis", "Источник значения", "How the value is known", {
          constraints: { required: true, enum: [...bases] },
        }),
        source,
        evidence,
        note,
      ],
      primaryKey: ["municipality", "indicator"],
      foreignKeys: ofMunicipalities,
    },
  },
  "printed.csv": {
    title: "Итоги, напечатанные в отчёте",
    description: "Points, levels, members of groups and addressees of recommendations as the report prints them",
    table: {
      fields: [
        field("kind", "Вид", "What is printed", {
          constraints: { required: true, enum: ["points", "level", "group", "addressee"] },
        }),
        municipality,
        field("item", "К чему относится", "Criterion, level, `<indicator>=<code>` or recommendation", {
          constraints: required,
        }),
        field("value", "Значение", "Number of points, code of the level, `member`, `included` or `excluded`", {
          constraints: required,
        }),
        evidence,
        source,
        note,
      ],
      primaryKey: ["kind", "municipality", "item"],
      foreignKeys: ofMunicipalities,
    },
  },
  "facts.csv": {
    title: "Сведения отчёта вне таблиц",
    description: "Facts of the report that no table has a column for, of the region or of a municipality",
    table: {
      fields: [
        field("id", "Идентификатор", "Id of the fact", { constraints: { required: true, unique: true, pattern: id } }),
        field("subject", "О ком", "Id of the region or of the municipality", { constraints: required }),
        field("topic", "Тема", "What the fact speaks of, one word for facts of a kind", {
          constraints: { required: true, pattern: id },
        }),
        field("value", "Значение", "Number, ISO date, code or name", { constraints: required }),
        field("unit", "Единица", "What the number counts"),
        field("period", "Период", "Year or school year, where the report names one"),
        field("title_ru", "Название", "What the fact is, in Russian", { constraints: required }),
        field("title_en", "Название по-английски", "What the fact is, in English", { constraints: required }),
        source,
        note,
      ],
      primaryKey: ["id"],
    },
  },
  "rows.csv": {
    title: "Контрольные суммы строк таблиц",
    description: "Digest of every table row, made from the text of the report by program; the cells must rebuild it",
    table: {
      fields: [
        field("table", "Таблица", "Number of the table in the report", wholeNumber(1)),
        field("row", "Строка", "Number of the row in the table", wholeNumber(1)),
        municipality,
        digest,
      ],
      primaryKey: ["table", "row"],
      foreignKeys: ofMunicipalities,
    },
  },
  "coverage.csv": {
    title: "Куда попала каждая часть отчёта",
    description:
      "Every heading, paragraph, item and table row of the report: where it went in the dataset, or why nowhere",
    table: {
      fields: [
        field("order", "Порядок", "Running number in the report", wholeNumber(1)),
        field("kind", "Вид", "What part of the report it is", {
          constraints: { required: true, enum: ["heading", "paragraph", "item", "legend", "row"] },
        }),
        place,
        digest,
        field("figures", "Чисел", "How many figures it has; blank for table rows, whose figures are cells", {
          type: "integer",
          constraints: { minimum: 0 },
        }),
        field("went_to", "Куда попало", "References such as `facts:structures`, parted by `;`"),
        field("reason", "Почему никуда", "Why it went nowhere, in Russian"),
      ],
      primaryKey: ["place"],
    },
  },
  "figures.csv": {
    title: "Чем проверено каждое число отчёта",
    description:
      "Every figure of the report outside the rows of its tables: the claims that hold it, or why there is none",
    table: {
      fields: [
        place,
        field("ordinal", "Порядок", "Which figure of that place it is, from 1", wholeNumber(1)),
        field("figure", "Число", "The figure as printed", { constraints: required }),
        field("covered_by", "Чем проверено", "References such as `claim:structures`, parted by `;`"),
        field("reason", "Почему ничем", "Why no claim holds it, in Russian"),
      ],
      primaryKey: ["place", "ordinal"],
    },
  },
  "methodology.yaml": {
    title: "Методика мониторинга",
    description: "Criteria, indicators, scales, points, missing-data policy, levels and rules of recommendation",
  },
  "round.yaml": {
    title: "Рамка мониторинга",
    description: "Period, dates and where they disagree, orders, aim, object, tasks, collection and approval by role",
  },
  "claims.yaml": {
    title: "Сведения из текста отчёта",
    description:
      "What the text of the report states, in our own words, with the query that recomputes each statement, or why no " +
      "table decides it",
  },
  "comments.yaml": {
    title: "Замечания, выводы и практики",
    description: "What the experts of the report remark and conclude, and practices worth attention, in our own words",
  },
};
