/** Findings of rules in taint mode: the places that their formulas match, unit by unit, and the flows between them. */
import { focusOn, rangeEnd, type CodeRange } from "../analyses/search/code-range.js";
import type { CompiledFormula, CompiledRule, CompiledTaint } from "../analyses/search/compiled-rule.js";
import type { ConditionContext } from "../analyses/search/conditions.js";
import { evaluate } from "../analyses/search/evaluate.js";
import { createRuleWork } from "../analyses/search/rule-work.js";
import { matchesIn, type FileSearch } from "../analyses/search/search-file.js";
import type { UnitSearch } from "../analyses/search/search-unit.js";
import { findTaintFlows } from "../analyses/taint/find-taint-flows.js";
import { definitionsIn, taintBodiesOf } from "../analyses/taint/taint-bodies.js";
import type {
  TaintBody,
  TaintFlow,
  TaintMatch,
  TaintMatches,
  TaintPropagatorMatch,
  TaintQuery,
} from "../analyses/taint/taint-types.js";
import type { Rule } from "../rules/rule.js";
import { absoluteStart, type SyntaxNode } from "../syntax/node.js";
import type { PlacedUnit } from "../syntax/unit.js";
import { toFindings, type UnitFinding, type UnitStep } from "./unit-findings.js";

/** Nodes that may be evaluated for one rule and body. */
const stepsPerBody = 500_000;

/** Sources, and sinks, that are followed in one body: a rule that finds more says that everything is one. */
const mostMatches = 500;

/** What a rule finds in a file, and whether some of it may be missing. */
export interface TaintResult {
  readonly findings: readonly UnitFinding[];
  readonly isUnfinished: boolean;
}

const nothing: TaintResult = { findings: [], isUnfinished: false };

/** What a rule matches in one unit; holds as long as the unit's search does. */
export interface UnitMatches {
  readonly matches: TaintMatches;
  /** The ranges of the sinks, by their index among the matches. */
  readonly sinkRanges: readonly CodeRange[];
}

const remembered = new WeakMap<UnitSearch, Map<CompiledRule, UnitMatches>>();

/** The findings of one rule in a file. */
export function taintFindings(rule: CompiledRule, file: FileSearch, conditions: ConditionContext): TaintResult {
  const { taint } = rule;
  if (taint === undefined || !mayFind(rule, file)) return nothing;
  const matchesOf = (search: UnitSearch): UnitMatches => matchesInUnit(rule, taint, search, file, conditions);
  const module = mergeMatches(file.searches.filter(({ unit }) => unit.kind !== "function").map(matchesOf));
  const ranges: CodeRange[] = [];
  const steps = new Map<CodeRange, readonly UnitStep[]>();
  let isUnfinished = false;
  const look = (bodies: readonly TaintBody[], all: UnitMatches): void => {
    const { matches, sinkRanges } = limited(all.matches) ? firstOf(all) : all;
    isUnfinished ||= matches !== all.matches;
    const query = queryOf(rule.rule, matches);
    if (query === undefined || matches.sources.length === 0 || matches.sinks.length === 0) return;
    for (const body of bodies) {
      const budget = { steps: stepsPerBody };
      const flows = findTaintFlows(body, query, budget);
      isUnfinished ||= budget.steps < 0;
      for (const flow of flows) {
        const sink = sinkRanges[flow.sink];
        if (sink === undefined) continue;
        const range = { ...sink, bindings: flow.bindings };
        ranges.push(range);
        steps.set(range, evidence(flow, matches));
      }
    }
  };
  for (const search of file.searches) {
    if (search.unit.kind !== "function" || !mayHoldSink(rule, taint, search)) continue;
    const own = matchesOf(search);
    if (own.matches.sinks.length > 0) look(taintBodiesOf(search.unit), mergeMatches([own, module]));
  }
  look(moduleBodies(file.roots), module);
  return { findings: toFindings(rule, ranges, (range) => steps.get(range) ?? []), isUnfinished };
}

function limited({ sources, sinks }: TaintMatches): boolean {
  return sources.length > mostMatches || sinks.length > mostMatches;
}

/** The first of too many, in the order of the text. */
function firstOf({ matches, sinkRanges }: UnitMatches): UnitMatches {
  const sources = matches.sources.slice(0, mostMatches);
  return { matches: { ...matches, sources, sinks: matches.sinks.slice(0, mostMatches) }, sinkRanges };
}

/** Whether a sink may be in a unit. */
function mayHoldSink(rule: CompiledRule, { isWide }: CompiledTaint, { triggered }: UnitSearch): boolean {
  return isWide || triggered.has(rule);
}

/** Whether a sink may be in the file at all. */
function mayFind(rule: CompiledRule, file: FileSearch): boolean {
  if (file.searches.some(({ triggered }) => triggered.has(rule))) return true;
  return rule.triggers.some((leaf) => leaf.wide && file.acrossUnits(leaf).length > 0);
}

/** The statements of the module, and those of each class, which run in the order of the text, and the definitions in them. */
function moduleBodies(roots: readonly PlacedUnit[]): TaintBody[] {
  const bodies: TaintBody[] = [];
  const addBody = (units: readonly PlacedUnit[]): void => {
    const statements = units.flatMap(({ unit }) => (unit.kind === "statement" ? unit.statements : []));
    if (statements.length > 0) bodies.push({ definition: undefined, statements }, ...definitionsIn(statements));
    for (const { members } of units) if (members.length > 0) addBody(members);
  };
  addBody(roots);
  return bodies;
}

/** What the formulas of a rule match in one unit. */
export function matchesInUnit(
  rule: CompiledRule,
  taint: CompiledTaint,
  search: UnitSearch,
  file: FileSearch,
  conditions: ConditionContext,
): UnitMatches {
  const known = remembered.get(search)?.get(rule);
  if (known !== undefined) return known;
  const work = createRuleWork(search.unit.text);
  const context = { ...conditions, work, matchesOf: matchesIn(file, [search]) };
  const rangesOf = (formulas: readonly CompiledFormula[]): (readonly CodeRange[])[] =>
    formulas.map((formula) => evaluate(formula, context).filter(({ startUnit }) => startUnit === search.unit));
  const sinks = rangesOf(taint.sinks);
  const matches = {
    sources: toMatches(rangesOf(taint.sources)),
    sinks: toMatches(sinks),
    sanitizers: toMatches(rangesOf(taint.sanitizers)),
    propagators: propagatorMatches(taint, rangesOf(taint.propagators)),
  };
  const found = { matches, sinkRanges: sinks.flat() };
  if (!taint.isWide) {
    const byRule = remembered.get(search) ?? new Map<CompiledRule, UnitMatches>();
    remembered.set(search, byRule.set(rule, found));
  }
  return found;
}

function toMatches(ranges: readonly (readonly CodeRange[])[]): TaintMatch[] {
  return ranges.flatMap((list, entry) => list.map((range) => toMatch(range, entry)));
}

function toMatch(range: CodeRange, entry: number): TaintMatch {
  const { startUnit, start, bindings } = range;
  return { entry, unit: startUnit, start, end: rangeEnd(range) - startUnit.start, bindings };
}

function propagatorMatches(taint: CompiledTaint, ranges: readonly (readonly CodeRange[])[]): TaintPropagatorMatch[] {
  return ranges.flatMap((list, entry) =>
    list.flatMap((range) => {
      const ends = taint.propagatorEnds[entry];
      const from = ends === undefined ? undefined : focusOn(range, ends.from);
      const to = ends === undefined ? undefined : focusOn(range, ends.to);
      if (from === undefined || to === undefined) return [];
      return [{ ...toMatch(range, entry), from: toMatch(from, entry), to: toMatch(to, entry) }];
    }),
  );
}

function mergeMatches(parts: readonly UnitMatches[]): UnitMatches {
  return {
    matches: {
      sources: parts.flatMap(({ matches }) => matches.sources),
      sinks: parts.flatMap(({ matches }) => matches.sinks),
      sanitizers: parts.flatMap(({ matches }) => matches.sanitizers),
      propagators: parts.flatMap(({ matches }) => matches.propagators),
    },
    sinkRanges: parts.flatMap(({ sinkRanges }) => sinkRanges),
  };
}

function queryOf({ query, options }: Rule, matches: TaintMatches): TaintQuery | undefined {
  return query.mode === "taint" ? { specification: query.taint, options: options.taint, matches } : undefined;
}

/** The way of the data: where it comes from, what it passes, where it arrives. */
function evidence(flow: TaintFlow, { sources, sinks }: TaintMatches): UnitStep[] {
  const source = sources[flow.source];
  const sink = sinks[flow.sink];
  if (source === undefined || sink === undefined) return [];
  const passed = flow.steps.filter((node) => !isSource(node, source));
  return [
    { unit: source.unit, start: source.start, end: source.end, message: "The data comes from here." },
    ...passed.map(({ unit, start, end }) => ({ unit, start, end, message: "It is passed on here." })),
    { unit: sink.unit, start: sink.start, end: sink.end, message: "It arrives here." },
  ];
}

function isSource(node: SyntaxNode, source: TaintMatch): boolean {
  return node.unit === source.unit && absoluteStart(node) === source.unit.start + source.start;
}
