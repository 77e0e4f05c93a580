/**
 * What client and server say to each other beyond the Language Server Protocol. The server has the same names in
 * `server/src/lsp/`; the two share no file, because neither may import the other.
 */
import {
  NotificationType,
  RequestType,
  RequestType0,
  type Location,
  type Position,
  type Range,
} from "vscode-languageclient";

/** How the server is doing, sent whenever it changes. */
export interface ServerStatus {
  readonly state: "starting" | "ready" | "scanning" | "failed";
  /** How many rules are loaded. */
  readonly rules: number;
  /** One line for people, such as what is being scanned or why it failed. */
  readonly message?: string;
}

export const statusNotification = new NotificationType<ServerStatus>("kingsnake/status");

export interface ScanWorkspaceParams {
  /** The token that the server's `$/progress` notifications carry; made by the client. */
  readonly workDoneToken: string;
}

export interface ScanWorkspaceResult {
  readonly files: number;
  readonly findings: number;
  readonly cancelled: boolean;
}

/** Scans every file of the workspace. The findings themselves arrive as diagnostics while the request is open. */
export const scanWorkspaceRequest = new RequestType<ScanWorkspaceParams, ScanWorkspaceResult, void>(
  "kingsnake/scanWorkspace",
);

/** What a list of rules shows of each. */
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

/** The page of one rule as Markdown; null when there is no rule of that id. */
export const rulePageRequest = new RequestType<{ readonly id: string }, { readonly markdown: string } | null, void>(
  "kingsnake/rulePage",
);

export interface RulePlacesParams {
  readonly uri: string;
  /** Of a rule in that file. */
  readonly id: string;
  readonly kind: "matches" | "example";
}

export interface RulePlaces {
  readonly position: Position;
  readonly places: Location[];
}

/** The places that a lens above a rule speaks of; null when there is no such rule any more. */
export const rulePlacesRequest = new RequestType<RulePlacesParams, RulePlaces | null, void>("kingsnake/rulePlaces");

/** One of position and fingerprint says which finding is meant. */
export interface StepsParams {
  readonly textDocument: { readonly uri: string };
  readonly position?: Position;
  readonly fingerprint?: string;
}

export interface StepsResult {
  /** From the source to the sink, with ranges in any file. */
  readonly steps: readonly { readonly uri: string; readonly range: Range; readonly message: string }[];
  /** The step at the position, counting from 0; the last one where the finding is reported. */
  readonly current: number;
}

/** The data flow of the finding at a place; null when there is none. */
export const stepsRequest = new RequestType<StepsParams, StepsResult | null, void>("kingsnake/steps");

export interface WhyNotParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

/** What this client uses of the answer. */
export interface WhyNotResult {
  /** Of the call. */
  readonly range: Range;
  /** Links in it run `kingsnake.showPlace`. */
  readonly markdown: string;
}

/** Why there is no finding at the call at a place; null when nothing can be said. */
export const whyNotRequest = new RequestType<WhyNotParams, WhyNotResult | null, void>("kingsnake/whyNot");
