/** How diagnostics reach the client: asked for or published, never both. */
import type { Diagnostic } from "vscode-languageserver";
import type { OpenDocument } from "./open-document.js";

export interface Delivery {
  /** An open document, its project, its rules or its settings have changed. */
  readonly documentChanged: (document: OpenDocument) => void;
  readonly documentClosed: (uri: string) => void;
  /** What there is in a file that is not open. */
  readonly report: (uri: string, items: Diagnostic[]) => void;
  /** What there is in these open documents has changed without an edit of theirs. */
  readonly findingsChanged: (documents: readonly OpenDocument[]) => void;
  /** Everything may have changed. */
  readonly refresh: () => void;
  readonly end: () => void;
}
