/** Entries that nobody needs any more go. */
import { becomesLonely, leaveInput } from "./fixpoint-compute.js";
import type { Entry, FixpointState } from "./fixpoint-entry.js";
import { detachContribution } from "./fixpoint-publish.js";

/** Cycles of unused entries keep themselves; they are looked for when so many edges went. */
const edgesBeforeSweep = 256;

/** Drops what is not needed. What others have collected from it makes them dirty. */
export function dropUnused(state: FixpointState): void {
  for (const entry of state.lonely) {
    state.lonely.delete(entry);
    if (!isNeeded(entry)) drop(state, entry);
  }
  if (state.lostEdges < edgesBeforeSweep + state.entries.size / 4) return;
  state.lostEdges = 0;
  const reached = reachedFromRoots(state);
  for (const entry of state.entries.values()) if (!reached.has(entry)) drop(state, entry);
  state.lonely.clear();
}

function isNeeded(entry: Entry): boolean {
  return entry.isRoot || entry.readers.size > 0 || entry.demandedBy.size > 0;
}

function reachedFromRoots(state: FixpointState): ReadonlySet<Entry> {
  const reached = new Set<Entry>();
  for (const entry of state.entries.values()) if (entry.isRoot) reached.add(entry);
  // Sets are gone through in the order in which things come in, those that come in meanwhile too.
  for (const entry of reached) {
    for (const source of entry.reads.keys()) if (source.owner === undefined) reached.add(source);
    for (const demanded of entry.demands) reached.add(demanded);
  }
  return reached;
}

function drop(state: FixpointState, entry: Entry): void {
  if (entry.isDropped) return;
  entry.isDropped = true;
  entry.isDirty = false;
  state.entries.delete(entry.key);
  state.waiting.delete(entry);
  state.changed.add(entry.key);
  for (const source of entry.reads.keys()) {
    source.readers.delete(entry);
    becomesLonely(state, source);
  }
  for (const demanded of entry.demands) {
    demanded.demandedBy.delete(entry);
    becomesLonely(state, demanded);
  }
  for (const input of entry.inputs) leaveInput(state, entry, input);
  for (const contribution of [...entry.contributions.values()]) detachContribution(state, contribution);
  for (const reader of entry.readers) reader.reads.delete(entry);
}
