/**
 * What an expression can cost a backtracking engine. All that such an engine does in one search is to follow paths through
 * the automaton, the text that it skips first included, so the paths (count-paths.ts) bound its work; a look around runs
 * an automaton of its own at each step of the path that it stands on.
 */
import { coverOf, rangesMeet } from "./code-point-set.js";
import { countPaths } from "./count-paths.js";
import { buildPathAutomaton, TooManyPositions } from "./path-automaton.js";
import { lengths } from "./lengths.js";
import { someNode, type RegexNode, type RegexTree } from "./syntax.js";

export interface BacktrackingCost {
  /** The work is at most a constant times the length to this power; Infinity if no bound was found. */
  readonly exponent: number;
  /** Whether the work is known to grow exponentially on some texts. */
  readonly isExponential: boolean;
  /** Nothing that repeats reads a line's end: the length that counts is that of a line. */
  readonly withinLines: boolean;
}

/**
 * Whether something that may match nothing is repeated: PCRE leaves the loop after a round that matched nothing, and
 * JavaScript tries that round again for something longer.
 */
export function repeatsNothing(tree: RegexTree): boolean {
  return someNode(tree.root, (node) => node.kind === "repeat" && node.maximum > 1 && lengths(node.body)[0] === 0);
}

/** The largest constant factor that is still called cheap. */
const largestConstant = 100_000;

/** Bounds what searching a text with this expression can cost. */
export function backtrackingCost(tree: RegexTree): BacktrackingCost {
  return { ...growthOf(tree.root, "search", tree), withinLines: !someNode(tree.root, repeatsLineEnds) };
}

type Growth = Pick<BacktrackingCost, "exponent" | "isExponential">;

function growthOf(root: RegexNode, use: "search" | "ahead" | "behind", tree: RegexTree): Growth {
  const own = ownGrowth(root, use, tree);
  const inner = outermostLooks(root).map((look) => growthOf(look.body, look.direction, tree));
  return {
    exponent: own.exponent + Math.max(0, ...inner.map(({ exponent }) => exponent)),
    isExponential: own.isExponential || inner.some(({ isExponential }) => isExponential),
  };
}

function ownGrowth(root: RegexNode, use: "search" | "ahead" | "behind", tree: RegexTree): Growth {
  try {
    const { degree, isExponential, constant } = countPaths(buildPathAutomaton(root, use, tree));
    if (constant > largestConstant) return { exponent: Infinity, isExponential };
    // What can't repeat is done after a constant number of steps.
    return { exponent: use === "search" || someNode(root, isLong) ? degree + 1 : degree, isExponential };
  } catch (error) {
    if (error instanceof TooManyPositions) return { exponent: Infinity, isExponential: false };
    throw error;
  }
}

function isLong(node: RegexNode): boolean {
  return node.kind === "reference" || (node.kind === "repeat" && node.maximum > 64);
}

function outermostLooks(node: RegexNode): readonly Extract<RegexNode, { kind: "look" }>[] {
  if (node.kind === "look") return [node];
  if (node.kind === "sequence" || node.kind === "alternatives") return node.items.flatMap(outermostLooks);
  return "body" in node ? outermostLooks(node.body) : [];
}

function repeatsLineEnds(node: RegexNode): boolean {
  // What a reference repeats is as its group is.
  return node.kind === "repeat" && node.maximum > 1 && someNode(node.body, readsLineEnd);
}

function readsLineEnd(node: RegexNode): boolean {
  if (node.kind === "newline") return true;
  return node.kind === "set" && rangesMeet(coverOf(node.set), [[0x0a, 0x0a]]);
}
