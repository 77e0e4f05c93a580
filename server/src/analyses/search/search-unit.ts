/** Searches one unit for all rules at once, and answers later questions about single patterns from memory. */
import { importedKeyWord, keyWord } from '../../matching/key-word.js';
import { maximumSteps, type MatchBudget } from '../../matching/match.js';
import type { SyntaxNode } from '../../syntax/node.js';
import type { Unit } from '../../syntax/unit.js';
import type { CodeRange } from './code-range.js';
import type { CompiledRule, Leaf } from './compiled-rule.js';
import { isExpression, matchLeafAt, mayStart, walkStatements } from './find-leaf.js';
import type { KindEntry, LeafIndex } from './leaf-index.js';

/** What is known of a unit's matches. Holds as long as the unit's text and the names that it read stay the same. */
export interface UnitSearch {
  readonly unit: Unit;
  readonly index: LeafIndex;
  /** Matches by leaf id; leaves without a match, or that have not been asked for, are missing. */
  readonly matches: Map<number, readonly CodeRange[]>;
  /** Rules of which a trigger matched. */
  readonly triggered: ReadonlySet<CompiledRule>;
  /** Whether the budget ran out, so that matches may be missing. */
  readonly exhausted: boolean;
}

const enterAll = (): boolean => true;

/**
 * One walk over the unit. Wide patterns are not tried on the unit's own statements: those stand in a list that is longer than
 * the unit, and are joined in search-file.ts.
 */
export function searchUnit(unit: Unit, index: LeafIndex): UnitSearch {
  const matches = new Map<number, CodeRange[]>();
  const triggered = new Set<CompiledRule>();
  const budget: MatchBudget = { steps: maximumSteps };
  const tryLeaves = (leaves: readonly Leaf[], node: SyntaxNode, siblings: readonly SyntaxNode[] | undefined, at: number): void => {
    for (const leaf of leaves) {
      if (leaf.wide && siblings === unit.statements) continue;
      const found = matchLeafAt(leaf, node, siblings, at, budget);
      if (found.length === 0) continue;
      const known = matches.get(leaf.id);
      if (known === undefined) matches.set(leaf.id, found);
      else known.push(...found);
      for (const rule of index.rulesByLeaf.get(leaf.id) ?? []) triggered.add(rule);
    }
  };
  walkStatements(
    unit.statements,
    (node, siblings, at) => {
      const entry = index.byKind.get(node.kind);
      if (entry !== undefined) {
        tryLeaves(entry.any, node, siblings, at);
        if (entry.byWord.size > 0) tryWords(entry, node, (leaves) => { tryLeaves(leaves, node, siblings, at); });
      }
      if (index.everywhere.length > 0 && (siblings !== undefined || isExpression(node))) tryLeaves(index.everywhere, node, siblings, at);
    },
    enterAll,
  );
  return { unit, index, matches, triggered, exhausted: budget.steps < 0 };
}

function tryWords(entry: KindEntry, node: SyntaxNode, run: (leaves: readonly Leaf[]) => void): void {
  const word = keyWord(node);
  if (word === '') return;
  const direct = entry.byWord.get(word);
  if (direct !== undefined) run(direct);
  const imported = importedKeyWord(node);
  const indirect = imported === '' ? undefined : entry.byWord.get(imported);
  if (indirect !== undefined) run(indirect);
}

/** The matches of one pattern in the unit, remembered. */
export function leafMatchesInUnit(search: UnitSearch, leaf: Leaf): readonly CodeRange[] {
  const known = search.matches.get(leaf.id);
  if (known !== undefined) return known;
  if (search.index.rulesByLeaf.has(leaf.id)) return [];
  const found: CodeRange[] = [];
  const budget: MatchBudget = { steps: maximumSteps };
  walkStatements(
    search.unit.statements,
    (node, siblings, at) => {
      if (leaf.wide && siblings === search.unit.statements) return;
      if (mayStart(leaf, node)) found.push(...matchLeafAt(leaf, node, siblings, at, budget));
    },
    enterAll,
  );
  search.matches.set(leaf.id, found);
  return found;
}
