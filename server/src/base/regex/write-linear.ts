/**
 * A tree as RE2 reads it, for what RE2 can say: no looks around, no references, no atomic groups. Two places have no
 * word in RE2 and are taken care of by the caller: `endsText` says that `$` and `\Z` are written as `\z`, which differs
 * before a newline that ends the text; `startsLine` that `^` also holds after that newline.
 */
import { someNode, type RegexNode, type RegexTree } from "./syntax.js";
import { writeCounts } from "./write-javascript.js";
import { writeLinearPoint, writeSet } from "./write-set.js";

export interface LinearSource {
  readonly source: string;
  readonly endsText: boolean;
  readonly startsLine: boolean;
}

/** RE2 refuses larger counts. */
const largestCount = 1000;

/** Writes a tree for RE2; undefined if it has what only backtracking can do. */
export function writeLinear(tree: RegexTree): LinearSource | undefined {
  if (someNode(tree.root, needsBacktracking)) return undefined;
  const has = (place: string): boolean => someNode(tree.root, (node) => node.kind === "place" && node.place === place);
  return { source: write(tree.root), endsText: has("before-last-newline"), startsLine: has("line-start") };
}

function needsBacktracking(node: RegexNode): boolean {
  switch (node.kind) {
    case "look":
    case "atomic":
    case "reference":
    case "keep":
      return true;
    case "repeat":
      return node.minimum > largestCount || (node.maximum !== Infinity && node.maximum > largestCount);
    case "set":
    case "sequence":
    case "alternatives":
    case "capture":
    case "place":
    case "newline":
      return false;
  }
}

function write(node: RegexNode): string {
  switch (node.kind) {
    case "set":
      return writeSet(node.set, writeLinearPoint);
    case "sequence":
      return node.items.map(grouped).join("");
    case "alternatives":
      return node.items.map(write).join("|");
    case "capture":
      return `(${write(node.body)})`;
    case "repeat":
      return `(?:${write(node.body)})${writeCounts(node.minimum, node.maximum)}${node.greedy ? "" : "?"}`;
    case "place":
      return places[node.place];
    case "newline":
      return "(?:\\r\\n|[\\n-\\r\\x{85}\\x{2028}\\x{2029}])";
    case "look":
    case "atomic":
    case "reference":
    case "keep":
      throw new Error("Callers have asked needsBacktracking.");
  }
}

function grouped(node: RegexNode): string {
  return node.kind === "alternatives" ? `(?:${write(node)})` : write(node);
}

const places = {
  "text-start": "\\A",
  "text-end": "\\z",
  "before-last-newline": "\\z",
  "line-start": "(?m:^)",
  "line-end": "(?m:$)",
  "word-boundary": "\\b",
  "no-word-boundary": "\\B",
} as const;
