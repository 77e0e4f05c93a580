/** Compares what raw-tree.ts reads from the parser's memory with what the public interface says, on code with all shapes. */
import type { Language, Node, Tree } from "web-tree-sitter";
import {
  createRawTree,
  errorSymbol,
  growRawTree,
  readRawTree,
  type GrammarTables,
  type ParserMemory,
  type RawTree,
} from "./raw-tree.js";

/** Python that makes the parser use aliases, hidden rules, inline and heap nodes, errors and missing tokens. */
export const layoutSample = `# comment é 😀
import os as o, sys
@d(1)
async def f(a: int = 1, *b, **c) -> str:
    with open(x) as y, z: return f"{a!r:>{w}} {b=}" 'x'
try:
    print >>f, "x"
except (A, B) as e: pass
match x:
    case {"k": [1, *r]} | C(a=2) if y: ...
class ${"LongNameThatIsNotInline".repeat(12)}(B[int], m=1): x: int = not 1 not in 2
def broken(:
    f(1,
x = [
`;

/** Fills `into` by the public interface: slower, and right by definition. */
export function readThroughCursor(tree: Tree, language: Language, into: RawTree): void {
  const reference = createRawTree();
  const visit = (node: Node): void => {
    const index = reference.count++;
    if (index >= reference.symbols.length) growRawTree(reference);
    reference.symbols[index] = node.isError ? errorSymbol : node.typeId;
    reference.starts[index] = node.startIndex;
    reference.ends[index] = node.endIndex;
    node.children.forEach(visit);
    reference.next[index] = reference.count;
  };
  visit(tree.rootNode);
  Object.assign(into, reference, { hasError: tree.rootNode.hasError });
}

/** Whether the memory reader agrees with the public interface about `tree`. */
export function layoutAgrees(tree: Tree, language: Language, memory: ParserMemory, tables: GrammarTables): boolean {
  const expected = createRawTree();
  readThroughCursor(tree, language, expected);
  const actual = createRawTree();
  readRawTree(tree, memory, tables, actual);
  if (actual.count !== expected.count || actual.hasError !== expected.hasError) return false;
  for (let index = 0; index < expected.count; index++) {
    if (
      actual.symbols[index] !== expected.symbols[index] ||
      actual.starts[index] !== expected.starts[index] ||
      actual.ends[index] !== expected.ends[index] ||
      actual.next[index] !== expected.next[index]
    ) {
      return false;
    }
  }
  return true;
}
