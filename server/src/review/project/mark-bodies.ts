/** What the patterns of rules about flows say of places in a file's bodies: the matches of their formulas, as plain data that facts keep. */
import type { CompiledRule, CompiledTaint } from "../../analyses/search/compiled-rule.js";
import { buildLeafIndex, type LeafIndex } from "../../analyses/search/leaf-index.js";
import type { ConditionContext } from "../../analyses/search/conditions.js";
import { openFile, type FileSearch } from "../../analyses/search/search-file.js";
import { searchUnit, type UnitSearch } from "../../analyses/search/search-unit.js";
import type { TaintMatch, TaintPlace } from "../../analyses/taint/taint-types.js";
import { moduleBody, type BodyKey, type BodyMark } from "../../names/module-facts.js";
import type { Rule } from "../../rules/rule.js";
import type { SideEffect, TaintSpecification } from "../../rules/taint.js";
import type { SyntaxNode } from "../../syntax/node.js";
import type { FileUnits } from "../../syntax/file-units.js";
import type { Unit } from "../../syntax/unit.js";
import { namesIn } from "../interpolate.js";
import { matchesInUnit, type UnitMatches } from "../taint-findings.js";
import { bodiesOfFile } from "./file-bodies.js";
import { wordsOfUnit } from "./words-of-unit.js";

/** Finds the marks of a file whose units' names are resolved; by body. */
export type BodyMarker = (text: string, units: FileUnits) => ReadonlyMap<BodyKey, readonly BodyMark[]>;

/** A rule with the formulas that it hands over. */
interface MarkingRule {
  readonly compiled: CompiledRule;
  readonly specification: TaintSpecification;
  readonly marks: CompiledTaint;
}

/** Places of one rule, and role, that are kept of a unit: a rule that finds more says that everything is one. */
const mostMarks = 500;

/** A marker for those of the rules that hand patterns over; undefined if none does, so that it costs nothing. */
export function createBodyMarker(rules: readonly CompiledRule[], conditions: ConditionContext): BodyMarker | undefined {
  const marking = rules.flatMap((compiled): MarkingRule[] => {
    const { marks, rule } = compiled;
    if (marks === undefined || rule.query.mode !== "taint") return [];
    return [{ compiled, specification: rule.query.taint, marks }];
  });
  if (marking.length === 0) return undefined;
  const index = buildLeafIndex(marking.map(asSearched));
  const searches = new WeakMap<Unit, { readonly resolution: number; readonly search: UnitSearch }>();
  const searchOf = (unit: Unit): UnitSearch => {
    const known = searches.get(unit);
    if (known?.resolution === unit.resolution) return known.search;
    const search = searchOnce(unit, index);
    searches.set(unit, { resolution: unit.resolution, search });
    return search;
  };
  return (text, units) => {
    const file = openFile({ text, roots: units.roots, searches: units.units.map(searchOf) });
    const sorter = createSorter(units);
    for (const search of file.searches)
      for (const rule of marking)
        for (const mark of marksInUnit(rule, search, file, conditions)) sorter.add(search.unit, mark);
    return sorter.marks;
  };
}

/** The rule as the index knows it: its patterns are asked for, and nothing triggers them. */
function asSearched({ compiled: { rule }, marks }: MarkingRule): CompiledRule {
  const fix = { fixTemplate: undefined, fixRegex: undefined };
  return { rule, formula: { kind: "any", parts: [] }, triggers: [], taint: marks, marks, ...fix, reach: "file" };
}

function searchOnce(unit: Unit, index: LeafIndex): UnitSearch {
  return searchUnit(unit, wordsOfUnit(unit, index.requiredWords), index, { values: () => [].values() });
}

/** A mark that has not been given to a body yet. */
type UnitMark = Omit<BodyMark, "unit">;

function marksInUnit(
  { compiled, specification, marks }: MarkingRule,
  search: UnitSearch,
  file: FileSearch,
  conditions: ConditionContext,
): readonly UnitMark[] {
  const found = matchesInUnit(compiled, marks, search, file, conditions);
  let known = remembered.get(found);
  if (known === undefined) remembered.set(found, (known = toMarks(compiled.rule, specification, found)));
  return known;
}

const remembered = new WeakMap<UnitMatches, readonly UnitMark[]>();

function toMarks(rule: Rule, specification: TaintSpecification, { matches }: UnitMatches): readonly UnitMark[] {
  const { sources, sinks, sanitizers, propagators } = matches;
  const toMark = (role: BodyMark["role"], match: TaintMatch, more: Partial<UnitMark> = {}): UnitMark => ({
    rule: rule.id,
    role,
    ...placeIn(match),
    ...more,
    ...((role === "source" || role === "sink") && namesOf(rule, match)),
  });
  const isConflict = (match: TaintMatch): boolean => [...sources, ...sinks].some((other) => samePlace(match, other));
  return [
    ...sources
      .slice(0, mostMarks)
      .map((match) => toMark("source", match, afterOf(specification.sources[match.entry]?.bySideEffect))),
    ...sinks
      .filter((match) => specification.sinks[match.entry]?.exact === false || !liesInAnother(match, sinks))
      .slice(0, mostMarks)
      .map((match) =>
        toMark("sink", match, specification.sinks[match.entry]?.exact === false ? { parts: true as const } : {}),
      ),
    ...sanitizers
      .filter((match) => specification.sanitizers[match.entry]?.notConflicting !== true || !isConflict(match))
      .slice(0, mostMarks)
      .map((match) => toMark("sanitizer", match, afterOf(specification.sanitizers[match.entry]?.bySideEffect))),
    ...propagators.slice(0, mostMarks).flatMap((match, pair) => {
      const after = afterOf(specification.propagators[match.entry]?.bySideEffect);
      return [
        { rule: rule.id, role: "from" as const, ...placeIn(match.from), pair },
        { rule: rule.id, role: "to" as const, ...placeIn(match.to), ...after, pair },
      ];
    }),
  ];
}

function placeIn({ start, end }: TaintPlace): { readonly start: number; readonly end: number } {
  return { start, end };
}

function samePlace(one: TaintPlace, other: TaintPlace): boolean {
  return one.unit === other.unit && one.start === other.start && one.end === other.end;
}

/** Of exact sinks of one entry only the outermost count. */
function liesInAnother(inner: TaintMatch, all: readonly TaintMatch[]): boolean {
  return all.some(
    (outer) =>
      outer.entry === inner.entry && !samePlace(inner, outer) && outer.start <= inner.start && inner.end <= outer.end,
  );
}

function afterOf(effect: SideEffect | undefined): Pick<BodyMark, "after"> {
  switch (effect) {
    case "yes":
      return { after: "too" };
    case "only":
      return { after: "only" };
    case "no":
    case undefined:
      return {};
  }
}

function namesOf({ message }: Rule, { bindings }: TaintMatch): Pick<BodyMark, "names"> {
  const names = namesIn(message, bindings, "message");
  return names.size === 0 ? {} : { names: Object.fromEntries(names) };
}

interface Sorter {
  readonly marks: ReadonlyMap<BodyKey, readonly BodyMark[]>;
  /** Gives a mark to the bodies that it stands in. */
  readonly add: (unit: Unit, mark: UnitMark) => void;
}

/** A function in a unit. */
interface Definition {
  readonly key: BodyKey;
  readonly node: SyntaxNode;
}

function createSorter({ roots }: FileUnits): Sorter {
  const bodies = bodiesOfFile(roots);
  const definitions = new Map<Unit, Definition[]>();
  for (const key of bodies.keys()) {
    const node = bodies.definitionOf(key);
    if (node === undefined) continue;
    const known = definitions.get(node.unit);
    if (known === undefined) definitions.set(node.unit, [{ key, node }]);
    else known.push({ key, node });
  }
  const places = new Map(bodies.unitsOf(moduleBody).map((unit, index) => [unit, index]));
  const marks = new Map<BodyKey, BodyMark[]>();
  const put = (key: BodyKey, mark: BodyMark): void => {
    const known = marks.get(key);
    if (known === undefined) marks.set(key, [mark]);
    else known.push(mark);
  };
  return {
    marks,
    add: (unit, mark) => {
      const around = (definitions.get(unit) ?? []).filter(({ node }) => mark.start < node.end && node.start < mark.end);
      for (const { key } of around) put(key, { ...mark, unit: 0 });
      const place = places.get(unit);
      if (place !== undefined && !around.some(({ node }) => isInside(node, mark)))
        put(moduleBody, { ...mark, unit: place });
    },
  };
}

/** Whether a place lies among the parameters or the statements of a function, and not in its decorators. */
function isInside({ children }: SyntaxNode, { start, end }: UnitMark): boolean {
  return [children[2], children[4]].some((part) => part !== undefined && part.start <= start && end <= part.end);
}
