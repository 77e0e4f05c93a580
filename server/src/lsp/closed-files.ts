/** Reviews of files that are not open, from their text on disk, and what was reported of them. */
import type { Diagnostic } from "vscode-languageserver";
import { isFileProblem } from "../review/ports.js";
import type { Delivery } from "./delivery.js";
import { diagnosticsOfReview } from "./diagnostics-of.js";
import { logFailure } from "./guarded.js";
import type { ServerContext } from "./server-context.js";
import { createLinedText } from "./text-lines.js";

/** The diagnostics of a file; none where it cannot be read or the review fails, which the log tells. */
export async function reviewClosedFile(context: ServerContext, uri: string): Promise<Diagnostic[]> {
  try {
    return await review(context, uri);
  } catch (error) {
    logFailure(context.connection, `review of ${uri}`, error);
    return [];
  }
}

async function review(context: ServerContext, uri: string): Promise<Diagnostic[]> {
  const { runtime, projects, documents } = context;
  const path = runtime.toPath(uri);
  if (path === undefined || /\.ya?ml$/i.test(path)) return [];
  const project = await projects.ofUri(uri);
  if (!project.enabled) return [];
  const text = await runtime.files.readText(path);
  // What is open by now is known by its buffer.
  if (isFileProblem(text) || documents.get(uri) !== undefined) return [];
  const inProject = projects.pathInProject(project, uri);
  const isModule = project.root !== undefined && /\.pyw?$/i.test(path);
  const found = isModule
    ? project.review.reviewWithFlows(inProject, text, project.options)
    : project.engine.reviewText(inProject, text, project.options);
  if (found.findings.length === 0) return [];
  return diagnosticsOfReview(context, { uri, text: createLinedText(text), project, review: found });
}

export interface ClosedFileReports {
  /** Reports these diagnostics of a file, unless it is open or has and had none. */
  readonly report: (uri: string, items: Diagnostic[]) => void;
  /** Makes the next report of a file count, even of nothing: something else has shown squiggles there. */
  readonly expect: (uri: string) => void;
  /** The files with diagnostics. */
  readonly reported: () => readonly string[];
}

export function createClosedFileReports({ documents }: ServerContext, delivery: Delivery): ClosedFileReports {
  const reported = new Set<string>();
  return {
    report: (uri, items) => {
      if (documents.get(uri) !== undefined) return;
      if (items.length > 0 || reported.has(uri)) delivery.report(uri, items);
      if (items.length > 0) reported.add(uri);
      else reported.delete(uri);
    },
    expect: (uri) => {
      reported.add(uri);
    },
    reported: () => [...reported],
  };
}
