/** Rule files to rules. What is wrong is a problem at its place; the other rules of the file still work. */
import { isMap, type YAMLMap } from "yaml";
import type { TextRange } from "../base/text-range.js";
import { defaultOptions } from "./options.js";
import { patternOperators, readRuleFormula } from "./read-formula.js";
import type { Confidence, Rule, RuleFix, RuleProblem, Severity, TestPolicy } from "./rule.js";
import {
  checkKeys,
  entriesOf,
  openYaml,
  rangeOf,
  readMaps,
  readText,
  readTexts,
  report,
  valueOf,
  type YamlReader,
} from "./yaml-reader.js";

export interface LoadedRules {
  readonly rules: readonly Rule[];
  readonly problems: readonly RuleProblem[];
}

const ruleKeys = [
  "id",
  "message",
  "severity",
  "languages",
  "metadata",
  "fix",
  "paths",
  "mode",
  "options",
  "min-version",
  "max-version",
  ...patternOperators,
] as const;

/** Larger files are refused: reading them would stop everything else for seconds. */
const maximumFileLength = 4_000_000;

/** Reads one rule file. */
export function loadRules(path: string, text: string): LoadedRules {
  if (text.length > maximumFileLength) {
    const message = "The rule file is larger than 4 MB. Split it into several files.";
    return { rules: [], problems: [{ path, range: { start: 0, end: 0 }, line: 0, character: 0, message }] };
  }
  const reader = openYaml(path, text);
  const root = reader.document.contents;
  if (!isMap(root)) {
    if (reader.problems.length === 0) report(reader, rangeOf(root), 'A rule file is a map with the key "rules".');
    return { rules: [], problems: reader.problems };
  }
  checkKeys(reader, root, ["rules"], "The rule file");
  const maps = readMaps(reader, valueOf(root, "rules"), "rules", rangeOf(root)) ?? [];
  const rules = maps.flatMap((map) => {
    reader.ruleId = undefined;
    const rule = readRule(reader, map);
    return rule === undefined ? [] : [rule];
  });
  reader.ruleId = undefined;
  return { rules: withoutDoubles(reader, rules, maps), problems: reader.problems };
}

function withoutDoubles(reader: YamlReader, rules: readonly Rule[], maps: readonly YAMLMap[]): Rule[] {
  const seen = new Set<string>();
  return rules.filter((rule) => {
    if (!seen.has(rule.id)) {
      seen.add(rule.id);
      return true;
    }
    const double = maps.filter((map) => readTexts(valueOf(map, "id"))[0] === rule.id)[1];
    report(
      reader,
      rangeOf(double === undefined ? undefined : valueOf(double, "id")),
      `A rule "${rule.id}" stands further up in this file.`,
    );
    return false;
  });
}

function readRule(reader: YamlReader, map: YAMLMap): Rule | undefined {
  const whole = rangeOf(map);
  const id = readText(reader, valueOf(map, "id"), "id", whole);
  if (id === undefined) return undefined;
  reader.ruleId = id.text;
  checkKeys(reader, map, ruleKeys, `Rule "${id.text}"`);
  const message = readText(reader, valueOf(map, "message"), "message", id.range);
  const severity = readSeverity(reader, map, id.range);
  if (!speaksPython(reader, map, id.range) || !isSearch(reader, map)) return undefined;
  const formula = readRuleFormula(reader, map);
  if (message === undefined || severity === undefined || formula === undefined) return undefined;
  const fix = readFix(reader, map);
  return {
    id: id.text,
    message: message.text.trim(),
    severity,
    ...readMetadata(reader, map, id.text),
    ...(fix === undefined ? {} : { fix }),
    ...readPaths(reader, map),
    language: "python",
    options: defaultOptions,
    query: { mode: "search", formula },
    source: reader.path,
  };
}

function speaksPython(reader: YamlReader, map: YAMLMap, owner: TextRange): boolean {
  const languages = readTexts(valueOf(map, "languages")).map((language) => language.toLowerCase());
  if (languages.some((language) => ["python", "py", "python2", "python3"].includes(language))) return true;
  const message =
    languages.length === 0
      ? '"languages" must list python.'
      : `Kingsnake reads Python; this rule is for ${languages.join(", ")}.`;
  report(reader, valueOf(map, "languages") === undefined ? owner : rangeOf(valueOf(map, "languages")), message);
  return false;
}

function isSearch(reader: YamlReader, map: YAMLMap): boolean {
  const mode = valueOf(map, "mode");
  if (mode === undefined || readTexts(mode)[0] === "search") return true;
  report(reader, rangeOf(mode), `The mode "${readTexts(mode)[0] ?? ""}" is not known; this version knows "search".`);
  return false;
}

function readSeverity(reader: YamlReader, map: YAMLMap, owner: TextRange): Severity | undefined {
  const text = readText(reader, valueOf(map, "severity"), "severity", owner);
  switch (text?.text.toUpperCase()) {
    case undefined:
      return undefined;
    case "ERROR":
    case "HIGH":
    case "CRITICAL":
      return "error";
    case "WARNING":
    case "MEDIUM":
      return "warning";
    case "INFO":
    case "LOW":
    case "EXPERIMENT":
    case "INVENTORY":
      return "info";
    default:
      report(reader, text?.range ?? owner, `"${text?.text ?? ""}" is not a severity. Use ERROR, WARNING or INFO.`);
      return undefined;
  }
}

type Metadata = Pick<
  Rule,
  "title" | "topic" | "confidence" | "cwe" | "why" | "remediation" | "kin" | "inTests" | "references"
>;

/** Metadata is free for people's own keys; ours have defaults. */
function readMetadata(reader: YamlReader, map: YAMLMap, id: string): Metadata {
  const node = valueOf(map, "metadata");
  const texts = (key: string): string[] => (isMap(node) ? readTexts(valueOf(node, key)) : []);
  const text = (key: string, fallback: string): string => texts(key)[0]?.trim() ?? fallback;
  if (node !== undefined && node !== null && !isMap(node)) report(reader, rangeOf(node), '"metadata" must be a map.');
  return {
    title: text("title", id),
    topic: text("topic", "custom"),
    confidence: confidenceOf(text("confidence", "medium")),
    cwe: texts("cwe").flatMap((entry) => /CWE-\d+/.exec(entry)?.[0] ?? []),
    why: text("why", ""),
    remediation: text("remediation", ""),
    kin: texts("kin"),
    inTests: testPolicyOf(text("in-tests", "same")),
    references: texts("references"),
  };
}

function confidenceOf(text: string): Confidence {
  const lower = text.toLowerCase();
  return lower === "high" || lower === "low" ? lower : "medium";
}

function testPolicyOf(text: string): TestPolicy {
  return text === "off" || text === "false" ? "off" : text === "info" ? "info" : "same";
}

function readFix(reader: YamlReader, map: YAMLMap): RuleFix | undefined {
  const node = valueOf(map, "fix");
  if (node === undefined) return undefined;
  const template = readText(reader, node, "fix", rangeOf(map));
  if (template === undefined) return undefined;
  const metadata = valueOf(map, "metadata");
  const text = (key: string): string | undefined =>
    isMap(metadata) ? readTexts(valueOf(metadata, key))[0] : undefined;
  return {
    change: { kind: "template", template: template.text.replace(/\n$/, "") },
    title: text("fix-title") ?? "Apply the fix of the rule",
    safety: text("fix-safety") === "safe" ? "safe" : "unsafe",
  };
}

function readPaths(reader: YamlReader, map: YAMLMap): Pick<Rule, "include" | "exclude"> {
  const node = valueOf(map, "paths");
  if (node === undefined || node === null) return { include: [], exclude: [] };
  if (!isMap(node)) {
    report(reader, rangeOf(node), '"paths" must be a map with "include" or "exclude".');
    return { include: [], exclude: [] };
  }
  checkKeys(reader, node, ["include", "exclude"], '"paths"');
  const listed = new Map(entriesOf(node).map(({ key, value }) => [key, readTexts(value)]));
  return { include: listed.get("include") ?? [], exclude: listed.get("exclude") ?? [] };
}
