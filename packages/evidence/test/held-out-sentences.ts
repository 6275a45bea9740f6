import { type Label, type LabelledSentence, list } from "./labelled-sentence.ts";

const of =
  (round: LabelledSentence["round"]) =>
  (text: string, ...labels: [string, string | null, Label["truth"]][]): LabelledSentence => ({
    round,
    text,
    labels: labels.map(([figure, about, truth]) => ({ figure, about, truth })),
  });
const amur = of("amur-2022");
const primorye = of("primorye-2022");

/**
 * Sentences written before the check could read points, exceptions, submissions and changes, in words of our own. The words of one
 * half were looked at while it was taught, those of the other never: its figures are the honest ones. A third is wrong on purpose.
 */
const sentences: readonly LabelledSentence[] = [
  // Points and groups of points.
  amur("Максимальные 6 баллов за содержание и организацию методических служб получили семь муниципалитетов.", [
    "семь",
    "table/points/service-organisation=6/count",
    "right",
  ]),
  amur("По критерию «Развитие и поддержка школьных методических объединений» 9 баллов набрали 6 территорий.", [
    "6",
    "table/points/school-associations=9/count",
    "wrong",
  ]),
  amur(
    "Наивысший результат по поддержке молодых педагогов показали Благовещенск, Белогорск, Зея, Тында, Свободненский и Серышевский районы.",
    [list, "table/points/young-teachers=5/list", "right"],
  ),
  amur(
    "Ни одного балла за поддержку школьных методических объединений не получили ЗАТО Циолковский и Завитинский район.",
    [list, "table/points/school-associations=0/list", "wrong"],
  ),
  amur("Зейский район получил за профессиональное развитие педагогов 2 балла.", [
    "2",
    "points/professional-development/zeysky-district",
    "right",
  ]),
  amur("Тында набрала по поддержке молодых педагогов 3 балла.", ["3", "points/young-teachers/tynda", "wrong"]),
  amur("Не менее 5 баллов за организацию методической службы имеют 15 территорий.", [
    "15",
    "table/points/service-organisation>=5/count",
    "right",
  ]),
  amur("Один балл за профессиональное развитие педагогов — у 8 муниципалитетов.", [
    "8",
    "table/points/professional-development=1/count",
    "wrong",
  ]),
  amur(
    "Наибольшее число баллов за профессиональное развитие педагогов набрали Благовещенск, Шимановск, Ивановский и Тындинский районы.",
    [list, "table/points/professional-development=7/list", "wrong"],
  ),
  amur("По 8 баллов за поддержку школьных методических объединений получили 6 муниципалитетов.", [
    "6",
    "table/points/school-associations=8/count",
    "right",
  ]),
  // Who has not.
  amur(
    "Положения о методической службе не имеют Шимановск, Циолковский, Благовещенский, Мазановский, Свободненский и Тамбовский районы.",
    [list, "table/regulation=no/list", "right"],
  ),
  amur(
    "Аналитических материалов о деятельности служб нет в ЗАТО Циолковский, Завитинском, Зейском, Мазановском и Тамбовском районах.",
    [list, "table/analytics=no/list", "wrong"],
  ),
  amur(
    "План-график заседаний районных методических объединений составлен во всех муниципалитетах, за исключением ЗАТО Циолковский, Благовещенского, Завитинского и Селемджинского районов.",
    [list, "table/meeting-schedule=no/list", "right"],
  ),
  amur(
    "Муниципальные профессиональные конкурсы среди педагогов проводят все территории, кроме Благовещенского, Завитинского, Зейского и Шимановского районов.",
    [list, "table/municipal-contests=no/list", "wrong"],
  ),
  amur(
    "Дорожная карта мероприятий по поддержке молодых педагогов отсутствует в ЗАТО Циолковский, Архаринском, Бурейском, Завитинском, Магдагачинском, Октябрьском и Селемджинском районах.",
    [list, "table/activity-plan=no/list", "right"],
  ),
  primorye("Служба отсутствует во Владивостокском ГО, Анучинском МО и Тернейском МР.", [
    list,
    "group/service-form=none",
    "right",
  ]),
  primorye("Не созданы службы во Владивостокском ГО и Ольгинском МР.", [list, "group/service-form=none", "wrong"]),
  primorye(
    "Все муниципалитеты, кроме Владивостокского ГО, Анучинского МО и Тернейского МР, заявили о наличии методической службы.",
    [list, "group/service-form=none", "right"],
  ),
  primorye("Опыта работы в образовательных организациях нет у сотрудников Дальнегорского ГО и Красноармейского МР.", [
    list,
    "group/school-experience=red",
    "right",
  ]),
  primorye("Опыта работы в образовательных организациях нет у сотрудников Дальнегорского ГО и Кировского МР.", [
    list,
    "group/school-experience=red",
    "wrong",
  ]),
  primorye(
    "Повышение квалификации не проходили сотрудники 5 служб: Дальнегорский ГО, Дальнереченский ГО, Лазовский МО, Ольгинский МР, Черниговский МР.",
    ["5", "training-none-count", "right"],
    [list, "group/training=blue", "right"],
  ),
  primorye("Методическая служба не заявлена в 4 муниципалитетах.", ["4", "conclusion-service-absent-count", "wrong"]),
  primorye("Стажа работы в школе не имеют сотрудники двух служб.", ["двух", "school-experience-none-count", "right"]),
  // Changes against the year before.
  amur(
    "За год число научно-методических советов увеличилось с 15 до 21.",
    ["15", "councils-2020", "open"],
    ["21", "councils", "open"],
  ),
  amur("Количество информационных ресурсов методических служб выросло на 6.", ["6", "pages-grew", "open"]),
  amur(
    "По сравнению с 2020 годом научно-методических советов стало больше на 9.",
    ["2020 годом", null, "none"],
    ["9", "councils-grew", "open"],
  ),
  primorye("Число педагогов-психологов увеличилось с 120 до 131.", ["120", null, "none"], ["131", null, "none"]),
  // Who submitted.
  amur("Сведения представили 28 из 29 муниципалитетов.", ["28 из 29", "universe/submitted/count", "right"]),
  amur("Информацию для мониторинга предоставили 27 ОМСУ.", ["27", "universe/submitted/count", "wrong"]),
  amur("Информация не представлена тремя муниципалитетами.", ["тремя", "universe/silent/count", "wrong"]),
  primorye("Сведения об объединениях педагогов представили 33 муниципалитета.", [
    "33",
    "universe/associations-reported/count",
    "open",
  ]),
  primorye("Мониторинг охватил 34 МОУО.", ["34", "table/total", "right"]),
  // Shares with their bases.
  amur(
    "Пилотные площадки имеются в 17 из 29 муниципалитетов (58,6 %).",
    ["17 из 29", "innovation-sites", "right"],
    ["58,6 %", "innovation-sites", "right"],
  ),
  amur(
    "Анализ работы районных методических объединений подготовили 24 муниципалитета (82,8 %).",
    ["24", "table/meeting-analysis=yes/count", "right"],
    ["82,8 %", "table/meeting-analysis=yes/percent", "right"],
  ),
  amur("Стажировочные площадки открыты в 37,9 % муниципалитетов.", ["37,9 %", "internship-sites", "right"]),
  primorye(
    "Недостаточно сотрудников в 12 из 31 службы (38,7 %).",
    ["12 из 31", "headcount-insufficient-count", "right"],
    ["38,7 %", "headcount-insufficient-share", "right"],
  ),
  primorye(
    "Оптимальная численность сотрудников отмечена в 12 из 31 службы (35,3 %).",
    ["12 из 31", "headcount-optimal-count", "right"],
    ["35,3 %", "headcount-optimal-share", "wrong"],
  ),
  primorye("Доля служб с критическим кадровым потенциалом составила 16,1 %.", [
    "16,1 %",
    "staffing-critical-share",
    "right",
  ]),
  primorye("Доля муниципалитетов, где служба входит в состав МОУО, составляет 38,2 %.", [
    "38,2 %",
    "service-within-authority-share",
    "wrong",
  ]),
  primorye("Методическую службу имеют 91,2 % муниципалитетов.", ["91,2 %", "service-declared-count", "right"]),
  // Counts in other words than those of the tables.
  amur("Муниципальная программа развития школьных методических объединений принята в 14 территориях.", [
    "14",
    "conclusion-association-programmes",
    "wrong",
  ]),
  amur("Семинары для заместителей директоров по учебно-методической работе ведут 22 муниципалитета.", [
    "22",
    "table/seminars-methodical-deputies=yes/count",
    "right",
  ]),
  amur("Семинары для заместителей директоров по воспитательной работе проводятся в 23 муниципалитетах.", [
    "23",
    "table/seminars-upbringing-deputies=yes/count",
    "wrong",
  ]),
  amur("На региональный этап конкурса «Учитель года» своих педагогов направила 21 территория.", [
    "21",
    "table/teacher-of-the-year=yes/count",
    "right",
  ]),
  amur("В конкурсах «Сердце отдаю детям» и «За нравственный подвиг учителя» участвовали 15 муниципалитетов.", [
    "15",
    "table/regional-contests=yes/count",
    "wrong",
  ]),
  amur("Сетевым взаимодействием педагогов охвачены 20 муниципалитетов.", ["20", "table/networking=yes/count", "wrong"]),
  amur("Молодые педагоги 12 муниципалитетов состоят в региональной ассоциации молодых педагогов.", [
    "12",
    "table/association-members>=1/count",
    "right",
  ]),
  amur("В Благовещенске в региональной ассоциации молодых педагогов состоят 75 человек.", [
    "75",
    "cell/association-members/blagoveshchensk",
    "right",
  ]),
  primorye("Частичное соответствие должностных обязанностей требованиям РСНМС выявлено в 6 муниципалитетах.", [
    "6",
    "duties-partial-count",
    "right",
  ]),
  primorye("Должностные обязанности приведены в полное соответствие с РСНМС у 5 служб.", [
    "5",
    "duties-full-count",
    "wrong",
  ]),
  primorye("Штат от пяти человек имеют 12 служб.", ["12", "headcount-optimal-count", "right"]),
  primorye("От трёх до четырёх сотрудников работает в 7 службах.", ["7", "headcount-acceptable-count", "right"]),
  primorye("В 9 службах трудятся один-два сотрудника.", ["9", "headcount-insufficient-count", "wrong"]),
  primorye("Все сотрудники имеют высшее педагогическое образование в 12 службах.", [
    "12",
    "table/higher-education=green/count",
    "open",
  ]),
  primorye("В отдельную организацию служба выделена в 17 муниципалитетах.", ["17", "service-separate-count", "wrong"]),
  // Lists.
  primorye(
    "Полностью соответствуют РСНМС должностные обязанности в Артемовском ГО, Находкинском ГО, ГО Большой Камень и Уссурийском ГО.",
    [list, "group/duties-conformity=full", "wrong"],
  ),
  primorye(
    "Критический уровень кадрового потенциала у служб Дальнегорского ГО, Дальнереченского ГО, Кавалеровского МР, Красноармейского МР и Черниговского МР.",
    [list, "level/staffing-potential=critical", "right"],
  ),
  primorye(
    "Кроме методических объединений, структуры поддержки педагогов есть в Артемовском, Арсеньевском, Партизанском, Уссурийском, Находкинском ГО, ГО Спасск-Дальний, Дальнереченском, Кировском, Михайловском, Яковлевском и Шкотовском МР.",
    [list, "table/associations=extended/list", "right"],
  ),
  primorye(
    "Недостаточное число сотрудников: Дальнереченский ГО, Партизанский ГО, ЗАТО Фокино, Красноармейский МР, Лазовский МО, Октябрьский МО, Пожарский МР, Ольгинский МР, Яковлевский МР, Черниговский МР, Пограничный МР, Спасский МР.",
    [list, "group/headcount=insufficient", "wrong"],
  ),
  // Nothing of the rounds.
  amur("Горячей линией для учителей пользуются в 14 муниципалитетах.", ["14", null, "none"]),
  amur("На занятия школы завуча записались педагоги 9 территорий.", ["9", null, "none"]),
  amur("В областном конкурсе чтецов 6 баллов получили три школы.", ["6", null, "none"], ["три", null, "none"]),
  primorye("Центры детских инициатив открыты в 31 муниципалитете.", ["31", null, "none"]),
  primorye("Наставников назначили 22 школы края.", ["22", null, "none"]),
  primorye("Семинары по финансовой грамотности не провели Хасанский, Спасский и Кировский МР.", [list, null, "none"]),
];

/** Neighbors are often a right and a wrong figure of one kind: the halves take them crosswise. */
const isStudied = (index: number): boolean => index % 4 === 0 || index % 4 === 3;

/** The half whose words were looked at while the check was taught. */
export const studiedSentences = sentences.filter((_, index) => isStudied(index));
/** The half that nobody tuned on. */
export const untouchedSentences = sentences.filter((_, index) => !isStudied(index));
