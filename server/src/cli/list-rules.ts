/** `kingsnake rules`: what is looked for, by topic; what has to do with a word; and everything of one rule. */
import { nearestWord } from "../base/nearest-word.js";
import { formatProblem } from "../report/text.js";
import type { Rule } from "../rules/rule.js";
import { exitStatus, type ExitStatus } from "./exit-status.js";
import type { CommandLineHost } from "./host.js";
import { readNamedRules } from "./read-rules.js";
import { formatRule, formatRules, ruleAsData } from "./rule-words.js";
import { painterFor } from "./write-report.js";

export interface RulesRequest {
  /** Rule files and folders, in place of the built-in rules. */
  readonly rules: readonly string[];
  readonly format: "text" | "json";
}

/** Lists rules; with `search`, those in which all of its words occur. */
export async function listRules(
  request: RulesRequest & { readonly search?: string },
  host: CommandLineHost,
): Promise<ExitStatus> {
  const { rules, isComplete } = await loadRules(request, host);
  const words = (request.search ?? "").toLowerCase().split(/\s+/);
  const found = rules.filter((rule) => words.every((word) => searchedText(rule).includes(word)));
  const isInVain = request.search !== undefined && found.length === 0;
  if (request.format === "json") write(host, `${JSON.stringify(found.map(ruleAsData), null, 2)}\n`);
  else if (isInVain) write(host, `No rule says anything of "${request.search}".${suggestion(request.search, rules)}\n`);
  else write(host, formatRules(found, painterFor({ format: "text" }, host)));
  return isComplete ? exitStatus.nothingFound : exitStatus.failed;
}

/** Shows everything of one rule. */
export async function showRule(id: string, request: RulesRequest, host: CommandLineHost): Promise<ExitStatus> {
  const { rules, isComplete } = await loadRules(request, host);
  const rule = rules.find((other) => other.id === id);
  if (rule === undefined) {
    host.errors.stream.write(`error: there is no rule ${id}.${suggestion(id, rules)}\n`);
    return exitStatus.failed;
  }
  if (request.format === "json") write(host, `${JSON.stringify(ruleAsData(rule), null, 2)}\n`);
  else write(host, formatRule(rule, painterFor({ format: "text" }, host)));
  return isComplete ? exitStatus.nothingFound : exitStatus.failed;
}

/** What is wrong in rule files is said on stderr; warnings leave the answer complete. */
async function loadRules(
  { rules: paths }: RulesRequest,
  host: CommandLineHost,
): Promise<{ rules: readonly Rule[]; isComplete: boolean }> {
  const named = readNamedRules(paths, host.workingDirectory, host);
  const engine = await host.createEngine({ withBuiltIn: paths.length === 0, files: named.files });
  const broken = engine.ruleProblems.map(({ path, line, character, message, severity }) => ({
    level: severity,
    path,
    place: { line: line + 1, column: character + 1 },
    message,
  }));
  const problems = [...named.problems, ...broken];
  for (const problem of problems) host.errors.stream.write(`${formatProblem(problem)}\n`);
  return { rules: engine.rules, isComplete: problems.every(({ level }) => level === "warning") };
}

function searchedText({ id, title, message, topic, cwe, kin, why }: Rule): string {
  return [id, title, message, topic, ...cwe, ...kin, why].join("\n").toLowerCase();
}

function suggestion(word: string, rules: readonly Rule[]): string {
  const near = nearestWord(
    word,
    rules.map(({ id }) => id),
  );
  if (near !== undefined) return ` Did you mean ${near}?`;
  return rules.length === 0 ? " There are no rules." : " `kingsnake rules` lists all.";
}

function write(host: CommandLineHost, text: string): void {
  host.output.stream.write(text);
}
