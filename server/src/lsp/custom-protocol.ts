/**
 * What client and server say beyond the Language Server Protocol; docs/protocol.md describes it. `client/src/protocol.ts`
 * has the same names: the two share no file, because neither may import the other.
 */
import {
  NotificationType,
  RequestType,
  RequestType0,
  type Location,
  type Position,
  type ProgressToken,
  type Range,
} from "vscode-languageserver";

export interface ServerStatus {
  readonly state: "starting" | "ready" | "scanning" | "failed";
  /** How many rules work. */
  readonly rules: number;
  /** One line for people. */
  readonly message?: string;
}

export const statusNotification = new NotificationType<ServerStatus>("kingsnake/status");

export interface ScanWorkspaceParams {
  readonly workDoneToken?: ProgressToken;
}

export interface ScanWorkspaceResult {
  readonly files: number;
  readonly findings: number;
  readonly cancelled: boolean;
}

export const scanWorkspaceRequest = new RequestType<ScanWorkspaceParams | null, ScanWorkspaceResult, void>(
  "kingsnake/scanWorkspace",
);

export interface RuleSummary {
  readonly id: string;
  readonly title: string;
  readonly topic: string;
  readonly severity: string;
  readonly confidence: string;
  readonly cwe: readonly string[];
  readonly hasFix: boolean;
}

export const rulesRequest = new RequestType0<RuleSummary[], void>("kingsnake/rules");

export const rulePageRequest = new RequestType<{ readonly id?: unknown } | null, { markdown: string } | null, void>(
  "kingsnake/rulePage",
);

/** All from outside, hence of any type. */
export interface RulePlacesParams {
  readonly uri?: unknown;
  readonly id?: unknown;
  /** "matches" or "example". */
  readonly kind?: unknown;
}

/** The places behind a lens of a rule file; null where the file is not open or has no such rule. */
export const rulePlacesRequest = new RequestType<
  RulePlacesParams | null,
  { readonly position: Position; readonly places: readonly Location[] } | null,
  void
>("kingsnake/rulePlaces");

/** All from outside, hence of any type. One of position and fingerprint is enough; the fingerprint counts. */
export interface StepsParams {
  /** `{ uri }` */
  readonly textDocument?: unknown;
  readonly position?: unknown;
  /** Of a finding in the document, as in the data of its diagnostic. */
  readonly fingerprint?: unknown;
}

export interface PathStep {
  readonly uri: string;
  readonly range: Range;
  readonly message: string;
}

export interface StepsResult {
  /** Where the finding is reported. */
  readonly uri: string;
  readonly range: Range;
  readonly fingerprint: string;
  readonly ruleId: string;
  readonly message: string;
  /** From the source to the sink. */
  readonly steps: readonly PathStep[];
  /** The step at the position that was asked about, counting from 0; the last one where the finding is reported. */
  readonly current: number;
}

/** The path of the finding at a place, or that passes there; null where there is none. */
export const stepsRequest = new RequestType<StepsParams | null, StepsResult | null, void>("kingsnake/steps");

/** All from outside, hence of any type. */
export interface WhyNotParams {
  readonly textDocument?: unknown;
  readonly position?: unknown;
}

export interface WhyNotOrigin {
  /** "the constant 'ls'" */
  readonly what: string;
  /** "constant", "sanitizer" ...: for programs. */
  readonly stoppedBy: string;
  /** The same in a few words for people. */
  readonly reason: string;
  /** In one sentence. */
  readonly why: string;
  readonly uri?: string;
  readonly range?: Range;
}

export interface WhyNotResult {
  /** Of the call. */
  readonly uri: string;
  readonly range: Range;
  /** What the call does: "an SQL statement is run here"; null if nothing dangerous is known of it. */
  readonly sink: string | null;
  /** The whole answer in a sentence or two. */
  readonly answer: string;
  readonly origins: readonly WhyNotOrigin[];
  /** All of it; links in it run commands where the client is our own. */
  readonly markdown: string;
}

/** Why there is no finding at the call at a place; null where there is no call, or nothing can be said. */
export const whyNotRequest = new RequestType<WhyNotParams | null, WhyNotResult | null, void>("kingsnake/whyNot");
