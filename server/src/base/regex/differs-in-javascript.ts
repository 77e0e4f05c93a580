/** Where JavaScript's engine would find something else than PCRE, however the expression is written for it. */
import { repeatsNothing } from "./backtracking-cost.js";
import { someNode, type RegexNode, type RegexTree } from "./syntax.js";

/**
 * Loops that may match nothing in a round; atomic groups and references in looks behind, which JavaScript reads from right
 * to left; references to groups that may have taken no part, or took part in an earlier round only.
 */
export function differsInJavaScript(tree: RegexTree): boolean {
  return repeatsNothing(tree) || someNode(tree.root, isBackwards) || hasUnsureReference(tree.root, new Set());
}

function isBackwards(node: RegexNode): boolean {
  if (node.kind !== "look" || node.direction === "ahead") return false;
  return someNode(node.body, ({ kind }) => kind === "atomic" || kind === "reference");
}

/** Whether there is a reference to a group that is not among those that were matched for sure; these are added to. */
function hasUnsureReference(node: RegexNode, sure: Set<number>): boolean {
  switch (node.kind) {
    case "reference":
      return !(node.groups.length === 1 && node.groups.every((group) => sure.has(group)));
    case "capture": {
      const isUnsure = hasUnsureReference(node.body, sure);
      sure.add(node.index);
      return isUnsure;
    }
    case "sequence":
      return node.items.some((item) => hasUnsureReference(item, sure));
    case "alternatives":
      return node.items.some((item) => hasUnsureReference(item, new Set(sure)));
    case "repeat":
      return hasUnsureReference(node.body, new Set(sure));
    case "look":
      return hasUnsureReference(node.body, node.negated ? new Set(sure) : sure);
    case "atomic":
      return hasUnsureReference(node.body, sure);
    case "set":
    case "place":
    case "newline":
    case "keep":
      return false;
  }
}
