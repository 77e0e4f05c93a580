/**
 * How the number of ways through an automaton grows with the length of the text: the degree of ambiguity by the criteria
 * of Weber and Seidl, "On the degree of ambiguity of finite automata" (1991). It bounds what a backtracking engine can
 * do, because each thing that it tries is one path.
 */
import { intersection, rangesMeet, type CodePointRange } from "./code-point-set.js";
import type { PathAutomaton } from "./path-automaton.js";

export interface PathGrowth {
  /** The paths over a text of length n are at most a constant times n to this power; Infinity if exponentially many. */
  readonly degree: number;
  /** Whether there are exponentially many for sure, and not just because it is too large to look at. */
  readonly isExponential: boolean;
  /** A bound of the ways that branches give that no loop repeats. */
  readonly constant: number;
}

/** Pairs and triples of positions that are looked at; then the answer is "exponentially many". */
const mostStates = 200_000;

interface Graph extends PathAutomaton {
  /** Whether the second position can be reached from the first in one step or more. */
  readonly reaches: (from: number, to: number) => boolean;
  budget: number;
}

class OutOfBudget extends Error {}

/** Measures an automaton. Never fails: what is too large to look at counts as exponential. */
export function countPaths(automaton: PathAutomaton): PathGrowth {
  const graph: Graph = { ...automaton, reaches: reachability(automaton), budget: mostStates };
  try {
    const components = loopsOf(graph);
    const exponential = components.some((component) => isExponential(graph, component));
    const degree = exponential ? Infinity : degreeOf(graph, components);
    return { degree, isExponential: exponential, constant: exponential ? Infinity : constantOf(graph) };
  } catch (error) {
    if (error instanceof OutOfBudget) return { degree: Infinity, isExponential: false, constant: Infinity };
    throw error;
  }
}

function reachability(automaton: PathAutomaton): (from: number, to: number) => boolean {
  const reached = automaton.next.map((steps) => {
    const seen = new Set<number>();
    const open = steps.map((step) => step.to);
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      for (const step of automaton.next[at] ?? []) open.push(step.to);
    }
    return seen;
  });
  return (from, to) => reached[from]?.has(to) === true;
}

/** Positions that lie on a loop, grouped by mutual reach, earlier groups first. */
function loopsOf(graph: Graph): readonly (readonly number[])[] {
  const components: number[][] = [];
  graph.next.forEach((_, position) => {
    if (!graph.reaches(position, position)) return;
    const same = components.find(
      ([first]) => first !== undefined && graph.reaches(first, position) && graph.reaches(position, first),
    );
    if (same === undefined) components.push([position]);
    else same.push(position);
  });
  return components.sort((left, right) =>
    graph.reaches(left[0] ?? 0, right[0] ?? 0) ? -1 : graph.reaches(right[0] ?? 0, left[0] ?? 0) ? 1 : 0,
  );
}

function stepsWithin(graph: Graph, position: number, inside: ReadonlySet<number>): readonly number[] {
  return (graph.next[position] ?? []).flatMap((step) => (inside.has(step.to) ? [step.to] : []));
}

/** Whether a loop can read one text in two ways, coming back to where it started. */
function isExponential(graph: Graph, component: readonly number[]): boolean {
  const inside = new Set(component);
  for (const position of component)
    for (const step of graph.next[position] ?? []) if (inside.has(step.to) && step.ways > 1) return true;
  const start = component[0] ?? 0;
  const size = graph.next.length;
  const before = new Map<number, number[]>();
  const seen = new Set([start * size + start]);
  for (const pair of seen) {
    const [left, right] = [Math.floor(pair / size), pair % size];
    for (const a of stepsWithin(graph, left, inside))
      for (const b of stepsWithin(graph, right, inside)) {
        spend(graph);
        if (!rangesMeet(graph.reads[a] ?? [], graph.reads[b] ?? [])) continue;
        const next = a * size + b;
        seen.add(next);
        const list = before.get(next);
        if (list === undefined) before.set(next, [pair]);
        else list.push(pair);
      }
  }
  // A set is walked while it grows.
  const back = new Set([start * size + start]);
  for (const pair of back) {
    if (Math.floor(pair / size) !== pair % size) return true;
    for (const previous of before.get(pair) ?? []) back.add(previous);
  }
  return false;
}

function spend(graph: Graph): void {
  graph.budget -= 1;
  if (graph.budget < 0) throw new OutOfBudget();
}

/** The longest chain of loops of which each can give text to the next one at many places. */
function degreeOf(graph: Graph, components: readonly (readonly number[])[]): number {
  const degrees: number[] = [];
  components.forEach((component, index) => {
    let degree = 0;
    for (let earlier = 0; earlier < index; earlier++) {
      const other = components[earlier] ?? [];
      const known = degrees[earlier] ?? 0;
      if (!graph.reaches(other[0] ?? 0, component[0] ?? 0)) continue;
      const more = known >= degree && sharesText(graph, other, component) ? 1 : 0;
      degree = Math.max(degree, known + more);
    }
    degrees.push(degree);
  });
  return Math.max(0, ...degrees);
}

/** Whether some text leads from p to p, from p to q and from q to q, with p in one loop and q in a later one. */
function sharesText(graph: Graph, earlier: readonly number[], later: readonly number[]): boolean {
  const [first, last] = [new Set(earlier), new Set(later)];
  const between = new Set(
    graph.next.flatMap((_, position) =>
      (first.has(position) || graph.reaches(earlier[0] ?? 0, position)) &&
      (last.has(position) || graph.reaches(position, later[0] ?? 0))
        ? [position]
        : [],
    ),
  );
  return earlier.some((p) => later.some((q) => sharesTextFrom(graph, [p, q], [first, between, last])));
}

type Insides = readonly [first: ReadonlySet<number>, between: ReadonlySet<number>, last: ReadonlySet<number>];

function sharesTextFrom(graph: Graph, [p, q]: readonly [number, number], [first, between, last]: Insides): boolean {
  const size = graph.next.length;
  const encode = (a: number, b: number, c: number): number => (a * size + b) * size + c;
  const goal = encode(p, q, q);
  const seen = new Set([encode(p, p, q)]);
  for (const triple of seen) {
    const [a, b, c] = [Math.floor(triple / size / size), Math.floor(triple / size) % size, triple % size];
    for (const [nextA, nextC, shared] of commonSteps(graph, stepsWithin(graph, a, first), stepsWithin(graph, c, last)))
      for (const nextB of stepsWithin(graph, b, between)) {
        spend(graph);
        if (rangesMeet(shared, graph.reads[nextB] ?? [])) seen.add(encode(nextA, nextB, nextC));
      }
    if (seen.has(goal)) return true;
  }
  return false;
}

/** The pairs of positions, one of each list, that read a common character, with what they share. */
function commonSteps(
  graph: Graph,
  left: readonly number[],
  right: readonly number[],
): readonly (readonly [left: number, right: number, shared: readonly CodePointRange[]])[] {
  return left.flatMap((a) =>
    right.flatMap((b) => {
      spend(graph);
      const shared = intersection(graph.reads[a] ?? [], graph.reads[b] ?? []);
      return shared.length === 0 ? [] : ([[a, b, shared]] as const);
    }),
  );
}

/** The product, over all positions, of the steps that one character can take. */
function constantOf(graph: Graph): number {
  let product = 1;
  for (const steps of graph.next) {
    let most = 1;
    for (const step of steps) {
      const reads = graph.reads[step.to] ?? [];
      let ways = 0;
      for (const other of steps) {
        spend(graph);
        if (rangesMeet(reads, graph.reads[other.to] ?? [])) ways += other.ways;
      }
      most = Math.max(most, ways);
    }
    product *= most;
  }
  return product;
}
