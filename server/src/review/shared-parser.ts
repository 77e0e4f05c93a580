/** One parser for all engines of a thread: the grammar, once loaded, stays in wasm memory for good. */
import { createPythonParser, type PythonParser, type WasmBinaries } from "../syntax/python-parser.js";

const parsers = new WeakMap<Uint8Array, Promise<PythonParser>>();

/** The parser that is made of these bytes; made once. */
export function sharedParser(binaries: WasmBinaries): Promise<PythonParser> {
  const known = parsers.get(binaries.python);
  if (known !== undefined) return known;
  const parser = createPythonParser(binaries);
  parsers.set(binaries.python, parser);
  parser.catch(() => parsers.delete(binaries.python));
  return parser;
}
