/** Statement lists as `...` sees them: every statement with those nested in it, in the order of the text. */
import { isStatement, type SyntaxNode } from "../syntax/node.js";
import type { PatternNode } from "./pattern.js";
import { quickReject } from "./quick-reject.js";

/** Entry `index` is followed by those nested in it; the first that is not stands at `index + sizes[index]`. */
interface FlatNodes {
  readonly nodes: readonly SyntaxNode[];
  readonly sizes: readonly number[];
}

export interface FlatStatements extends FlatNodes {
  /** Where the list's own statements stand. */
  readonly starts: readonly number[];
  /** For each entry which of the list's own statements holds it, or is it. */
  readonly tops: readonly number[];
}

/** Of statements and lists that were asked for before. They never change, so neither do these, which go when their key goes. */
const known = new WeakMap<readonly SyntaxNode[], FlatStatements>();
const knownStatements = new WeakMap<SyntaxNode, FlatNodes>();

/** A list with all that is nested in it. */
export function flattenList(statements: readonly SyntaxNode[]): FlatStatements {
  const remembered = known.get(statements);
  if (remembered !== undefined) return remembered;
  const nodes: SyntaxNode[] = [];
  const sizes: number[] = [];
  const starts: number[] = [];
  const tops: number[] = [];
  for (const statement of statements) {
    const flat = flattenStatement(statement);
    starts.push(nodes.length);
    for (const node of flat.nodes) {
      nodes.push(node);
      tops.push(starts.length - 1);
    }
    for (const size of flat.sizes) sizes.push(size);
  }
  const flat = { nodes, sizes, starts, tops };
  known.set(statements, flat);
  return flat;
}

/** For statements with much in them: whether any of it could match a pattern, by pattern, for one resolution of the names. */
const candidates = new WeakMap<
  SyntaxNode,
  { readonly resolution: number; readonly answers: Map<PatternNode, boolean> }
>();

/** Whether the statement, or one nested in it, may match `pattern`. */
export function mayContain(statement: SyntaxNode, pattern: PatternNode): boolean {
  // A class with its members is put together anew for each version of the file; its members stay.
  if (statement.kind === "ClassDef") {
    return (
      !quickReject(pattern, statement) || statement.lastChild().children.some((member) => mayContain(member, pattern))
    );
  }
  const { resolution } = statement.unit;
  let memory = candidates.get(statement);
  if (memory?.resolution !== resolution) {
    memory = { resolution, answers: new Map() };
    candidates.set(statement, memory);
  }
  let answer = memory.answers.get(pattern);
  if (answer === undefined) {
    answer = flattenStatement(statement).nodes.some((node) => !quickReject(pattern, node));
    memory.answers.set(pattern, answer);
  }
  return answer;
}

function flattenStatement(statement: SyntaxNode): FlatNodes {
  const remembered = knownStatements.get(statement);
  if (remembered !== undefined) return remembered;
  const nodes: SyntaxNode[] = [];
  const sizes: number[] = [];
  const visit = (node: SyntaxNode): void => {
    if (!isStatement(node)) return;
    if (node.kind === "ClassDef") {
      const body = flattenList(node.lastChild().children);
      nodes.push(node);
      sizes.push(body.nodes.length + 1);
      for (const inner of body.nodes) nodes.push(inner);
      for (const size of body.sizes) sizes.push(size);
      return;
    }
    const index = nodes.push(node) - 1;
    sizes.push(1);
    visitBlocks(node);
    sizes[index] = nodes.length - index;
  };
  const visitBlocks = (node: SyntaxNode): void => {
    // What `else` of a loop holds comes after the loop.
    const isLoop = node.kind === "For" || node.kind === "While";
    for (const child of isLoop ? node.children.slice(0, -1) : node.children) {
      if (child.kind === "Block") child.children.forEach(visit);
      else if (child.kind === "Except" || child.kind === "Else" || child.kind === "Finally" || child.kind === "Case")
        visitBlocks(child);
    }
  };
  visit(statement);
  const flat = { nodes, sizes };
  knownStatements.set(statement, flat);
  return flat;
}

/** Index of the list's own statement number `count` (zero-based). */
export function flatIndexOf(flat: FlatStatements, count: number): number {
  return flat.starts[count] ?? flat.nodes.length;
}

/** Index of the first entry that is not nested in the one at `index`. */
export function after(flat: FlatStatements, index: number): number {
  return index + (flat.sizes[index] ?? 1);
}

/** The list's own statement that holds the entry at `index`, or is it. */
export function topOf(flat: FlatStatements, index: number): SyntaxNode | undefined {
  const top = flat.tops[index];
  return flat.nodes[top === undefined ? flat.nodes.length : (flat.starts[top] ?? 0)];
}
