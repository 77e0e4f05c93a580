/** The computation of one entry: what it reads is recorded, and edges are put in place. */
import { cyclesThrough } from "./fixpoint-cycles.js";
import { markDirty, obtainEntry, type Entry, type FixpointState, type InputRecord } from "./fixpoint-entry.js";
import { connect, publish, publishContributions, startAgain } from "./fixpoint-publish.js";
import type { FixpointReader } from "./fixpoint-types.js";
import { equalData } from "./equal-data.js";
import { hashText } from "./hash.js";

/** Entries that are computed so often before they settle do not follow the rules; they stay as they are. */
const maximumAscents = 150;
const longestStamp = 40;

interface Recorded {
  readonly reads: Map<Entry, number>;
  readonly demands: Set<Entry>;
  readonly inputs: Set<InputRecord>;
  readonly contributions: Map<string, unknown>;
  waitsFor: string | undefined;
}

/** Computes an entry that is dirty, once; gives the number of steps. It may stay dirty, because it needs others first or starts again. */
export function computeEntry(state: FixpointState, entry: Entry): number {
  const recorded: Recorded = {
    reads: new Map(),
    demands: new Set(),
    inputs: new Set(),
    contributions: new Map(),
    waitsFor: undefined,
  };
  const { value, detail, steps } = state.system.compute(entry.key, createReader(state, entry, recorded));
  state.computations++;
  entry.ascents++;
  if (recorded.waitsFor !== undefined) {
    entry.waitsFor = recorded.waitsFor;
    state.waiting.add(entry);
    return steps;
  }
  replaceEdges(state, entry, recorded);
  if (needsOthersFirst(entry)) {
    entry.mustCompute = true;
    return steps;
  }
  if (startsAgain(state, entry)) return steps;
  const { mayShrink } = entry;
  // First, because an entry that reads itself is made dirty by what it publishes.
  entry.isDirty = false;
  entry.mayShrink = false;
  entry.mustCompute = false;
  entry.hasNewSource = false;
  if (entry.ascents <= maximumAscents) {
    publish(state, entry, value, mayShrink);
    publishContributions(state, entry, recorded.contributions, mayShrink);
  }
  if (!equalData(entry.detail, detail)) {
    entry.detail = detail;
    state.changed.add(entry.key);
  }
  return steps;
}

/** Whether an entry can be computed, and is not yet: neither is it just being computed, nor does it wait. */
export function isUnready(source: Entry): boolean {
  const entry = source.owner ?? source;
  return entry.isDirty && !entry.isInProgress && entry.waitsFor === undefined;
}

function needsOthersFirst(entry: Entry): boolean {
  for (const source of entry.reads.keys()) if (isUnready(source)) return true;
  return false;
}

/** If what the entry is made of may have become less and the entry needs itself, all of its cycle starts again. */
function startsAgain(state: FixpointState, entry: Entry): boolean {
  if (!entry.mayShrink && !entry.hasNewSource) return false;
  const cycle = cyclesThrough(entry);
  if (cycle === undefined) return false;
  if (!entry.mayShrink && cycle.every((member) => member.isRising)) return false;
  startAgain(state, cycle);
  return true;
}

function createReader(state: FixpointState, entry: Entry, recorded: Recorded): FixpointReader<unknown> {
  return {
    entry: (key) => {
      const source = obtainEntry(state, key);
      if (source.version === 0 && isUnready(source) && state.system.isLeaf?.(key) === true) computeEntry(state, source);
      recorded.reads.set(source, source.version);
      return source.value;
    },
    input: (key) => {
      const value = state.system.input(key);
      let record = state.inputs.get(key);
      if (record === undefined) state.inputs.set(key, (record = { key, stamp: stampOf(value), readers: new Set() }));
      recorded.inputs.add(record);
      return value;
    },
    note: (key) => {
      let record = state.inputs.get(key);
      if (record === undefined) {
        record = { key, stamp: stampOf(state.system.input(key)), readers: new Set() };
        state.inputs.set(key, record);
      }
      recorded.inputs.add(record);
    },
    demand: (key) => {
      recorded.demands.add(obtainEntry(state, key));
    },
    awaken: (key) => {
      const demanded = obtainEntry(state, key);
      recorded.demands.add(demanded);
      if (entry.demands.has(demanded)) return;
      demanded.mustCompute = true;
      markDirty(state, demanded, false);
    },
    contribute: (target, data) => {
      recorded.contributions.set(target, data);
    },
    contributions: () => {
      const found: (readonly [string, unknown])[] = [];
      for (const [key, contribution] of state.contributed.get(entry.key) ?? []) {
        recorded.reads.set(contribution, contribution.version);
        if (contribution.value !== undefined) found.push([key, contribution.value]);
      }
      return found.sort(([left], [right]) => (left < right ? -1 : 1));
    },
    wait: (reason) => {
      recorded.waitsFor ??= reason;
    },
  };
}

/** A short text that differs where values do. */
export function stampOf(value: unknown): string {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) return "";
  return text.length <= longestStamp ? text : hashText(text);
}

function replaceEdges(state: FixpointState, entry: Entry, recorded: Recorded): void {
  for (const source of entry.reads.keys()) {
    if (recorded.reads.has(source)) continue;
    source.readers.delete(entry);
    becomesLonely(state, source);
    entry.reads.delete(source);
  }
  for (const [source, version] of recorded.reads) {
    if (state.hasRestarted && !entry.reads.has(source)) entry.hasNewSource = true;
    connect(entry, source, version);
  }
  for (const demanded of entry.demands) {
    if (recorded.demands.has(demanded)) continue;
    demanded.demandedBy.delete(entry);
    becomesLonely(state, demanded);
    entry.demands.delete(demanded);
  }
  for (const demanded of recorded.demands) {
    entry.demands.add(demanded);
    demanded.demandedBy.add(entry);
  }
  for (const input of entry.inputs) if (!recorded.inputs.has(input)) leaveInput(state, entry, input);
  for (const input of recorded.inputs) {
    entry.inputs.add(input);
    input.readers.add(entry);
  }
}

/** The entry reads that input no longer. */
export function leaveInput(state: FixpointState, entry: Entry, input: InputRecord): void {
  entry.inputs.delete(input);
  input.readers.delete(entry);
  if (input.readers.size === 0) state.inputs.delete(input.key);
}

/** Remembers that an entry may be of no use any more. */
export function becomesLonely(state: FixpointState, entry: Entry): void {
  state.lostEdges++;
  if (entry.owner === undefined) state.lonely.add(entry);
}
