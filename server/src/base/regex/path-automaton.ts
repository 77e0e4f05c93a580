/**
 * The position automaton of an expression (Glushkov 1961), with the number of ways in which each step can be taken: each
 * way to match is one path through it. Used to count paths only, so what it can't say is widened: places, looks and
 * counts that are large are left out, and a reference stands for any text as long as what it refers to can be.
 */
import { complement, coverOf, setOf, type CodePointRange } from "./code-point-set.js";
import { vertical } from "./named-sets.js";
import { lengths } from "./lengths.js";
import { someNode, type RegexNode, type RegexTree } from "./syntax.js";

export interface PathAutomaton {
  /** What each position reads. Position 0 reads nothing: there everything starts. */
  readonly reads: readonly (readonly CodePointRange[])[];
  /** For each position the next ones, with the number of ways, which is counted to two. */
  readonly next: readonly (readonly Step[])[];
}

export interface Step {
  readonly to: number;
  readonly ways: number;
}

/** What a part contributes: where it starts and ends, with ways, and in how many ways it matches nothing. */
interface Fragment {
  readonly first: ReadonlyMap<number, number>;
  readonly last: ReadonlyMap<number, number>;
  /** Ends after which nothing can fail any more. */
  readonly certain: ReadonlySet<number>;
  readonly empty: number;
  readonly certainlyEmpty: boolean;
}

interface Builder {
  readonly reads: (readonly CodePointRange[])[];
  readonly steps: Map<number, number>[];
  readonly groups: ReadonlyMap<number, RegexNode>;
}

const everything = coverOf(complement(setOf([])));
/** Larger automata are not looked at, and their expressions not called safe. */
const mostPositions = 600;
/** Counts up to here are written out; larger ones count as any number. */
const largestFixedCount = 64;

export class TooManyPositions extends Error {}

/** Builds the automaton of a search with a tree, or of a look's body. Throws TooManyPositions. */
export function buildPathAutomaton(
  root: RegexNode,
  use: "search" | "ahead" | "behind",
  tree: RegexTree,
): PathAutomaton {
  const groups = new Map<number, RegexNode>();
  someNode(tree.root, (node) => {
    if (node.kind === "capture") groups.set(node.index, node.body);
    return false;
  });
  const builder: Builder = { reads: [[]], steps: [new Map<number, number>()], groups };
  const whole = build(root, builder);
  link(builder, new Map([[0, 1]]), whole.first);
  if (use === "search") addSearchLoop(builder, whole, root);
  // A look behind is matched from its end.
  if (use !== "behind") dropCertainSteps(builder, whole.certain);
  return {
    reads: builder.reads,
    next: builder.steps.map((steps) => Array.from(steps, ([to, ways]) => ({ to, ways }))),
  };
}

/**
 * An engine that stands where it can end at once, and wherever it goes from there still can, ends where it gets stuck: it
 * never tries a second way. So the steps among such positions need not be counted.
 */
function dropCertainSteps(builder: Builder, certain: ReadonlySet<number>): void {
  const safe = new Set(certain);
  let size = -1;
  while (size !== safe.size) {
    size = safe.size;
    for (const position of safe)
      if (Array.from(builder.steps[position]?.keys() ?? []).some((to) => !safe.has(to))) safe.delete(position);
  }
  for (const position of safe) builder.steps[position]?.clear();
}

/** The text that a search skips: any, but before a `^` it ends with a line. */
function addSearchLoop(builder: Builder, whole: Fragment, root: RegexNode): void {
  const start = leadingPlace(root);
  if (start === "text-start") return;
  const loop = addPosition(builder, everything);
  const steps = new Map([[loop, 1]]);
  link(builder, new Map([[0, 1]]), steps);
  link(builder, steps, steps);
  if (start === "line-start") {
    const lineEnd = new Map([[addPosition(builder, [[0x0a, 0x0a]]), 1]]);
    link(builder, new Map([[0, 1]]), lineEnd);
    link(builder, steps, lineEnd);
    link(builder, lineEnd, whole.first);
  } else link(builder, steps, whole.first);
}

/** `^`, `\A`: the place that every match starts at. */
function leadingPlace(node: RegexNode): "text-start" | "line-start" | undefined {
  switch (node.kind) {
    case "place":
      return node.place === "text-start" || node.place === "line-start" ? node.place : undefined;
    case "sequence":
      return node.items[0] === undefined ? undefined : leadingPlace(node.items[0]);
    case "capture":
    case "atomic":
      return leadingPlace(node.body);
    case "alternatives": {
      const found = new Set(node.items.map(leadingPlace));
      if (found.has(undefined)) return undefined;
      return found.has("line-start") ? "line-start" : "text-start";
    }
    case "set":
    case "repeat":
    case "look":
    case "reference":
    case "newline":
    case "keep":
      return undefined;
  }
}

function addPosition(builder: Builder, reads: readonly CodePointRange[]): number {
  if (builder.reads.length >= mostPositions) throw new TooManyPositions();
  builder.reads.push(reads);
  builder.steps.push(new Map());
  return builder.reads.length - 1;
}

function link(builder: Builder, from: ReadonlyMap<number, number>, to: ReadonlyMap<number, number>): void {
  for (const [position, ways] of from) {
    const steps = builder.steps[position];
    if (steps === undefined) continue;
    for (const [target, more] of to) steps.set(target, Math.min(2, (steps.get(target) ?? 0) + ways * more));
  }
}

function single(builder: Builder, reads: readonly CodePointRange[]): Fragment {
  const position = addPosition(builder, reads);
  const ends = new Map([[position, 1]]);
  return { first: ends, last: ends, certain: new Set([position]), empty: 0, certainlyEmpty: false };
}

const nothing: Fragment = {
  first: new Map(),
  last: new Map(),
  certain: new Set(),
  empty: 1,
  certainlyEmpty: true,
};
/** What reads nothing and can fail. */
const condition: Fragment = { ...nothing, certainlyEmpty: false };

function build(node: RegexNode, builder: Builder): Fragment {
  switch (node.kind) {
    case "set":
      return single(builder, coverOf(node.set));
    case "newline": {
      const pair = joined(builder, single(builder, [[0x0d, 0x0d]]), single(builder, [[0x0a, 0x0a]]));
      return either(pair, single(builder, coverOf(vertical)));
    }
    case "sequence":
      return node.items.reduce((before, item) => joined(builder, before, build(item, builder)), nothing);
    case "alternatives":
      return node.items.map((item) => build(item, builder)).reduce(either);
    case "capture":
    case "atomic":
      return build(node.body, builder);
    case "repeat":
      return buildRepeat(node.body, node.minimum, node.maximum, builder);
    case "look":
    case "place":
      return condition;
    case "keep":
      return nothing;
    case "reference":
      return buildReference(node.groups, builder);
  }
}

function joined(builder: Builder, left: Fragment, right: Fragment): Fragment {
  link(builder, left.last, right.first);
  return {
    first: sum(left.first, right.first, left.empty),
    last: sum(right.last, left.last, right.empty),
    certain: right.certainlyEmpty ? new Set([...left.certain, ...right.certain]) : right.certain,
    empty: Math.min(2, left.empty * right.empty),
    certainlyEmpty: left.certainlyEmpty && right.certainlyEmpty,
  };
}

function either(left: Fragment, right: Fragment): Fragment {
  return {
    first: sum(left.first, right.first, 1),
    last: sum(left.last, right.last, 1),
    certain: new Set([...left.certain, ...right.certain]),
    empty: Math.min(2, left.empty + right.empty),
    certainlyEmpty: left.certainlyEmpty || right.certainlyEmpty,
  };
}

/** The ways of `left` and `factor` times those of `right`, counted to two. */
function sum(
  left: ReadonlyMap<number, number>,
  right: ReadonlyMap<number, number>,
  factor: number,
): ReadonlyMap<number, number> {
  if (factor === 0) return left;
  const result = new Map(left);
  for (const [position, ways] of right) result.set(position, Math.min(2, (result.get(position) ?? 0) + ways * factor));
  return result;
}

function buildRepeat(body: RegexNode, minimum: number, maximum: number, builder: Builder): Fragment {
  if (maximum === 0) return nothing;
  if (maximum === 1) {
    const once = build(body, builder);
    return minimum === 1 ? once : either(once, nothing);
  }
  if (body.kind === "set" && minimum === maximum && maximum <= largestFixedCount) {
    let result = nothing;
    for (let count = 0; count < maximum; count++) result = joined(builder, result, build(body, builder));
    return result;
  }
  const once = build(body, builder);
  link(builder, once.last, once.first);
  // Rounds that must be taken may match nothing, and which ones do is another choice.
  if (minimum > 1 && once.empty > 0) link(builder, once.last, once.first);
  return {
    ...once,
    first: minimum > 0 ? sum(once.first, once.first, Math.min(1, once.empty)) : once.first,
    certain: minimum > 1 ? new Set() : once.certain,
    empty: once.empty > 0 ? 2 : minimum === 0 ? 1 : 0,
    certainlyEmpty: minimum === 0 || (minimum === 1 && once.certainlyEmpty),
  };
}

/** What a reference matches has a length that its group can have, and fails on all but one text. */
function buildReference(groups: readonly number[], builder: Builder): Fragment {
  const bodies = groups.flatMap((group) => builder.groups.get(group) ?? []);
  const least = Math.min(...bodies.map((body) => lengths(body)[0]));
  const most = Math.max(...bodies.map((body) => lengths(body)[1]));
  const any: RegexNode = { kind: "set", set: complement(setOf([])) };
  const isExact = (least === most && most <= largestFixedCount) || most === 1;
  const text = buildRepeat(any, isExact ? least : 0, isExact ? most : Infinity, builder);
  return { ...text, certain: new Set(), certainlyEmpty: false };
}
