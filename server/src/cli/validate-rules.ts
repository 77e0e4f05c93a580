/** `kingsnake validate`: what is wrong in rule files, their patterns included. */
import { formatProblem } from "../report/text.js";
import type { ReportedProblem } from "../report/report.js";
import type { RuleProblem } from "../rules/rule.js";
import { exitStatus, type ExitStatus } from "./exit-status.js";
import type { CommandLineHost } from "./host.js";
import { showPath } from "./make-report.js";
import { readNamedRules } from "./read-rules.js";

export interface ValidateRequest {
  /** Rule files and folders. */
  readonly paths: readonly string[];
  readonly format: "text" | "json";
}

interface ValidationProblem extends ReportedProblem {
  readonly ruleId?: string;
}

/** What came out: the rules that can run, the files that were read, and what is wrong in them. */
interface Validation {
  readonly rules: number;
  readonly files: number;
  readonly problems: readonly ValidationProblem[];
}

/** Checks rules without running them; it failed if one of them cannot run, or a file cannot be read. */
export async function validateRules(request: ValidateRequest, host: CommandLineHost): Promise<ExitStatus> {
  const named = readNamedRules(request.paths, host.workingDirectory, host);
  const engine = await host.createEngine({ withBuiltIn: false, files: named.files });
  const problems = [...named.problems, ...engine.ruleProblems.map(toProblem)].map((problem) =>
    problem.path === undefined ? problem : { ...problem, path: showPath(problem.path, host.workingDirectory) },
  );
  const validation = { rules: engine.rules.length, files: named.files.length, problems: problems.sort(byPlace) };
  host.output.stream.write(request.format === "json" ? toJson(validation, host.version) : toText(validation));
  return problems.some(({ level }) => level === "error") ? exitStatus.failed : exitStatus.nothingFound;
}

function toProblem({ path, line, character, message, severity, ruleId }: RuleProblem): ValidationProblem {
  const place = { line: line + 1, column: character + 1 };
  return { level: severity, path, place, message, ...(ruleId === undefined ? {} : { ruleId }) };
}

function byPlace(a: ValidationProblem, b: ValidationProblem): number {
  const [first = "", second = ""] = [a.path, b.path];
  if (first !== second) return first < second ? -1 : 1;
  return (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0);
}

function toText(validation: Validation): string {
  const lines = validation.problems.map(formatProblem);
  return [...lines, ...(lines.length === 0 ? [] : [""]), summarise(validation), ""].join("\n");
}

function toJson({ rules, files, problems }: Validation, version: string): string {
  const { errors, warnings } = countLevels(problems);
  return `${JSON.stringify({ version, problems, summary: { rules, files, errors, warnings } }, null, 2)}\n`;
}

/** As "12 rules in 3 files are valid." or "11 rules in 3 files can run: 1 error, 2 warnings." */
function summarise({ rules, files, problems }: Validation): string {
  const subject = `${count(rules, "rule")} in ${count(files, "file")}`;
  const { errors, warnings } = countLevels(problems);
  if (errors === 0) {
    const also = warnings === 0 ? "" : ` (${count(warnings, "warning")})`;
    return `${subject} ${rules === 1 ? "is" : "are"} valid${also}.`;
  }
  const wrong = [count(errors, "error"), ...(warnings === 0 ? [] : [count(warnings, "warning")])];
  return `${subject} can run: ${wrong.join(", ")}.`;
}

function countLevels(problems: readonly ValidationProblem[]): { errors: number; warnings: number } {
  const errors = problems.filter(({ level }) => level === "error").length;
  return { errors, warnings: problems.length - errors };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
