/** The command line: what can be asked for, and who answers. */
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { debugFile } from "./debug-file.js";
import { exitStatus, type ExitStatus } from "./exit-status.js";
import type { CommandLineHost } from "./host.js";
import { listRules, showRule, type RulesRequest } from "./list-rules.js";
import { scan } from "./scan.js";
import { testRules, type TestRequest } from "./test-rules.js";
import { validateRules, type ValidateRequest } from "./validate-rules.js";
import { reportFormats, type ReportFormat } from "./write-report.js";
import type { Severity } from "../rules/rule.js";

/** Runs one command; `parameters` are those after the program's name. */
export async function runCommandLine(parameters: readonly string[], host: CommandLineHost): Promise<ExitStatus> {
  let status: ExitStatus = exitStatus.nothingFound;
  const program = createProgram(host, (result) => {
    status = result;
  });
  try {
    await program.parseAsync(parameters, { from: "user" });
    return status;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitStatus.nothingFound : exitStatus.failed;
  }
}

function createProgram(host: CommandLineHost, end: (status: ExitStatus) => void): Command {
  const program = new Command("kingsnake")
    .description("Reviews Python for security and reliability defects. Everything runs on this machine.")
    .version(host.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .configureOutput({
      writeOut: (text) => host.output.stream.write(text),
      writeErr: (text) => host.errors.stream.write(text),
      getOutHelpWidth: () => 100,
      getErrHelpWidth: () => 100,
    })
    .exitOverride();
  addScan(program, host, end);
  addTest(program, host, end);
  addRules(program, host, end);
  addValidate(program, host, end);
  addOthers(program, host, end);
  return program.addHelpText("after", examples);
}

const examples = `
Examples:
  kingsnake scan                          the project around this folder
  kingsnake scan src tests/helpers.py     only these
  kingsnake scan --severity error --fix   apply the safe fixes of errors
  kingsnake scan --format sarif --output kingsnake.sarif

Settings are read from kingsnake.toml or [tool.kingsnake] in pyproject.toml.`;

const statuses = `
Exit status:
  0  nothing was found
  1  there are findings
  2  the scan could not be done as asked: see stderr`;

interface ScanOptions {
  readonly format: ReportFormat;
  readonly output?: string;
  readonly rules: readonly string[];
  readonly severity?: Severity;
  readonly fix?: true;
  readonly jobs: number;
  readonly cache: boolean;
}

function addScan(program: Command, host: CommandLineHost, end: (status: ExitStatus) => void): void {
  program
    .command("scan")
    .summary("find defects in files and folders")
    .description(
      "Finds defects in Python files, and in folders without what ignore files and virtual environments leave out.",
    )
    .addArgument(new Argument("[path...]", "files and folders").default(["."], "this folder"))
    .addOption(new Option("-f, --format <format>", "how to report").choices(reportFormats).default("text"))
    .option("-o, --output <file>", "write the report to a file, not to stdout")
    .addOption(
      new Option("-r, --rules <path>", "run only the rules of this file or folder; can be given again")
        .argParser(collect)
        .default([], "the built-in ones"),
    )
    .addOption(
      new Option("-s, --severity <level>", "report nothing below this level").choices(["error", "warning", "info"]),
    )
    .option("--fix", "apply fixes that cannot change what a correct program does")
    .addOption(
      new Option("-j, --jobs <number>", "the most threads that may run at once")
        .argParser(parseJobs)
        .default(host.cores, "one a core"),
    )
    .option("--no-cache", "review everything again, and keep nothing for the next scan")
    .addHelpText("after", statuses)
    .action(async (paths: string[], options: ScanOptions) => {
      end(await scan({ ...options, paths, fix: options.fix === true }, host));
    });
}

const testStatuses = `
Examples lie beside their rules, or in the same place below another folder: x.py, x.more.py and everything in x/ are
examples of x.yaml, and x.fixed.py is x.py after all fixes. In them "# ruleid: id" says that the next line is found,
"# ok: id" that it is not; "todoruleid" and "todook" say so of the future.

Exit status:
  0  all tests passed
  1  a test failed
  2  a test could not be run: see stderr and the files that are "broken"`;

function addTest(program: Command, host: CommandLineHost, end: (status: ExitStatus) => void): void {
  program
    .command("test")
    .summary("test rules against their examples")
    .description("Tests rules against annotated examples, and their fixes against what they should give.")
    .addArgument(new Argument("[path]", "a rule file, an example, or a folder of them").default(".", "this folder"))
    .option("-r, --rules <path>", "where the rules are, if not beside their examples")
    .addOption(new Option("-f, --format <format>", "how to report").choices(["text", "json"]).default("text"))
    .addHelpText("after", testStatuses)
    .action(async (path: string, options: Omit<TestRequest, "path">) => {
      end(await testRules({ ...options, path }, host));
    });
}

function addRules(program: Command, host: CommandLineHost, end: (status: ExitStatus) => void): void {
  const rules = program
    .command("rules")
    .summary("list the rules, or show one")
    .description("Lists what is looked for, by topic.")
    .usage("[options] [show <id>]")
    .addOption(
      new Option("-r, --rules <path>", "the rules of this file or folder; can be given again")
        .argParser(collect)
        .default([], "the built-in ones"),
    )
    .option("-s, --search <text>", "only rules that say something of it: id, title, message, topic, CWE, kin")
    .addOption(new Option("-f, --format <format>", "how to show them").choices(["text", "json"]).default("text"))
    .action(async (options: RulesRequest & { readonly search?: string }) => {
      end(await listRules(options, host));
    });
  rules
    .command("show")
    .summary("show everything of one rule")
    .description("Shows what a rule finds, why that matters, what to do about it, and where it comes from.")
    .argument("<id>", "the id of a rule")
    .action(async (id: string, _: unknown, command: Command) => {
      end(await showRule(id, command.optsWithGlobals<RulesRequest>(), host));
    });
}

const validateStatuses = `
Exit status:
  0  all rules can run; there may be warnings
  2  a rule cannot run, or a file cannot be read`;

function addValidate(program: Command, host: CommandLineHost, end: (status: ExitStatus) => void): void {
  program
    .command("validate")
    .summary("check rules without running them")
    .description("Says what is wrong in rule files, and where.")
    .argument("<path...>", "files and folders of rules")
    .addOption(new Option("-f, --format <format>", "how to report").choices(["text", "json"]).default("text"))
    .addHelpText("after", validateStatuses)
    .action(async (paths: string[], options: Omit<ValidateRequest, "paths">) => {
      end(await validateRules({ ...options, paths }, host));
    });
}

function addOthers(program: Command, host: CommandLineHost, end: (status: ExitStatus) => void): void {
  program
    .command("lsp")
    .summary("serve an editor")
    .description("Runs the language server for an editor.")
    .option("--stdio", "talk over stdin and stdout, which is the only way there is")
    .action(() => host.startLanguageServer());
  program
    .command("debug")
    .summary("show what the engine makes of a file")
    .description("Shows what the engine makes of one file, for people who write rules.")
    .argument("<file>", "a Python file")
    .action(async (file: string) => {
      end(await debugFile(file, host));
    });
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function parseJobs(value: string): number {
  const jobs = Number(value);
  if (!Number.isInteger(jobs) || jobs < 1) throw new InvalidArgumentError("It must be a whole number from 1 on.");
  return jobs;
}
