/** Compiles rules for searching. A rule whose pattern is not Python becomes a problem at the pattern; the others are not touched. */
import type { CompiledRegex, RegexFacts } from "../../base/regex/compile-regex.js";
import { parseTemplate, type PatternTree } from "../../matching/compile-pattern.js";
import type { Formula, PatternSource } from "../../rules/formula.js";
import { followsPatterns } from "../../rules/follows-patterns.js";
import type { Rule } from "../../rules/rule.js";
import type { SyntaxNode } from "../../syntax/node.js";
import type { PythonParser } from "../../syntax/python-parser.js";
import { compileFormula } from "./compile-formula.js";
import { compileKnownRegex, type CompileProblem, type Compiler, type RuleRegex } from "./compile-leaf.js";
import {
  asksAnywhere,
  leavesOf,
  triggersOf,
  type CompiledFormula,
  type CompiledRule,
  type CompiledTaint,
} from "./compiled-rule.js";

export type { CompileProblem } from "./compile-leaf.js";

export interface CompiledRules {
  readonly rules: readonly CompiledRule[];
  readonly problems: readonly CompileProblem[];
  /** The regular expressions of all rules. */
  readonly regexes: readonly RuleRegex[];
  /** The patterns of all rules by their text. */
  readonly trees: ReadonlyMap<string, PatternTree>;
}

/**
 * Compiles all rules together; equal patterns are compiled once, those that are `known` by their text not at all, and regular expressions
 * of which the facts are known are not read.
 */
export function compileRules(
  python: PythonParser,
  rules: readonly Rule[],
  known: ReadonlyMap<string, PatternTree>,
  regexFacts: ReadonlyMap<string, RegexFacts> = new Map(),
): CompiledRules {
  const compiler: Compiler = {
    python,
    known,
    regexFacts,
    trees: new Map(),
    leaves: new Map(),
    regexesOfLeaves: new Map(),
    regexes: [],
    problems: [],
  };
  const compiled: CompiledRule[] = [];
  for (const rule of rules) {
    const made = rule.query.mode === "taint" ? compileTaintRule(compiler, rule) : compileSearchRule(compiler, rule);
    if (made !== undefined) compiled.push(made);
  }
  return { rules: compiled, problems: compiler.problems, regexes: compiler.regexes, trees: compiler.trees };
}

function compileSearchRule(compiler: Compiler, rule: Rule): CompiledRule | undefined {
  if (rule.query.mode !== "search") return undefined;
  const { formula: source } = rule.query;
  const formula = compileFormula(compiler, rule, source);
  if (formula === undefined) return undefined;
  const triggers = triggersOf(formula);
  if (triggers.length > 0)
    return withFix(compiler, { rule, formula, triggers, taint: undefined, marks: undefined, reach: reachOf(formula) });
  const message = "The rule only says what must not match; add a pattern that must.";
  compiler.problems.push({ rule, source: firstSource(source), offset: 0, message, severity: "error" });
  return undefined;
}

function compileTaintRule(compiler: Compiler, rule: Rule): CompiledRule | undefined {
  if (rule.query.mode !== "taint") return undefined;
  const { taint: specification } = rule.query;
  const compileEach = (entries: readonly { readonly formula: Formula }[]): CompiledFormula[] | undefined => {
    const compiled = entries.map((entry) => compileFormula(compiler, rule, entry.formula));
    return compiled.every((formula) => formula !== undefined) ? compiled : undefined;
  };
  const sources = compileEach(specification.sources);
  const sinks = compileEach(specification.sinks);
  const sanitizers = compileEach(specification.sanitizers);
  const propagators = compileEach(specification.propagators);
  if (sources === undefined || sinks === undefined || sanitizers === undefined || propagators === undefined)
    return undefined;
  const all = [...sources, ...sinks, ...sanitizers, ...propagators];
  const propagatorEnds = specification.propagators.map(({ from, to }) => ({ from: from.text, to: to.text }));
  const taint = { sources, sinks, sanitizers, propagators, propagatorEnds, isWide: all.some(isWide) };
  const marks = all.length > 0 && followsPatterns(rule) ? taint : undefined;
  // What models tell is followed through the whole project by another engine, and so are the patterns beside it.
  if (specification.from !== undefined) return withoutPatterns(rule, marks);
  const formula: CompiledFormula = { kind: "any", parts: sinks };
  const triggers = triggersOf(formula);
  return withFix(compiler, { rule, formula, triggers, taint, marks, reach: all.some(readsText) ? "text" : "file" });
}

/** Adds what the rule's fix needs; its template is parsed when it is first asked for. */
function withFix(compiler: Compiler, compiled: Omit<CompiledRule, "fixRegex" | "fixTemplate">): CompiledRule {
  const { rule } = compiled;
  let template: { readonly node: SyntaxNode | undefined } | undefined;
  return {
    ...compiled,
    fixRegex: fixRegexOf(compiler, rule),
    get fixTemplate() {
      return (template ??= { node: templateOf(compiler.python, rule) }).node;
    },
  };
}

/** A rule that no code triggers, so that it costs nothing. */
function withoutPatterns(rule: Rule, marks: CompiledTaint | undefined): CompiledRule {
  const fix = { fixTemplate: undefined, fixRegex: undefined };
  return { rule, formula: { kind: "any", parts: [] }, triggers: [], taint: undefined, marks, ...fix, reach: "unit" };
}

function isWide(formula: CompiledFormula): boolean {
  return asksAnywhere(formula) || leavesOf(formula).some((leaf) => leaf.wide);
}

function readsText(formula: CompiledFormula): boolean {
  return leavesOf(formula).some((leaf) => leaf.kind === "text");
}

function fixRegexOf({ regexFacts }: Compiler, { fix }: Rule): CompiledRegex | undefined {
  if (fix?.change.kind !== "regex") return undefined;
  const regex = compileKnownRegex(regexFacts, fix.change.regex.text, {});
  return "message" in regex ? undefined : regex;
}

function templateOf(python: PythonParser, { fix, language }: Rule): SyntaxNode | undefined {
  if (fix?.change.kind !== "template" || language !== "python") return undefined;
  return parseTemplate(python, fix.change.template);
}

function reachOf(formula: CompiledFormula): CompiledRule["reach"] {
  if (readsText(formula)) return "text";
  return isWide(formula) ? "file" : "unit";
}

function firstSource(formula: Formula): PatternSource {
  switch (formula.kind) {
    case "pattern":
      return formula.pattern;
    case "regex":
      return formula.regex;
    case "inside":
    case "not":
    case "anywhere":
    case "as":
      return firstSource(formula.part);
    case "all":
    case "any": {
      const [first] = formula.parts;
      return first === undefined ? { text: "", range: { start: 0, end: 0 } } : firstSource(first);
    }
  }
}
