/** Shows a place in a file, in the editor that shows the file already if there is one. */
import { Selection, TextEditorRevealType, window, workspace, type Range, type TextEditor, type Uri } from "vscode";

export interface FilePlace {
  readonly uri: Uri;
  readonly range: Range;
}

/** Puts the cursor at the start of the place. */
export async function showPlace({ uri, range }: FilePlace): Promise<TextEditor> {
  const wanted = uri.toString();
  const isWanted = (editor: TextEditor | undefined): editor is TextEditor => editor?.document.uri.toString() === wanted;
  const active = window.activeTextEditor;
  const editor = isWanted(active)
    ? // Cells of notebooks can't be shown by themselves, and what is shown need not be opened.
      active
    : await window.showTextDocument(await workspace.openTextDocument(uri), {
        preview: true,
        ...columnOf(window.visibleTextEditors.find(isWanted)),
      });
  editor.selection = new Selection(range.start, range.start);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}

function columnOf(editor: TextEditor | undefined) {
  return editor?.viewColumn === undefined ? {} : { viewColumn: editor.viewColumn };
}
