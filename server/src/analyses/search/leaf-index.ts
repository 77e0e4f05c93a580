/** The index from what code looks like to the patterns that could start there: one walk over a unit serves all rules. */
import type { SyntaxKind } from '../../syntax/node.js';
import type { CompiledRule, Leaf } from './compiled-rule.js';

/** The patterns that may start at nodes of one kind. */
export interface KindEntry {
  readonly any: Leaf[];
  readonly byWord: Map<string, Leaf[]>;
}

export interface LeafIndex {
  readonly byKind: ReadonlyMap<SyntaxKind, KindEntry>;
  /** Patterns that may start at any expression or statement. */
  readonly everywhere: readonly Leaf[];
  /** The rules that a leaf sets off, by the leaf's id. */
  readonly rulesByLeaf: ReadonlyMap<number, readonly CompiledRule[]>;
}

/** Builds the index over the triggers of all rules. */
export function buildLeafIndex(rules: readonly CompiledRule[]): LeafIndex {
  const byKind = new Map<SyntaxKind, KindEntry>();
  const everywhere: Leaf[] = [];
  const rulesByLeaf = new Map<number, CompiledRule[]>();
  for (const rule of rules) {
    for (const leaf of rule.triggers) {
      const known = rulesByLeaf.get(leaf.id);
      if (known !== undefined) known.push(rule);
      else {
        rulesByLeaf.set(leaf.id, [rule]);
        addLeaf(leaf, byKind, everywhere);
      }
    }
  }
  return { byKind, everywhere, rulesByLeaf };
}

function addLeaf(leaf: Leaf, byKind: Map<SyntaxKind, KindEntry>, everywhere: Leaf[]): void {
  const { kinds, word } = leaf.pattern.key;
  if (kinds.length === 0) everywhere.push(leaf);
  for (const kind of kinds) {
    const entry = byKind.get(kind) ?? { any: [], byWord: new Map<string, Leaf[]>() };
    byKind.set(kind, entry);
    if (word === '') entry.any.push(leaf);
    else entry.byWord.set(word, [...(entry.byWord.get(word) ?? []), leaf]);
  }
}
