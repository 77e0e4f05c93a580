/** The walkthrough's first step: a file full of defects to play with. */
import { Uri, window, workspace, type ExtensionContext } from "vscode";

/**
 * Opens a copy of the bundled example that belongs to no file, so that a person can break and fix it freely and the
 * installed extension stays as it is.
 */
export async function openExample(context: ExtensionContext): Promise<void> {
  const source = Uri.joinPath(context.extensionUri, "examples", "vulnerable-shop", "shop", "orders.py");
  const bytes = await workspace.fs.readFile(source);
  const document = await workspace.openTextDocument({ language: "python", content: new TextDecoder().decode(bytes) });
  await window.showTextDocument(document);
}
