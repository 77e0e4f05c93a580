/** One body while it is analysed: its graph, what is known around it, and answers that are asked for several times. */
import type { ConstantValue, ValueGraph, ValueId } from "../../flow/value-graph.js";
import type { BodyKey, FunctionFact } from "../../names/module-facts.js";
import type { ClassRef, FunctionRef } from "../../names/workspace.js";
import type { Binding } from "./bindings.js";
import type { Callees } from "./callees.js";
import type { Doubt, EntrySummary, GuardSummary, SinkKey, SourceSummary, SourceTaint } from "./facts.js";
import type { GraphIndex } from "./graph-index.js";
import type { Library } from "./library.js";
import type { BodyMarks } from "./marks.js";
import type { NamesView } from "./names-view.js";
import type { GuardEffect } from "./guards.js";
import type { KindSet, SinkKinds } from "./sink-kinds.js";
import type { ValueType } from "./value-types.js";

export interface BodyView {
  readonly library: Library;
  readonly kinds: SinkKinds;
  readonly names: NamesView;
  readonly path: string;
  readonly body: BodyKey;
  /** Undefined for the module and for lambdas. */
  readonly fact: FunctionFact | undefined;
  readonly graph: ValueGraph;
  readonly index: GraphIndex;
  /** What rules' patterns say of the body; undefined where they say nothing. */
  readonly marks: BodyMarks | undefined;
  /** Functions that callers pass, by parameter; and what decorators wrap, by the captured variable. */
  readonly functions: ReadonlyMap<number | string, FunctionRef>;
  /** The class that the object of this method is of, and no subclass. */
  readonly receiver: ClassRef | undefined;
  /** How many contexts lie above this one. */
  readonly contextDepth: number;
  /** The class of a library whose object a parameter is, because of who calls the function. */
  readonly filledParameter: (index: number) => string | undefined;
  /** The kind of a sink, by its key. */
  readonly kindsOfSink: (sink: SinkKey) => KindSet;
  /** For which kinds of sinks rules ask about a source, by its index, and what people are told of it. */
  readonly sourceKinds: (source: number) => SourceKinds;
  /** Values that are called. */
  readonly calledValues: ReadonlySet<ValueId>;
  /** Where other bodies' results are read. */
  readonly summaries: SummaryReader;
  /** Answers so far. */
  readonly types: Map<ValueId, ValueType>;
  readonly callees: Map<number, Callees>;
  readonly guards: Map<ValueId, { readonly effect: GuardEffect | undefined }>;
  /** By object and name: methods that run without being called, and getters. */
  readonly specials: Map<string, readonly FunctionRef[] | undefined>;
}

export interface SourceKinds {
  readonly kinds: KindSet;
  readonly description: string;
  readonly doubt: Doubt;
}

/** A parameter on whose value a body decides something. */
export interface DecisiveParameter {
  readonly index: number;
  /** What it is where no argument is given, if that is a constant. */
  readonly fallback?: ConstantValue;
}

/** Reads entries of the fixpoint; bottom is undefined. */
export interface SummaryReader {
  readonly entry: (key: string) => EntrySummary | undefined;
  readonly sources: (path: string, body: BodyKey) => SourceSummary | undefined;
  /** What a field or variable holds from sources. */
  readonly held: (key: string) => readonly SourceTaint[];
  /** Parameters on whose values a body decides something. */
  readonly decisive: (path: string, body: BodyKey) => readonly DecisiveParameter[];
  /** What the body says of a parameter by returning something true, or false. */
  readonly guard: (path: string, body: BodyKey, parameter: number, outcome: boolean) => GuardSummary;
  /** What a variable of a module holds. */
  readonly binding: (path: string, name: string) => Binding | undefined;
  /** Whether anything called so, or an attribute or variable of that name, may bring something from sources. */
  readonly mayBring: (kind: "called" | "read", name: string) => boolean;
}
