/** The units of one text, and how they carry over to the next version of it. */
import { detachString } from "../base/detach.js";
import { cutUnits, updateCut, type Change, type Cut, type Segment, type UpdatedCut } from "./cut-units.js";
import { parseTogether, type PlaceInText } from "./parse-together.js";
import { freeWarmTree, parseUnit, parseUnitWarm, type PythonParser, type WarmTree } from "./python-parser.js";
import type { PlacedUnit, Unit } from "./unit.js";

/** One version of a file, cut and lowered. */
export interface FileUnits {
  readonly cut: Cut;
  /** One for each segment, in the order of the text. */
  readonly units: readonly Unit[];
  /** The same units as a tree: classes hold their members. */
  readonly roots: readonly PlacedUnit[];
  /** The parser's tree of the unit that was parsed last, if it is large. */
  readonly warm: WarmTree | undefined;
}

/**
 * The units of a text that has no earlier version. `keep` says that they will outlive it. Functions that are not `isWanted` are not parsed, and
 * stay empty; it is told where in the unit's text the line with `def` begins.
 */
export function createFileUnits(
  python: PythonParser,
  text: string,
  keep: boolean,
  isWanted: (unit: Unit, head: number) => boolean = all,
): FileUnits {
  const cut = cutUnits(text);
  const units = cut.segments.map((segment) => describeUnit(text, segment, keep));
  if (isWanted !== all || !parseTogether(python, text, units.map(placeOf))) {
    for (const [index, unit] of units.entries())
      if (unit.kind !== "function" || isWanted(unit, cut.segments[index]?.head ?? 0)) parseUnit(python, unit);
  }
  return { cut, units, roots: placeUnits(cut.segments, units), warm: undefined };
}

/** The same file with functions parsed that were left empty before and are wanted now; those units come second. */
export function parseMore(
  python: PythonParser,
  { cut, units }: FileUnits,
  isWanted: (unit: Unit, head: number) => boolean,
): { readonly file: FileUnits; readonly parsed: readonly Unit[] } {
  const parsed = units.filter(
    (unit, index) =>
      unit.kind === "function" && unit.statements.length === 0 && isWanted(unit, cut.segments[index]?.head ?? 0),
  );
  for (const unit of parsed) parseUnit(python, unit);
  // What is remembered of a file goes with its tree.
  return { file: { cut, units, roots: placeUnits(cut.segments, units), warm: undefined }, parsed };
}

/** The units of a text of which no function is parsed. */
function createWithoutFunctions(python: PythonParser, text: string): FileUnits {
  const cut = cutUnits(text);
  const units = cut.segments.map((segment) => describeUnit(text, segment, false));
  const short = withoutFunctions(text, units);
  if (!parseTogether(python, short.text, short.places))
    for (const unit of units) if (unit.kind !== "function") parseUnit(python, unit);
  return { cut, units, roots: placeUnits(cut.segments, units), warm: undefined };
}

/** Stands where a function was. */
const stub = "pass";

/** The text with stubs in place of functions, and where the units are in it. */
function withoutFunctions(
  text: string,
  units: readonly Unit[],
): { readonly text: string; readonly places: readonly PlaceInText[] } {
  let short = "";
  let at = 0;
  const places = units.map((unit) => {
    const isWanted = unit.kind !== "function";
    short += text.slice(at, unit.start);
    const start = short.length;
    short += isWanted ? unit.text : stub;
    at = unit.start + unit.text.length;
    return { unit, start, end: short.length, isWanted };
  });
  return { text: short + text.slice(at), places };
}

/** Where so much of a text is looked into, parsing all of it in one piece costs less. */
const muchOfText = 0.6;

/**
 * The units of a text of which only some functions are looked into: `choose` says which, from the units of which all but functions are parsed.
 * Functions whose brackets or strings do not close are parsed in any case, because what can't be read is to be told.
 */
export function createChosenUnits(
  python: PythonParser,
  text: string,
  choose: (file: Pick<FileUnits, "units" | "roots">) => ReadonlySet<Unit> | "all",
): FileUnits {
  const file = createWithoutFunctions(python, text);
  const { segments } = file.cut;
  const chosen = choose(file);
  const wanted = file.units.filter(
    (unit, index) =>
      unit.kind === "function" && (chosen === "all" || chosen.has(unit) || segments[index]?.unbalanced === true),
  );
  const length = wanted.reduce((sum, unit) => sum + unit.text.length, 0);
  if (length > text.length * muchOfText) return createFileUnits(python, text, false);
  for (const unit of wanted) parseUnit(python, unit);
  return file;
}

/**
 * The units of `text`, with those of `previous` whose own text is the same taken over, so that only what an edit touched is
 * parsed and lowered again. `change` is what became of the earlier text. What comes out follows from `text` alone. `previous` must not be used any more.
 */
export function updateFileUnits(python: PythonParser, text: string, previous: FileUnits, change: Change): FileUnits {
  const updated = updateCut(text, previous.cut, change);
  const { cut } = updated;
  const taken = takeOver(text, updated, previous.units);
  const fresh = taken.flatMap((unit, index) => (unit === undefined ? [index] : []));
  let warm = previous.warm;
  const units = taken.map((unit, index) => {
    const segment = cut.segments[index];
    if (unit !== undefined || segment === undefined) return unit;
    // One unit was touched: the parser starts from its last tree.
    const slot: { tree: WarmTree | undefined } = { tree: fresh.length === 1 ? warm : undefined };
    if (fresh.length === 1) warm = undefined;
    const created = createUnit(python, describeUnit(text, segment, true), slot);
    if (slot.tree !== undefined) {
      freeWarmTree(warm);
      warm = slot.tree;
    }
    return created;
  });
  const all = units.filter((unit) => unit !== undefined);
  return { cut, units: all, roots: placeUnits(cut.segments, all), warm };
}

const all = (): boolean => true;

function placeOf(unit: Unit): PlaceInText {
  return { unit, start: unit.start, end: unit.start + unit.text.length, isWanted: true };
}

function describeUnit(text: string, segment: Segment, keep: boolean): Unit {
  const own = text.slice(segment.start, segment.end);
  return {
    kind: segment.kind,
    // A slice would keep the whole text of its version alive.
    text: keep ? detachString(own) : own,
    indentation: text.slice(segment.lineStart, segment.start),
    start: segment.start,
    statements: [],
    resolution: 0,
    wildcards: [],
    errors: [],
    joinedStrings: undefined,
    makesStrings: false,
  };
}

function createUnit(python: PythonParser, unit: Unit, warm: { tree: WarmTree | undefined } | undefined): Unit {
  if (warm === undefined) parseUnit(python, unit);
  else warm.tree = parseUnitWarm(python, unit, warm.tree);
  return unit;
}

/** For each segment the unit of the version before that has the same text: from the front, from the back, then between. */
function takeOver(
  text: string,
  { cut, keptBefore, keptAfter }: UpdatedCut,
  units: readonly Unit[],
): (Unit | undefined)[] {
  const { segments } = cut;
  const taken: (Unit | undefined)[] = segments.map(() => undefined);
  const take = (index: number, from: number): boolean => {
    const segment = segments[index];
    const unit = units[from];
    if (segment === undefined || unit === undefined || !isSame(unit, text, segment)) return false;
    unit.start = segment.start;
    taken[index] = unit;
    return true;
  };
  const keep = (index: number, from: number): void => {
    const unit = units[from];
    const segment = segments[index];
    if (unit === undefined || segment === undefined) return;
    unit.start = segment.start;
    taken[index] = unit;
  };
  let front = 0;
  for (; front < keptBefore; front++) keep(front, front);
  let back = 0;
  for (; back < keptAfter; back++) keep(segments.length - 1 - back, units.length - 1 - back);
  while (front + back < Math.min(segments.length, units.length) && take(front, front)) front++;
  while (
    back < Math.min(segments.length, units.length) - front &&
    take(segments.length - 1 - back, units.length - 1 - back)
  )
    back++;
  const used = new Set<number>();
  for (let index = front; index < segments.length - back; index++) {
    for (let from = front; from < units.length - back; from++) {
      if (used.has(from) || !take(index, from)) continue;
      used.add(from);
      break;
    }
  }
  return taken;
}

function isSame(unit: Unit, text: string, segment: Segment): boolean {
  if (unit.text.length !== segment.end - segment.start || unit.kind !== segment.kind) return false;
  if (unit.indentation.length !== segment.start - segment.lineStart) return false;
  return text.startsWith(unit.text, segment.start) && text.startsWith(unit.indentation, segment.lineStart);
}

/** Builds the tree from the depths of the segments. */
export function placeUnits(segments: readonly Segment[], units: readonly Unit[]): PlacedUnit[] {
  const roots: PlacedUnit[] = [];
  const open: PlacedUnit[][] = [roots];
  segments.forEach((segment, index) => {
    const unit = units[index];
    if (unit === undefined) return;
    const members: PlacedUnit[] = [];
    (open[segment.depth] ?? roots).push({ unit, members });
    // A class stays open for later lines of its body, also beyond a statement that stands in their way.
    if (segment.kind === "class") open[segment.depth + 1] = members;
  });
  return roots;
}
