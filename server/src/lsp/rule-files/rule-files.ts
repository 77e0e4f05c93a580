/** Everything that the server does for people who write rules: its parts, and who hears of what. */
import { DiagnosticSeverity, type Diagnostic } from "vscode-languageserver";
import { logFailure } from "../guarded.js";
import type { OpenDocument } from "../open-document.js";
import { toClientRange } from "../position-encoding.js";
import type { ServerContext } from "../server-context.js";
import { Superseded } from "../superseded.js";
import { diagnosticSource } from "../to-diagnostic.js";
import { createExampleVerdicts } from "./example-verdicts.js";
import { isRuleDocument } from "./is-rule-document.js";
import { createMatchCounts } from "./match-counts.js";
import { createNeighbours } from "./neighbours.js";
import type { OpenRules } from "./open-rules.js";
import type { RuleEngines } from "./rule-engines.js";
import type { LensSources } from "./rule-lenses.js";

export interface RuleFiles {
  /** Whether a document is a rule file. */
  readonly serves: (document: OpenDocument) => boolean;
  /** What is wrong in a rule file, as it is on the screen. */
  readonly diagnose: (document: OpenDocument) => Promise<Diagnostic[]>;
  /** What is not as marked in a Python document that is an example of a rule file; what is known at once. */
  readonly exampleDiagnostics: (document: OpenDocument) => Diagnostic[];
  readonly documentChanged: (document: OpenDocument) => void;
  readonly documentClosed: (uri: string) => void;
  /** Files have changed on the disk. */
  readonly filesChanged: (uris: readonly string[]) => void;
  readonly sources: LensSources;
  readonly end: () => void;
}

/** What happens outside of rule files because of them. */
export interface RuleFilesListener {
  /** The diagnostics of a document may be others now. */
  readonly documentNews: (document: OpenDocument) => void;
  /** Rules that projects use have changed in an open document. */
  readonly rulesChanged: () => void;
  readonly lensesChanged: () => void;
}

/** How long examples, lenses and the rules in use wait for more changes, in milliseconds. */
const pause = 300;

export function createRuleFiles(
  context: ServerContext,
  engines: RuleEngines,
  openRules: OpenRules,
  listener: RuleFilesListener,
): RuleFiles {
  const { documents, runtime, connection } = context;
  const neighbours = createNeighbours(context);
  const verdicts = createExampleVerdicts(context, neighbours, engines);
  const counts = createMatchCounts(context, engines, {
    isLeftOut: neighbours.areTogether,
    onNews: listener.lensesChanged,
  });
  const timers = createTimers();
  const pathOf = (uri: string): string => runtime.toPath(uri) ?? uri;
  const serves = (document: OpenDocument): boolean => isRuleDocument(document, runtime);
  const hasOpenRules = (): boolean =>
    documents.all().some((document) => document.language === "yaml" && serves(document));
  const sources: LensSources = { context, engines, counts, neighbours, verdicts };
  return {
    serves,
    sources,
    diagnose: (document) => diagnose(sources, document),
    exampleDiagnostics: (document) =>
      verdicts.diagnosticsOf(document, () => {
        if (documents.get(document.uri) === document) listener.documentNews(document);
      }),
    documentChanged: (document) => {
      if (document.language === "yaml") {
        if (!serves(document)) return;
        timers.start(document.uri, () => {
          settle(sources, openRules, listener, document).catch((error: unknown) => {
            if (!(error instanceof Superseded)) logFailure(connection, `rules of ${document.uri}`, error);
          });
        });
      } else if (hasOpenRules()) {
        counts.fileChanged(document.uri);
        if (neighbours.ruleFileOf(document.uri)) timers.start(document.uri, listener.lensesChanged);
      }
    },
    documentClosed: (uri) => {
      timers.stop(uri);
      counts.forget(uri);
      neighbours.forget();
      if (openRules.close(pathOf(uri))) listener.rulesChanged();
    },
    filesChanged: (uris) => {
      neighbours.forget();
      if (!hasOpenRules()) return;
      for (const uri of uris) if (/\.py[iw]?$/.test(uri) && documents.get(uri) === undefined) counts.fileChanged(uri);
    },
    end: () => {
      timers.stopAll();
      for (const { uri } of documents.all()) counts.forget(uri);
    },
  };
}

async function diagnose({ context, engines }: LensSources, document: OpenDocument): Promise<Diagnostic[]> {
  const { text } = document;
  const engine = await engines.get(context.runtime.toPath(document.uri) ?? document.uri, text.text);
  return engine.ruleProblems.map(({ range, message, severity }) => ({
    range: toClientRange(text, range, context.features.encoding),
    severity: severity === "error" ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    source: diagnosticSource,
    code: "rule",
    message,
  }));
}

/** Rules as they are written are tried on their example, and on everything if they are in use and free of errors. */
async function settle(
  { context, engines, neighbours }: LensSources,
  openRules: OpenRules,
  listener: RuleFilesListener,
  document: OpenDocument,
): Promise<void> {
  const { documents, runtime } = context;
  const { text } = document.text;
  const path = runtime.toPath(document.uri) ?? document.uri;
  const engine = await engines.get(path, text);
  if (document.text.text !== text || documents.get(document.uri) !== document) return;
  for (const other of documents.all()) {
    if (other.language === "python" && neighbours.areTogether(other.uri, document.uri)) listener.documentNews(other);
  }
  const isSound = engine.ruleProblems.every(({ severity }) => severity !== "error");
  if (isSound && openRules.update(path, text)) listener.rulesChanged();
}

interface Timers {
  /** Does something after a pause in which it is not asked for again. */
  readonly start: (name: string, work: () => void) => void;
  readonly stop: (name: string) => void;
  readonly stopAll: () => void;
}

function createTimers(): Timers {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const stop = (name: string): void => {
    clearTimeout(timers.get(name));
    timers.delete(name);
  };
  return {
    start: (name, work) => {
      stop(name);
      const timer = setTimeout(() => {
        timers.delete(name);
        work();
      }, pause);
      timers.set(name, timer);
    },
    stop,
    stopAll: () => {
      for (const name of [...timers.keys()]) stop(name);
    },
  };
}
