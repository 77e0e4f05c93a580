/** The newer syntax, from YAML to a formula: what stands under `match`, and in the entries of `taint`. */
import type { TextRange } from "../base/text-range.js";
import { keyAt } from "./check-value.js";
import { listOf, textAt, textsOf } from "../base/yaml/fields.js";
import type { Condition, Formula } from "./formula.js";
import type { Place } from "./language/keys.js";
import {
  patternCondition,
  readAnalysisCondition,
  readComparisonCondition,
  readRegexCondition,
  readTypeCondition,
} from "./read-conditions.js";
import {
  conjunction,
  contextInside,
  isPositive,
  negation,
  operatorsOf,
  patternFormula,
  regexFormula,
  wrap,
  type Entry,
  type FormulaContext,
} from "./read-formula.js";
import { report } from "./rule-reader.js";
import type { YamlField, YamlMap, YamlValue } from "../base/yaml/yaml-values.js";

/** What a formula of the newer syntax is called in messages, and where they point if it is empty. */
interface Owner {
  readonly name: string;
  readonly range: TextRange;
  /** What it may be that matches nothing by itself: "not" in a list of all, and of a metavariable a list of nothing else. */
  readonly allows: "not" | "all of not" | "neither";
}

/** A formula that must match something: a pattern, or a map with one operator. */
export function readMatch(context: FormulaContext, field: YamlField): Formula | undefined {
  const owner: Owner = { name: `"${field.key}"`, range: field.keyRange, allows: "neither" };
  return readMatchValue(context, field.value, "match", owner);
}

/** A pattern, or a map with one operator, of an entry of sources, sinks and the like. */
export function readMatchEntry(
  context: FormulaContext,
  value: YamlValue,
  place: Place,
  name: string,
): Formula | undefined {
  return readMatchValue(context, value, place, {
    name: `An entry of "${name}"`,
    range: value.range,
    allows: "neither",
  });
}

function readMatchValue(context: FormulaContext, value: YamlValue, place: Place, owner: Owner): Formula | undefined {
  if (value.kind === "text") return patternFormula(context, value);
  return value.kind === "map" ? readMatchMap(context, value, place, owner) : undefined;
}

function readMatchMap(context: FormulaContext, map: YamlMap, place: Place, owner: Owner): Formula | undefined {
  const operator = theOperator(context, map, place, owner);
  if (operator === undefined) return undefined;
  const formula = readOperator(context, operator);
  if (formula === undefined) return undefined;
  if (!isPositive(formula) && owner.allows !== (formula.kind === "not" ? "not" : "all of not")) {
    report(
      context.reader,
      operator.keyRange,
      `${owner.name} needs an operator that matches something, beside what takes away.`,
    );
    return undefined;
  }
  const conditions = readWhere(context, map);
  return conditions === undefined ? undefined : withName(map, withConditions(formula, conditions));
}

function theOperator(context: FormulaContext, map: YamlMap, place: Place, owner: Owner): YamlField | undefined {
  const [first, second] = operatorsOf(map, place);
  if (first === undefined) {
    report(context.reader, owner.range, `${owner.name} has no operator. Add "pattern", "all" or "any".`);
    return undefined;
  }
  if (second === undefined) return first;
  report(
    context.reader,
    second.keyRange,
    `"${second.key}" cannot stand beside "${first.key}". Put both into a list under "all".`,
  );
  return undefined;
}

function readOperator(context: FormulaContext, field: YamlField): Formula | undefined {
  const { key, keyRange, value } = field;
  const part = (): Formula | undefined =>
    readMatchValue(context, value, "match", { name: `"${key}"`, range: keyRange, allows: "neither" });
  switch (key) {
    case "pattern":
      return patternFormula(context, value);
    case "regex":
      return regexFormula(value);
    case "all":
    case "any":
      return readList(context, field, key);
    case "not":
      return negation(part());
    case "inside":
    case "anywhere":
      return wrap(key, part());
    default:
      return undefined;
  }
}

function readList(
  context: FormulaContext,
  { key, keyRange, value }: YamlField,
  kind: "all" | "any",
): Formula | undefined {
  const items = listOf(value);
  if (items.length === 0 && value.kind === "list") report(context.reader, keyRange, `"${key}" is empty.`);
  const owner = { name: `An entry of "${key}"`, allows: kind === "all" ? ("not" as const) : ("neither" as const) };
  const parts = items.map((item) => readMatchValue(context, item, "match", { ...owner, range: item.range }));
  if (parts.length === 0 || !parts.every((part) => part !== undefined)) return undefined;
  if (kind === "any") return { kind, parts };
  return conjunction(parts.map((formula) => ({ kind: "formula", formula })));
}

/** Conditions join those of a list of all; what they are about may also be any other formula. */
function withConditions(formula: Formula, entries: readonly Entry[]): Formula {
  if (entries.length === 0) return formula;
  const joined = conjunction([{ kind: "formula", formula }, ...entries]);
  if (formula.kind !== "all" || joined.kind !== "all") return joined;
  return {
    kind: "all",
    parts: formula.parts,
    conditions: [...formula.conditions, ...joined.conditions],
    focus: [...formula.focus, ...joined.focus],
  };
}

function withName(map: YamlMap, part: Formula): Formula {
  const metavariable = textAt(map, "as");
  return metavariable === undefined ? part : { kind: "as", metavariable, part };
}

/** The entries of `where`; undefined if one of them is broken. */
function readWhere(context: FormulaContext, map: YamlMap): readonly Entry[] | undefined {
  const entries = listOf(map.fields.get("where")?.value).map((item) =>
    item.kind === "map" ? readWhereEntry(context, item) : undefined,
  );
  return entries.every((entry) => entry !== undefined) ? entries : undefined;
}

function readWhereEntry(context: FormulaContext, map: YamlMap): Entry | undefined {
  const focus = map.fields.get("focus");
  if (focus !== undefined) return { kind: "focus", names: textsOf(focus.value) };
  const condition = readCondition(context, map);
  return condition === undefined ? undefined : { kind: "condition", condition };
}

function readCondition(context: FormulaContext, map: YamlMap): Condition | undefined {
  const { reader } = context;
  if (map.fields.has("comparison")) return readComparisonCondition(map);
  if (!map.fields.has("metavariable")) {
    report(reader, map.range, 'An entry of "where" has no "metavariable", "comparison" or "focus".');
    return undefined;
  }
  if (map.fields.has("type") || map.fields.has("types")) return readTypeCondition(map);
  if (map.fields.has("analyzer")) return readAnalysisCondition(map);
  const operators = [...map.fields.values()].filter(({ key }) => keyAt("where", key)?.isOperator === true);
  if (operators.length === 1 && operators[0]?.key === "regex" && !map.fields.has("where")) {
    return map.fields.has("language") ? readPatternCondition(context, map) : readRegexCondition(map);
  }
  return readPatternCondition(context, map);
}

function readPatternCondition(context: FormulaContext, map: YamlMap): Condition | undefined {
  const inner = contextInside(context, map);
  if (inner === undefined) return undefined;
  const owner = { name: 'An entry of "where"', range: map.range, allows: "all of not" as const };
  const formula = readMatchMap(inner.context, map, "where", owner);
  return formula === undefined ? undefined : patternCondition(map, inner.language, formula);
}
