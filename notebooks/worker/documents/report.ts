import { composeReport, toDocx } from "@metodika/report";
import { composeInput } from "./compose-input.ts";
import { type Asked, type DocumentContext, type MadeFile, told } from "./document-job.ts";
import { drawn } from "./drawn.ts";

export interface ReportInput extends Asked {
  /** A Word file of one's own. */
  template?: { name: string; bytes: ArrayBuffer };
}

/** The analytical report of a round in Word. A template with faults gives their list and no file. */
export async function report({ template, ...asked }: ReportInput, context: DocumentContext): Promise<MadeFile> {
  const { lang, step } = context;
  const input = composeInput(asked, context);
  step({ ru: "составляю справку", en: "composing the report" });
  const document = composeReport(input);
  const images = await drawn(document, context);
  step({ ru: "записываю файл Word", en: "writing the Word file" });
  const own = template ? { template: new Uint8Array(template.bytes), templateName: template.name } : {};
  const { bytes, problems } = await toDocx(document, { images, ...own });
  return { name: `${asked.round}-report.docx`, ...(bytes ? { bytes } : {}), problems: told(problems, lang) };
}
