/** Rules made ready for searching: patterns compiled once and shared, and for each rule the patterns that can set it off. */
import type { CompiledRegex } from "../../base/regex/compile-regex.js";
import type { Comparison } from "../../matching/comparison/comparison.js";
import type { MatchOptions, MetavariableConstraints } from "../../matching/match.js";
import type { Pattern, PatternNode } from "../../matching/pattern.js";
import type { Analyzer } from "../../rules/formula.js";
import type { Rule } from "../../rules/rule.js";
import type { SyntaxNode } from "../../syntax/node.js";
import type { Unit } from "../../syntax/unit.js";

/** One distinct pattern of the rule set. */
export type Leaf = PatternLeaf | TextLeaf;

/** A pattern in Python. */
export interface PatternLeaf {
  readonly kind: "pattern";
  readonly id: number;
  readonly pattern: Pattern;
  readonly options: MatchOptions;
  /** What the conditions around the pattern ask of its metavariables. */
  readonly constraints: MetavariableConstraints;
  /** Of a pattern that ends with `...`: whether only the longest run counts, as for code that must surround other code. */
  readonly longestOnly: boolean;
  /** Whether a match can span several units: class bodies, and statements in a row. */
  readonly wide: boolean;
  /** How rare its start is in ordinary code; the rarest pattern of a conjunction sets it off. */
  readonly rarity: number;
}

/** A pattern over plain text: a regular expression, or one in the generic language. */
export interface TextLeaf {
  readonly kind: "text";
  readonly id: number;
  /** Whether the range is that of a regular expression, which negation treats in its own way. */
  readonly isRegex: boolean;
  /** Looks through the text of a unit, which is nothing but text. */
  readonly find: (unit: Unit) => readonly TextMatch[];
  readonly wide: true;
  readonly rarity: number;
}

/** Where a text pattern matches, in UTF-16 offsets. */
export interface TextMatch {
  readonly start: number;
  readonly end: number;
  readonly bindings: readonly {
    readonly name: string;
    readonly text: string;
    readonly start: number;
    readonly end: number;
  }[];
}

export type CompiledFormula =
  | { readonly kind: "leaf"; readonly leaf: Leaf }
  | CompiledConjunction
  | { readonly kind: "any"; readonly parts: readonly CompiledFormula[] }
  /** The part's ranges, each bound as a whole to a metavariable. */
  | { readonly kind: "as"; readonly metavariable: string; readonly part: CompiledFormula };

export interface CompiledConjunction {
  readonly kind: "all";
  readonly positives: readonly CompiledFormula[];
  readonly insides: readonly CompiledFormula[];
  /** What the file must have somewhere. */
  readonly anywhere: readonly CompiledFormula[];
  /** What the range must not be, what it must not lie in, and what the file must not have anywhere. */
  readonly negatives: readonly CompiledFormula[];
  readonly outsides: readonly CompiledFormula[];
  readonly nowhere: readonly CompiledFormula[];
  readonly conditions: readonly CompiledCondition[];
  /** Of each entry one of the metavariables. */
  readonly focus: readonly (readonly string[])[];
}

export type CompiledCondition =
  | {
      readonly kind: "regex";
      readonly metavariable: string;
      readonly regex: CompiledRegex;
      readonly constantPropagation: boolean;
      /** Whether the patterns' own constraints see to it already, so that nothing is left to check or to bind. */
      readonly enforced: boolean;
    }
  | {
      readonly kind: "pattern";
      readonly metavariable: string;
      readonly formula: CompiledFormula;
      /** How the metavariable is looked at: as the code that it is, or its text, parsed anew or plain. */
      readonly view: "code" | "python" | "text";
    }
  | {
      readonly kind: "comparison";
      readonly metavariable: string | undefined;
      readonly comparison: Comparison;
      readonly strip: boolean;
    }
  | { readonly kind: "type"; readonly metavariable: string; readonly types: readonly PatternNode[] }
  | { readonly kind: "analysis"; readonly metavariable: string; readonly analyzer: Analyzer };

export interface CompiledRule {
  readonly rule: Rule;
  readonly formula: CompiledFormula;
  /** Wherever the rule matches, one of these matches too. */
  readonly triggers: readonly Leaf[];
  /** Of a rule in taint mode, whose `formula` is that of its sinks. */
  readonly taint: CompiledTaint | undefined;
  /** The formulas whose matches the analysis of flows through the project takes; undefined if it takes none. */
  readonly marks: CompiledTaint | undefined;
  /** The expression of the rule's `fix-regex`; undefined if it has none. */
  readonly fixRegex: CompiledRegex | undefined;
  /** The rule's fix as an expression, with stand-ins for metavariables; undefined if it is none. */
  readonly fixTemplate: SyntaxNode | undefined;
  /** `unit` if a match, and all that decides about it, lies in one unit; `text` if it is about the file's plain text. */
  readonly reach: "unit" | "file" | "text";
}

/** The formulas of a rule in taint mode, in the order of their entries. */
export interface CompiledTaint {
  readonly sources: readonly CompiledFormula[];
  readonly sinks: readonly CompiledFormula[];
  readonly sanitizers: readonly CompiledFormula[];
  readonly propagators: readonly CompiledFormula[];
  /** The metavariables between which each propagator passes data on. */
  readonly propagatorEnds: readonly { readonly from: string; readonly to: string }[];
  /** Whether a match can depend on more than one unit. */
  readonly isWide: boolean;
}

/** The leaves of a formula, each once; those of conditions look at metavariables only and are not among them. */
export function leavesOf(formula: CompiledFormula): Leaf[] {
  switch (formula.kind) {
    case "leaf":
      return [formula.leaf];
    case "as":
      return leavesOf(formula.part);
    case "any":
      return [...new Set(formula.parts.flatMap(leavesOf))];
    case "all":
      return [...new Set(partsOf(formula).flatMap(leavesOf))];
  }
}

function partsOf(formula: CompiledConjunction): CompiledFormula[] {
  const { positives, insides, anywhere, negatives, outsides, nowhere } = formula;
  return [...positives, ...insides, ...anywhere, ...negatives, ...outsides, ...nowhere];
}

/** Whether a formula asks for something anywhere in the file. */
export function asksAnywhere(formula: CompiledFormula): boolean {
  switch (formula.kind) {
    case "leaf":
      return false;
    case "as":
      return asksAnywhere(formula.part);
    case "any":
      return formula.parts.some(asksAnywhere);
    case "all":
      return formula.anywhere.length + formula.nowhere.length > 0 || partsOf(formula).some(asksAnywhere);
  }
}

/** The cheapest set of leaves of which one must match. */
export function triggersOf(formula: CompiledFormula): Leaf[] {
  switch (formula.kind) {
    case "leaf":
      return [formula.leaf];
    case "as":
      return triggersOf(formula.part);
    case "any":
      return triggersOfAny(formula.parts);
    case "all": {
      const candidates = [...formula.positives, ...formula.insides, ...formula.anywhere].map(triggersOf);
      return candidates.reduce(
        (best, next) => (lowestRarity(next) > lowestRarity(best) ? next : best),
        candidates[0] ?? [],
      );
    }
  }
}

/** All of the alternatives' triggers; none if an alternative has none. */
function triggersOfAny(parts: readonly CompiledFormula[]): Leaf[] {
  const triggers = parts.map(triggersOf);
  return triggers.every((leaves) => leaves.length > 0) ? [...new Set(triggers.flat())] : [];
}

/** How rare the matches of a formula are, by its triggers. */
export function rarityOf(formula: CompiledFormula): number {
  return lowestRarity(triggersOf(formula));
}

function lowestRarity(leaves: readonly Leaf[]): number {
  return leaves.length === 0 ? -1 : Math.min(...leaves.map((leaf) => leaf.rarity));
}
