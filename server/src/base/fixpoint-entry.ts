/** The records of a fixpoint: entries with the edges between them. */
import type { FixpointSystem } from "./fixpoint-types.js";

export interface Entry {
  readonly key: string;
  value: unknown;
  detail: unknown;
  /** Changes with the value, and returns with it. */
  version: number;
  /** What the value was before its cycle started again, with its version. */
  before: { readonly value: unknown; readonly version: number } | undefined;
  /** What it read, with the version that it saw. */
  readonly reads: Map<Entry, number>;
  readonly readers: Set<Entry>;
  readonly demands: Set<Entry>;
  readonly demandedBy: Set<Entry>;
  readonly inputs: Set<InputRecord>;
  /** The entry that contributes this one, for contributions, which compute nothing; and whom they are for. */
  readonly owner: Entry | undefined;
  readonly target: string | undefined;
  /** Its contributions, by target. */
  readonly contributions: Map<string, Entry>;
  isRoot: boolean;
  /** It has to be computed (again). */
  isDirty: boolean;
  /** Something that it was made of may be less than it was. */
  mayShrink: boolean;
  /** An input of its own is another, so that versions say nothing. */
  mustCompute: boolean;
  /** It has no final value since it came up or started again, so that changes are growth. */
  isRising: boolean;
  /** It reads what it did not read before while a cycle was starting again, so that it may have closed another. */
  hasNewSource: boolean;
  isInProgress: boolean;
  /** Why it waits for the outside. */
  waitsFor: string | undefined;
  /** How often it was computed since it started. */
  ascents: number;
  isDropped: boolean;
}

export interface InputRecord {
  readonly key: string;
  stamp: string;
  readonly readers: Set<Entry>;
}

export interface FixpointState {
  readonly system: FixpointSystem<unknown, unknown>;
  readonly entries: Map<string, Entry>;
  readonly inputs: Map<string, InputRecord>;
  /** Contributions by target and contributor's key. */
  readonly contributed: Map<string, Map<string, Entry>>;
  /** Entries that are being computed, each needed by the one before. */
  readonly stack: Entry[];
  /** How many of those are rising. */
  risingInProgress: number;
  /** Dirty entries that are rising, and others in the order in which they came. */
  readonly risingQueue: Entry[];
  risingStart: number;
  readonly queue: Entry[];
  queueStart: number;
  /** Entries that are rising, to be compared with what they were when all have their values. */
  risen: Entry[];
  /** Whether some of those had values before and started again. */
  hasRestarted: boolean;
  readonly waiting: Set<Entry>;
  /** Entries that nobody may need any more. */
  readonly lonely: Set<Entry>;
  readonly changed: Set<string>;
  computations: number;
  steps: number;
  nextVersion: number;
  /** Edges that went since cycles of unused entries were last looked for. */
  lostEdges: number;
}

export function createState(system: FixpointSystem<unknown, unknown>): FixpointState {
  return {
    system,
    entries: new Map(),
    inputs: new Map(),
    contributed: new Map(),
    stack: [],
    risingInProgress: 0,
    risingQueue: [],
    risingStart: 0,
    queue: [],
    queueStart: 0,
    risen: [],
    hasRestarted: false,
    waiting: new Set(),
    lonely: new Set(),
    changed: new Set(),
    computations: 0,
    steps: 0,
    nextVersion: 1,
    lostEdges: 0,
  };
}

/** An entry of which nothing is known, which belongs to no table yet. */
export function createEntry(key: string, owner?: Entry, target?: string): Entry {
  return {
    key,
    value: undefined,
    detail: undefined,
    version: 0,
    before: undefined,
    reads: new Map(),
    readers: new Set(),
    demands: new Set(),
    demandedBy: new Set(),
    inputs: new Set(),
    owner,
    target,
    contributions: new Map(),
    isRoot: false,
    isDirty: false,
    mayShrink: false,
    mustCompute: false,
    isRising: false,
    hasNewSource: false,
    isInProgress: false,
    waitsFor: undefined,
    ascents: 0,
    isDropped: false,
  };
}

/** The entry of that key, which comes up dirty if it is new. */
export function obtainEntry(state: FixpointState, key: string): Entry {
  const known = state.entries.get(key);
  if (known !== undefined) return known;
  const entry = createEntry(key);
  state.entries.set(key, entry);
  state.changed.add(key);
  entry.mustCompute = true;
  startRising(state, entry);
  enqueue(state, entry);
  return entry;
}

/** From here on until all is settled, changes of the entry are growth. */
export function startRising(state: FixpointState, entry: Entry): void {
  entry.ascents = 0;
  if (entry.isRising) return;
  entry.isRising = true;
  if (entry.isInProgress) state.risingInProgress++;
  state.risen.push(entry);
}

/** The entry has to be computed; it is put where it will be found. */
export function enqueue(state: FixpointState, entry: Entry): void {
  if (entry.isDirty) return;
  entry.isDirty = true;
  if (entry.waitsFor !== undefined) return;
  if (entry.isRising) state.risingQueue.push(entry);
  else state.queue.push(entry);
}

/** Something that the entry read is another. */
export function markDirty(state: FixpointState, entry: Entry, mayShrink: boolean): void {
  if (mayShrink) entry.mayShrink = true;
  enqueue(state, entry);
}

/** What an entry is made of, for those who look for cycles. */
export function sourcesOf(entry: Entry): Iterable<Entry> {
  return entry.owner === undefined ? entry.reads.keys() : [entry.owner];
}

/** What is made of an entry. */
export function* dependantsOf(entry: Entry): Generator<Entry> {
  yield* entry.readers;
  yield* entry.contributions.values();
}
