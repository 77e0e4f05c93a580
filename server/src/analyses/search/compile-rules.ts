/** Compiles rules for searching. A rule whose pattern is not Python becomes a problem at the pattern; the others are not touched. */
import { parseTemplate, type PatternTree } from "../../matching/compile-pattern.js";
import type { Formula, PatternSource } from "../../rules/formula.js";
import type { Rule } from "../../rules/rule.js";
import type { SyntaxNode } from "../../syntax/node.js";
import type { PythonParser } from "../../syntax/python-parser.js";
import { compileFormula } from "./compile-formula.js";
import type { CompileProblem, Compiler } from "./compile-leaf.js";
import { asksAnywhere, leavesOf, triggersOf, type CompiledFormula, type CompiledRule } from "./compiled-rule.js";

export type { CompileProblem } from "./compile-leaf.js";

export interface CompiledRules {
  readonly rules: readonly CompiledRule[];
  readonly problems: readonly CompileProblem[];
  /** The patterns of all rules by their text. */
  readonly trees: ReadonlyMap<string, PatternTree>;
}

/** Compiles all rules together; equal patterns are compiled once, those that are `known` by their text not at all. */
export function compileRules(
  python: PythonParser,
  rules: readonly Rule[],
  known: ReadonlyMap<string, PatternTree>,
): CompiledRules {
  const compiler: Compiler = { python, known, trees: new Map(), leaves: new Map(), problems: [] };
  const compiled: CompiledRule[] = [];
  for (const rule of rules) {
    if (rule.query.mode !== "search") continue;
    const { formula: source } = rule.query;
    const formula = compileFormula(compiler, rule, source);
    if (formula === undefined) continue;
    const triggers = triggersOf(formula);
    if (triggers.length > 0)
      compiled.push({ rule, formula, triggers, fixTemplate: templateOf(python, rule), reach: reachOf(formula) });
    else {
      const message = "The rule only says what must not match; add a pattern that must.";
      compiler.problems.push({ rule, source: firstSource(source), offset: 0, message });
    }
  }
  return { rules: compiled, problems: compiler.problems, trees: compiler.trees };
}

function templateOf(python: PythonParser, { fix, language }: Rule): SyntaxNode | undefined {
  if (fix?.change.kind !== "template" || language !== "python") return undefined;
  return parseTemplate(python, fix.change.template);
}

function reachOf(formula: CompiledFormula): CompiledRule["reach"] {
  if (leavesOf(formula).some((leaf) => leaf.kind === "text")) return "text";
  return asksAnywhere(formula) || leavesOf(formula).some((leaf) => leaf.wide) ? "file" : "unit";
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
