/** What the analysis of flows between functions and files takes and gives. */
import type { ConstantValue, ValueGraph } from "../../flow/value-graph.js";
import type { BodyKey } from "../../names/module-facts.js";

/** A rule as far as flows are concerned: kinds of sources, sinks and sanitizers by the names that models give them. */
export interface FlowRule {
  readonly id: string;
  readonly sources: readonly string[];
  readonly sinks: readonly string[];
  /** Kinds of sinks whose sanitizers count. */
  readonly sanitizers: readonly string[];
  /**
   * Of a rule with patterns: the kind that is its own, of which its marks in bodies are sources and sinks. No other rule asks for it, so that what
   * makes data harmless for this rule does so for no other.
   */
  readonly own?: OwnKind;
}

export interface OwnKind {
  readonly kind: string;
  /** Kinds of which all of the rule's sinks are; none if some of them are patterns. */
  readonly of: readonly string[];
}

/** How sure it is that the flow can happen. "medium": a call was resolved by its name alone, or the data is from who runs the program; "low": it passed an unknown call. */
export type FlowConfidence = "high" | "medium" | "low";

/** One step of a path. Its place is relative to a unit of the body, so that it stays true when other units move. */
export interface FlowStep {
  readonly path: string;
  readonly body: BodyKey;
  /** Index among the units of the body. */
  readonly unit: number;
  readonly start: number;
  readonly end: number;
  /** "a query parameter comes in here", "passed to run()", "returned from build()", "stored in self.command", "an SQL statement is run here" */
  readonly message: string;
  /**
   * What happens to the data here; reports show by it how deep in calls a step is. "call": it goes into the function that is called here, where the steps
   * that follow are. "return": it comes out of the function that is called here, where the steps before are.
   */
  readonly role?: "source" | "call" | "return" | "pass" | "sink";
}

/** Data from a source that arrives at a sink, by one way. */
export interface Flow {
  readonly rule: string;
  readonly sourceKind: string;
  /** What models say of the source: "a query parameter". */
  readonly source: string;
  readonly sinkKind: string;
  readonly sink: string;
  readonly confidence: FlowConfidence;
  /** From the source to the sink; two at least, unless both are one place. */
  readonly steps: readonly FlowStep[];
}

/** A decisive parameter of a body whose value is known, because its callers are taken apart by it. */
export interface KnownParameter {
  /** Index among the body's parameters. */
  readonly index: number;
  readonly constant: ConstantValue;
}

/**
 * Gives the value graph of a body; undefined where there is none (any more), "later" where its file has to be read first. With `known`, in the
 * order of their indexes, the graph under those constants. `withMarks`: with what rules' patterns say of places in the body, which changes what values
 * there are.
 */
export type BodyLookup = (
  path: string,
  body: BodyKey,
  known?: readonly KnownParameter[],
  withMarks?: boolean,
) => ValueGraph | undefined | "later";

/** What became of a stretch of work. */
export interface Progress {
  /** "done": all flows are as a fresh analysis finds them. "paused": steps ran out. "waiting": files have to be read. */
  readonly state: "done" | "paused" | "waiting";
  /** Paths of files that bodies are wanted of. */
  readonly wanted: readonly string[];
  /** What was done: a little more than was asked for, where the last step was a large one. */
  readonly steps: number;
}

/** An answer to "why is there no finding at this sink?" */
export interface Explanation {
  /** What the call is for the models: "an SQL statement is run here"; undefined if it is no sink. */
  readonly sink: string | undefined;
  /** What each argument is made of, and what stopped it. */
  readonly origins: readonly Origin[];
}

export interface Origin {
  /** "the constant 'ls'", "the parameter `name` of run()", "the result of fetch()" */
  readonly what: string;
  readonly stoppedBy:
    | "constant"
    | "sanitizer"
    | "guard"
    | "unreachable"
    | "unknown-call"
    | "not-a-source"
    | "no-tainted-caller"
    /** Nothing stopped it: it is (part of) a finding. */
    | "nothing";
  /** In one sentence, for people. */
  readonly why: string;
  readonly step: FlowStep;
}
