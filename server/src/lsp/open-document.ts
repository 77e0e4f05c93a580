/** One open document: its text and lines, the project that it belongs to, and the review of its present version. */
import type { TextEdit } from "../base/text-range.js";
import type { ReviewDocument } from "../review/engine.js";
import type { FileReview } from "../review/finding.js";
import type { Project } from "./projects.js";
import { createLinedText, editLinedText, type LinedText } from "./text-lines.js";

export interface OpenDocument {
  readonly uri: string;
  /** The client's number for the present text. */
  version: number;
  text: LinedText;
  /** Undefined until it has been found out. */
  project: Project | undefined;
  /** The engine's kin of this document, which follows every edit once it exists. */
  reviewed: ReviewDocument | undefined;
  /** The last review, with what it was made from. */
  last: { readonly text: string; readonly project: Project; readonly review: FileReview } | undefined;
  /** Resolves when `project` is known; fails if there is no engine. */
  ready: Promise<void>;
}

export function createOpenDocument(uri: string, version: number, text: string): OpenDocument {
  return {
    uri,
    version,
    text: createLinedText(text),
    project: undefined,
    reviewed: undefined,
    last: undefined,
    ready: Promise.resolve(),
  };
}

/** Applies one edit, in the coordinates of the present text. */
export function editDocument(document: OpenDocument, edit: TextEdit): void {
  document.reviewed?.edit([edit]);
  document.text = editLinedText(document.text, edit, document.reviewed?.text);
}

/** Puts a whole new text in place of the old one. */
export function replaceText(document: OpenDocument, text: string): void {
  const range = { start: 0, end: document.text.text.length };
  document.text = createLinedText(text);
  document.reviewed?.edit([{ range, newText: text }]);
}

/** Moves the document to a project. What is shown stays until the next review. */
export function assignProject(document: OpenDocument, project: Project, pathInProject: string): void {
  const sameEngine = document.project?.engine === project.engine && document.reviewed?.path === pathInProject;
  document.project = project;
  if (sameEngine) return;
  document.reviewed?.close();
  document.reviewed = project.engine.openDocument(pathInProject, document.text.text);
}

const noFindings = { findings: [], suppressed: [], syntaxProblems: [] };

/** The review of the present text, or undefined while the project is not known. */
export function reviewDocument(document: OpenDocument): FileReview | undefined {
  const { project, reviewed, text, last } = document;
  if (project === undefined || reviewed === undefined) return undefined;
  if (last !== undefined && last.project === project && last.text === text.text) return last.review;
  const review = project.enabled ? reviewed.review(project.options) : { path: reviewed.path, ...noFindings };
  document.last = { text: text.text, project, review };
  return review;
}

export function closeDocument(document: OpenDocument): void {
  document.reviewed?.close();
  document.reviewed = undefined;
}
