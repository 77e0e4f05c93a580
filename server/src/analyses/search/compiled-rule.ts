/** Rules made ready for searching: patterns compiled once and shared, and for each rule the patterns that can set it off. */
import type { MetavariableConstraints } from "../../matching/match.js";
import type { Pattern } from "../../matching/pattern.js";
import type { Rule } from "../../rules/rule.js";

/** One distinct pattern of the rule set. */
export interface Leaf {
  readonly id: number;
  readonly pattern: Pattern;
  /** What the conditions around the pattern ask of its metavariables. */
  readonly constraints: MetavariableConstraints;
  /** Of a pattern that ends with `...`: whether only the longest run counts, as for code that must surround other code. */
  readonly longestOnly: boolean;
  /** Whether a match can span several units: class bodies, and statements in a row. */
  readonly wide: boolean;
  /** How rare its start is in ordinary code; the rarest pattern of a conjunction sets it off. */
  readonly rarity: number;
}

export type CompiledFormula =
  | { readonly kind: "leaf"; readonly leaf: Leaf }
  | {
      readonly kind: "all";
      readonly positives: readonly CompiledFormula[];
      readonly insides: readonly CompiledFormula[];
      /** What the range must not be, and what it must not lie in. */
      readonly negatives: readonly CompiledFormula[];
      readonly outsides: readonly CompiledFormula[];
      readonly conditions: readonly CompiledCondition[];
      readonly focus: readonly string[];
    }
  | { readonly kind: "any"; readonly parts: readonly CompiledFormula[] };

export interface CompiledCondition {
  readonly metavariable: string;
  /** Sticky, so that it matches at the start of the text. */
  readonly regex: RegExp;
  /** Whether the patterns' own constraints see to it already, so that nothing is left to check or to bind. */
  readonly enforced: boolean;
}

export interface CompiledRule {
  readonly rule: Rule;
  readonly formula: CompiledFormula;
  /** Wherever the rule matches, one of these matches too. */
  readonly triggers: readonly Leaf[];
  /** `unit` if a match, and all that decides about it, lies in one unit. */
  readonly reach: "unit" | "file";
}

/** The leaves of a formula, each once. */
export function leavesOf(formula: CompiledFormula): Leaf[] {
  switch (formula.kind) {
    case "leaf":
      return [formula.leaf];
    case "any":
      return [...new Set(formula.parts.flatMap(leavesOf))];
    case "all":
      return [
        ...new Set(
          [...formula.positives, ...formula.insides, ...formula.negatives, ...formula.outsides].flatMap(leavesOf),
        ),
      ];
  }
}

/** The cheapest set of leaves of which one must match. */
export function triggersOf(formula: CompiledFormula): Leaf[] {
  switch (formula.kind) {
    case "leaf":
      return [formula.leaf];
    case "any":
      return [...new Set(formula.parts.flatMap(triggersOf))];
    case "all": {
      const candidates = [...formula.positives, ...formula.insides].map(triggersOf);
      return candidates.reduce(
        (best, next) => (lowestRarity(next) > lowestRarity(best) ? next : best),
        candidates[0] ?? [],
      );
    }
  }
}

/** How rare the matches of a formula are, by its triggers. */
export function rarityOf(formula: CompiledFormula): number {
  return lowestRarity(triggersOf(formula));
}

function lowestRarity(leaves: readonly Leaf[]): number {
  return leaves.length === 0 ? -1 : Math.min(...leaves.map((leaf) => leaf.rarity));
}
