/** One open document: its text and lines, the project that it belongs to, and the review of its present version. */
import type { TextEdit } from "../base/text-range.js";
import type { ReviewDocument, ReviewExtent } from "../review/engine.js";
import type { FileReview } from "../review/finding.js";
import type { Project } from "./projects.js";
import { createLinedText, editLinedText, type LinedText } from "./text-lines.js";

export type DocumentLanguage = "python" | "yaml";

export interface OpenDocument {
  readonly uri: string;
  /** Whether it is no module of its own: a cell of a notebook, or a text without a file. */
  readonly isPart: boolean;
  /** What its editor says it is, as far as this server serves it. */
  readonly language: DocumentLanguage;
  /** The client's number for the present text. */
  version: number;
  text: LinedText;
  /** Undefined until it has been found out. */
  project: Project | undefined;
  /** As the engine knows it; undefined while the project is not known. */
  pathInProject: string | undefined;
  /** The engine's kin of this document, which follows every edit once it exists. */
  reviewed: ReviewDocument | undefined;
  /** The last review, with what it was made from. */
  last: { readonly text: string; readonly project: Project; readonly review: FileReview } | undefined;
  /** Resolves when `project` is known; fails if there is no engine. */
  ready: Promise<void>;
}

export function createOpenDocument(
  uri: string,
  version: number,
  text: string,
  language: DocumentLanguage = "python",
): OpenDocument {
  return {
    uri,
    isPart: !/^[^:]*:.*\.pyw?$/i.test(uri) || uri.startsWith("untitled:") || uri.startsWith("vscode-notebook-cell:"),
    language,
    version,
    text: createLinedText(text),
    project: undefined,
    pathInProject: undefined,
    reviewed: undefined,
    last: undefined,
    ready: Promise.resolve(),
  };
}

/** Applies one edit, in the coordinates of the present text. */
export function editDocument(document: OpenDocument, edit: TextEdit): void {
  editReviewed(document, edit);
  document.text = editLinedText(document.text, edit, document.reviewed?.text);
}

/** Puts a whole new text in place of the old one. */
export function replaceText(document: OpenDocument, text: string): void {
  editReviewed(document, { range: { start: 0, end: document.text.text.length }, newText: text });
  document.text = createLinedText(text);
}

/** An engine that fails loses its memory of the document, never the document. */
function editReviewed(document: OpenDocument, edit: TextEdit): void {
  try {
    document.reviewed?.edit([edit]);
  } catch {
    document.reviewed = undefined;
  }
}

/** Moves the document to a project. What is shown stays until the next review. */
export function assignProject(document: OpenDocument, project: Project, pathInProject: string): void {
  const isSame = document.project?.review === project.review && document.pathInProject === pathInProject;
  document.project = project;
  document.pathInProject = pathInProject;
  if (isSame) return;
  document.reviewed?.close();
  document.reviewed = undefined;
}

const noFindings = { findings: [], suppressed: [], syntaxProblems: [], isComplete: true };

/** The review of the present text, or undefined while the project is not known. Throws where the engine fails. */
export function reviewDocument(document: OpenDocument, extent: ReviewExtent = "prompt"): FileReview | undefined {
  const { project, pathInProject, text, last } = document;
  if (project === undefined || pathInProject === undefined) return undefined;
  const isCurrent = last !== undefined && last.project === project && last.text === text.text;
  if (isCurrent && (extent === "prompt" || last.review.isComplete)) return last.review;
  const review =
    project.enabled && document.language === "python"
      ? reviewIncrementally(document, project, pathInProject, extent)
      : { path: pathInProject, ...noFindings };
  document.last = { text: text.text, project, review };
  return review;
}

function reviewIncrementally(
  document: OpenDocument,
  project: Project,
  pathInProject: string,
  extent: ReviewExtent,
): FileReview {
  const { isPart, text } = document;
  const reviewed =
    document.reviewed ??
    (isPart || project.root === undefined
      ? project.engine.openDocument(pathInProject, text.text)
      : project.review.openDocument(pathInProject, text.text, "later"));
  document.reviewed = undefined;
  const review = reviewed.review(project.options, extent);
  // What has failed is not asked again; the next review begins afresh.
  document.reviewed = reviewed;
  return review;
}

export function closeDocument(document: OpenDocument): void {
  document.reviewed?.close();
  document.reviewed = undefined;
}
