/** Reviews of files that are not open, from their text on disk. */
import type { Diagnostic } from "vscode-languageserver";
import { isFileProblem } from "../review/ports.js";
import { diagnosticsOfReview } from "./diagnostics-of.js";
import type { ServerContext } from "./server-context.js";
import { createLinedText } from "./text-lines.js";

/** The diagnostics of a file; undefined where it cannot be read. */
export async function reviewClosedFile(context: ServerContext, uri: string): Promise<Diagnostic[] | undefined> {
  const { runtime, projects } = context;
  const path = runtime.toPath(uri);
  if (path === undefined) return undefined;
  const project = await projects.ofUri(uri);
  if (!project.enabled) return [];
  const text = await runtime.files.readText(path);
  if (isFileProblem(text)) return undefined;
  const review = project.engine.reviewText(projects.pathInProject(project, uri), text, project.options);
  if (review.findings.length === 0) return [];
  return diagnosticsOfReview(context, { uri, text: createLinedText(text), project, review });
}
