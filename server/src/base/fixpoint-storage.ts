/** A fixpoint as plain data, to be kept on disk. */
import { connect } from "./fixpoint-publish.js";
import { createEntry, type Entry, type FixpointState } from "./fixpoint-entry.js";
import type { StoredEntry } from "./fixpoint-types.js";

/** All entries that have their final values. */
export function storeEntries(state: FixpointState): readonly StoredEntry[] {
  return [...state.entries.values()].map((entry) => {
    const reads = [...entry.reads.keys()].flatMap((source) => (source.owner === undefined ? [source.key] : []));
    return {
      key: entry.key,
      ...(entry.value === undefined ? {} : { value: entry.value }),
      ...(entry.detail === undefined ? {} : { detail: entry.detail }),
      ...(reads.length === 0 ? {} : { reads }),
      ...(entry.demands.size === 0 ? {} : { demands: [...entry.demands].map(({ key }) => key) }),
      ...(entry.inputs.size === 0 ? {} : { inputs: [...entry.inputs].map(({ key, stamp }) => [key, stamp] as const) }),
      ...(entry.contributions.size === 0
        ? {}
        : { contributions: [...entry.contributions].map(([target, { value }]) => [target, value] as const) }),
    };
  });
}

/** Puts stored entries into an empty fixpoint. Edges to what is not there make their readers dirty nowhere: such entries are computed again. */
export function restoreEntries(state: FixpointState, stored: readonly StoredEntry[]): void {
  for (const { key, value, detail } of stored) {
    const entry = createEntry(key);
    entry.value = value;
    entry.detail = detail;
    entry.version = state.nextVersion++;
    state.entries.set(key, entry);
    state.changed.add(key);
    state.lonely.add(entry);
  }
  for (const from of stored) {
    const entry = state.entries.get(from.key);
    if (entry !== undefined) restoreContributions(state, entry, from);
  }
  for (const from of stored) {
    const entry = state.entries.get(from.key);
    if (entry !== undefined) restoreEdges(state, entry, from);
  }
}

function restoreContributions(state: FixpointState, entry: Entry, from: StoredEntry): void {
  for (const [target, data] of from.contributions ?? []) {
    const contribution = createEntry(entry.key, entry, target);
    contribution.value = data;
    contribution.version = state.nextVersion++;
    entry.contributions.set(target, contribution);
    const others = state.contributed.get(target) ?? new Map<string, Entry>();
    state.contributed.set(target, others.set(entry.key, contribution));
    const reader = state.entries.get(target);
    if (reader !== undefined) connect(reader, contribution, contribution.version);
  }
}

function restoreEdges(state: FixpointState, entry: Entry, from: StoredEntry): void {
  for (const key of from.reads ?? []) {
    const source = state.entries.get(key);
    if (source !== undefined) connect(entry, source, source.version);
  }
  for (const key of from.demands ?? []) {
    const demanded = state.entries.get(key);
    if (demanded === undefined) continue;
    entry.demands.add(demanded);
    demanded.demandedBy.add(entry);
  }
  for (const [key, stamp] of from.inputs ?? []) {
    let record = state.inputs.get(key);
    if (record === undefined) state.inputs.set(key, (record = { key, stamp, readers: new Set() }));
    record.readers.add(entry);
    entry.inputs.add(record);
  }
}
