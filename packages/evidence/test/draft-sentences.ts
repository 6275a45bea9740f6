import type { Label, LabelledSentence } from "./labelled-sentence.ts";

const of =
  (round: LabelledSentence["round"]) =>
  (text: string, ...labels: [string, string | null, Label["truth"]][]): LabelledSentence => ({
    round,
    text,
    labels: labels.map(([figure, about, truth]) => ({ figure, about, truth })),
  });
const amur = of("amur-2022");
const primorye = of("primorye-2022");

/** Sentences of drafts as analysts might write them, in words of our own; a third of the figures is wrong on purpose. */
export const labelledSentences: readonly LabelledSentence[] = [
  // Amur: shares of those that submitted, names in quotation marks, figures of the report alone.
  amur(
    "Положение о методической службе есть в 22 муниципалитетах из 28 (78,6 %).",
    ["22 муниципалитетах из 28", "table/regulation=yes/percent/submitted", "right"],
    ["78,6 %", "table/regulation=yes/percent/submitted", "right"],
  ),
  amur(
    "Положение о методической службе есть в 23 муниципалитетах из 28 (82,1 %).",
    ["23 муниципалитетах из 28", "table/regulation=yes/percent/submitted", "wrong"],
    ["82,1 %", "table/regulation=yes/percent/submitted", "wrong"],
  ),
  amur(
    "Положение о методической службе есть в 22 муниципалитетах (78,6 %).",
    ["22", "table/regulation=yes/count", "right"],
    ["78,6 %", "table/regulation=yes/percent", "open"],
  ),
  amur("Положение о методической службе имеют 80,1 % муниципалитетов.", [
    "80,1 %",
    "table/regulation=yes/percent",
    "wrong",
  ]),
  amur(
    "Региональные конкурсы: участие приняли 13 муниципалитетов из 28, представивших информацию (46,4 %).",
    ["13 муниципалитетов из 28", "table/regional-contests=yes/percent/submitted", "right"],
    ["46,4 %", "table/regional-contests=yes/percent/submitted", "right"],
  ),
  amur(
    "План-график заседаний РМО есть в 85,7 % муниципалитетов (24 из 28).",
    ["85,7 %", "table/meeting-schedule=yes/percent/submitted", "right"],
    ["24 из 28", "table/meeting-schedule=yes/percent/submitted", "right"],
  ),
  amur("В федеральных конкурсах на предоставление субсидий участвовали 39,3 % муниципалитетов, представивших данные.", [
    "39,3 %",
    "table/federal-subsidy-contests=yes/percent/submitted",
    "right",
  ]),
  amur("В региональном этапе конкурса «Учитель года» участвовал 21 муниципалитет.", [
    "21",
    "table/teacher-of-the-year=yes/count",
    "right",
  ]),
  amur("В региональном этапе конкурса «Учитель года» участвовали 24 муниципалитета.", [
    "24",
    "table/teacher-of-the-year=yes/count",
    "wrong",
  ]),
  amur(
    "В конкурсе «Учитель года» участвовал 21 муниципалитет, не участвовали 9.",
    ["21", "table/teacher-of-the-year=yes/count", "right"],
    ["9", "teacher-of-the-year-absent", "wrong"],
  ),
  amur("В конкурсе «Воспитатель года» участвовали 16 муниципалитетов.", ["16", null, "none"]),
  amur(
    "Число научно-методических советов выросло с 15 до 22.",
    ["15", "councils-2020", "right"],
    ["22", "councils", "wrong"],
  ),
  amur("Инновационные площадки действуют в 58,6 % муниципалитетов, то есть 17 из 29.", [
    "17 из 29",
    "innovation-sites",
    "right",
  ]),
  // Amur: what the report states, said otherwise.
  amur(
    "Инновационные площадки действуют в 17 муниципалитетах, стажировочные площадки — в 9.",
    ["17", "innovation-sites", "right"],
    ["9", "internship-sites", "wrong"],
  ),
  primorye("Службу заявляет 31 муниципалитет из 34.", ["31 муниципалитет из 34", "service-declared-count", "right"]),
  amur("Программа поддержки молодых педагогов есть в 20 муниципалитетах.", ["20", "support-programme-count", "wrong"]),
  amur("Молодых педагогов поддерживает муниципальная программа в 19 территориях.", [
    "19",
    "support-programme-count",
    "right",
  ]),
  amur("В 15 ОМСУ изучают, как адаптируются молодые педагоги.", ["15", "adaptation-study-count", "right"]),
  amur("Изучение адаптации молодых педагогов организовано в 18 муниципалитетах.", [
    "18",
    "adaptation-study-count",
    "wrong",
  ]),
  amur("Дорожная карта сопровождения наставников разработана в 14 муниципалитетах.", [
    "14",
    "mentor-roadmap-count",
    "right",
  ]),
  amur("Информационный ресурс методической службы имеют 21 муниципалитет.", ["21", "pages", "right"]),
  amur("Страницы методических служб ведут 26 муниципалитетов.", ["26", "pages", "wrong"]),
  amur(
    "Инновационные площадки работают в 17 муниципалитетах (58,6 %).",
    ["17", "innovation-sites", "right"],
    ["58,6 %", "innovation-sites", "right"],
  ),
  amur("Стажировочные площадки есть у 13 ОМСУ.", ["13", "internship-sites", "wrong"]),
  amur("В федеральных конкурсах на предоставление субсидий участвовали 11 территорий.", [
    "11",
    "federal-subsidies",
    "right",
  ]),
  amur("Методическая структура создана в 17 муниципалитетах.", ["17", "structures", "right"]),
  amur("В 12 муниципалитетах методической структуры нет.", ["12", "structures-absent", "open"]),
  amur("Конкурс «Учитель года» не проводили 7 муниципалитетов.", ["7", "teacher-of-the-year-absent", "right"]),
  amur("Всего в области насчитывается 19 объединений учителей информатики.", ["19", "associations-computing", "open"]),
  amur("Учителя физики объединены в 18 методических объединений.", ["18", "associations-physics", "open"]),
  amur(
    "В 2020 году научно-методических советов было 15, в 2022 году — 21.",
    ["2020 году", null, "none"],
    ["15", "councils-2020", "open"],
    ["2022 году", null, "none"],
    ["21", "councils", "open"],
  ),
  amur(
    "Число информационных ресурсов служб выросло с 18 до 24.",
    ["18", "pages-before", "open"],
    ["24", "pages", "wrong"],
  ),
  // Amur: what only the tables tell.
  amur("Положение о методической службе утверждено в 22 муниципалитетах.", [
    "22",
    "table/regulation=yes/count",
    "right",
  ]),
  amur("Положения о муниципальной методической службе нет в 9 муниципалитетах.", [
    "9",
    "table/regulation=no/count",
    "wrong",
  ]),
  amur("Программа деятельности методической службы имеется в 17 ОМСУ.", ["17", "table/programme=yes/count", "right"]),
  amur("Аналитические материалы о деятельности служб представили 20 муниципалитетов.", [
    "20",
    "table/analytics=yes/count",
    "wrong",
  ]),
  amur(
    "Адресные рекомендации для педагогов подготовили 14 территорий, или 48,3 %.",
    ["14", "table/targeted-recommendations=yes/count", "right"],
    ["48,3 %", "table/targeted-recommendations=yes/percent", "right"],
  ),
  amur(
    "График повышения квалификации составлен в 19 муниципалитетах (55,2 %).",
    ["19", "table/training-plan=yes/count", "right"],
    ["55,2 %", "table/training-plan=yes/percent", "wrong"],
  ),
  amur("Сетевое взаимодействие школьных методических объединений налажено в 18 муниципалитетах.", [
    "18",
    "table/networking=yes/count",
    "right",
  ]),
  amur("Семинары для руководителей образовательных организаций проводят 25 муниципалитетов.", [
    "25",
    "table/seminars-principals=yes/count",
    "wrong",
  ]),
  amur("Семинаров для социальных педагогов нет в 15 муниципалитетах.", [
    "15",
    "table/seminars-social-pedagogues=no/count",
    "right",
  ]),
  amur("Премию лучшим учителям поддерживают документами 11 муниципалитетов.", [
    "11",
    "table/teacher-prize=yes/count",
    "right",
  ]),
  amur("Муниципальные конкурсы профессионального мастерства прошли в 23 территориях.", [
    "23",
    "table/municipal-contests=yes/count",
    "right",
  ]),
  amur("Мониторингом охвачены все 29 муниципалитетов области.", ["29", "table/total", "right"]),
  amur("В мониторинге участвовали 28 муниципалитетов.", ["28", "table/total", "wrong"]),
  // Several figures in one sentence.
  amur(
    "Положение о методической службе есть в 22 муниципалитетах, программа деятельности службы — в 17 ОМСУ.",
    ["22", "table/regulation=yes/count", "right"],
    ["17", "table/programme=yes/count", "right"],
  ),
  primorye(
    "Допустимое число сотрудников — в 7 службах (22,6 %), оптимальное — в 12 службах.",
    ["7", "headcount-acceptable-count", "right"],
    ["22,6 %", "headcount-acceptable-share", "right"],
    ["12", "headcount-optimal-count", "right"],
  ),
  primorye(
    "Критический кадровый потенциал у 5 служб, достаточный — у 13 служб.",
    ["5", "staffing-critical-count", "right"],
    ["13", "staffing-sufficient-count", "wrong"],
  ),
  // Amur: nothing of the round.
  amur("В 2022 году для школ закуплено 45 автобусов.", ["2022 году", null, "none"], ["45", null, "none"]),
  amur("Горячее питание получают школьники в 27 муниципалитетах.", ["27", null, "none"]),
  amur("Пункты приёма единого экзамена открыты в 16 районах.", ["16", null, "none"]),
  amur("Курсы по цифровой грамотности прошли 312 педагогов.", ["312", null, "none"]),
  amur("Советники директоров по воспитанию появились в 13 муниципалитетах.", ["13", null, "none"]),
  amur("За год число страниц служб увеличилось на 6.", ["6", null, "none"]),
  // Primorye: what the report states, said otherwise.
  primorye("О наличии методической службы заявил 31 муниципалитет.", ["31", "service-declared-count", "right"]),
  primorye("Методическая служба есть в 33 муниципалитетах края.", ["33", "service-declared-count", "wrong"]),
  primorye(
    "Служба работает как отдельная организация в 19 муниципалитетах (55,9 %).",
    ["19", "service-separate-count", "right"],
    ["55,9 %", "service-separate-share", "right"],
  ),
  primorye("В составе МОУО действуют 14 служб.", ["14", "service-within-authority-count", "wrong"]),
  primorye(
    "Сотрудников не хватает в 12 службах, это 38,7 % служб.",
    ["12", "headcount-insufficient-count", "right"],
    ["38,7 %", "headcount-insufficient-share", "right"],
  ),
  primorye(
    "Недостаточная численность сотрудников отмечена в 12 муниципалитетах (35,3 %).",
    ["12", "headcount-insufficient-count", "right"],
    ["35,3 %", "headcount-insufficient-share", "open"],
  ),
  primorye("Допустимое число сотрудников — у 9 служб.", ["9", "headcount-acceptable-count", "wrong"]),
  primorye("Оптимальную численность сотрудников имеют 12 служб.", ["12", "headcount-optimal-count", "right"]),
  primorye("Все сотрудники своевременно повышают квалификацию в 12 службах.", ["12", "training-all-count", "open"]),
  primorye("В 16 службах квалификацию повышает большинство сотрудников.", ["16", "training-most-count", "wrong"]),
  primorye("Ни один сотрудник не повышал квалификацию в 5 службах.", ["5", "training-none-count", "right"]),
  primorye("Высшее педагогическое образование у всех или большинства сотрудников отмечено в 25 службах.", [
    "25",
    "higher-education-mostly-count",
    "open",
  ]),
  primorye("Опыта работы в образовательных организациях не имеют специалисты двух муниципалитетов.", [
    "двух",
    "school-experience-none-count",
    "right",
  ]),
  primorye("Должностные обязанности полностью соответствуют РСНМС в 4 службах.", ["4", "duties-full-count", "right"]),
  primorye("Должностные обязанности частично соответствуют РСНМС в 8 службах.", ["8", "duties-partial-count", "wrong"]),
  primorye("В 64,7 % муниципалитетов должностные инструкции не соответствуют РСНМС.", [
    "64,7 %",
    "duties-none-share",
    "right",
  ]),
  primorye("Критический кадровый потенциал выявлен у 7 служб.", ["7", "staffing-critical-count", "wrong"]),
  primorye("Достаточным кадровым потенциалом располагают 11 служб.", ["11", "staffing-sufficient-count", "right"]),
  primorye(
    "Другие структуры методической поддержки, кроме объединений, есть в 11 муниципалитетах (32,4 %).",
    ["11", "structures-count", "right"],
    ["32,4 %", "structures-share", "right"],
  ),
  primorye("Служба не создана в трёх муниципалитетах.", ["трёх", "conclusion-service-absent-count", "right"]),
  primorye("Без службы остаются 5 муниципалитетов.", ["5", "conclusion-service-absent-count", "wrong"]),
  // Primorye: what only the tables tell.
  primorye(
    "Менее половины сотрудников имеют стаж работы в ММС более 5 лет в 15 службах.",
    ["5", null, "none"],
    ["15", "table/service-experience=yellow/count", "right"],
  ),
  primorye("В мониторинге участвовали все 34 муниципалитета.", ["34", "table/total", "right"]),
  primorye("В крае 12 городских округов.", ["12", "table/total/urban-okrug", "right"]),
  // Primorye: nothing of the round.
  primorye("Психолого-педагогические классы открыты в 9 муниципалитетах.", ["9", null, "none"]),
  primorye("Центры «Точка роста» работают в 26 муниципалитетах.", ["26", null, "none"]),
  primorye("В 12 службах работают сотрудники.", ["12", null, "none"]),
  primorye("Конкурс методистов собрал 48 участников.", ["48", null, "none"]),
  primorye("Сайты обновили 20 служб.", ["20", null, "none"]),
  primorye("За 2023 год службы провели 140 семинаров.", ["2023 год", null, "none"], ["140", null, "none"]),
];
