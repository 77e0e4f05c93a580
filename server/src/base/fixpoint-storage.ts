/** A fixpoint as plain data, to be kept on disk. */
import { connect } from "./fixpoint-publish.js";
import { createEntry, type Entry, type FixpointState, type InputRecord } from "./fixpoint-entry.js";
import type { StoredEntry, StoredFixpoint } from "./fixpoint-types.js";

/** All entries, when they have their final values. */
export function storeEntries(state: FixpointState): StoredFixpoint {
  const entries = [...state.entries.values()];
  const inputs = [...state.inputs.values()];
  const places = new Map<Entry | InputRecord, number>();
  entries.forEach((entry, index) => places.set(entry, index));
  inputs.forEach((input, index) => places.set(input, index));
  const placesOf = (items: Iterable<Entry | InputRecord>): number[] =>
    [...items].flatMap((item) => places.get(item) ?? []);
  return {
    inputs: inputs.map(({ key, stamp }) => [key, stamp] as const),
    entries: entries.map((entry) => ({
      key: entry.key,
      ...(entry.value === undefined ? {} : { value: entry.value }),
      ...(entry.detail === undefined ? {} : { detail: entry.detail }),
      ...(entry.reads.size === 0 ? {} : { reads: placesOf(entry.reads.keys()) }),
      ...(entry.demands.size === 0 ? {} : { demands: placesOf(entry.demands) }),
      ...(entry.inputs.size === 0 ? {} : { inputs: placesOf(entry.inputs) }),
      ...(entry.contributions.size === 0
        ? {}
        : { contributions: [...entry.contributions].map(([target, { value }]) => [target, value] as const) }),
    })),
  };
}

/** Puts stored entries into an empty fixpoint. */
export function restoreEntries(state: FixpointState, stored: StoredFixpoint): void {
  const inputs = stored.inputs.map(([key, stamp]) => {
    const record: InputRecord = { key, stamp, readers: new Set() };
    state.inputs.set(key, record);
    return record;
  });
  const entries = stored.entries.map(({ key, value, detail }) => {
    const entry = createEntry(key);
    entry.value = value;
    entry.detail = detail;
    entry.version = state.nextVersion++;
    state.entries.set(key, entry);
    state.changed.add(key);
    state.lonely.add(entry);
    return entry;
  });
  stored.entries.forEach((from, index) => {
    const entry = entries[index];
    if (entry === undefined) return;
    restoreContributions(state, entry, from);
    for (const place of from.reads ?? []) {
      const source = entries[place];
      if (source !== undefined) connect(entry, source, source.version);
    }
    for (const place of from.demands ?? []) {
      const demanded = entries[place];
      if (demanded === undefined) continue;
      entry.demands.add(demanded);
      demanded.demandedBy.add(entry);
    }
    for (const place of from.inputs ?? []) {
      const record = inputs[place];
      if (record === undefined) continue;
      record.readers.add(entry);
      entry.inputs.add(record);
    }
  });
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
