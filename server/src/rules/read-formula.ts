/** The classic operators, from YAML to a formula. Keys and types of values have been checked before. */
import type { TextRange } from "../base/text-range.js";
import { keyAt } from "./check-value.js";
import { listOf, sourceOf, textAt, textsOf } from "../base/yaml/fields.js";
import type { Condition, Formula, PatternLanguage } from "./formula.js";
import type { Place } from "./language/keys.js";
import { languageNames, patternLanguageOf } from "./pattern-languages.js";
import {
  patternCondition,
  readAnalysisCondition,
  readComparisonCondition,
  readRegexCondition,
  readTypeCondition,
} from "./read-conditions.js";
import { report, type RuleReader } from "./rule-reader.js";
import type { YamlField, YamlMap, YamlValue } from "../base/yaml/yaml-values.js";

/** Where a formula is read, and what its patterns are written in. */
export interface FormulaContext {
  readonly reader: RuleReader;
  readonly language: PatternLanguage;
}

/** What one entry of a list of all contributes. */
export type Entry =
  | { readonly kind: "formula"; readonly formula: Formula }
  | { readonly kind: "condition"; readonly condition: Condition }
  | { readonly kind: "focus"; readonly names: readonly string[] };

/**
 * The formula of a map that holds one operator, beside keys that are none. `owner` is what messages call the map, and where
 * they point if it has no operator.
 */
export function readOperatorOf(
  context: FormulaContext,
  map: YamlMap,
  place: Place,
  owner: { readonly name: string; readonly range: TextRange },
): Formula | undefined {
  const { reader } = context;
  const [first, second] = operatorsOf(map, place);
  if (first === undefined) {
    report(reader, owner.range, `${owner.name} has no pattern. Add "pattern", "patterns" or "pattern-either".`);
    return undefined;
  }
  if (second !== undefined) {
    report(
      reader,
      second.keyRange,
      `"${second.key}" cannot stand beside "${first.key}". Put both into a list under "patterns".`,
    );
    return undefined;
  }
  return readOperator(context, first);
}

/** The fields of a map that say what is looked for. */
export function operatorsOf(map: YamlMap, place: Place): readonly YamlField[] {
  return [...map.fields.values()].filter(({ key }) => keyAt(place, key)?.isOperator === true);
}

function readOperator(context: FormulaContext, field: YamlField): Formula | undefined {
  const { key, value } = field;
  switch (key) {
    case "pattern":
      return patternFormula(context, value);
    case "pattern-regex":
      return regexFormula(value);
    case "pattern-not-regex":
      return negation(regexFormula(value));
    case "pattern-not":
      return negation(readPatternOrFormula(context, field));
    case "pattern-inside":
      return wrap("inside", readPatternOrFormula(context, field));
    case "pattern-not-inside":
      return negation(wrap("inside", readPatternOrFormula(context, field)));
    case "semgrep-internal-pattern-anywhere":
      return wrap("anywhere", readPatternOrFormula(context, field));
    case "patterns":
      return readAll(context, field, false);
    case "pattern-either":
      return readAny(context, field);
    default:
      return undefined;
  }
}

/** Code that looks like a pattern; in text that is read by regular expressions only, a pattern is one of those. */
export function patternFormula({ language }: FormulaContext, value: YamlValue): Formula | undefined {
  const pattern = sourceOf(value);
  if (pattern === undefined) return undefined;
  return language === "regex" ? { kind: "regex", regex: pattern } : { kind: "pattern", pattern };
}

export function regexFormula(value: YamlValue): Formula | undefined {
  const regex = sourceOf(value);
  return regex === undefined ? undefined : { kind: "regex", regex };
}

export function negation(part: Formula | undefined): Formula | undefined {
  return part === undefined ? undefined : { kind: "not", part };
}

export function wrap(kind: "inside" | "anywhere", part: Formula | undefined): Formula | undefined {
  return part === undefined ? undefined : { kind, part };
}

/** `pattern-inside` and its kin take a pattern, or a map with an operator of its own. */
function readPatternOrFormula(context: FormulaContext, { key, keyRange, value }: YamlField): Formula | undefined {
  if (value.kind !== "map") return patternFormula(context, value);
  return readOperatorOf(context, value, "formula", { name: `"${key}"`, range: keyRange });
}

/** Of a metavariable's own formula, the whole text is what is looked at, so that it may only say what it is not. */
function readAll(context: FormulaContext, field: YamlField, mayBeNegative: boolean): Formula | undefined {
  const { reader } = context;
  const items = listOf(field.value);
  if (items.length === 0 && field.value.kind === "list") report(reader, field.keyRange, `"${field.key}" is empty.`);
  const entries = items.map((item) => readEntry(context, field, item));
  if (entries.length === 0 || !entries.every((entry) => entry !== undefined)) return undefined;
  const formula = conjunction(entries);
  if (mayBeNegative || isPositive(formula)) return formula;
  report(
    reader,
    field.keyRange,
    `"${field.key}" needs an operator that matches something, such as "pattern", beside what takes away.`,
  );
  return undefined;
}

function readEntry(context: FormulaContext, list: YamlField, item: YamlValue): Entry | undefined {
  if (item.kind !== "map") return undefined;
  const [first, second] = [...item.fields.values()].filter(({ key }) => keyAt("entry", key) !== undefined);
  if (first === undefined) {
    if (item.fields.size === 0) report(context.reader, item.range, `An entry of "${list.key}" is empty.`);
    return undefined;
  }
  if (second !== undefined) {
    const message = `"${second.key}" stands in the same entry as "${first.key}". Give it an entry of its own, with a hyphen.`;
    report(context.reader, second.keyRange, message);
    return undefined;
  }
  if (first.key === "focus-metavariable") return { kind: "focus", names: textsOf(first.value) };
  if (first.key.startsWith("metavariable-")) {
    const condition = readCondition(context, first);
    return condition === undefined ? undefined : { kind: "condition", condition };
  }
  const formula = readOperator(context, first);
  return formula === undefined ? undefined : { kind: "formula", formula };
}

function readAny(context: FormulaContext, field: YamlField): Formula | undefined {
  const items = listOf(field.value);
  if (items.length === 0 && field.value.kind === "list")
    report(context.reader, field.keyRange, `"${field.key}" is empty.`);
  const parts = items.map((item) => {
    if (item.kind !== "map") return undefined;
    return readOperatorOf(context, item, "alternative", { name: `An entry of "${field.key}"`, range: item.range });
  });
  if (parts.length === 0 || !parts.every((part) => part !== undefined)) return undefined;
  return { kind: "any", parts };
}

/** Puts what must hold together into one formula; a lone pattern stays as it is. */
export function conjunction(entries: readonly Entry[]): Formula {
  const parts = entries.flatMap((entry) => (entry.kind === "formula" ? [entry.formula] : []));
  const conditions = entries.flatMap((entry) => (entry.kind === "condition" ? [entry.condition] : []));
  const focus = entries.flatMap((entry) => (entry.kind === "focus" ? [entry.names] : []));
  const [only] = parts;
  const isPlain = only !== undefined && entries.length === 1 && !["not", "inside", "anywhere"].includes(only.kind);
  return isPlain ? only : { kind: "all", parts, conditions, focus };
}

/** Whether something must match, and not only be absent. */
export function isPositive(formula: Formula): boolean {
  return formula.kind === "all" ? formula.parts.some((part) => part.kind !== "not") : formula.kind !== "not";
}

function readCondition(context: FormulaContext, { key, keyRange, value }: YamlField): Condition | undefined {
  if (value.kind !== "map") return undefined;
  switch (key) {
    case "metavariable-regex":
      return readRegexCondition(value);
    case "metavariable-comparison":
      return readComparisonCondition(value);
    case "metavariable-analysis":
      return readAnalysisCondition(value);
    case "metavariable-type": {
      const condition = readTypeCondition(value);
      if (condition === undefined) report(context.reader, keyRange, '"metavariable-type" has no "type".');
      return condition;
    }
    case "metavariable-pattern":
      return readPatternCondition(context, value, keyRange);
    default:
      return undefined;
  }
}

function readPatternCondition(context: FormulaContext, map: YamlMap, range: TextRange): Condition | undefined {
  const inner = contextInside(context, map);
  if (inner === undefined) return undefined;
  const [first, second] = operatorsOf(map, "metavariable-pattern");
  const formula =
    first?.key === "patterns" && second === undefined
      ? readAll(inner.context, first, true)
      : readOperatorOf(inner.context, map, "metavariable-pattern", { name: '"metavariable-pattern"', range });
  return formula === undefined ? undefined : patternCondition(map, inner.language, formula);
}

/** The context for a formula about a metavariable, which may be of another language than the rule. */
export function contextInside(
  context: FormulaContext,
  map: YamlMap,
): { readonly context: FormulaContext; readonly language: PatternLanguage | undefined } | undefined {
  const name = textAt(map, "language");
  if (name === undefined) return { context, language: undefined };
  const language = patternLanguageOf(name);
  if (language !== undefined) return { context: { ...context, language }, language };
  const range = map.fields.get("language")?.value.range ?? map.range;
  report(
    context.reader,
    range,
    `Kingsnake cannot read a metavariable as ${name}; it knows ${languageNames.join(", ")}.`,
  );
  return undefined;
}
