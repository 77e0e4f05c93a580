/** What goes into the search for flows, and what comes out. */
import type { Bindings } from "../../matching/bindings.js";
import type { TaintOptions } from "../../rules/options.js";
import type { TaintSpecification } from "../../rules/taint.js";
import type { SyntaxNode } from "../../syntax/node.js";
import type { Unit } from "../../syntax/unit.js";

/** Where the formula of one entry of a specification matched. */
export interface TaintMatch {
  /** Index of the source, sink, sanitizer or propagator among those of the specification. */
  readonly entry: number;
  readonly unit: Unit;
  /** UTF-16 offsets from the start of the unit. */
  readonly start: number;
  readonly end: number;
  readonly bindings: Bindings | undefined;
}

/** A stretch of code in the unit of its match. */
export interface TaintPlace {
  readonly unit: Unit;
  readonly start: number;
  readonly end: number;
}

/** A propagator's match, with what its `from` and `to` are bound to. */
export interface TaintPropagatorMatch extends TaintMatch {
  readonly from: TaintPlace;
  readonly to: TaintPlace;
}

/** All of a file: names are followed to the statements of the module that assign them. */
export interface TaintMatches {
  readonly sources: readonly TaintMatch[];
  readonly sinks: readonly TaintMatch[];
  readonly sanitizers: readonly TaintMatch[];
  readonly propagators: readonly TaintPropagatorMatch[];
}

/** One body of code in which flows are looked for. */
export interface TaintBody {
  /** Undefined for the statements of a module or class. */
  readonly definition: SyntaxNode | undefined;
  readonly statements: readonly SyntaxNode[];
}

/** What one rule asks. */
export interface TaintQuery {
  readonly specification: TaintSpecification;
  readonly options: TaintOptions;
  readonly matches: TaintMatches;
}

/** Data that comes from a source and arrives at a sink. */
export interface TaintFlow {
  /** Index of the match among the sinks. */
  readonly sink: number;
  /** Index of the match among the sources. */
  readonly source: number;
  /** Those of the sink, and what the source binds besides. */
  readonly bindings: Bindings | undefined;
  /** What the data passes between source and sink, in order: assigned targets, propagators' places. */
  readonly steps: readonly SyntaxNode[];
}

/** Steps left: one for each node that is evaluated. When they are used up, flows may be missing. */
export interface TaintBudget {
  steps: number;
}
