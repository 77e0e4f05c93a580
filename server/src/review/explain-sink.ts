/** Why nothing (or what) arrives at a call in which data from outside is dangerous: the shape of the answer. */
import type { TextRange } from "../base/text-range.js";
import type { FindingStep } from "./finding.js";

/** What ended the way back from a sink. */
export type StoppedBy =
  | "constant"
  | "sanitizer"
  | "guard"
  | "unreachable"
  | "unknown-call"
  | "not-a-source"
  | "no-tainted-caller"
  /** Nothing did: it is (part of) a finding. */
  | "nothing";

/** One thing that what goes into the call is made of. */
export interface SinkOrigin {
  /** "the constant 'ls'", "the parameter `name` of run()", "the result of fetch()" */
  readonly what: string;
  readonly stoppedBy: StoppedBy;
  /** In one sentence, for people. */
  readonly why: string;
  readonly step: FindingStep;
}

export interface SinkExplanation {
  /** What the call is for the models: "an SQL statement is run here"; undefined if it is no sink. */
  readonly sink: string | undefined;
  /** Of the call, in the document that was asked about. */
  readonly range: TextRange;
  readonly origins: readonly SinkOrigin[];
}
