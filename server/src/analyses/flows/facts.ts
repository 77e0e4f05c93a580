/**
 * What is known of bodies by their summaries. All of it is plain data in a canonical order, so that summaries can be compared and kept on disk. Nothing in
 * a summary says where in its body something stands: who reads it need not know, and edits that only move things change no summary.
 */
import type { AccessPath } from "./access-path.js";
import type { KindSet } from "./sink-kinds.js";

/** How sure a fact is: 0 high, 1 medium, 2 low. */
export type Doubt = 0 | 1 | 2;

/** Something tainted: what of it, for which kinds of sinks, and how sure. */
export interface Taint {
  readonly path: AccessPath;
  readonly kinds: KindSet;
  readonly doubt: Doubt;
}

/** A taint that comes out at a parameter, because what it holds was changed; by the parameter's index. */
export interface ExitTaint extends Taint {
  readonly parameter: number;
}

/** A place that data must not reach: file, body, index of the model, and ordinal among those of that model in the body. */
export type SinkKey = string;

export interface ReachedSink {
  readonly sink: SinkKey;
  readonly doubt: Doubt;
  /** The least number of calls between here and the sink. */
  readonly depth: number;
}

/** A taint that arrives in a field of a class or a variable of a module, by the key of its entry. */
export interface StoredTaint extends Taint {
  readonly target: string;
  readonly depth: number;
}

/** Where a fact that comes into a body goes. */
export interface EntrySummary {
  readonly returns: readonly Taint[];
  /** What a generator gives one after another. */
  readonly yields: readonly Taint[];
  readonly exits: readonly ExitTaint[];
  readonly sinks: readonly ReachedSink[];
  readonly stores: readonly StoredTaint[];
}

/** What a function says of a parameter by returning something true, or false. */
export interface GuardSummary {
  /** The kinds of sinks that it is harmless for then. */
  readonly kinds: KindSet;
  /** Whether it depends on the parameter what is returned. */
  readonly depends: boolean;
}

/** A taint from a source: the source's index among those of the models. */
export interface SourceTaint extends Taint {
  readonly source: number;
  /** The least number of calls, fields and variables between here and the source. */
  readonly depth: number;
}

/** What sources bring out of a body: to callers, or into a field or variable. */
export interface SourceSummary {
  readonly returns: readonly SourceTaint[];
  readonly yields: readonly SourceTaint[];
  readonly exits: readonly (SourceTaint & { readonly parameter: number })[];
}
