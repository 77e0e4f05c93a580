/** Sets of taints: which sources' data, under which labels, and by which way it came. */
import type { SyntaxNode } from "../../syntax/node.js";

/** The way that data took, the last step first. */
export interface Trail {
  readonly node: SyntaxNode;
  readonly before: Trail | undefined;
}

/** Data of one source, under one label. */
export interface Taint {
  /** Index of the source's match. */
  readonly source: number;
  readonly label: string;
  readonly trail: Trail | undefined;
}

/** By source and label; of two ways for the same the first is kept. */
export type TaintSet = ReadonlyMap<string, Taint>;

export const noTaints: TaintSet = new Map();

function keyOf(source: number, label: string): string {
  return `${source} ${label}`;
}

export function oneTaint(source: number, label: string, trail?: Trail): TaintSet {
  return new Map([[keyOf(source, label), { source, label, trail }]]);
}

export function uniteTaints(left: TaintSet, right: TaintSet): TaintSet {
  if (right.size === 0 || left === right) return left;
  if (left.size === 0) return right;
  let united: Map<string, Taint> | undefined;
  for (const [key, taint] of right) {
    if (left.has(key)) continue;
    united ??= new Map(left);
    united.set(key, taint);
  }
  return united ?? left;
}

export function sameTaints(left: TaintSet, right: TaintSet): boolean {
  if (left === right) return true;
  if (left.size !== right.size) return false;
  for (const key of left.keys()) if (!right.has(key)) return false;
  return true;
}

/** Longer ways are cut: what matters of them is where they start and end. */
const maximumSteps = 100;

/** The same taints, having passed `node`. */
export function passThrough(taints: TaintSet, node: SyntaxNode): TaintSet {
  if (taints.size === 0) return taints;
  const passed = new Map<string, Taint>();
  for (const [key, taint] of taints) passed.set(key, { ...taint, trail: extend(taint.trail, node) });
  return passed;
}

function extend(trail: Trail | undefined, node: SyntaxNode): Trail {
  let length = 0;
  for (let at = trail; at !== undefined; at = at.before) {
    if (at.node === node) return at;
    if (++length > maximumSteps) return at;
  }
  return { node, before: trail };
}

/** The taints under other labels. */
export function relabel(taints: TaintSet, label: string): TaintSet {
  const relabelled = new Map<string, Taint>();
  for (const taint of taints.values()) {
    const key = keyOf(taint.source, label);
    if (!relabelled.has(key)) relabelled.set(key, { ...taint, label });
  }
  return relabelled;
}

export function selectTaints(taints: TaintSet, keep: (taint: Taint) => boolean): TaintSet {
  return new Map([...taints].filter(([, taint]) => keep(taint)));
}

/** Steps of a way, in order. */
export function stepsOf(trail: Trail | undefined): SyntaxNode[] {
  const steps: SyntaxNode[] = [];
  for (let at = trail; at !== undefined; at = at.before) steps.push(at.node);
  return steps.reverse();
}
