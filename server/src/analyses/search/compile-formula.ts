/** Formulas of rules to compiled formulas: patterns become leaves, and conjunctions are sorted into what does what. */
import { compilePatternNode } from "../../matching/compile-pattern.js";
import { parseComparison } from "../../matching/comparison/parse-comparison.js";
import type { PatternNode } from "../../matching/pattern.js";
import { noConstraints, type MetavariableConstraints } from "../../matching/match.js";
import type { Condition, Formula, PatternLanguage, PatternSource } from "../../rules/formula.js";
import type { Rule } from "../../rules/rule.js";
import { compileKnownRegex, compileLeaf, compileRegexLeaf, type Compiler, type PatternPlace } from "./compile-leaf.js";
import { rarityOf, type CompiledCondition, type CompiledConjunction, type CompiledFormula } from "./compiled-rule.js";

/** Compiles a formula of a rule; undefined and problems if a part of it does not compile. */
export function compileFormula(compiler: Compiler, rule: Rule, formula: Formula): CompiledFormula | undefined {
  const place = { rule, language: rule.language, constraints: noConstraints, longestOnly: false };
  return compileAt(compiler, place, formula);
}

function compileAt(compiler: Compiler, place: PatternPlace, formula: Formula): CompiledFormula | undefined {
  switch (formula.kind) {
    case "pattern":
      return compileLeaf(compiler, place, formula.pattern);
    case "regex":
      return compileRegexLeaf(compiler, place, formula.regex);
    case "any": {
      const parts = compileAll(compiler, place, formula.parts);
      return parts === undefined ? undefined : { kind: "any", parts };
    }
    case "as": {
      const part = compileAt(compiler, place, formula.part);
      return part === undefined ? undefined : { kind: "as", metavariable: formula.metavariable, part };
    }
    case "all":
      return compileConjunction(compiler, place, formula);
    case "inside":
    case "not":
    case "anywhere":
      return compileConjunction(compiler, place, { kind: "all", parts: [formula], conditions: [], focus: [] });
  }
}

function compileAll(
  compiler: Compiler,
  place: PatternPlace,
  formulas: readonly Formula[],
): CompiledFormula[] | undefined {
  const compiled = formulas.map((formula) => compileAt(compiler, place, formula));
  return compiled.every((part) => part !== undefined) ? compiled : undefined;
}

type Conjunction = Extract<Formula, { kind: "all" }>;

/** The parts of a conjunction by what they do. */
function sortParts(parts: readonly Formula[]): SortedParts {
  const sorted: SortedParts = { positives: [], insides: [], anywhere: [], negatives: [], outsides: [], nowhere: [] };
  for (const part of parts) {
    if (part.kind === "inside") sorted.insides.push(part.part);
    else if (part.kind === "anywhere") sorted.anywhere.push(part.part);
    else if (part.kind !== "not") sorted.positives.push(part);
    else if (part.part.kind === "inside") sorted.outsides.push(part.part.part);
    else if (part.part.kind === "anywhere") sorted.nowhere.push(part.part.part);
    else sorted.negatives.push(part.part);
  }
  return sorted;
}

type SortedParts = Record<Exclude<keyof CompiledConjunction, "kind" | "conditions" | "focus">, Formula[]>;

/** The conditions of a conjunction also bound what its patterns may bind, negative ones excepted. */
function compileConjunction(
  compiler: Compiler,
  place: PatternPlace,
  formula: Conjunction,
): CompiledFormula | undefined {
  const conditions = compileConditions(compiler, place, formula.conditions);
  if (conditions === undefined) return undefined;
  const constrained = { ...place, constraints: withConditions(place.constraints, conditions), longestOnly: false };
  const around = { ...constrained, longestOnly: true };
  const free = { ...place, constraints: noConstraints, longestOnly: false };
  const sorted = sortParts(formula.parts);
  const positives = compileAll(compiler, constrained, sorted.positives);
  const insides = compileAll(compiler, around, sorted.insides);
  const anywhere = compileAll(compiler, free, sorted.anywhere);
  const negatives = compileAll(compiler, free, sorted.negatives);
  const outsides = compileAll(compiler, { ...free, longestOnly: true }, sorted.outsides);
  const nowhere = compileAll(compiler, free, sorted.nowhere);
  if (positives === undefined || insides === undefined || anywhere === undefined) return undefined;
  if (negatives === undefined || outsides === undefined || nowhere === undefined) return undefined;
  // What matches least comes first: mostly nothing is left for the others to do.
  const rarestFirst = (parts: readonly CompiledFormula[]): CompiledFormula[] =>
    [...parts].sort((a, b) => rarityOf(b) - rarityOf(a));
  return {
    kind: "all",
    positives: rarestFirst(positives),
    insides: rarestFirst(insides),
    anywhere,
    negatives,
    outsides,
    nowhere,
    conditions,
    focus: formula.focus,
  };
}

function withConditions(
  constraints: MetavariableConstraints,
  conditions: readonly CompiledCondition[],
): MetavariableConstraints {
  const result = new Map(constraints);
  for (const condition of conditions) {
    if (condition.kind !== "regex" || condition.constantPropagation) continue;
    result.set(condition.metavariable, [...(result.get(condition.metavariable) ?? []), condition.regex]);
  }
  return result;
}

function compileConditions(
  compiler: Compiler,
  place: PatternPlace,
  conditions: readonly Condition[],
): CompiledCondition[] | undefined {
  const compiled = conditions.map((condition) => compileCondition(compiler, place, condition));
  if (!compiled.every((condition) => condition !== undefined)) return undefined;
  // Groups bind metavariables, which later conditions may ask about and no pattern does.
  const binding = compiled.findIndex((condition) => condition.kind === "regex" && bindsGroups(condition.regex.source));
  return compiled.map((condition, index) =>
    condition.kind === "regex"
      ? { ...condition, enforced: condition.enforced && (binding < 0 || index < binding) }
      : condition,
  );
}

/** Whether a regular expression has a capturing group. */
function bindsGroups(source: string): boolean {
  return /(?:^|[^\\])(?:\\\\)*\((?!\?(?!P?<\w|'))/.test(source);
}

function compileCondition(
  compiler: Compiler,
  place: PatternPlace,
  condition: Condition,
): CompiledCondition | undefined {
  switch (condition.kind) {
    case "regex": {
      const regex = compileKnownRegex(compiler.regexFacts, condition.regex.text, {});
      if ("message" in regex) {
        reportProblem(compiler, place, condition.regex, regex);
        return undefined;
      }
      compiler.regexes.push({ rule: place.rule, source: condition.regex, regex });
      return { ...condition, regex, enforced: !condition.constantPropagation };
    }
    case "comparison": {
      const comparison = parseComparison(condition.comparison.text);
      if (!("message" in comparison)) return { ...condition, comparison };
      reportProblem(compiler, place, condition.comparison, comparison);
      return undefined;
    }
    case "pattern": {
      const view = viewOf(condition.language, place.language);
      const language = condition.language ?? place.language;
      const inner = { rule: place.rule, language, constraints: noConstraints, longestOnly: false };
      const formula = compileAt(compiler, inner, condition.formula);
      if (formula === undefined) return undefined;
      return { kind: "pattern", metavariable: condition.metavariable, formula, view };
    }
    case "type":
      return compileType(compiler, place, condition);
    case "analysis":
      return condition;
  }
}

function compileType(
  compiler: Compiler,
  place: PatternPlace,
  condition: Extract<Condition, { kind: "type" }>,
): CompiledCondition | undefined {
  const types: PatternNode[] = [];
  for (const source of condition.types) {
    const type = compilePatternNode(compiler.python, source.text);
    if ("message" in type) {
      reportProblem(compiler, place, source, type);
      return undefined;
    }
    types.push(type);
  }
  return { kind: "type", metavariable: condition.metavariable, types };
}

function reportProblem(
  { problems }: Compiler,
  { rule }: PatternPlace,
  source: PatternSource,
  problem: { readonly message: string; readonly offset: number },
): void {
  problems.push({ rule, source, offset: problem.offset, message: problem.message, severity: "error" });
}

/** Metavariables of the rule's own language are looked at as they were matched, others by their text. */
function viewOf(language: PatternLanguage | undefined, own: PatternLanguage): "code" | "python" | "text" {
  if ((language ?? own) !== "python") return "text";
  return language === undefined && own === "python" ? "code" : "python";
}
