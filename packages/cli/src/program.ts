import { languages, MissingPolicySchema } from "@metodika/core";
import { editions } from "@metodika/presentation";
import { Command, Option } from "commander";
import { auditCommand } from "./commands/audit.ts";
import { cells } from "./commands/cells.ts";
import { check } from "./commands/check.ts";
import { explainCommand } from "./commands/explain.ts";
import { letters } from "./commands/letters.ts";
import { methodologyShow } from "./commands/methodology-show.ts";
import { report } from "./commands/report.ts";
import { score } from "./commands/score.ts";
import { tables } from "./commands/tables.ts";
import { comparisons } from "./comparison/compared.ts";
import { formats, type Output } from "./output.ts";
import { comparisonFormats, tableFormats } from "./tables/table-formats.ts";

// Comparison and analysis bring libraries of their own: they are loaded when they are asked for.

/** The command line: verbs, their options and help. `exit` receives an exit code other than 0. */
export function createProgram(output: Output, exit: (code: number) => void): Command {
  const program = new Command("metodika")
    .description("Monitoring as code: check, score and explain rounds of monitoring and write their tables.")
    .exitOverride()
    .configureOutput({ writeOut: output.out, writeErr: output.err })
    .showHelpAfterError("(metodika --help lists the commands)");

  const verb = (name: string, description: string, parent = program) =>
    parent
      .command(name)
      .description(description)
      .option("--datasets <dir>", "folder or zip with the datasets", "datasets")
      .addOption(new Option("--lang <lang>", "language of titles and messages").choices(languages).default("ru"))
      .addOption(
        new Option("--edition <edition>", "what may be shown: everything, one municipality's own, or the public part")
          .choices(editions)
          .default("working"),
      );
  const formatted = (command: Command) =>
    command.addOption(new Option("--format <format>", "form of the output").choices(formats).default("table"));
  const missing = new Option("--missing <policy>", "a trial: one policy for every missing value").choices(
    MissingPolicySchema.options,
  );
  const reading = new Option("--reading <universe=reading...>", "take another fair reading of a doubtful word");
  const inferred = new Option("--inferred", "use the rules too that the region has not approved, marked so");
  const printedOnly = new Option("--printed", "the tables alone, without what the text forces");
  const own = new Option("--municipality <name>", "with --edition municipality: whose results");

  const csv = new Option("--csv <kind>", "CSV for Excel (BOM, ;) or for machines")
    .choices(["excel", "machine"])
    .default("excel");

  const listed = (command: Command) =>
    command
      .option(
        "--format <list>",
        `one of ${formats.join(", ")}; with --out some of ${Object.keys(comparisonFormats).join(", ")} (csv,md,html)`,
      )
      .option("--out <dir>", "folder to write instead; replaced whole when it holds earlier tables, else left alone")
      .addOption(csv);

  formatted(verb("check", "validate every dataset and methodology"))
    .option("--strict", "exit 1 on warnings too")
    .action(async (options) => exit(await check(options, output)));

  formatted(verb("cells", "every cell with the values it can have, its status, basis and source"))
    .argument("<round>", "such as amur-2022")
    .addOption(own)
    .addOption(printedOnly)
    .addOption(inferred)
    .addOption(reading)
    .action((round, options) => cells(round, options, output));

  formatted(verb("audit", "claims of the report against its cells and each other"))
    .argument("[round]", "such as amur-2022; all rounds without it")
    .option("--document <file>", "check sheet of one's own draft instead: .docx, .md or .txt")
    .option("--all", "in tables, what is confirmed and what no table decides too")
    .addOption(reading)
    .option("--strict", "exit 1 when a statement is contradicted")
    .action(async (round, options) => exit(await auditCommand(round, options, output)));

  formatted(verb("score", "points of every criterion, levels, and totals where the methodology defines them"))
    .argument("<round>", "such as amur-2022")
    .addOption(missing)
    .addOption(own)
    .addOption(printedOnly)
    .addOption(inferred)
    .addOption(reading)
    .option("--totals", "a sum of the criteria even where the methodology defines none")
    .option("--ranks", "places by the total")
    .option("--strict", "exit 1 when a printed result differs from the computed one")
    .action(async (round, options) => exit(await score(round, options, output)));

  formatted(verb("explain", "how a result was calculated, down to the source"))
    .argument("<round>", "such as amur-2022")
    .argument("<municipality>", "id or name")
    .argument("[indicator]", "id of an indicator, criterion or level; all without it")
    .addOption(missing)
    .addOption(printedOnly)
    .addOption(inferred)
    .addOption(reading)
    .action((round, municipality, indicator, options) =>
      explainCommand(round, municipality, indicator, options, output),
    );

  listed(
    verb(
      "compare",
      "two rounds of a region: what changed; two regions: side by side; one round: what its report tells",
    ),
  )
    .argument("<round>", "such as ensk-2023; the earlier one of a region first")
    .argument("[round]", "such as ensk-2024, or primorye-2022")
    .addOption(new Option("--as <kind>", "how to compare; by default the regions decide").choices(comparisons))
    .option("--breaks", "compare indicators too whose wording, scale or rule changed; they stay marked")
    .option("--mergers", "compare a merged municipality with each of its predecessors")
    .option("--transitions", "a table more for every indicator; always with --out")
    .addOption(own)
    .addOption(printedOnly)
    .addOption(inferred)
    .addOption(reading)
    .action(async (first, second, options) =>
      (await import("./commands/compare.ts")).compare(first, second, options, output),
    );

  verb("analyse", "for the researcher: what the indicators tell, border cases, other regions' manner, tests")
    .argument("<round>", "such as amur-2022")
    .option("--format <form>", `${formats.join(", ")}; with --out a list of csv, md, html, docx, xlsx`)
    .option("--out <dir>", "folder to write; replaced whole when it holds earlier tables, else left alone")
    .addOption(
      new Option("--csv <kind>", "CSV files for Excel (BOM, ;) or for machines")
        .choices(["excel", "machine"])
        .default("excel"),
    )
    .addOption(printedOnly)
    .addOption(inferred)
    .addOption(reading)
    .action(async (round, options) => (await import("./commands/analyse.ts")).analyse(round, options, output));

  verb("tables", "the tables and charts of the report, as files")
    .argument("[round]", "such as amur-2022; every round, each in its own folder, without it")
    .requiredOption("--out <dir>", "folder to write; replaced whole when it holds earlier tables, else left alone")
    .option(
      "--format <list>",
      `with commas: ${Object.keys(tableFormats).join(", ")} (the charts are svg and png)`,
      "csv,md,html",
    )
    .addOption(csv)
    .addOption(own)
    .action((round, options) => tables(round, options, output));

  const template = new Option("--template <file>", "a Word file of your own with styles and placeholders");

  verb("report", "the analytical report of a round as a Word file")
    .argument("[round]", "such as amur-2022")
    .option("--out <file>", "the .docx to write")
    .option(
      "--refresh <file>",
      "renew the figures of an edited report and keep all else; in place unless --out is given",
    )
    .addOption(template)
    .option("--save-template <file>", "write the default template, to be edited in Word")
    .addOption(printedOnly)
    .addOption(inferred)
    .addOption(reading)
    .action((round, options) => report(round, options, output));

  verb("letters", "a letter to every municipality with its own results, as Word files")
    .argument("<round>", "such as amur-2022")
    .requiredOption("--out <dir>", "folder to write; replaced whole when it holds earlier letters, else left alone")
    .option("--municipality <name>", "one letter alone")
    .addOption(template)
    .addOption(printedOnly)
    .addOption(inferred)
    .addOption(reading)
    .action((round, options) => letters(round, options, output));

  const methodology = program.command("methodology").description("methodologies as data");
  formatted(verb("show", "what a methodology measures and how it scores", methodology))
    .argument("<methodology>", "region, such as amur")
    .action((id, options) => methodologyShow(id, options, output));
  const asked = "a region (amur), a version (ensk@1.0.0), a round (ensk-2023) or a YAML file";
  listed(verb("diff", "what differs between two methodologies, and what each rule does to a round", methodology))
    .argument("<before>", asked)
    .argument("<after>", `${asked}; two rounds of a region: the effects of data and rules over the years`)
    .option("--round <round>", "this round under both, rule by rule")
    .addOption(own)
    .addOption(printedOnly)
    .addOption(inferred)
    .addOption(reading)
    .action(async (before, after, options) =>
      (await import("./commands/methodology-diff.ts")).methodologyDiff(before, after, options, output),
    );

  return program;
}
