/** Rule files that people name, on the command line or in their configuration. */
import { resolve } from "node:path";
import type { RuleFile } from "../review/engine.js";
import { isFileProblem } from "../review/ports.js";
import { loadRules } from "../rules/load-rules.js";
import type { Rule } from "../rules/rule.js";
import type { ReportedProblem } from "../report/report.js";
import type { CommandLineHost } from "./host.js";
import { toReportedProblem } from "./review-file.js";

export interface NamedRules {
  readonly files: readonly RuleFile[];
  readonly problems: readonly ReportedProblem[];
}

/** The rule files at `paths`, relative to `folder`; each once. */
export function readNamedRules(paths: readonly string[], folder: string, host: CommandLineHost): NamedRules {
  const files = new Map<string, RuleFile>();
  const problems: ReportedProblem[] = [];
  for (const path of paths) {
    const found = host.files.readRuleFiles(resolve(folder, path));
    if (isFileProblem(found)) problems.push(toReportedProblem("error", found));
    else for (const file of found) files.set(file.path, alreadyRead(file));
  }
  return { files: [...files.values()], problems };
}

/** A file is read once, however many ask what is in it. */
function alreadyRead(file: RuleFile): RuleFile {
  return "patterns" in file ? file : { ...file, loaded: file.loaded ?? loadRules(file.path, file.text) };
}

/** Whether some rules are not about Python, so that they look at files of all kinds. */
export function readsPlainText(rules: NamedRules): boolean {
  return someRule(rules, ({ language }) => language !== "python");
}

/** Whether some rules follow data from file to file. */
export function mayFollowFlows(rules: NamedRules): boolean {
  return someRule(rules, ({ query }) => query.mode === "taint" && query.taint.from !== undefined);
}

function someRule({ files }: NamedRules, is: (rule: Rule) => boolean): boolean {
  return files.some((file) => {
    const loaded = "patterns" in file ? file.loaded : (file.loaded ?? loadRules(file.path, file.text));
    return loaded.rules.some(is);
  });
}
