import { languages } from "@metodika/core";
import { say } from "@metodika/presentation";
import { strToU8, type Zippable, zipSync } from "fflate";
import { approachesPage } from "../../loaders/approaches-page.ts";
import { auditPage } from "../../loaders/audit-page.ts";
import { dynamicsPage } from "../../loaders/dynamics-page.ts";
import { explanations } from "../../loaders/explanations.ts";
import { mapPage } from "../../loaders/map-page.ts";
import { openDatasets } from "../../loaders/open-datasets.ts";
import { overviewPage } from "../../loaders/overview-page.ts";
import { passportList, passportPage } from "../../loaders/passport-page.ts";
import { roundPage } from "../../loaders/round-page.ts";
import { sideBySidePage } from "../../loaders/side-by-side-page.ts";

// One archive for all pages: the datasets are read once, and a page asks for the one file that it needs.
const datasets = await openDatasets();
const files: Zippable = {};
for (const lang of languages) {
  files[`overview-${lang}.json`] = json(overviewPage(datasets, lang));
  const rounds = [...datasets.rounds.values()].map(({ round }) => ({
    id: round.id,
    title: `${say(round.title, lang)} (${round.id})`,
  }));
  files[`check-draft-${lang}.json`] = json({ rounds });
  files[`documents-${lang}.json`] = json({ rounds });
  files[`approaches-${lang}.json`] = json(approachesPage(datasets, lang));
  files[`dynamics-${lang}.json`] = json(dynamicsPage(datasets, lang));
  files[`side-by-side-${lang}.json`] = json(sideBySidePage(datasets, lang));
  files[`municipalities-${lang}.json`] = json(passportList(datasets, lang));
  for (const id of datasets.rounds.keys()) {
    files[`${id}-passports-${lang}.json`] = json(passportPage(datasets, id, lang));
    files[`${id}-map-${lang}.json`] = json(mapPage(datasets, id, lang));
    files[`${id}-${lang}.json`] = json(roundPage(datasets, id, lang));
    files[`audit-${id}-${lang}.json`] = json(auditPage(datasets, id, lang));
    files[`${id}-explanations-${lang}.json`] = json(explanations(datasets, id, lang));
  }
}
process.stdout.write(zipSync(files, { mtime: new Date(1980, 0, 1), level: 1 }));

function json(value: unknown): Uint8Array {
  return strToU8(JSON.stringify(value));
}
