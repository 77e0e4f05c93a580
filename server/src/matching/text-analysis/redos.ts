/** The analyzer `redos`: whether a regular expression looks as if it could take exponential time. */
import { parseRegex } from "../../base/regex/parse-regex.js";
import type { RegexNode } from "../../base/regex/syntax.js";

/** So many repetitions of something slow are still quick. */
const fewTimes = 3;

/**
 * Whether something is repeated that itself repeats something, `(a+)+`, and more of the expression follows, which can
 * fail. Like Semgrep it looks at the shape alone: `(ab+)+$` counts although it is quick, `(a|a)+$` does not, and few repetitions are none: outside up to three, inside
 * a number that is fixed. False for a text that is no regular expression.
 */
export function isSlowRegex(text: string): boolean {
  const tree = parseRegex(text, {});
  return !("message" in tree) && hasNestedRepeat(tree.root, false);
}

function hasNestedRepeat(node: RegexNode, isFollowed: boolean): boolean {
  switch (node.kind) {
    case "sequence":
      return node.items.some((item, index) => hasNestedRepeat(item, isFollowed || index < node.items.length - 1));
    case "alternatives":
      return node.items.some((item) => hasNestedRepeat(item, isFollowed));
    case "capture":
      return hasNestedRepeat(node.body, isFollowed);
    case "look":
      return hasNestedRepeat(node.body, false);
    case "repeat":
      if (isFollowed && node.maximum > fewTimes && containsRepeat(node.body)) return true;
      return hasNestedRepeat(node.body, isFollowed);
    case "atomic":
      // A possessive repetition never gives back; what it repeats may still.
      return node.body.kind === "repeat"
        ? hasNestedRepeat(node.body.body, isFollowed)
        : hasNestedRepeat(node.body, isFollowed);
    case "set":
    case "reference":
    case "place":
    case "newline":
    case "keep":
      return false;
  }
}

function containsRepeat(node: RegexNode): boolean {
  switch (node.kind) {
    case "repeat":
      return (node.maximum > 1 && node.maximum !== node.minimum) || containsRepeat(node.body);
    case "sequence":
    case "alternatives":
      return node.items.some(containsRepeat);
    case "capture":
      return containsRepeat(node.body);
    case "atomic":
    case "look":
    case "set":
    case "reference":
    case "place":
    case "newline":
    case "keep":
      return false;
  }
}
