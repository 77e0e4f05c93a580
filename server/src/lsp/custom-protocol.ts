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
