/** `kingsnake rules`: what is looked for, by topic. */
import { harmless } from "../report/display-text.js";
import { formatProblem } from "../report/text.js";
import type { Rule } from "../rules/rule.js";
import { exitStatus, type ExitStatus } from "./exit-status.js";
import type { CommandLineHost } from "./host.js";
import { readNamedRules } from "./read-rules.js";

/** Lists the built-in rules, or those of rule files and folders. */
export async function listRules(paths: readonly string[], host: CommandLineHost): Promise<ExitStatus> {
  const named = readNamedRules(paths, host.workingDirectory, host);
  const engine = await host.createEngine({ withBuiltIn: paths.length === 0, files: named.files });
  const broken = engine.ruleProblems.map(({ path, line, character, message }) =>
    formatProblem({ level: "error", path, place: { line: line + 1, column: character + 1 }, message }),
  );
  const complaints = [...named.problems.map(formatProblem), ...broken];
  for (const line of complaints) host.errors.stream.write(`${line}\n`);
  host.output.stream.write(formatRules(engine.rules));
  return complaints.length > 0 ? exitStatus.failed : exitStatus.nothingFound;
}

function formatRules(rules: readonly Rule[]): string {
  const width = Math.max(0, ...rules.map(({ id }) => id.length));
  const topics = [...new Set(rules.map(({ topic }) => topic))].sort();
  const sections = topics.map((topic) => {
    const lines = rules
      .filter((rule) => rule.topic === topic)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((rule) => `  ${rule.severity.padEnd(7)}  ${rule.id.padEnd(width)}  ${harmless(rule.title)}`.trimEnd());
    return `${topic}\n${lines.join("\n")}\n\n`;
  });
  return `${sections.join("")}${rules.length} ${rules.length === 1 ? "rule" : "rules"}\n`;
}
