/** What a fixpoint is made of and what it is asked. docs/data-flow.md, "Incremental equals fresh". */

/** What the computation of one entry may look at and say. Whatever it reads is recorded. */
export interface FixpointReader<Value> {
  /** The value of another entry; undefined (bottom) while nothing is known of it. The entry is computed from now on. */
  entry(key: string): Value | undefined;
  /** The present value of an input. */
  input(key: string): unknown;
  /** Records that the computation rests on an input whose value it has from elsewhere. */
  note(key: string): void;
  /** The other entry is computed from now on, although its value does not matter here. */
  demand(key: string): void;
  /** The same; if the entry has been computed already, it is computed again when it is demanded here for the first time. */
  awaken(key: string): void;
  /** Adds something to what that entry can collect. Once for each target in one computation. */
  contribute(target: string, data: Value): void;
  /** What others have contributed to this entry, by their keys in order. */
  contributions(): readonly (readonly [contributor: string, data: Value])[];
  /** Something is missing that only the outside can bring: the entry stays as it is, and is tried again when work is asked for the next time. */
  wait(reason: string): void;
}

export interface Computed<Value, Detail> {
  /** What other entries read. */
  readonly value: Value | undefined;
  /** What only the outside reads: its changes go no further. */
  readonly detail: Detail | undefined;
  /** How much work it was, one at least. */
  readonly steps: number;
}

/**
 * The equations. The value of an entry must grow if what it reads grows, and there must be no endless growth; then
 * the result is the least solution, whatever the order of work. Values are plain data.
 */
export interface FixpointSystem<Value, Detail> {
  compute(key: string, reader: FixpointReader<Value>): Computed<Value, Detail>;
  /** The present value of an input: plain data. */
  input(key: string): unknown;
  /** Whether an entry reads no other entries, so that it can be computed at once where it is read for the first time. Default: no. */
  isLeaf?(key: string): boolean;
  /** Whether `after` has all that `before` has. Saying no where it does costs time only. */
  grows(before: Value, after: Value): boolean;
}

/** An entry as it is kept on disk; others and inputs are named by their places in the lists. */
export interface StoredEntry {
  readonly key: string;
  readonly value?: unknown;
  readonly detail?: unknown;
  readonly reads?: readonly number[];
  readonly demands?: readonly number[];
  readonly inputs?: readonly number[];
  readonly contributions?: readonly (readonly [target: string, data: unknown])[];
}

/** All that a fixpoint knows, as plain data. */
export interface StoredFixpoint {
  readonly entries: readonly StoredEntry[];
  /** Inputs with stamps of the values that they had. */
  readonly inputs: readonly (readonly [key: string, stamp: string])[];
}

export interface Fixpoint<Value, Detail> {
  /** Entries that are computed for their own sake. */
  addRoot(key: string): void;
  removeRoot(key: string): void;
  /** Inputs whose values may be others now; those that nobody reads are ignored. */
  checkInputs(keys: Iterable<string>): void;
  /** The keys of all inputs that somebody reads. */
  inputs(): IterableIterator<string>;
  /** Computes until all is done, or about so many steps are. "waiting": only what waits for the outside is left. `isReady` says which of the reasons to wait are gone; all, if it is left out. */
  advance(maximumSteps: number, isReady?: (reason: string) => boolean): "done" | "paused" | "waiting";
  /** Why entries wait, sorted, each once. */
  waitsFor(): readonly string[];
  value(key: string): Value | undefined;
  detail(key: string): Detail | undefined;
  has(key: string): boolean;
  /** Who contributed to an entry, in order. */
  contributors(key: string): readonly string[];
  /** Keys of entries whose value or detail is another, or that came or went, since this was last asked. */
  takeChanged(): ReadonlySet<string>;
  /** Number of computations since the beginning. */
  computations(): number;
  /** Number of steps since the beginning. */
  steps(): number;
  size(): number;
  /** Meaningful when all is done. */
  store(): StoredFixpoint;
  /** Into an empty fixpoint. All inputs are to be checked afterwards; roots are to be added. */
  restore(stored: StoredFixpoint): void;
  /** The keys of all entries. */
  keys(): IterableIterator<string>;
}
