/** Texts of which one must stand in every text that an expression matches: a cheap look before the expression runs. */
import { onlyFoldedPoint } from "./fold-case.js";
import { onlyPoint } from "./contains-point.js";
import type { CodePointSet } from "./code-point-set.js";
import type { RegexNode, RegexRepeat } from "./syntax.js";

/** More alternatives than this are not looked for one by one. */
const mostLiterals = 16;
/** As many can be looked for all at once. */
const mostFoldedLiterals = 64;
/** A repetition is spelled out this often at most. */
const longestLiteral = 100;

/** Each text in which the expression matches has one of these; none if nothing is known. Upper and lower case differ. */
export function requiredLiterals(root: RegexNode): readonly string[] {
  const only = (set: CodePointSet): readonly string[] | undefined => {
    const point = onlyPoint(set);
    return point === undefined ? undefined : [String.fromCodePoint(point)];
  };
  return literalsOfTree({ pointsOf: only, most: mostLiterals }, root);
}

/** The same for texts with folded case (`fold-case.ts`): more is known, and small sets are spelled out. */
export function requiredFoldedLiterals(root: RegexNode): readonly string[] {
  return literalsOfTree({ pointsOf: foldedPoints, most: mostFoldedLiterals }, root);
}

/** A set with more characters than this is any character. */
const mostSpelledOut = 8;

function foldedPoints(set: CodePointSet): readonly string[] | undefined {
  const only = onlyFoldedPoint(set);
  if (only !== undefined) return [only];
  if (set.negated || set.properties.length > 0) return undefined;
  const size = set.ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  if (size > 2 * mostSpelledOut) return undefined;
  const points = new Set<string>();
  for (const [first, last] of set.ranges) {
    for (let point = first; point <= last; point++) {
      const folded = onlyFoldedPoint({ ranges: [[point, point]], properties: [], negated: false });
      points.add(folded ?? String.fromCodePoint(point));
    }
  }
  return points.size > mostSpelledOut ? undefined : [...points];
}

/** How a reading goes. */
interface Reading {
  /** The characters of a set as texts; undefined if they are too many. */
  readonly pointsOf: (set: CodePointSet) => readonly string[] | undefined;
  readonly most: number;
}

function literalsOfTree(reading: Reading, root: RegexNode): readonly string[] {
  const literals = literalsOf(readNode(reading, root));
  return literals.includes("") ? [] : literals;
}

interface Known {
  /** All that the node can match. */
  readonly exact: readonly string[] | undefined;
  /** One of these is in it; none if nothing is known. */
  readonly required: readonly string[];
}

const unknown: Known = { exact: undefined, required: [] };
const nothing: Known = { exact: [""], required: [] };

function readNode(reading: Reading, node: RegexNode): Known {
  switch (node.kind) {
    case "set":
      return { exact: reading.pointsOf(node.set), required: [] };
    case "sequence":
      return readSequence(reading, node.items);
    case "alternatives":
      return readAlternatives(reading, node.items);
    case "capture":
    case "atomic":
      return readNode(reading, node.body);
    case "repeat":
      return readRepeat(reading, node);
    case "look": {
      // What it looks at is in the text as well, but not between what stands around it.
      const required = node.negated ? [] : literalsOf(readNode(reading, node.body));
      return required.length === 0 ? nothing : { exact: undefined, required };
    }
    case "place":
    case "keep":
      return nothing;
    case "reference":
    case "newline":
      return unknown;
  }
}

function readRepeat(reading: Reading, { minimum, maximum, body }: RegexRepeat): Known {
  if (minimum === 0) return unknown;
  const known = readNode(reading, body);
  const [exact] = known.exact?.length === 1 ? known.exact : [];
  const isShort = exact !== undefined && minimum === maximum && exact.length * minimum <= longestLiteral;
  return isShort ? { exact: [exact.repeat(minimum)], required: [] } : { exact: undefined, required: literalsOf(known) };
}

/** What of a node one can look for. */
function literalsOf({ exact, required }: Known): readonly string[] {
  return exact === undefined || exact.includes("") ? required : exact;
}

function readSequence(reading: Reading, items: readonly RegexNode[]): Known {
  let run: readonly string[] = [""];
  let isExact = true;
  let best: readonly string[] = [];
  const keepBetter = (literals: readonly string[]): void => {
    if (!literals.includes("") && worth(literals) > worth(best)) best = literals;
  };
  for (const item of items) {
    const { exact, required } = readNode(reading, item);
    if (exact !== undefined && exact.length * run.length <= reading.most) {
      run = run.flatMap((text) => exact.map((next) => text + next));
      continue;
    }
    isExact = false;
    keepBetter(run);
    keepBetter(required);
    run = exact ?? [""];
  }
  if (isExact) return { exact: run, required: [] };
  keepBetter(run);
  return { exact: undefined, required: best };
}

function readAlternatives(reading: Reading, items: readonly RegexNode[]): Known {
  const known = items.map((item) => readNode(reading, item));
  if (known.every(({ exact }) => exact !== undefined)) {
    const exact = [...new Set(known.flatMap((one) => one.exact ?? []))];
    if (exact.length <= reading.most) return { exact, required: [] };
  }
  const all = known.map(literalsOf);
  const required = [...new Set(all.flat())];
  return all.some((literals) => literals.length === 0) || required.length > reading.most
    ? unknown
    : { exact: undefined, required };
}

/** Long ones are rare, and few are looked for quickly. */
function worth(literals: readonly string[]): number {
  if (literals.length === 0) return 0;
  return Math.min(...literals.map((literal) => literal.length)) - literals.length / (mostFoldedLiterals + 1);
}
