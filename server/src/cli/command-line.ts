/** The command line: what can be asked for, and who answers. */
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { debugFile } from "./debug-file.js";
import { exitStatus, type ExitStatus } from "./exit-status.js";
import type { CommandLineHost } from "./host.js";
import { listRules } from "./list-rules.js";
import { scan } from "./scan.js";
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
    .option("--no-cache", "keep nothing between scans (as yet, nothing is kept)")
    .addHelpText("after", statuses)
    .action(async (paths: string[], options: ScanOptions) => {
      end(await scan({ ...options, paths, fix: options.fix === true }, host));
    });
}

function addOthers(program: Command, host: CommandLineHost, end: (status: ExitStatus) => void): void {
  program
    .command("rules")
    .summary("list the rules")
    .description("Lists what is looked for, by topic.")
    .argument("[path...]", "files and folders of rules, in place of the built-in ones")
    .action(async (paths: string[]) => {
      end(await listRules(paths, host));
    });
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
