/**
 * Interprets a body along its control-flow graph, until nothing changes. This is the worklist of solve-dataflow.ts (Kildall, 1973) with what a
 * graph of values needs beyond a join of two states: a join makes values that belong to its block; a test that is constant closes an edge
 * (conditional constant propagation: Wegman and Zadeck, 1991); and values that were made before may change, which all who come after have to see.
 */
import type { SyntaxNode } from "../../syntax/node.js";
import {
  blockCount,
  edgeKinds,
  entryBlock,
  exitBlock,
  realEdges,
  type Branch,
  type ControlFlowGraph,
} from "../control-flow-graph.js";
import type { ValueId } from "../value-graph.js";
import { truthOf } from "./constant-values.js";
import { noteDecision } from "./calls.js";
import { childAt, type Evaluation, type State } from "./evaluation.js";
import { isPastEnd, isReturning } from "./exit-edges.js";
import { applyComparison, applyTest } from "./guards.js";
import { copyState, joinStates, sameState, type JoinEntry } from "./join.js";
import { appliesTo, testOfPattern } from "./patterns.js";
import { runElement } from "./statements.js";
import { entryOf, nothingMade, rootOf } from "./value-table.js";
import { oppositeOf } from "./versions.js";

/** What comes out of a block. */
interface Leaving {
  readonly state: State;
  /** What held before the last element, where that may raise: it may do so before it has assigned anything. */
  readonly beforeLast: State | undefined;
  /** Behind a test that is not constant: what holds if it is true, and if it is false. */
  readonly whenTrue: State | undefined;
  readonly whenFalse: State | undefined;
  /** What the test always is. */
  readonly outcome: boolean | undefined;
  /** Control leaves by an exception, or not at all. */
  readonly ended: boolean;
  /** The only block that it goes on to, where that is known. */
  readonly next: number | undefined;
  /** What holds on the ways to some blocks. */
  readonly along: ReadonlyMap<number, State> | undefined;
}

export interface SolvedBody {
  /** Whether control comes to each block. */
  readonly isReached: readonly boolean[];
  /** What holds at the end, where that is not reached by an exception; undefined if control never comes there. */
  readonly atExit: State | undefined;
  /** What holds on each way past the last statement, on which a function gives None. */
  readonly atEnd: readonly State[];
}

/** How often one block is gone through at most. */
const maximumVisits = 200;

const onException = edgeKinds.exception | edgeKinds.unwind;

/** The edges that count. */
const followed = realEdges | edgeKinds.implicit;

/** Goes through a body from `start`, with at most so many elements in all. */
export function solveBody(evaluation: Evaluation, start: State, maximumSteps: number): SolvedBody {
  const { graph, table } = evaluation;
  const count = blockCount(graph);
  const order = loopsFirst(graph);
  const position = new Int32Array(count).fill(-1);
  order.forEach((block, at) => {
    position[block] = at;
  });
  const leaving: (Leaving | undefined)[] = new Array<Leaving | undefined>(count).fill(undefined);
  const entering: (State | undefined)[] = new Array<State | undefined>(count).fill(undefined);
  const entries: (JoinEntry | undefined)[] = [];
  const visits = new Uint8Array(count);
  const waiting = new Uint8Array(order.length);
  waiting[0] = 1;
  let steps = 0;
  for (let at = 0; at < order.length;) {
    const block = order[at] ?? 0;
    if (waiting[at] !== 1) {
      at++;
      continue;
    }
    waiting[at] = 0;
    steps += 1 + (graph.firstElement[block + 1] ?? 0) - (graph.firstElement[block] ?? 0);
    if (steps > maximumSteps || (visits[block] ?? 0) >= maximumVisits || table.isCut) {
      table.isCut = true;
      break;
    }
    visits[block] = (visits[block] ?? 0) + 1;
    let restart = at + 1;
    const incoming = statesInto(evaluation, leaving, block);
    if (block === entryBlock) incoming.push(start);
    const before = entering[block];
    const state = enterBlock(evaluation, incoming, block, entries, before);
    if (state !== undefined && (before === undefined || !sameState(before, state))) {
      entering[block] = state;
      leaving[block] = runBlock(evaluation, block, state);
      graph.successors[block]?.forEach((target) => {
        const where = position[target] ?? -1;
        if (where < 0) return;
        waiting[where] = 1;
        restart = Math.min(restart, where);
      });
    }
    at = restart;
  }
  return {
    isReached: entering.map((state) => state !== undefined),
    atExit: stateAtExit(evaluation, leaving),
    atEnd: statesInto(evaluation, leaving, exitBlock, (from, kinds) => isPastEnd(graph, from, kinds)),
  };
}

/** What holds where the caller goes on: exceptions go elsewhere. */
function stateAtExit(evaluation: Evaluation, leaving: readonly (Leaving | undefined)[]): State | undefined {
  const { graph } = evaluation;
  const states = statesInto(evaluation, leaving, exitBlock, (from, kinds) => isReturning(graph, from, kinds));
  return enterBlock(evaluation, states, exitBlock, [], undefined);
}

/**
 * The blocks in a reverse postorder in which the body of a loop comes before what follows the loop: so a loop is gone round until it has settled,
 * and then left once. The edges into loops come first in the graph, so they are gone along last.
 */
function loopsFirst({ successors, successorKinds }: ControlFlowGraph): number[] {
  const seen = new Uint8Array(successors.length);
  const order: number[] = [];
  const stack: { readonly block: number; left: number }[] = [];
  const open = (block: number): void => {
    seen[block] = 1;
    stack.push({ block, left: successors[block]?.length ?? 0 });
  };
  open(entryBlock);
  for (let top = stack[stack.length - 1]; top !== undefined; top = stack[stack.length - 1]) {
    top.left--;
    const target = successors[top.block]?.[top.left];
    if (top.left < 0 || target === undefined) {
      order.push(top.block);
      stack.pop();
    } else if (((successorKinds[top.block]?.[top.left] ?? 0) & followed) !== 0 && seen[target] === 0) open(target);
  }
  return order.reverse();
}

/** What comes into a block along each edge that is open. */
function statesInto(
  { graph }: Evaluation,
  leaving: readonly (Leaving | undefined)[],
  block: number,
  isWanted?: (from: number, kinds: number) => boolean,
): State[] {
  const states: State[] = [];
  graph.predecessors[block]?.forEach((from, index) => {
    const kinds = (graph.predecessorKinds[block]?.[index] ?? 0) & followed;
    const left = leaving[from];
    if (left === undefined || kinds === 0 || isWanted?.(from, kinds) === false) return;
    const isException = (kinds & onException) !== 0;
    if (!isException && (left.ended || (left.next !== undefined && left.next !== block))) return;
    if (left.beforeLast !== undefined && (kinds & edgeKinds.exception) !== 0) states.push(left.beforeLast);
    const state = stateAlong(graph.branches.get(from), left, block, isException);
    if (state !== undefined) states.push(state);
  });
  return states;
}

/** What holds along one edge; undefined if the test in front of it closes it. */
function stateAlong(branch: Branch | undefined, left: Leaving, block: number, isException: boolean): State | undefined {
  if (branch === undefined) return left.along?.get(block) ?? left.state;
  if (branch.whenTrue === block && left.outcome !== false) return left.whenTrue ?? left.state;
  if (branch.whenFalse === block && left.outcome !== true) return left.whenFalse ?? left.state;
  return isException ? left.state : undefined;
}

function enterBlock(
  evaluation: Evaluation,
  incoming: readonly State[],
  block: number,
  entries: (JoinEntry | undefined)[],
  before: State | undefined,
): State | undefined {
  const [first] = incoming;
  if (incoming.length < 2 && entries[block] === undefined) return first;
  if (first === undefined) return undefined;
  return joinStates(evaluation, (entries[block] ??= joinEntry(evaluation, block)), incoming, before);
}

function joinEntry({ graph, table, code }: Evaluation, block: number): JoinEntry {
  const node = graph.elements[graph.firstElement[block] ?? 0] ?? code.statements[0] ?? code.definition;
  const place = node === undefined ? { unit: 0, start: 0, end: 0 } : entryOf(table, node).place;
  return { ...nothingMade(), place, turns: new Map() };
}

function runBlock(evaluation: Evaluation, block: number, state: State): Leaving {
  const { graph, table } = evaluation;
  const changes = table.changes;
  evaluation.state = copyState(state);
  const mayRaise = graph.successorKinds[block]?.some((kinds) => (kinds & edgeKinds.exception) !== 0) === true;
  const { beforeLast, ended } = runElements(evaluation, block, mayRaise);
  const branch = ended ? undefined : graph.branches.get(block);
  const decision =
    branch === undefined
      ? { whenTrue: undefined, whenFalse: undefined, outcome: undefined }
      : decide(evaluation, branch.test);
  const { next, along } = ended || branch !== undefined ? undecided : decideCase(evaluation, block);
  const leaving: Leaving = { state: evaluation.state, beforeLast, ended, next, along, ...decision };
  if (table.changes !== changes) {
    const { whenTrue, whenFalse } = leaving;
    for (const changed of [leaving.state, beforeLast, whenTrue, whenFalse, ...(along?.values() ?? [])])
      if (changed !== undefined) changed.stamp = table.changes;
  }
  return leaving;
}

function runElements(
  evaluation: Evaluation,
  block: number,
  mayRaise: boolean,
): { readonly beforeLast: State | undefined; readonly ended: boolean } {
  const { graph } = evaluation;
  const end = graph.firstElement[block + 1] ?? 0;
  let beforeLast: State | undefined;
  for (let at = graph.firstElement[block] ?? 0; at < end; at++) {
    const element = graph.elements[at];
    if (element === undefined) continue;
    if (mayRaise && at === end - 1 && bindsSomething(element)) beforeLast = copyState(evaluation.state);
    evaluation.ended = false;
    runElement(evaluation, element);
    if (hasEnded(evaluation)) return { beforeLast, ended: true };
  }
  return { beforeLast, ended: false };
}

function hasEnded({ ended }: Evaluation): boolean {
  return ended;
}

function bindsSomething({ kind }: SyntaxNode): boolean {
  return kind === "Assign" || kind === "AnnotatedAssign" || kind === "AugmentedAssign" || kind === "WithItem";
}

/** What a test says on both of its sides. */
function decide(evaluation: Evaluation, test: SyntaxNode): Pick<Leaving, "whenTrue" | "whenFalse" | "outcome"> {
  const { table, state } = evaluation;
  const tested = entryOf(table, test).result;
  if (tested === undefined) return { whenTrue: undefined, whenFalse: undefined, outcome: undefined };
  noteTest(evaluation, tested, 0);
  const constant = table.constants[tested];
  if (constant !== undefined) return { whenTrue: undefined, whenFalse: undefined, outcome: truthOf(constant) };
  const sides = [true, false].map((outcome) => {
    evaluation.state = copyState(state);
    applyTest(evaluation, test, tested, outcome);
    return evaluation.state;
  });
  evaluation.state = state;
  return { whenTrue: sides[0], whenFalse: sides[1], outcome: undefined };
}

/** Parameters that a test asks for, alone or compared with something. */
function noteTest(evaluation: Evaluation, test: ValueId, depth: number): void {
  noteDecision(evaluation, test);
  const { table } = evaluation;
  const value = table.values[rootOf(table, test)];
  const isTest = value?.kind === "derived" || (value?.kind === "merge" && table.tests.has(rootOf(table, test)));
  if (isTest && depth < 4) for (const from of value.from) noteTest(evaluation, from, depth + 1);
}

/** What is known before a `case`: where control goes on, or what holds on the two ways. */
interface CaseDecision {
  readonly next: number | undefined;
  readonly along: ReadonlyMap<number, State> | undefined;
}

const undecided: CaseDecision = { next: undefined, along: undefined };

/** Before a `case`: whether its pattern applies, if that is known, and else what follows from its applying or not. */
function decideCase(evaluation: Evaluation, block: number): CaseDecision {
  const { graph, scope, table, state } = evaluation;
  const targets = graph.successors[block] ?? [];
  const target = scope.subjects.size === 0 ? undefined : targets.find((each) => caseAt(evaluation, each) !== undefined);
  const node = target === undefined ? undefined : caseAt(evaluation, target);
  const subject = node === undefined ? undefined : scope.subjects.get(node);
  const value = subject === undefined ? undefined : entryOf(table, subject).result;
  if (node === undefined || target === undefined || value === undefined) return undecided;
  noteTest(evaluation, value, 0);
  const pattern = childAt(evaluation, node, 0);
  const other = targets.find((each) => each !== target);
  const constant = table.constants[value];
  const applies = constant === undefined ? undefined : appliesTo(pattern, constant);
  if (applies !== undefined) return { next: applies ? target : other, along: undefined };
  const test = testOfPattern(evaluation, pattern);
  if (test === undefined) return undecided;
  const along = new Map<number, State>();
  const isGuarded = childAt(evaluation, node, 1).kind !== "Absent";
  for (const [way, operator] of [
    [target, test.operator],
    [isGuarded ? undefined : other, oppositeOf(test.operator)],
  ] as const) {
    if (way === undefined) continue;
    evaluation.state = copyState(state);
    applyComparison(evaluation, node, value, { operator, other: test.other }, way === target);
    along.set(way, evaluation.state);
  }
  evaluation.state = state;
  return { next: undefined, along };
}

/** The `case` that a block begins with. */
function caseAt({ graph }: Evaluation, block: number): SyntaxNode | undefined {
  const first = graph.firstElement[block] ?? 0;
  const element = first === graph.firstElement[block + 1] ? undefined : graph.elements[first];
  return element?.kind === "Case" ? element : undefined;
}
