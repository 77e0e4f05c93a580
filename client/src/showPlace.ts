/** Shows a place in a file, in the editor that shows the file already if there is one. */
import { Selection, TextEditorRevealType, window, workspace, type Range, type TextEditor, type Uri } from "vscode";

export interface FilePlace {
  readonly uri: Uri;
  readonly range: Range;
}

/** Puts the cursor at the start of the place. */
export async function showPlace({ uri, range }: FilePlace): Promise<TextEditor> {
  const wanted = uri.toString();
  const known = [window.activeTextEditor, ...window.visibleTextEditors].find(
    (editor) => editor?.document.uri.toString() === wanted,
  );
  // A cell of a notebook can't be shown by itself. All else is shown anew, which also gives it the focus.
  const editor =
    known?.document.uri.scheme === "vscode-notebook-cell"
      ? known
      : await window.showTextDocument(await workspace.openTextDocument(uri), {
          preview: true,
          ...(known?.viewColumn === undefined ? {} : { viewColumn: known.viewColumn }),
        });
  editor.selection = new Selection(range.start, range.start);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}
