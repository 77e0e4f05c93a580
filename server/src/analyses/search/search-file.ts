/** Joins the units of a file for rules that reach further than a unit: class bodies, statements in a row at module level. */
import { maximumSteps, type MatchBudget } from '../../matching/match.js';
import { SyntaxNode } from '../../syntax/node.js';
import type { PlacedUnit, Unit } from '../../syntax/unit.js';
import type { CodeRange } from './code-range.js';
import type { CompiledRule, Leaf } from './compiled-rule.js';
import { matchLeafAt, mayStart, walkStatements } from './find-leaf.js';
import { leafMatchesInUnit, type UnitSearch } from './search-unit.js';

/** One version of a file for wide rules. */
export interface FileSearch {
  readonly matchesOf: (leaf: Leaf) => readonly CodeRange[];
  readonly isTriggered: (rule: CompiledRule) => boolean;
}

/** The statements of a unit, with a class's members put back into its body. */
function assemble(placed: PlacedUnit): SyntaxNode[] {
  const { unit, members } = placed;
  if (members.length === 0) return [...unit.statements];
  return unit.statements.map((statement) => {
    if (statement.kind !== 'ClassDef') return statement;
    const body = statement.lastChild();
    const block = new SyntaxNode('Block', body.start, body.end, '', members.flatMap(assemble), unit);
    return new SyntaxNode('ClassDef', statement.start, statement.end, statement.value, [...statement.children.slice(0, 3), block], unit);
  });
}

/** A view of the file; nothing is assembled or matched before it is asked for. */
export function searchFile(roots: readonly PlacedUnit[], searches: ReadonlyMap<Unit, UnitSearch>): FileSearch {
  const known = new Map<number, readonly CodeRange[]>();
  let statements: SyntaxNode[] | undefined;
  const matchesOf = (leaf: Leaf): readonly CodeRange[] => {
    let found = known.get(leaf.id);
    if (found === undefined) {
      found = [...searches.values()].flatMap((search) => leafMatchesInUnit(search, leaf));
      if (leaf.wide) {
        statements ??= roots.flatMap(assemble);
        found = [...found, ...matchAcross(leaf, statements)];
      }
      known.set(leaf.id, found);
    }
    return found;
  };
  const triggered = new Set<CompiledRule>();
  for (const search of searches.values()) for (const rule of search.triggered) triggered.add(rule);
  const isTriggered = (rule: CompiledRule): boolean =>
    triggered.has(rule) || rule.triggers.some((leaf) => leaf.wide && matchesOf(leaf).length > 0);
  return { matchesOf, isTriggered };
}

/** Matches that start at statements of the module or of a class body. Functions were searched as units. */
function matchAcross(leaf: Leaf, statements: readonly SyntaxNode[]): CodeRange[] {
  const found: CodeRange[] = [];
  const budget: MatchBudget = { steps: maximumSteps };
  walkStatements(
    statements,
    (node, siblings, at) => {
      if (siblings !== undefined && mayStart(leaf, node)) found.push(...matchLeafAt(leaf, node, siblings, at, budget));
    },
    (node) => node.kind === 'ClassDef' || node.kind === 'Block',
  );
  return found;
}
