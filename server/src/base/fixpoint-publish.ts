/** How new values of entries reach their readers, and how cycles start again. */
import { equalData } from "./equal-data.js";
import { createEntry, enqueue, markDirty, startRising, type Entry, type FixpointState } from "./fixpoint-entry.js";

/** Gives an entry a value. Readers are told if it is another; those that have settled only once this entry has. */
export function publish(state: FixpointState, entry: Entry, value: unknown, mayShrink: boolean): void {
  if (equalData(entry.value, value)) return;
  const isGrowth = (entry.isRising && !mayShrink) || grows(state, entry.value, value);
  // Who has settled may have seen what it was on its way up.
  if (entry.isRising && !isGrowth) entry.before ??= { value: entry.value, version: entry.version };
  entry.value = value;
  entry.version = state.nextVersion++;
  if (entry.owner === undefined) state.changed.add(entry.key);
  for (const reader of entry.readers) {
    if (entry.isRising && !reader.isRising) continue;
    if (reader.reads.get(entry) !== entry.version) markDirty(state, reader, !isGrowth);
  }
}

function grows(state: FixpointState, before: unknown, after: unknown): boolean {
  if (before === undefined) return true;
  return after !== undefined && state.system.grows(before, after);
}

/**
 * All rising entries have their values, save those that wait, which have what is known of them: what is the same as before counts as never
 * changed, readers of the rest are told.
 */
export function settle(state: FixpointState): void {
  const settled = state.risen.filter((entry) => !entry.isDropped && entry.isRising);
  state.risen = [];
  state.hasRestarted = false;
  for (const entry of settled) entry.isRising = false;
  for (const entry of settled) settleOne(state, entry);
}

function settleOne(state: FixpointState, entry: Entry): void {
  const { before } = entry;
  entry.before = undefined;
  entry.ascents = 0;
  if (before !== undefined && equalData(before.value, entry.value)) {
    for (const reader of entry.readers) {
      if (reader.reads.get(entry) === entry.version) reader.reads.set(entry, before.version);
    }
    entry.version = before.version;
  }
  const mayShrink = !grows(state, before?.value, entry.value);
  for (const reader of entry.readers) {
    if (reader.reads.get(entry) !== entry.version) markDirty(state, reader, mayShrink);
  }
}

/** The entries start from bottom, so that nothing supports itself. */
export function startAgain(state: FixpointState, entries: readonly Entry[]): void {
  state.hasRestarted = true;
  for (const entry of entries) {
    // Contributions go with those who make them.
    if (entry.owner !== undefined) continue;
    forget(state, entry);
    for (const contribution of entry.contributions.values()) forget(state, contribution);
  }
  for (const entry of entries) {
    if (entry.owner !== undefined) continue;
    entry.mayShrink = false;
    entry.mustCompute = true;
    entry.hasNewSource = false;
    // It may stand among those that have settled.
    entry.isDirty = false;
    enqueue(state, entry);
  }
}

/** Rising readers are told at once; those that take part start again themselves, those that have settled are told when this one has. */
function forget(state: FixpointState, entry: Entry): void {
  entry.before ??= { value: entry.value, version: entry.version };
  entry.value = undefined;
  entry.version = state.nextVersion++;
  startRising(state, entry);
  for (const reader of entry.readers) if (reader.isRising) markDirty(state, reader, true);
}

/** Publishes what an entry contributes to others, and takes back what it contributes no longer. */
export function publishContributions(
  state: FixpointState,
  entry: Entry,
  data: ReadonlyMap<string, unknown>,
  mayShrink: boolean,
): void {
  for (const target of data.keys()) obtainContribution(state, entry, target);
  for (const [target, contribution] of entry.contributions) {
    publish(state, contribution, data.get(target), mayShrink);
    if (contribution.value === undefined && !contribution.isRising) detachContribution(state, contribution);
  }
}

/** The contribution of `entry` to `target`, which its reader, if there is one, does not know yet if it is new. */
export function obtainContribution(state: FixpointState, entry: Entry, target: string): Entry {
  const known = entry.contributions.get(target);
  if (known !== undefined) return known;
  const contribution = createEntry(entry.key, entry, target);
  entry.contributions.set(target, contribution);
  let others = state.contributed.get(target);
  if (others === undefined) state.contributed.set(target, (others = new Map<string, Entry>()));
  others.set(entry.key, contribution);
  if (entry.isRising) startRising(state, contribution);
  const reader = state.entries.get(target);
  if (reader !== undefined) connect(reader, contribution, -1);
  return contribution;
}

/** Takes a contribution out of all tables. */
export function detachContribution(state: FixpointState, contribution: Entry): void {
  const { owner, target } = contribution;
  if (owner === undefined || target === undefined) return;
  contribution.isDropped = true;
  owner.contributions.delete(target);
  const others = state.contributed.get(target);
  others?.delete(owner.key);
  if (others?.size === 0) state.contributed.delete(target);
  for (const reader of contribution.readers) {
    reader.reads.delete(contribution);
    reader.mustCompute = true;
    markDirty(state, reader, true);
  }
}

/** Records that `reader` saw a version of `source`. */
export function connect(reader: Entry, source: Entry, version: number): void {
  reader.reads.set(source, version);
  source.readers.add(reader);
}
