/** The index from what code looks like to the patterns that could start there: one walk over a unit serves all rules. */
import type { SyntaxKind } from "../../syntax/node.js";
import { leavesOf, type CompiledRule, type Leaf, type PatternLeaf } from "./compiled-rule.js";
import { splitByTextNeeds, type TextGate, type TextGates } from "./text-needs.js";

/** The patterns that may start at nodes of one kind. */
export interface KindEntry {
  readonly any: PatternLeaf[];
  readonly byWord: Map<string, PatternLeaf[]>;
}

/** Patterns by the kind and word of the node that they start at. */
export interface StartTable {
  readonly byKind: Map<SyntaxKind, KindEntry>;
  /** Patterns that may start at any expression or statement. */
  readonly everywhere: PatternLeaf[];
}

export interface LeafIndex {
  /** Triggers that may match in any unit, or whose start has a word to look up. */
  readonly triggers: StartTable;
  /** Triggers that can only match in units with certain texts. */
  readonly gates: TextGates | undefined;
  /** The other triggers, by a word without which a unit can't match them. */
  readonly triggersByRequiredWord: ReadonlyMap<string, readonly PatternLeaf[]>;
  /** Tables of triggers that units allowed, by gates and words: few sets come again and again. */
  readonly tables: Map<string, StartTable>;
  /** The required words of all patterns. */
  readonly requiredWords: ReadonlySet<string>;
  /** All patterns that can span several units, triggers or not. */
  readonly wide: StartTable;
  /** The rules that a trigger sets off, by the leaf's id. */
  readonly rulesByLeaf: ReadonlyMap<number, readonly CompiledRule[]>;
}

/** Builds the index over all rules. */
export function buildLeafIndex(rules: readonly CompiledRule[]): LeafIndex {
  const rulesByLeaf = new Map<number, CompiledRule[]>();
  const triggers = new Set<PatternLeaf>();
  const wide = new Set<PatternLeaf>();
  const requiredWords = new Set<string>();
  for (const rule of rules) {
    for (const leaf of allLeaves(rule)) {
      if (leaf.kind !== "pattern") continue;
      if (leaf.wide) wide.add(leaf);
      if (leaf.pattern.key.requiredWord !== "") requiredWords.add(leaf.pattern.key.requiredWord);
    }
    for (const leaf of rule.triggers) {
      if (leaf.kind === "pattern") triggers.add(leaf);
      rulesByLeaf.set(leaf.id, [...(rulesByLeaf.get(leaf.id) ?? []), rule]);
    }
  }
  const { plain: withoutWord, byRequiredWord } = splitByRequiredWord(triggers);
  const { gates, others } = splitByTextNeeds(withoutWord);
  return {
    triggers: buildTable(others),
    gates,
    tables: new Map(),
    triggersByRequiredWord: byRequiredWord,
    requiredWords,
    wide: buildTable(wide),
    rulesByLeaf,
  };
}

function allLeaves({ formula, taint }: CompiledRule): Leaf[] {
  if (taint === undefined) return leavesOf(formula);
  return [...taint.sources, ...taint.sinks, ...taint.sanitizers, ...taint.propagators].flatMap(leavesOf);
}

function splitByRequiredWord(leaves: ReadonlySet<PatternLeaf>): {
  plain: PatternLeaf[];
  byRequiredWord: Map<string, PatternLeaf[]>;
} {
  const plain: PatternLeaf[] = [];
  const byRequiredWord = new Map<string, PatternLeaf[]>();
  for (const leaf of leaves) {
    const { words, requiredWord, kinds } = leaf.pattern.key;
    if (words.length > 0 || requiredWord === "" || kinds.length === 0) plain.push(leaf);
    else byRequiredWord.set(requiredWord, [...(byRequiredWord.get(requiredWord) ?? []), leaf]);
  }
  return { plain, byRequiredWord };
}

/** More tables than this are not remembered. */
const mostTables = 4096;

/** The table of the triggers behind some gates and words, remembered. */
export function tableOf(index: LeafIndex, gates: readonly TextGate[], words: Iterable<string>): StartTable {
  const { tables, triggersByRequiredWord } = index;
  let key = gates
    .map(({ id }) => id)
    .sort((a, b) => a - b)
    .join();
  const leaves: PatternLeaf[] = [];
  for (const word of words) {
    const needing = triggersByRequiredWord.get(word);
    if (needing === undefined) continue;
    key += ` ${word}`;
    leaves.push(...needing);
  }
  let table = tables.get(key);
  if (table !== undefined) return table;
  for (const gate of gates) leaves.push(...gate.leaves);
  table = buildTable(leaves);
  if (tables.size >= mostTables) tables.clear();
  tables.set(key, table);
  return table;
}

function buildTable(leaves: Iterable<PatternLeaf>): StartTable {
  const table: StartTable = { byKind: new Map(), everywhere: [] };
  for (const leaf of leaves) {
    const { kinds, words } = leaf.pattern.key;
    if (kinds.length === 0) table.everywhere.push(leaf);
    for (const kind of kinds) {
      const entry = table.byKind.get(kind) ?? { any: [], byWord: new Map<string, PatternLeaf[]>() };
      table.byKind.set(kind, entry);
      if (words.length === 0) entry.any.push(leaf);
      for (const word of words) entry.byWord.set(word, [...(entry.byWord.get(word) ?? []), leaf]);
    }
  }
  return table;
}
