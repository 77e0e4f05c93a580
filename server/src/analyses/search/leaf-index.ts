/** The index from what code looks like to the patterns that could start there: one walk over a unit serves all rules. */
import type { SyntaxKind } from "../../syntax/node.js";
import { leavesOf, type CompiledRule, type Leaf } from "./compiled-rule.js";

/** The patterns that may start at nodes of one kind. */
export interface KindEntry {
  readonly any: Leaf[];
  readonly byWord: Map<string, Leaf[]>;
  /** Of calls, by the name of a keyword argument. */
  readonly byKeyword: Map<string, Leaf[]>;
}

/** Patterns by the kind and word of the node that they start at. */
export interface StartTable {
  readonly byKind: Map<SyntaxKind, KindEntry>;
  /** Patterns that may start at any expression or statement. */
  readonly everywhere: Leaf[];
}

export interface LeafIndex {
  /** The triggers of all rules. */
  readonly triggers: StartTable;
  /** All patterns that can span several units, triggers or not. */
  readonly wide: StartTable;
  /** The rules that a trigger sets off, by the leaf's id. */
  readonly rulesByLeaf: ReadonlyMap<number, readonly CompiledRule[]>;
}

/** Builds the index over all rules. */
export function buildLeafIndex(rules: readonly CompiledRule[]): LeafIndex {
  const rulesByLeaf = new Map<number, CompiledRule[]>();
  const triggers = new Set<Leaf>();
  const wide = new Set<Leaf>();
  for (const rule of rules) {
    for (const leaf of leavesOf(rule.formula)) if (leaf.wide) wide.add(leaf);
    for (const leaf of rule.triggers) {
      triggers.add(leaf);
      rulesByLeaf.set(leaf.id, [...(rulesByLeaf.get(leaf.id) ?? []), rule]);
    }
  }
  return { triggers: buildTable(triggers), wide: buildTable(wide), rulesByLeaf };
}

function buildTable(leaves: ReadonlySet<Leaf>): StartTable {
  const table: StartTable = { byKind: new Map(), everywhere: [] };
  for (const leaf of leaves) {
    const { kinds, words, keyword } = leaf.pattern.key;
    if (kinds.length === 0) table.everywhere.push(leaf);
    for (const kind of kinds) {
      const entry = table.byKind.get(kind) ?? {
        any: [],
        byWord: new Map<string, Leaf[]>(),
        byKeyword: new Map<string, Leaf[]>(),
      };
      table.byKind.set(kind, entry);
      if (words.length === 0 && keyword !== "") {
        entry.byKeyword.set(keyword, [...(entry.byKeyword.get(keyword) ?? []), leaf]);
      } else if (words.length === 0) entry.any.push(leaf);
      for (const word of words) entry.byWord.set(word, [...(entry.byWord.get(word) ?? []), leaf]);
    }
  }
  return table;
}
