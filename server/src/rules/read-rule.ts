/** One rule, from YAML to data. What is wrong is reported at its place; a rule with an error does not come to be. */
import { compileRegex, isRegexError } from "../base/regex/compile-regex.js";
import { unboundedWarning } from "../base/regex/unbounded-warning.js";
import type { TextRange } from "../base/text-range.js";
import { checkMap, reportField } from "./check-value.js";
import { integerAt, mapAt, sourceOf, textAt, textsAt } from "../base/yaml/fields.js";
import type { PatternLanguage } from "./formula.js";
import { unfollowed } from "./follows-patterns.js";
import type { RuleOptions } from "./options.js";
import { patternLanguageOf } from "./pattern-languages.js";
import { operatorsOf, readOperatorOf, type FormulaContext } from "./read-formula.js";
import { readMatch } from "./read-match.js";
import { readFixTraits, readMetadata } from "./read-metadata.js";
import { readOptions } from "./read-options.js";
import { readTaint } from "./read-taint.js";
import { report, type RuleReader } from "./rule-reader.js";
import type { Rule, RuleFix, RuleQuery, Severity } from "./rule.js";
import type { TaintSpecification } from "./taint.js";
import { isOutsideOfVersions } from "./rule-versions.js";
import type { YamlField, YamlMap } from "../base/yaml/yaml-values.js";

/** The rule that a map says; undefined if it has an error, or excludes the version of the language that is read. */
export function readRule(reader: RuleReader, map: YamlMap, id: string, owner: TextRange): Rule | undefined {
  const before = reader.errors;
  if (isOutsideOfVersions(reader, map, owner)) return undefined;
  const language = readLanguage(reader, map);
  const mode = readMode(reader, map);
  // A rule for another tool is no rule with many mistakes.
  if (language === undefined && map.fields.has("languages")) return undefined;
  if (mode === undefined) return undefined;
  checkMap(reader, map, "rule", `Rule "${id}"`, owner);
  if (language === undefined) return undefined;
  const query = reader.errors > before ? undefined : readQuery({ reader, language }, map, mode, owner);
  if (query === undefined || reader.errors > before) return undefined;
  const fix = readFix(reader, map);
  const options = readOptions(mapAt(map, "options"));
  if (query.mode === "taint" && options.interfile) warnOfUnfollowed(reader, map, query.taint, options);
  return {
    id,
    message: (textAt(map, "message") ?? "").trim(),
    severity: severityOf(textAt(map, "severity") ?? ""),
    ...readMetadata(map, id),
    ...(fix === undefined ? {} : { fix }),
    include: textsAt(mapAt(map, "paths"), "include"),
    exclude: textsAt(mapAt(map, "paths"), "exclude"),
    language,
    options,
    query,
    source: reader.path,
  };
}

/** Python wins over others in a list; a list of nothing that is read here means that the rule is for another tool. */
function readLanguage(reader: RuleReader, map: YamlMap): PatternLanguage | undefined {
  const field = map.fields.get("languages");
  const names = textsAt(map, "languages");
  // That it is missing is said with the other keys that are.
  if (field === undefined) return undefined;
  if (names.length === 0) {
    report(reader, field.keyRange, '"languages" must list python, generic or regex.');
    return undefined;
  }
  const languages = names.map(patternLanguageOf);
  const language = languages.includes("python") ? "python" : languages.find((one) => one !== undefined);
  if (language === undefined) {
    reportField(reader, field, `Kingsnake runs rules for Python and for text; this one is for ${names.join(", ")}.`);
    return undefined;
  }
  if (languages.some((one) => one !== undefined && one !== language)) {
    report(reader, field.value.range, `The rule runs as ${language}; Semgrep refuses this list.`, "warning");
  }
  return language;
}

type Mode = RuleQuery["mode"];

function readMode(reader: RuleReader, map: YamlMap): Mode | undefined {
  const field = map.fields.get("mode");
  if (field === undefined) return map.fields.has("taint") ? "taint" : "search";
  const mode = sourceOf(field.value)?.text;
  if (mode === "taint" || (mode === "search" && !map.fields.has("taint"))) return mode;
  if (mode === "search") reportField(reader, field, 'A rule with "taint" is of "mode: taint".');
  else if (["join", "extract", "step", "secrets", "sca"].includes(mode ?? "")) {
    reportField(reader, field, `Kingsnake does not run rules of "mode: ${mode ?? ""}".`);
  } else reportField(reader, field, `The mode "${mode ?? ""}" is not known. Use search or taint.`);
  return undefined;
}

function readQuery(context: FormulaContext, map: YamlMap, mode: Mode, owner: TextRange): RuleQuery | undefined {
  return mode === "taint" ? readTaintQuery(context, map, owner) : readSearchQuery(context, map, owner);
}

function readTaintQuery(context: FormulaContext, map: YamlMap, owner: TextRange): RuleQuery | undefined {
  const under = mapAt(map, "taint");
  for (const field of operatorsOf(map, "rule")) warnOfNoEffect(context.reader, field, 'in a rule of "mode: taint"');
  if (under === undefined) {
    for (const key of ["pattern-sources", "pattern-sinks"]) {
      if (!map.fields.has(key)) report(context.reader, owner, `A rule of "mode: taint" needs "${key}".`);
    }
  } else {
    for (const field of classicTaintFields(map)) warnOfNoEffect(context.reader, field, 'beside "taint"');
  }
  const taint = readTaint(context, under ?? map, under === undefined ? "classic" : "match");
  return taint === undefined ? undefined : { mode: "taint", taint };
}

/** Says why a rule that asks to be followed from file to file is not. */
function warnOfUnfollowed(
  reader: RuleReader,
  map: YamlMap,
  taint: TaintSpecification,
  { taint: { unifyMetavariables } }: RuleOptions,
): void {
  const field = mapAt(map, "options")?.fields.get("interfile");
  const key = unfollowed(taint) ?? (unifyMetavariables ? "taint_unify_mvars" : undefined);
  if (field !== undefined && key !== undefined)
    warnOfNoEffect(reader, field, `beside "${key}", which only holds inside of one function`);
}

function classicTaintFields(map: YamlMap): readonly YamlField[] {
  return ["pattern-sources", "pattern-sinks", "pattern-sanitizers", "pattern-propagators"].flatMap(
    (key) => map.fields.get(key) ?? [],
  );
}

function readSearchQuery(context: FormulaContext, map: YamlMap, owner: TextRange): RuleQuery | undefined {
  const { reader, language } = context;
  const operators = operatorsOf(map, "rule");
  const taint = classicTaintFields(map);
  if (operators.length === 0 && taint.length > 0) {
    report(reader, taint[0]?.keyRange ?? owner, 'A rule with sources and sinks needs "mode: taint".');
    return undefined;
  }
  for (const field of taint) warnOfNoEffect(reader, field, 'without "mode: taint"');
  const match = map.fields.get("match");
  const pattern = map.fields.get("pattern");
  if (match !== undefined) {
    for (const field of operators) if (field !== match) warnOfNoEffect(reader, field, 'beside "match"');
  } else if (language === "regex" && pattern !== undefined) {
    report(reader, pattern.keyRange, 'A rule for regex has no "pattern". Use "pattern-regex".');
    return undefined;
  }
  const formula =
    match === undefined
      ? readOperatorOf(context, map, "rule", { name: "The rule", range: owner })
      : readMatch(context, match);
  return formula === undefined ? undefined : { mode: "search", formula };
}

function warnOfNoEffect(reader: RuleReader, { key, keyRange }: YamlField, where: string): void {
  report(reader, keyRange, `"${key}" has no effect ${where}.`, "warning");
}

function severityOf(text: string): Severity {
  switch (text.toUpperCase()) {
    case "ERROR":
    case "HIGH":
    case "CRITICAL":
      return "error";
    case "WARNING":
    case "MEDIUM":
      return "warning";
    default:
      return "info";
  }
}

function readFix(reader: RuleReader, map: YamlMap): RuleFix | undefined {
  const template = textAt(map, "fix");
  const settings = map.fields.get("fix-regex");
  if (template !== undefined) {
    if (settings !== undefined) warnOfNoEffect(reader, settings, 'beside "fix"');
    return { change: { kind: "template", template: template.replace(/\n$/, "") }, ...readFixTraits(map) };
  }
  const under = mapAt(map, "fix-regex");
  const regex = sourceOf(under?.fields.get("regex")?.value);
  const replacement = textAt(under, "replacement");
  if (regex === undefined || replacement === undefined) return undefined;
  const compiled = compileRegex(regex.text, {});
  if (isRegexError(compiled)) {
    report(reader, regex.range, compiled.message);
    return undefined;
  }
  const warning = unboundedWarning(compiled);
  if (warning !== undefined) report(reader, regex.range, warning, "warning");
  return { change: { kind: "regex", regex, replacement, count: integerAt(under, "count") }, ...readFixTraits(map) };
}
