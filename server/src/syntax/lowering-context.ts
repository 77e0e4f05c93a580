/** What every lowering function works with: the raw tree under the cursor, and how to make nodes of it. */
import { errorSymbol, type RawTree } from "./raw-tree.js";
import { noChildren, SyntaxNode, type SyntaxKind } from "./node.js";
import type { Unit } from "./unit.js";

/** The grammar's symbols by number. */
export interface GrammarSymbols {
  /** Type names, as "call" or "+=". */
  readonly names: readonly string[];
  readonly isNamed: readonly boolean[];
  /** Comments and line continuations, which the syntax form leaves out. */
  readonly isExtra: readonly boolean[];
}

/** Nesting beyond which code is kept as one opaque node, so that no text can exhaust the stack. */
export const maximumDepth = 800;

export interface LoweringContext {
  readonly tree: RawTree;
  readonly symbols: GrammarSymbols;
  /** What to subtract from an offset in the parsed text to get one in the unit. */
  readonly base: number;
  readonly unit: Unit;
  readonly errors: { start: number; end: number }[];
  /** Whether the bodies of classes are left out: they are units of their own. */
  readonly omitClassBodies: boolean;
  depth: number;
  absent: SyntaxNode | undefined;
  /** Lowers the node at a raw index. */
  readonly lower: (context: LoweringContext, index: number) => SyntaxNode;
}

export function typeOf(context: LoweringContext, index: number): string {
  const symbol = context.tree.symbols[index] ?? 0;
  return symbol === errorSymbol ? "ERROR" : (context.symbols.names[symbol] ?? "");
}

export function isNamed(context: LoweringContext, index: number): boolean {
  const symbol = context.tree.symbols[index] ?? 0;
  return symbol === errorSymbol || context.symbols.isNamed[symbol] === true;
}

export function startOf(context: LoweringContext, index: number): number {
  return (context.tree.starts[index] ?? 0) - context.base;
}

/** A block that ends its unit may end with comments, which are no part of the unit. */
export function endOf(context: LoweringContext, index: number): number {
  return Math.min((context.tree.ends[index] ?? 0) - context.base, context.unit.text.length);
}

export function textOf(context: LoweringContext, index: number): string {
  return context.unit.text.slice(startOf(context, index), endOf(context, index));
}

/** Raw indices of the children, tokens among them, comments not. */
export function childIndices(context: LoweringContext, index: number): number[] {
  const { tree, symbols } = context;
  const result: number[] = [];
  const end = tree.next[index] ?? 0;
  for (let child = index + 1; child < end; child = tree.next[child] ?? end) {
    if (symbols.isExtra[tree.symbols[child] ?? 0] !== true) result.push(child);
  }
  return result;
}

/** Raw indices of the named children, comments left out. */
export function namedIndices(context: LoweringContext, index: number): number[] {
  const result: number[] = [];
  const end = context.tree.next[index] ?? 0;
  for (
    let child = nextNamed(context, index + 1, end);
    child < end;
    child = nextNamed(context, after(context, child), end)
  ) {
    result.push(child);
  }
  return result;
}

/** The first named node that is no comment, from `from` on among siblings; `end` if there is none. */
function nextNamed(context: LoweringContext, from: number, end: number): number {
  const { tree, symbols } = context;
  let child = from;
  while (child < end) {
    const symbol = tree.symbols[child] ?? 0;
    const named = symbol === errorSymbol || symbols.isNamed[symbol] === true;
    if (named && symbols.isExtra[symbol] !== true) return child;
    child = tree.next[child] ?? end;
  }
  return end;
}

function after(context: LoweringContext, index: number): number {
  return context.tree.next[index] ?? Number.MAX_SAFE_INTEGER;
}

/** Raw index of the named child number `count` (zero-based), without making a list; undefined if there are fewer. */
export function namedChild(context: LoweringContext, index: number, count: number): number | undefined {
  const end = context.tree.next[index] ?? 0;
  let child = nextNamed(context, index + 1, end);
  for (let passed = 0; passed < count && child < end; passed++) child = nextNamed(context, after(context, child), end);
  return child < end ? child : undefined;
}

/** Whether a token of this type is among the children. */
export function hasToken(context: LoweringContext, index: number, token: string): boolean {
  return childIndices(context, index).some((child) => typeOf(context, child) === token);
}

/** A node that spans the raw node at `index`. */
export function makeNode(
  context: LoweringContext,
  kind: SyntaxKind,
  index: number,
  value = "",
  children: readonly SyntaxNode[] = noChildren,
): SyntaxNode {
  return new SyntaxNode(kind, startOf(context, index), endOf(context, index), value, children, context.unit);
}

/** Lowers each of the raw nodes. */
export function lowerAll(context: LoweringContext, indices: readonly number[]): SyntaxNode[] {
  return indices.map((index) => context.lower(context, index));
}

/** A list that grows has room for this many from its second element on. */
const grownCapacity = 17;

/** Lowers all named children, into lists without room to spare: there are as many of them as there are nodes. */
export function lowerNamed(context: LoweringContext, index: number): readonly SyntaxNode[] {
  const end = context.tree.next[index] ?? 0;
  const first = nextNamed(context, index + 1, end);
  if (first >= end) return noChildren;
  const lowered = context.lower(context, first);
  let child = nextNamed(context, after(context, first), end);
  if (child >= end) return [lowered];
  const result: SyntaxNode[] = [lowered];
  for (; child < end; child = nextNamed(context, after(context, child), end))
    result.push(context.lower(context, child));
  return result.length < grownCapacity ? result.slice() : result;
}

/** The slot for a part that the code leaves out: one node for all such slots of a unit, at the place of the first. */
export function absent(context: LoweringContext, offset: number): SyntaxNode {
  context.absent ??= new SyntaxNode("Absent", offset, offset, "", noChildren, context.unit);
  return context.absent;
}

/** Lowers the raw node, or gives an Absent node at `offset` if there is none. */
export function lowerOptional(context: LoweringContext, index: number | undefined, offset: number): SyntaxNode {
  return index === undefined ? absent(context, offset) : context.lower(context, index);
}

/** A name that is not an expression: of a function, an attribute's owner, an alias. */
export function identifier(context: LoweringContext, index: number): SyntaxNode {
  return makeNode(context, "Identifier", index, textOf(context, index));
}
