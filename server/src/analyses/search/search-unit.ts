/** Searches one unit for all rules at once, and answers later questions about single patterns from memory. */
import { isExpression } from "../../matching/expression-kinds.js";
import { importedKeyWord, keyWord } from "../../matching/key-word.js";
import { createRegexBudget } from "../../base/regex/step-budget.js";
import { createBudget } from "../../matching/match.js";
import type { NameReads } from "../../names/resolve-unit.js";
import type { SyntaxNode } from "../../syntax/node.js";
import type { Unit } from "../../syntax/unit.js";
import type { CodeRange } from "./code-range.js";
import type { CompiledRule, PatternLeaf } from "./compiled-rule.js";
import { matchLeafAt } from "./find-leaf.js";
import { matchesInNodes } from "./nested-matches.js";
import { tableOf, type KindEntry, type LeafIndex, type StartTable } from "./leaf-index.js";
import { createPatternShares, tryWithin, type PatternShares } from "./rule-work.js";
import { openGates } from "./text-needs.js";

/** What is known of a unit's matches. Holds as long as the unit's text and the names that it read stay the same. */
export interface UnitSearch {
  readonly unit: Unit;
  readonly index: LeafIndex;
  /** Those of the index's required words that the unit has. */
  readonly words: ReadonlySet<string>;
  /** Matches by leaf id; leaves without a match, or that have not been asked for, are missing. */
  readonly matches: Map<number, readonly CodeRange[]>;
  /** Rules of which a trigger matched. */
  readonly triggered: ReadonlySet<CompiledRule>;
  /** Wide patterns that may start at the unit's own statements: their lists are longer than the unit, see search-file.ts. */
  readonly wideStarts: ReadonlySet<PatternLeaf>;
  /** Leaves by their id that allow too many combinations here, so that matches may be missing. */
  readonly unfinished: Set<number>;
}

/** The state of one walk. */
interface Walk {
  readonly unit: Unit;
  readonly index: LeafIndex;
  /** Triggers that the unit's words and texts allow. */
  readonly allowed: StartTable | undefined;
  readonly matches: Map<number, CodeRange[]>;
  readonly triggered: Set<CompiledRule>;
  readonly shares: PatternShares;
}

/**
 * One walk over the unit. `words` are those of the index's required words that the unit has, `reads` what the file says of the names in it.
 */
export function searchUnit(
  unit: Unit,
  words: ReadonlySet<string>,
  index: LeafIndex,
  reads: Pick<NameReads, "values">,
): UnitSearch {
  const walk: Walk = {
    unit,
    index,
    allowed: leavesAllowed(unit, words, index, reads),
    matches: new Map(),
    triggered: new Set(),
    shares: createPatternShares(unit.text),
  };
  const wideStarts = new Set<PatternLeaf>();
  unit.statements.forEach((statement, at) => {
    for (const leaf of leavesAt(index.wide, statement)) wideStarts.add(leaf);
    tryNode(walk, statement, unit.statements, at);
    searchChildren(walk, statement);
  });
  return {
    unit,
    index,
    words,
    matches: walk.matches,
    triggered: walk.triggered,
    wideStarts,
    unfinished: walk.shares.unfinished,
  };
}

function leavesAllowed(
  unit: Unit,
  words: ReadonlySet<string>,
  index: LeafIndex,
  reads: Pick<NameReads, "values">,
): StartTable | undefined {
  const open = index.gates === undefined ? [] : openGates(index.gates, unit, reads.values());
  return open.length === 0 && words.size === 0 ? undefined : tableOf(index, open, words);
}

function searchChildren(walk: Walk, node: SyntaxNode): void {
  const { children } = node;
  const isBlock = node.kind === "Block";
  for (let index = 0; index < children.length; index++) {
    const child = children[index];
    if (child === undefined) return;
    tryNode(walk, child, isBlock ? children : undefined, index);
    if (child.children.length > 0) searchChildren(walk, child);
  }
}

/** Tries the triggers that may start at `node`. */
function tryNode(walk: Walk, node: SyntaxNode, siblings: readonly SyntaxNode[] | undefined, at: number): void {
  tryTable(walk, walk.index.triggers, node, siblings, at);
  if (walk.allowed !== undefined) tryTable(walk, walk.allowed, node, siblings, at);
}

function tryTable(
  walk: Walk,
  { byKind, everywhere }: StartTable,
  node: SyntaxNode,
  siblings: readonly SyntaxNode[] | undefined,
  at: number,
): void {
  const entry = byKind.get(node.kind);
  if (entry !== undefined) {
    for (const leaf of entry.any) tryLeaf(walk, leaf, node, siblings, at);
    if (entry.byWord.size > 0) for (const leaf of leavesByWord(entry, node)) tryLeaf(walk, leaf, node, siblings, at);
  }
  if (everywhere.length > 0 && (siblings !== undefined || isExpression(node))) {
    for (const leaf of everywhere) tryLeaf(walk, leaf, node, siblings, at);
  }
}

function tryLeaf(
  walk: Walk,
  leaf: PatternLeaf,
  node: SyntaxNode,
  siblings: readonly SyntaxNode[] | undefined,
  at: number,
): void {
  if (leaf.wide && siblings === walk.unit.statements) return;
  const { shares } = walk;
  const found = tryWithin(shares, leaf.id, noRanges, () => matchLeafAt(leaf, node, siblings, at, shares.budget));
  if (found.length === 0) return;
  const known = walk.matches.get(leaf.id);
  if (known === undefined) walk.matches.set(leaf.id, [...found]);
  else known.push(...found);
  for (const rule of walk.index.rulesByLeaf.get(leaf.id) ?? []) walk.triggered.add(rule);
}

const noLeaves: readonly PatternLeaf[] = [];
const noRanges: readonly CodeRange[] = [];

function leavesByWord(entry: KindEntry, node: SyntaxNode): readonly PatternLeaf[] {
  const word = keyWord(node);
  if (word === "") return noLeaves;
  const direct = entry.byWord.get(word);
  const imported = importedKeyWord(node);
  const indirect = imported === "" ? undefined : entry.byWord.get(imported);
  if (direct === undefined) return indirect ?? noLeaves;
  return indirect === undefined ? direct : [...direct, ...indirect];
}

/** The leaves of a table that may start at a statement. */
function leavesAt(table: StartTable, node: SyntaxNode): PatternLeaf[] {
  const entry = table.byKind.get(node.kind);
  const byKind = entry === undefined ? [] : [...entry.any, ...leavesByWord(entry, node)];
  return [...byKind, ...table.everywhere];
}

/** The matches of one pattern in the unit, remembered. */
export function leafMatchesInUnit(search: UnitSearch, leaf: PatternLeaf): readonly CodeRange[] {
  const known = search.matches.get(leaf.id);
  if (known !== undefined) return known;
  if (search.index.rulesByLeaf.has(leaf.id)) return [];
  const { requiredWord } = leaf.pattern.key;
  if (requiredWord !== "" && !leaf.options.symbolicPropagation && !search.words.has(requiredWord)) return [];
  const budget = createBudget(createRegexBudget(search.unit.text));
  const found = matchesInNodes(leaf, search.unit.statements, "unit", budget);
  if (budget.steps < 0) search.unfinished.add(leaf.id);
  search.matches.set(leaf.id, found);
  return found;
}
