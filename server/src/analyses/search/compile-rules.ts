/** Compiles rules for searching. A rule whose pattern is not Python becomes a problem at the pattern; the others are not touched. */
import { translateRegex } from '../../base/regex.js';
import { compilePattern } from '../../matching/compile-pattern.js';
import type { Pattern } from '../../matching/pattern.js';
import type { Condition, Formula, PatternSource } from '../../rules/formula.js';
import type { Rule } from '../../rules/rule.js';
import type { PythonParser } from '../../syntax/python-parser.js';
import { leavesOf, triggersOf, type CompiledCondition, type CompiledFormula, type CompiledRule, type Leaf } from './compiled-rule.js';

/** What is wrong with a rule, and at which YAML value. */
export interface CompileProblem {
  readonly rule: Rule;
  readonly source: PatternSource;
  /** UTF-16 offset in the pattern's text. */
  readonly offset: number;
  readonly message: string;
}

export interface CompiledRules {
  readonly rules: readonly CompiledRule[];
  readonly problems: readonly CompileProblem[];
}

interface Compiler {
  readonly python: PythonParser;
  readonly leaves: Map<string, Leaf>;
  readonly problems: CompileProblem[];
}

/** Compiles all rules together; equal patterns are compiled once. */
export function compileRules(python: PythonParser, rules: readonly Rule[]): CompiledRules {
  const compiler: Compiler = { python, leaves: new Map(), problems: [] };
  const compiled: CompiledRule[] = [];
  for (const rule of rules) {
    const formula = compileFormula(compiler, rule, rule.formula);
    if (formula === undefined) continue;
    const triggers = triggersOf(formula);
    const first = firstSource(rule.formula);
    if (triggers.length === 0) compiler.problems.push({ rule, source: first, offset: 0, message: 'The rule only says what must not match; add a pattern that must.' });
    else compiled.push({ rule, formula, triggers, reach: leavesOf(formula).some((leaf) => leaf.wide) ? 'file' : 'unit' });
  }
  return { rules: compiled, problems: compiler.problems };
}

function firstSource(formula: Formula): PatternSource {
  switch (formula.kind) {
    case 'pattern':
      return formula.pattern;
    case 'inside':
    case 'not':
      return firstSource(formula.part);
    case 'all':
    case 'any': {
      const [first] = formula.parts;
      return first === undefined ? { text: '', range: { start: 0, end: 0 } } : firstSource(first);
    }
  }
}

function compileFormula(compiler: Compiler, rule: Rule, formula: Formula): CompiledFormula | undefined {
  switch (formula.kind) {
    case 'pattern':
      return compileLeaf(compiler, rule, formula.pattern);
    case 'any': {
      const parts = compileAll(compiler, rule, formula.parts);
      return parts === undefined ? undefined : { kind: 'any', parts };
    }
    case 'all':
      return compileConjunction(compiler, rule, formula);
    case 'inside':
      return compileConjunction(compiler, rule, { kind: 'all', parts: [formula], conditions: [], focus: [] });
    case 'not':
      return compileConjunction(compiler, rule, { kind: 'all', parts: [formula], conditions: [], focus: [] });
  }
}

function compileAll(compiler: Compiler, rule: Rule, formulas: readonly Formula[]): CompiledFormula[] | undefined {
  const compiled = formulas.map((formula) => compileFormula(compiler, rule, formula));
  return compiled.every((part) => part !== undefined) ? compiled : undefined;
}

function compileConjunction(compiler: Compiler, rule: Rule, formula: Extract<Formula, { kind: 'all' }>): CompiledFormula | undefined {
  const partsOf = (kind: 'inside' | 'not'): Formula[] => formula.parts.flatMap((part) => (part.kind === kind ? [part.part] : []));
  const positives = compileAll(
    compiler,
    rule,
    formula.parts.filter((part) => part.kind !== 'inside' && part.kind !== 'not'),
  );
  const insides = compileAll(compiler, rule, partsOf('inside'));
  const negatives = compileAll(compiler, rule, partsOf('not'));
  const conditions = formula.conditions.map((condition) => compileCondition(compiler, rule, condition));
  if (positives === undefined || insides === undefined || negatives === undefined) return undefined;
  if (!conditions.every((condition) => condition !== undefined)) return undefined;
  return { kind: 'all', positives, insides, negatives, conditions, focus: formula.focus };
}

function compileCondition(compiler: Compiler, rule: Rule, condition: Condition): CompiledCondition | undefined {
  const regex = translateRegex(condition.regex.text, 'y');
  if (regex instanceof RegExp) return { metavariable: condition.metavariable, regex };
  compiler.problems.push({ rule, source: condition.regex, offset: 0, message: regex.message });
  return undefined;
}

function compileLeaf(compiler: Compiler, rule: Rule, source: PatternSource): CompiledFormula | undefined {
  const text = dedent(source.text);
  const known = compiler.leaves.get(text);
  if (known !== undefined) return { kind: 'leaf', leaf: known };
  const pattern = compilePattern(compiler.python, text);
  if ('message' in pattern) {
    compiler.problems.push({ rule, source, offset: pattern.offset, message: pattern.message });
    return undefined;
  }
  const leaf: Leaf = { id: compiler.leaves.size, pattern, wide: isWide(pattern), rarity: rarity(pattern) };
  compiler.leaves.set(text, leaf);
  return { kind: 'leaf', leaf };
}

/** Removes the indentation that all lines share, as people write patterns in YAML blocks. */
function dedent(text: string): string {
  const lines = text.replace(/^\s*\n/, '').trimEnd().split('\n');
  const widths = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const shared = widths.length === 0 ? 0 : Math.min(...widths);
  return lines.map((line) => line.slice(shared)).join('\n');
}

function isWide(pattern: Pattern): boolean {
  return pattern.form === 'statements' && (pattern.statements.length > 1 || pattern.key.kinds.includes('ClassDef'));
}

/** Higher for patterns that start at fewer nodes. */
function rarity(pattern: Pattern): number {
  const { kinds, word } = pattern.key;
  if (kinds.length === 0) return 0;
  if (word !== '') return 10;
  const [kind] = kinds;
  switch (kind) {
    case 'Call':
    case 'Assign':
    case 'Attribute':
    case 'Name':
      return 1;
    case 'FunctionDef':
    case 'If':
    case 'String':
    case 'Return':
      return 2;
    case 'ClassDef':
      return 1.5;
    default:
      return 4;
  }
}
