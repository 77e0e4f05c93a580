/** Facts of texts, for tests of what is known across files. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { answerFor, askersOf, mergeNames, namesOfMember, namesOfUnit } from "../../server/src/names/file-names.js";
import { collectFacts, type FileFacts } from "../../server/src/names/collect-facts.js";
import type { ModuleFacts } from "../../server/src/names/module-facts.js";
import { resolveUnit } from "../../server/src/names/resolve-unit.js";
import { createWordTable } from "../../server/src/names/word-table.js";
import { createFileUnits, updateFileUnits, type FileUnits } from "../../server/src/syntax/file-units.js";
import type { Change } from "../../server/src/syntax/cut-units.js";
import { createPythonParser } from "../../server/src/syntax/python-parser.js";
import type { PlacedUnit, Unit } from "../../server/src/syntax/unit.js";

/** A file at one time. */
export interface ReadFile {
  readonly units: FileUnits;
  readonly file: FileFacts;
}

export interface FactReader {
  readonly read: (text: string) => ModuleFacts;
  /** The same, step by step: what an earlier version had is taken over as it is in the editor. */
  readonly step: (text: string, previous: ReadFile | undefined, change: Change) => ReadFile;
}

export async function createFactReader(): Promise<FactReader> {
  const read = (file: string): Uint8Array => readFileSync(path.join(import.meta.dirname, "../../node_modules", file));
  const python = await createPythonParser({
    runtime: read("web-tree-sitter/web-tree-sitter.wasm"),
    python: read("tree-sitter-python/tree-sitter-python.wasm"),
  });
  const table = createWordTable();
  const collect = (units: FileUnits, previous: FileFacts | undefined): FileFacts => {
    const namesOfUnits = new Map(unitsIn(units.roots, namesOfUnit));
    const names = mergeNames(namesOfUnits.values());
    const askers = askersOf(units.roots, namesOfUnits);
    for (const unit of units.units) {
      const asker = askers.get(unit) ?? { position: 0, runsLater: true };
      resolveUnit(unit, (name) => answerFor(names, name, asker), { has: () => false });
    }
    return collectFacts(units.roots, names.imports, { table, previous });
  };
  return {
    read: (text) => collect(createFileUnits(python, text, false), undefined).facts,
    step: (text, previous, change) => {
      const units =
        previous === undefined
          ? createFileUnits(python, text, true)
          : updateFileUnits(python, text, previous.units, change);
      return { units, file: collect(units, previous?.file) };
    },
  };
}

type ReadNames = typeof namesOfUnit;

function* unitsIn(placed: readonly PlacedUnit[], read: ReadNames): Generator<[Unit, ReturnType<ReadNames>]> {
  for (const { unit, members } of placed) {
    yield [unit, read(unit)];
    yield* unitsIn(members, namesOfMember);
  }
}
