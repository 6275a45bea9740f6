import { Comment, criteriaOf, Fact, type Methodology, type Problem } from "@metodika/core";
import * as z from "zod";
import type { FileMap } from "../zip/read-zip.ts";
import { locate, readDocument } from "./read-document.ts";
import { readTable } from "./read-table.ts";
import { claimWord, municipalityWord, unknown } from "./references.ts";

/** Reads `facts.csv` of a round, which may be absent: ids are unique, subjects are the region or its municipalities. */
export function readFacts(
  files: FileMap,
  folder: string,
  region: string,
  municipalities: readonly string[],
): { facts: Fact[]; problems: Problem[] } {
  const table = readTable(files, `${folder}/facts.csv`, Fact, { required: false });
  const problems = [...table.problems];
  const seen = new Set<string>();
  const subjects = [region, ...municipalities];
  for (const { row, line } of table.rows) {
    if (!subjects.includes(row.subject)) {
      const { message, facts } = unknown(municipalityWord, row.subject, subjects, "municipalities.csv");
      problems.push(table.problem(line, "subject", "fact/unknown-subject", message, facts));
    }
    if (seen.has(row.id))
      problems.push(
        table.problem(
          line,
          "id",
          "fact/duplicate",
          { ru: `«${row.id}» повторяется`, en: `"${row.id}" stands twice` },
          { value: row.id },
        ),
      );
    seen.add(row.id);
  }
  return { facts: table.rows.map(({ row }) => row), problems };
}

/**
 * Reads `comments.yaml` of a round, which may be absent.
 *
 * @param claims the ids of the statements that a comment can rest on; undefined where they could not be read
 */
export function readComments(
  files: FileMap,
  folder: string,
  methodology: Methodology,
  municipalities: readonly string[],
  claims: readonly string[] | undefined,
): { comments: Comment[]; problems: Problem[] } {
  const document = readDocument(files, `${folder}/comments.yaml`, z.array(Comment), { required: false });
  const criteria = criteriaOf(methodology).map(({ id }) => id);
  const seen = new Set<string>();
  const found = (document.value ?? []).flatMap((comment, index): Problem[] => {
    const problems: Problem[] = [];
    if (seen.has(comment.id))
      problems.push({
        severity: "error",
        code: "comment/duplicate",
        field: `${index}.id`,
        value: comment.id,
        message: { ru: `«${comment.id}» повторяется`, en: `"${comment.id}" stands twice` },
      });
    seen.add(comment.id);
    comment.municipalities.forEach((id, position) => {
      if (municipalities.includes(id)) return;
      const { message, facts } = unknown(municipalityWord, id, municipalities, "municipalities.csv");
      const field = `${index}.municipalities.${position}`;
      problems.push({ severity: "error", code: "comment/unknown-municipality", field, message, ...facts });
    });
    if (comment.criterion !== undefined && !criteria.includes(comment.criterion)) {
      const { message, facts } = unknown(
        { ru: "критерия", en: "criterion" },
        comment.criterion,
        criteria,
        "methodology.yaml",
      );
      problems.push({
        severity: "error",
        code: "comment/unknown-criterion",
        field: `${index}.criterion`,
        message,
        ...facts,
      });
    }
    (comment.rests_on ?? []).forEach((id, position) => {
      if (!claims || claims.includes(id)) return;
      const { message, facts } = unknown(claimWord, id, claims, "claims.yaml");
      const field = `${index}.rests_on.${position}`;
      problems.push({ severity: "error", code: "comment/unknown-claim", field, message, ...facts });
    });
    return problems;
  });
  return { comments: document.value ?? [], problems: [...document.problems, ...locate(found, document)] };
}
