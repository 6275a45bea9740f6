import { scoreRound } from "@metodika/core";
import { readDatasets } from "@metodika/files";
import { readFolder } from "@metodika/files/node";
import { audit, recover } from "@metodika/evidence";
import { writeFileSync } from "node:fs";
import { composeReport } from "../report/src/compose/compose-report.ts";
import { composeLetters } from "../report/src/compose/letter/compose-letter.ts";
import { documentToMarkdown } from "../report/src/markdown/document-to-markdown.ts";
const { files } = await readFolder("../../datasets");
const ds = readDatasets(files);
for (const id of ["amur-2022","primorye-2022"]) {
  const raw = ds.rounds.get(id)!;
  const { data } = recover(raw);
  const score = scoreRound(data);
  const findings = audit(raw, scoreRound(raw));
  for (const lang of ["ru","en"] as const) for (const edition of ["working","public"] as const) {
  const t = performance.now();
  const doc = composeReport({ data, score, findings, lang, edition });
  const ms = performance.now() - t;
  const md = documentToMarkdown(doc);
  writeFileSync(`/tmp/compose-${id}-${lang}-${edition}.md`, md);
  const blocks = doc.parts.flatMap(p=>p.blocks);
  const count = (x: string) => blocks.filter(b=>b.type===x).length;
  console.log(id, lang, edition, ms.toFixed(0)+" ms", md.length, "paragraphs", count("paragraph"), "lists", count("list"), "tables", count("table"), "charts", count("chart"));
  const tags: string[] = [];
  JSON.stringify(doc, (k, v) => { if (k === "tag" && typeof v === "string") tags.push(v); return v; });
  const dup = tags.filter((x, i) => tags.indexOf(x) !== i);
  if (dup.length || tags.some(x=>x.length>60)) console.log("DUP", dup);
  }

  for (const lang of ["ru","en"] as const) {
  const t2 = performance.now();
  const letters = composeLetters({ data, score, lang, authorities: ds.authorities, findings });
  console.log("letters", letters.length, (performance.now()-t2).toFixed(0)+" ms", letters.flatMap(l=>l.problems).length+" problems");
  for (const l of letters) writeFileSync(`/tmp/${l.document.id}-${lang}.md`, documentToMarkdown(l.document));
  }
}
