/** Turns the parser's tree into the syntax form of a unit. */
import { expressionLowerers, type Lowerer } from "./lower-expressions.js";
import { statementLowerers } from "./lower-statements.js";
import {
  isNamed,
  lowerNamed,
  makeNode,
  maximumDepth,
  typeOf,
  type GrammarSymbols,
  type LoweringContext,
} from "./lowering-context.js";
import { noChildren, type SyntaxNode } from "./node.js";
import { errorSymbol, type RawTree } from "./raw-tree.js";
import type { Unit } from "./unit.js";

/** The grammar with the function that lowers each symbol. */
export interface Grammar {
  readonly symbols: GrammarSymbols;
  readonly lowerers: readonly (Lowerer | undefined)[];
}

/** Builds the tables from the grammar's type names; index = symbol. */
export function createGrammar(names: readonly string[], named: readonly boolean[]): Grammar {
  const byType: Readonly<Record<string, Lowerer>> = { ...expressionLowerers, ...statementLowerers };
  return {
    symbols: {
      names,
      isNamed: named,
      isExtra: names.map(
        (name, symbol) => named[symbol] === true && (name === "comment" || name === "line_continuation"),
      ),
    },
    lowerers: names.map((name, symbol) =>
      named[symbol] === true && Object.hasOwn(byType, name) ? byType[name] : undefined,
    ),
  };
}

/** Lowers the raw nodes at `indices` (statements) into `unit`. `base` is the unit's start in the parsed text. */
export function lowerStatements(
  grammar: Grammar,
  tree: RawTree,
  base: number,
  unit: Unit,
  indices: readonly number[],
): void {
  const context: LoweringContext = {
    tree,
    symbols: grammar.symbols,
    base,
    unit,
    errors: [],
    omitClassBodies: unit.kind === "class",
    depth: 0,
    absent: undefined,
    lower: (inside, index) => lowerNode(grammar, inside, index),
  };
  unit.statements = indices.map((index) => lowerNode(grammar, context, index));
  unit.errors = context.errors;
}

function lowerNode(grammar: Grammar, context: LoweringContext, index: number): SyntaxNode {
  const symbol = context.tree.symbols[index] ?? 0;
  if (context.depth >= maximumDepth) return makeNode(context, "Other", index, "too-deep");
  context.depth++;
  const lowered = lowerWithTable(grammar, context, index, symbol);
  context.depth--;
  return lowered;
}

function lowerWithTable(grammar: Grammar, context: LoweringContext, index: number, symbol: number): SyntaxNode {
  if (symbol === errorSymbol) return lowerError(context, index);
  const lowerer = grammar.lowerers[symbol];
  if (lowerer !== undefined) return lowerer(context, index);
  const children = isNamed(context, index) ? lowerNamed(context, index) : noChildren;
  return makeNode(context, "Other", index, typeOf(context, index), children);
}

/** Code that does not parse: what stands inside is still lowered, so that patterns match around the break. */
function lowerError(context: LoweringContext, index: number): SyntaxNode {
  const node = makeNode(context, "Error", index, "", lowerNamed(context, index));
  context.errors.push({ start: node.start, end: node.end });
  return node;
}
