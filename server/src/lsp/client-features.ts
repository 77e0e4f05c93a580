/** What a client can do, read once from `initialize`, in the words of this server. */
import { MarkupKind, type ClientCapabilities, type DiagnosticTag, type InitializeParams } from "vscode-languageserver";
import { chooseEncoding, type PositionEncoding } from "./position-encoding.js";

export interface ClientFeatures {
  readonly encoding: PositionEncoding;
  /** The client asks for diagnostics; else they are published. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly diagnosticData: boolean;
  readonly diagnosticTags: readonly DiagnosticTag[];
  readonly codeActionLiterals: boolean;
  readonly resolvesEdits: boolean;
  readonly isPreferred: boolean;
  /** Edits can name the version of the document that they are for. */
  readonly documentChanges: boolean;
  readonly markdownHover: boolean;
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly relativePatterns: boolean;
  readonly workspaceFolders: boolean;
  readonly createsProgress: boolean;
  readonly showsDocuments: boolean;
  readonly refreshesLenses: boolean;
  readonly registersLenses: boolean;
  readonly registersSymbols: boolean;
  /** The client is Kingsnake's own extension, which has commands and trusts links to them. */
  readonly ownCommands: boolean;
  /** How long published diagnostics wait for more changes, in milliseconds. */
  readonly publishDelay: number;
}

export function readClientFeatures({ capabilities, initializationOptions }: InitializeParams): ClientFeatures {
  return {
    encoding: chooseEncoding(capabilities.general?.positionEncodings),
    ...readDiagnosticFeatures(capabilities),
    ...readEditingFeatures(capabilities),
    ...readWorkspaceFeatures(capabilities),
    ownCommands: typeof optionOf(initializationOptions, "distUri") === "string",
    publishDelay: readDelay(optionOf(initializationOptions, "publishDelay")),
  };
}

function readDiagnosticFeatures({ textDocument, workspace }: ClientCapabilities) {
  const diagnostics = textDocument?.diagnostic ?? textDocument?.publishDiagnostics;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: diagnostics?.relatedInformation === true,
    codeDescription: diagnostics?.codeDescriptionSupport === true,
    diagnosticData: diagnostics?.dataSupport === true,
    diagnosticTags: diagnostics?.tagSupport?.valueSet ?? [],
  };
}

function readEditingFeatures({ textDocument, workspace }: ClientCapabilities) {
  const action = textDocument?.codeAction;
  return {
    codeActionLiterals: action?.codeActionLiteralSupport !== undefined,
    resolvesEdits: action?.resolveSupport?.properties.includes("edit") === true && action.dataSupport === true,
    isPreferred: action?.isPreferredSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    registersLenses: textDocument?.codeLens?.dynamicRegistration === true,
    registersSymbols: textDocument?.documentSymbol?.dynamicRegistration === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
  };
}

function readWorkspaceFeatures({ workspace, window }: ClientCapabilities) {
  const watched = workspace?.didChangeWatchedFiles;
  return {
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: watched?.dynamicRegistration === true,
    relativePatterns: watched?.relativePatternSupport === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    createsProgress: window?.workDoneProgress === true,
    showsDocuments: window?.showDocument?.support === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
  };
}

/** One of the client's initialization options, which may be anything. */
export function optionOf(options: unknown, name: string): unknown {
  return typeof options === "object" && options !== null ? (options as Record<string, unknown>)[name] : undefined;
}

const longestDelay = 2000;

function readDelay(value: unknown): number {
  return typeof value === "number" && value >= 0 ? Math.min(value, longestDelay) : 0;
}
