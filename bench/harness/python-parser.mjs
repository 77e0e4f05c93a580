// The wasm parser that the product uses, with nothing around it.
import { fileURLToPath } from "node:url";
import { Edit, Language, Parser } from "web-tree-sitter";

const grammar = fileURLToPath(import.meta.resolve("tree-sitter-python/tree-sitter-python.wasm"));

export async function createPythonParser() {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
  return parser;
}

/**
 * The old tree moved along and freed, and the text parsed with its help.
 * @param {Parser} parser
 * @param {import("web-tree-sitter").Tree} tree
 * @param {string} text
 * @param {ConstructorParameters<typeof Edit>[0]} edit
 */
export function parseAgain(parser, tree, text, edit) {
  tree.edit(new Edit(edit));
  const parsed = parser.parse(text, tree);
  tree.delete();
  return parsed;
}
