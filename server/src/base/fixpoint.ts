/**
 * Values that are computed from each other and from inputs, to the least solution, and kept right while inputs change. A worklist over
 * entries whose dependencies come up while they are computed (as in Adapton, or Salsa's queries), with cycles as in a
 * solver of equations: who reads what is just being computed sees what is known of it so far.
 *
 * What is above the solution must not support itself. New entries only rise (from bottom, by growth). When something that an entry is made of may have
 * become less, it is computed again; if it lies on a cycle then, all of the cycle starts again. Others see the cycle only when it has
 * settled, and not at all if it came to the same.
 *
 * There is no recursion over entries, so chains may be as long as they are.
 */
import { computeEntry, isUnready, stampOf } from "./fixpoint-compute.js";
import { createState, enqueue, markDirty, obtainEntry, type Entry, type FixpointState } from "./fixpoint-entry.js";
import { settle } from "./fixpoint-publish.js";
import { restoreEntries, storeEntries } from "./fixpoint-storage.js";
import type { Fixpoint, FixpointSystem } from "./fixpoint-types.js";
import { dropUnused } from "./fixpoint-unused.js";

/** A fixpoint without entries. */
export function createFixpoint<Value, Detail>(system: FixpointSystem<Value, Detail>): Fixpoint<Value, Detail> {
  // Inside, values are anything; they go out to the same system that made them.
  const state = createState(system);
  return {
    addRoot: (key) => {
      obtainEntry(state, key).isRoot = true;
    },
    removeRoot: (key) => {
      const entry = state.entries.get(key);
      if (entry === undefined) return;
      entry.isRoot = false;
      state.lonely.add(entry);
    },
    checkInputs: (keys) => {
      for (const key of keys) checkInput(state, key);
    },
    inputs: () => state.inputs.keys(),
    advance: (maximumSteps, isReady = always) => advance(state, maximumSteps, isReady),
    waitsFor: () => [...new Set([...state.waiting].map((entry) => entry.waitsFor ?? ""))].sort(),
    value: (key) => state.entries.get(key)?.value as Value | undefined,
    detail: (key) => state.entries.get(key)?.detail as Detail | undefined,
    has: (key) => state.entries.has(key),
    contributors: (key) =>
      [...(state.contributed.get(key) ?? [])]
        .flatMap(([from, { value }]) => (value === undefined ? [] : [from]))
        .sort(),
    takeChanged: () => {
      const changed = new Set(state.changed);
      state.changed.clear();
      return changed;
    },
    computations: () => state.computations,
    steps: () => state.steps,
    size: () => state.entries.size,
    store: () => storeEntries(state),
    restore: (stored) => {
      restoreEntries(state, stored);
    },
    keys: () => state.entries.keys(),
  };
}

function checkInput(state: FixpointState, key: string): void {
  const record = state.inputs.get(key);
  if (record === undefined) return;
  const stamp = stampOf(state.system.input(key));
  if (stamp === record.stamp) return;
  record.stamp = stamp;
  for (const reader of record.readers) {
    reader.mustCompute = true;
    reader.ascents = 0;
    markDirty(state, reader, true);
  }
}

const always = (): boolean => true;

function advance(
  state: FixpointState,
  maximumSteps: number,
  isReady: (reason: string) => boolean,
): "done" | "paused" | "waiting" {
  for (const entry of state.waiting) {
    if (entry.waitsFor !== undefined && !isReady(entry.waitsFor)) continue;
    state.waiting.delete(entry);
    entry.waitsFor = undefined;
    entry.isDirty = false;
    enqueue(state, entry);
  }
  const end = state.steps + maximumSteps;
  while (state.steps < end) {
    const entry = nextEntry(state);
    if (entry !== undefined) state.steps += workOn(state, entry);
    else if (state.waiting.size > 0) return "waiting";
    else {
      dropUnused(state);
      if (state.queueStart === state.queue.length && state.risingStart === state.risingQueue.length) return "done";
    }
  }
  return "paused";
}

/** What is to be worked on: rising entries before those that have settled, what others need before those. */
function nextEntry(state: FixpointState): Entry | undefined {
  for (;;) {
    const top = state.stack.at(-1);
    if (top !== undefined && (top.isRising || state.risingInProgress > 0)) return top;
    const rising = takeRising(state);
    if (rising !== undefined) {
      if (rising.isDirty && !rising.isInProgress && rising.isRising) enter(state, rising);
      else if (rising.isDirty && !rising.isInProgress) state.queue.push(rising);
      continue;
    }
    // While something waits, what rises has not come to an end: what is not settled can take new sources without starting again.
    if (state.risen.length > 0 && state.waiting.size === 0) settle(state);
    else if (top !== undefined) return top;
    else {
      const next = takeFromQueue(state);
      if (next === undefined) return undefined;
      if (next.isDirty && !next.isInProgress) enter(state, next);
    }
  }
}

/** First in, first out: what many contribute to is computed when they have, not once for each. */
function takeRising(state: FixpointState): Entry | undefined {
  const next = state.risingQueue[state.risingStart];
  if (next === undefined) {
    state.risingQueue.length = 0;
    state.risingStart = 0;
    return undefined;
  }
  state.risingStart++;
  return next;
}

function takeFromQueue(state: FixpointState): Entry | undefined {
  const next = state.queue[state.queueStart];
  if (next === undefined) {
    state.queue.length = 0;
    state.queueStart = 0;
    return undefined;
  }
  state.queueStart++;
  return next;
}

function enter(state: FixpointState, entry: Entry): void {
  entry.isInProgress = true;
  if (entry.isRising) state.risingInProgress++;
  state.stack.push(entry);
}

function leave(state: FixpointState): void {
  const entry = state.stack.pop();
  if (entry === undefined) return;
  entry.isInProgress = false;
  if (entry.isRising) state.risingInProgress--;
}

/** Does something for the entry on top of the stack, and gives the steps that it took. */
function workOn(state: FixpointState, entry: Entry): number {
  if (!entry.isDirty || entry.waitsFor !== undefined) {
    leave(state);
    return 0;
  }
  if (enterUnready(state, entry)) return 0;
  if (!entry.mustCompute && isUpToDate(entry)) {
    entry.isDirty = false;
    entry.mayShrink = false;
    return 0;
  }
  return computeEntry(state, entry);
}

/** Puts the first of the entries that an entry reads and that is to be computed on the stack. */
function enterUnready(state: FixpointState, entry: Entry): boolean {
  for (const source of entry.reads.keys()) {
    if (!isUnready(source)) continue;
    enter(state, source.owner ?? source);
    return true;
  }
  return false;
}

function isUpToDate(entry: Entry): boolean {
  for (const [source, version] of entry.reads) if (source.version !== version) return false;
  return true;
}
