/** Literals that nodes are, or are known to be, as patterns compare them. */
import type { CompiledRegex } from "../base/regex/compile-regex.js";
import { searchWithin } from "../base/regex/step-budget.js";
import type { SyntaxNode } from "../syntax/node.js";
import { constantOf, literalTypeOf } from "./constant.js";
import type { MatchBudget } from "./match.js";
import { sameNumber } from "./numbers.js";
import type { ConcretePattern } from "./pattern.js";
import { contentOfString } from "./string-content.js";

/** The literal that a node is; through names and operators only if the rule wants that. */
export function literalAt(node: SyntaxNode, { options }: MatchBudget): SyntaxNode | undefined {
  if (options.constantPropagation) return constantOf(node);
  return isLiteralKind(node.kind) && isPlain(node) ? node : undefined;
}

/** Whether a node is a string, whatever is in it. */
export function isAnyString(node: SyntaxNode, { options }: MatchBudget): boolean {
  if (isText(node) && (options.constantPropagation || isPlain(node))) return true;
  return options.constantPropagation ? literalTypeOf(node) === "string" : false;
}

/** Strings with a prefix, bytes among them, and joined ones are computed, as the reference has it. */
function isPlain({ kind, children, unit, start }: SyntaxNode): boolean {
  if (kind === "Bytes") return false;
  return kind !== "String" || (children.length === 0 && /["']/.test(unit.text.charAt(start)));
}

function isLiteralKind(kind: SyntaxNode["kind"]): boolean {
  return kind === "String" || kind === "Bytes" || kind === "Number" || kind === "Constant";
}

/** String patterns match bytes too. */
export function isText(literal: SyntaxNode | undefined): boolean {
  return literal?.kind === "String" || literal?.kind === "Bytes";
}

export function sameLiteral(pattern: ConcretePattern, literal: SyntaxNode): boolean {
  if (pattern.kind === "Number") return literal.kind === "Number" && sameNumber(pattern.value, literal.value);
  const isSameKind = pattern.kind === literal.kind || (pattern.kind === "String" && literal.kind === "Bytes");
  return isSameKind && pattern.value === contentOfString(literal);
}

export function matchesRegex(regex: CompiledRegex, literal: SyntaxNode | undefined, budget: MatchBudget): boolean {
  if (literal === undefined || !isText(literal)) return false;
  const text = contentOfString(literal);
  return searchWithin(budget.regex, text, (own) => regex.test(text, own));
}
