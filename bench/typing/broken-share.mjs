// How many of the states that a typist leaves do not parse, as tree-sitter sees it.
import { parseAgain } from "../harness/python-parser.mjs";
import { openDocument } from "./editing.mjs";
import { treeEdit } from "./tree-edit.mjs";

/**
 * @param {string} text
 * @param {import("./typist.mjs").Edit[]} edits
 * @param {import("web-tree-sitter").Parser} parser
 * @returns {number} between 0 and 1
 */
export function brokenShare(text, edits, parser) {
  const document = openDocument("file:///typed.py", text);
  let tree = parser.parse(text);
  let broken = 0;
  for (const edit of edits) {
    const [change] = document.change(edit).contentChanges;
    tree = parseAgain(parser, tree, document.text, treeEdit(edit, change.range));
    if (tree.rootNode.hasError) broken++;
  }
  tree.delete();
  return broken / edits.length;
}
