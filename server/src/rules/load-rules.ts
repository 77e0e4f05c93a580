/** Rule files to rules. What is wrong is a problem at its place; the other rules of the file still work. */
import { isMap } from "yaml";
import type { TextRange } from "../base/text-range.js";
import { findRules, type RuleNode } from "./open-rule-file.js";
import { readRule } from "./read-rule.js";
import { createReader, report, type RuleReader } from "./rule-reader.js";
import type { Rule, RuleProblem } from "./rule.js";
import { rangeOf, toValue, type YamlValue } from "../base/yaml/yaml-values.js";

export interface LoadedRules {
  readonly rules: readonly Rule[];
  readonly problems: readonly RuleProblem[];
}

/** Larger files are refused: reading them would stop everything else for seconds. */
const maximumFileLength = 4_000_000;

/** Reads one rule file. */
export function loadRules(path: string, text: string): LoadedRules {
  if (text.length > maximumFileLength) {
    const message = "The rule file is larger than 4 MB. Split it into several files.";
    const place = { range: { start: 0, end: 0 }, line: 0, character: 0 };
    return { rules: [], problems: [{ path, ...place, message, severity: "error" }] };
  }
  const reader = createReader(path, text);
  const unreadable = text.indexOf("\ufffd");
  if (unreadable >= 0) {
    const range = { start: unreadable, end: unreadable + 1 };
    report(reader, range, "Here stands a byte that is not UTF-8, or a character in its place.", "warning");
  }
  const seen = new Set<string>();
  const rules = findRules(reader).flatMap((node) => readOne(reader, node, seen) ?? []);
  return { rules, problems: [...reader.problems].sort((a, b) => a.range.start - b.range.start) };
}

function readOne(reader: RuleReader, { piece, node }: RuleNode, seen: Set<string>): Rule | undefined {
  reader.ruleId = peekId(node);
  const before = reader.errors;
  const value = toValue(reader, piece, node);
  const whole = value?.range ?? rangeOf(piece, node) ?? { start: piece.offset, end: piece.offset };
  const rule = value === undefined ? undefined : readValue(reader, value, whole, seen);
  reader.ruleId = undefined;
  if (rule === undefined || reader.errors > before) return undefined;
  seen.add(rule.id);
  return rule;
}

/** The id that a rule seems to have, for problems that come before it is known to be one. */
function peekId(node: unknown): string | undefined {
  const id: unknown = isMap(node) ? node.get("id") : undefined;
  return typeof id === "string" ? id : undefined;
}

function readValue(reader: RuleReader, value: YamlValue, whole: TextRange, seen: Set<string>): Rule | undefined {
  if (value.kind !== "map") {
    report(reader, whole, 'Each entry of "rules" must be a map.');
    return undefined;
  }
  const id = value.fields.get("id");
  if (id === undefined) {
    report(reader, whole, 'The rule has no "id".');
    return undefined;
  }
  if (id.value.kind !== "text" || !/^[\w.-]+$/.test(id.value.text)) {
    const shown = id.value.kind === "map" || id.value.kind === "list" ? "this" : `"${id.value.text}"`;
    const range = id.value.kind === "nothing" ? id.keyRange : id.value.range;
    report(reader, range, `${shown} cannot be an "id": letters, digits, ".", "_" and "-" make one.`);
    return undefined;
  }
  const { text, range } = id.value;
  reader.ruleId = text;
  if (seen.has(text)) {
    report(reader, range, `A rule "${text}" stands further up in this file.`);
    return undefined;
  }
  return readRule(reader, value, text, range);
}
