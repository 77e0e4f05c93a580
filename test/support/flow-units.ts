/** Units with their names resolved, for tests of what is derived from them. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { answerFor, askersOf, mergeNames, namesOfUnit } from "../../server/src/names/file-names.js";
import { resolveUnit } from "../../server/src/names/resolve-unit.js";
import { createFileUnits } from "../../server/src/syntax/file-units.js";
import type { SyntaxNode } from "../../server/src/syntax/node.js";
import { createPythonParser, type WasmBinaries } from "../../server/src/syntax/python-parser.js";
import type { Unit } from "../../server/src/syntax/unit.js";

/** Not by way of the engine, whose layers are none of these tests' business. */
function readBinaries(): WasmBinaries {
  const modules = path.resolve(import.meta.dirname, "../../node_modules");
  return {
    runtime: readFileSync(path.join(modules, "web-tree-sitter/web-tree-sitter.wasm")),
    python: readFileSync(path.join(modules, "tree-sitter-python/tree-sitter-python.wasm")),
  };
}

/** Cuts, parses and resolves texts. */
export async function createUnitReader(): Promise<(text: string) => readonly Unit[]> {
  const python = await createPythonParser(readBinaries());
  return (text) => {
    const { units, roots } = createFileUnits(python, text, false);
    const namesOfUnits = new Map(roots.map(({ unit }) => [unit, namesOfUnit(unit)]));
    const names = mergeNames(namesOfUnits.values());
    const askers = askersOf(roots, namesOfUnits);
    for (const unit of units) {
      const asker = askers.get(unit) ?? { position: 0, runsLater: false };
      resolveUnit(unit, (name) => answerFor(names, name, asker), new Set<string>());
    }
    return units;
  };
}

/** All nodes of a unit, each before its children. */
export function allNodes(unit: Unit): SyntaxNode[] {
  const nodes: SyntaxNode[] = [];
  const visit = (node: SyntaxNode): void => {
    nodes.push(node);
    node.children.forEach(visit);
  };
  unit.statements.forEach(visit);
  return nodes;
}

/** The calls of a function of this name, in the order of the text. */
export function callsOf(units: readonly Unit[], name: string): SyntaxNode[] {
  return units
    .flatMap(allNodes)
    .filter((node) => node.kind === "Call" && node.children[0]?.kind === "Name" && node.children[0].value === name);
}
