/** A file's units with what their names mean, without looking for anything in them: all that flows between files need of it. */
import { answerFor, askersOf, mergeNames, type FileNames } from "../../names/file-names.js";
import { resolveUnit } from "../../names/resolve-unit.js";
import { createFileUnits, parseMore, type FileUnits } from "../../syntax/file-units.js";
import type { Unit } from "../../syntax/unit.js";
import type { PythonParser } from "../../syntax/python-parser.js";
import { collectNames } from "../file-names-of-units.js";

const noWords = { has: () => false };

/** The units of a text, and what the module binds. */
export interface ResolvedFile {
  readonly units: FileUnits;
  readonly names: FileNames;
}

/** What of a file is wanted: all of it, or the functions of these names, with all that is not a function. */
export type WantedParts = "all" | ReadonlySet<string>;

/**
 * Parses a text and resolves its names. Its units are independent of the text's string if `keep` says that they outlive it. Functions that are
 * not wanted stay empty, which spares most of the parsing.
 */
export function resolveFile(
  python: PythonParser,
  text: string,
  keep: boolean,
  wanted: WantedParts = "all",
): ResolvedFile {
  const isWanted = wanted === "all" ? undefined : wantedTest(wanted);
  const units = createFileUnits(python, text, keep, isWanted);
  return resolve(units, units.units);
}

/** The same file with further functions parsed: of those that were, nothing is done again. */
export function resolveMore(python: PythonParser, units: FileUnits, wanted: WantedParts): ResolvedFile {
  const { file, parsed } = parseMore(python, units, wanted === "all" ? () => true : wantedTest(wanted));
  return resolve(file, parsed);
}

function wantedTest(wanted: ReadonlySet<string>): (unit: Unit, head: number) => boolean {
  return (unit, head) => isWantedFunction(unit.text, head, wanted);
}

function resolve(units: FileUnits, unresolved: readonly Unit[]): ResolvedFile {
  const namesOfUnits = collectNames(units.roots, undefined);
  const names = mergeNames(namesOfUnits.values());
  const askers = askersOf(units.roots, namesOfUnits);
  for (const unit of unresolved) {
    const asker = askers.get(unit) ?? { position: 0, runsLater: true };
    resolveUnit(unit, (name) => answerFor(names, name, asker), noWords);
  }
  return { units, names };
}

const definition = /(?:async[ \t]+)?def\b(?:\s+([A-Za-z_]\w*)\s*[[(](?![^\n]*\bdef\b))?/y;

/**
 * Whether the function whose `def` stands at `head` has one of the names; what it declares global, the module has to know. Where
 * it is not written as it should be, only the parser tells what its name is.
 */
function isWantedFunction(text: string, head: number, wanted: ReadonlySet<string>): boolean {
  definition.lastIndex = head;
  const name = definition.exec(text)?.[1];
  return name === undefined || wanted.has(name) || /\bglobal\b/.test(text);
}
