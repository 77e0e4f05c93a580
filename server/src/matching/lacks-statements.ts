/** A look into compound statements before a real try: what a pattern wants to find in them must be there at all. */
import type { SyntaxNode } from "../syntax/node.js";
import { isEllipsisStatement } from "./compile-pattern.js";
import { mayContain } from "./flat-statements.js";
import type { PatternNode } from "./pattern.js";
import { quickReject } from "./quick-reject.js";

/** The statements that a pattern has in its blocks, at any depth, by pattern. */
const wantedStatements = new WeakMap<PatternNode, readonly PatternNode[]>();

/** Whether the statement can't match, because something in the pattern's blocks or clauses has no counterpart in it. */
export function lacksStatements(pattern: PatternNode, node: SyntaxNode): boolean {
  if (pattern.type !== "node" || pattern.kind !== node.kind) return false;
  if (node.kind === "Try" && lacksClause(pattern.children, node)) return true;
  if (node.kind === "FunctionDef" && lacksDefault(pattern.children[2], node.child(2))) return true;
  let wanted = wantedStatements.get(pattern);
  if (wanted === undefined) {
    wanted = collectStatements(pattern);
    wantedStatements.set(pattern, wanted);
  }
  return wanted.some((statement) => !mayContain(node, statement));
}

function collectStatements(pattern: PatternNode): PatternNode[] {
  if (pattern.type !== "node") return [];
  return pattern.children.flatMap((child) => {
    const isOwn = pattern.kind === "Block" && !isEllipsisStatement(child) && !isOpen(child);
    return isOwn ? [child, ...collectStatements(child)] : collectStatements(child);
  });
}

/** `$S` and `<... e ...>` alone may be statements of any kind. */
function isOpen(pattern: PatternNode): boolean {
  return pattern.type === "node" && pattern.kind === "ExpressionStatement" && pattern.children[0]?.type !== "node";
}

/** Each clause of the pattern needs one of its kind, and an `except` one that catches the like. */
function lacksClause(clauses: readonly PatternNode[], node: SyntaxNode): boolean {
  return clauses.slice(1).some((clause) => {
    if (clause.type !== "node") return false;
    const [type] = clause.children;
    return !node.children.some((given) => {
      if (given.kind !== clause.kind) return false;
      if (given.kind !== "Except" || type === undefined || isPair(type)) return true;
      return !quickReject(type, given.child(0));
    });
  });
}

/** Two types, or a type and a name in Python 2. */
function isPair(type: PatternNode): boolean {
  return type.type === "node" && type.kind === "Tuple" && type.children.length === 2;
}

/** A parameter with a default in the pattern needs one whose default may match. */
function lacksDefault(wanted: PatternNode | undefined, parameters: SyntaxNode): boolean {
  if (wanted?.type !== "node") return false;
  return wanted.children.some((parameter) => {
    const fallback = parameter.type === "node" && parameter.kind === "Parameter" ? parameter.children[2] : undefined;
    if (fallback === undefined || (fallback.type === "node" && fallback.kind === "Absent")) return false;
    return !parameters.children.some((given) => {
      const value = given.kind === "Parameter" ? given.child(2) : undefined;
      return value !== undefined && value.kind !== "Absent" && !quickReject(fallback, value);
    });
  });
}
