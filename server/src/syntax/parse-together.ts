/**
 * The units of a text lowered from one tree of all of it: one parse of a file costs less than a parse for each of its units. A text
 * that the parser can read says the same either way; of one that it can't, each unit has to be parsed alone, so that a break stays where it is.
 */
import { lowerStatements } from "./lower.js";
import { finishUnit, readTree, statementIndices, type PythonParser } from "./python-parser.js";
import type { Unit } from "./unit.js";

/** Where a unit stands in the text that is parsed; it need not be lowered. */
export interface PlaceInText {
  readonly unit: Unit;
  readonly start: number;
  readonly end: number;
  readonly isWanted: boolean;
}

/** Lowers units, all those of `text` in its order, from one tree. False if that can't be done; then nothing is lowered. */
export function parseTogether(python: PythonParser, text: string, places: readonly PlaceInText[]): boolean {
  const tree = python.parser.parse(text);
  if (tree === null) return false;
  const raw = readTree(python, tree);
  tree.delete();
  const statements = raw.hasError ? undefined : statementsOfUnits(python, places);
  if (statements === undefined) return false;
  for (const [index, { unit, start, isWanted }] of places.entries()) {
    if (!isWanted) continue;
    lowerStatements(python.grammar, raw, start, unit, statements[index] ?? []);
    finishUnit(unit);
  }
  return true;
}

/** Raw indices of the statements of each unit; undefined if the tree and the cut do not agree on what stands where. */
function statementsOfUnits(python: PythonParser, places: readonly PlaceInText[]): readonly number[][] | undefined {
  const { raw } = python;
  const statements: number[][] = places.map(() => []);
  let current = 0;
  const startAfter = (index: number): number => places[index + 1]?.start ?? Number.MAX_SAFE_INTEGER;
  const place = (block: number): boolean =>
    statementIndices(python, block).every((index) => {
      const start = raw.starts[index] ?? 0;
      while (start >= startAfter(current)) current++;
      const at = places[current];
      if (at === undefined || start < at.start || start >= at.end) return false;
      statements[current]?.push(index);
      if ((raw.ends[index] ?? 0) <= startAfter(current)) return true;
      const body = at.unit.kind === "class" ? classBody(python, index) : undefined;
      return body !== undefined && place(body);
    });
  return place(0) && statements.every((list) => list.length > 0) ? statements : undefined;
}

/** Raw index of the block of a class, which may be decorated. */
function classBody({ raw, grammar }: PythonParser, statement: number): number | undefined {
  const end = raw.next[statement] ?? 0;
  let index = statement + 1;
  while (index < end) {
    const type = grammar.symbols.names[raw.symbols[index] ?? 0];
    if (type === "block") return index;
    index = type === "class_definition" ? index + 1 : (raw.next[index] ?? end);
  }
  return undefined;
}
