/**
 * What is known of one version of a file, and the step to the next version: units whose text and whose answers from the file's
 * imports are the same keep their results.
 */
import type { ConditionContext } from "../analyses/search/conditions.js";
import { evaluate } from "../analyses/search/evaluate.js";
import type { CodeRange } from "../analyses/search/code-range.js";
import type { CompiledRule, Leaf } from "../analyses/search/compiled-rule.js";
import type { LeafIndex } from "../analyses/search/leaf-index.js";
import { openFile, searchFile, type SearchedFile } from "../analyses/search/search-file.js";
import { leafMatchesInUnit, searchUnit, type UnitSearch } from "../analyses/search/search-unit.js";
import {
  answerFor,
  askersOf,
  bindsNames,
  mergeNames,
  sameAnswer,
  type Asker,
  type FileNames,
  type UnitNames,
} from "../names/file-names.js";
import { resolveUnit, type NameReads } from "../names/resolve-unit.js";
import type { Change } from "../syntax/cut-units.js";
import { createFileUnits, updateFileUnits, type FileUnits } from "../syntax/file-units.js";
import { parseSnippet, type PythonParser } from "../syntax/python-parser.js";
import type { Unit } from "../syntax/unit.js";
import { collectNames } from "./file-names-of-units.js";
import { taintFindings } from "./taint-findings.js";
import { createRuleWork } from "../analyses/search/rule-work.js";
import { rulesWithLeaves } from "./unfinished-rules.js";
import { toFindings, type UnitFinding } from "./unit-findings.js";
import { unitsToSearch } from "./units-to-search.js";

/** What all files share. */
export interface AnalysisContext {
  readonly python: PythonParser;
  /** Midnight of the day in UTC, in seconds since 1970. */
  readonly today: number | undefined;
  readonly index: LeafIndex;
  readonly rules: readonly CompiledRule[];
  /** Those whose reach is the file. */
  readonly wideRules: readonly CompiledRule[];
  /** Those that look at plain text. */
  readonly textRules: readonly CompiledRule[];
}

/** Results of one unit; they hold as long as `reads` gets the same answers. */
interface UnitResult {
  readonly asker: Asker;
  readonly reads: NameReads;
  readonly search: UnitSearch;
  readonly findings: readonly UnitFinding[];
  /** Rules that had more to compare in this unit than a rule may. */
  readonly unfinished: readonly CompiledRule[];
}

export interface FileAnalysis {
  readonly rules: readonly CompiledRule[];
  readonly units: FileUnits;
  /** Of the units at module level. */
  readonly namesOfUnits: ReadonlyMap<Unit, UnitNames>;
  readonly names: FileNames;
  readonly results: ReadonlyMap<Unit, UnitResult>;
  /** Of all rules but those that look at plain text, in no order. */
  readonly findings: readonly UnitFinding[];
  /** Of the rules that look at plain text. */
  readonly inText: TextFindings;
  /** Rules about more than a unit that could not be finished; grows when text findings are asked for. */
  readonly unfinished: readonly CompiledRule[];
}

/** Findings of rules that look at plain text. They cost as much as the text is long, so they are found when asked for. */
export interface TextFindings {
  /** Those of the version before that still stand. */
  readonly left: readonly UnitFinding[];
  /** Those of this version; undefined until somebody asks. */
  current: readonly UnitFinding[] | undefined;
  readonly find: () => readonly UnitFinding[];
}

/** The analysis of an earlier version, and what became of its text. */
export interface AnalysisStep {
  readonly previous: FileAnalysis;
  readonly change: Change;
}

/**
 * What is done with an analysis: thrown away after one look, or kept as the base of the next version. "findings": as "once", and nobody looks at
 * more than its findings.
 */
export type AnalysisUse = "once" | "findings" | "keep";

/** Analyses a text, from the analysis of an earlier version if there is one (which must not be used any more). */
export function analyseFile(
  context: AnalysisContext,
  text: string,
  use: AnalysisUse,
  step?: AnalysisStep,
): FileAnalysis {
  const previous = step?.previous;
  const units = unitsFor(context, text, use, step);
  const namesOfUnits = collectNames(units.roots, previous?.namesOfUnits);
  const names =
    sameTables(namesOfUnits, previous?.namesOfUnits) && previous !== undefined
      ? previous.names
      : mergeNames(namesOfUnits.values());
  const results = new Map<Unit, UnitResult>();
  const askers = askersOf(units.roots, namesOfUnits);
  for (const unit of units.units) {
    const known = previous?.results.get(unit);
    const asker = askers.get(unit) ?? { position: 0, runsLater: true };
    const isUnmoved = names === previous?.names && known?.asker.position === asker.position;
    if (known === undefined || !(isUnmoved || stillHolds(known.reads, names, asker)))
      results.set(unit, analyseUnit(context, unit, names, asker));
    else results.set(unit, isUnmoved ? known : { ...known, asker });
  }
  const local = units.units.flatMap((unit) => results.get(unit)?.findings ?? []);
  const file = { text, roots: units.roots, searches: searchesOf(units, results) };
  const unfinished: CompiledRule[] = [];
  return {
    rules: context.rules,
    units,
    namesOfUnits,
    names,
    results,
    findings: [...local, ...wideFindings(context, context.wideRules, file, unfinished)],
    inText: {
      left: step === undefined ? [] : findingsLeft(step.previous.inText, step.change, results),
      current: context.textRules.length === 0 ? [] : undefined,
      find: () => wideFindings(context, context.textRules, file, unfinished),
    },
    unfinished,
  };
}

function unitsFor(context: AnalysisContext, text: string, use: AnalysisUse, step: AnalysisStep | undefined): FileUnits {
  if (step !== undefined) return updateFileUnits(context.python, text, step.previous.units, step.change);
  return use === "findings" ? unitsToSearch(context, text) : createFileUnits(context.python, text, use === "keep");
}

/** Analyses a text that is no Python with the rules that are about plain text. */
export function analysePlainText(context: AnalysisContext, text: string): FileAnalysis {
  const rules = context.textRules.filter(({ rule }) => rule.language !== "python");
  const unfinished: CompiledRule[] = [];
  const findings = wideFindings(context, rules, { text, roots: [], searches: [] }, unfinished);
  const empty = analysisOfUnits(createFileUnits(context.python, "", false));
  return { ...empty, rules, inText: { left: [], current: findings, find: () => findings }, unfinished };
}

/** The analysis of a file in which nothing is looked for. */
export function analysisOfUnits(units: FileUnits): FileAnalysis {
  return {
    rules: [],
    units,
    namesOfUnits: new Map(),
    names: mergeNames([]),
    results: new Map(),
    findings: [],
    inText: { left: [], current: [], find: () => [] },
    unfinished: [],
  };
}

/** The text findings of the version before that still stand, for the time until they are found anew. */
function findingsLeft(
  before: TextFindings,
  change: Change,
  results: ReadonlyMap<Unit, UnitResult>,
): readonly UnitFinding[] {
  const moved = change.newEnd - change.oldEnd;
  return (before.current ?? before.left).flatMap((finding) => {
    const { startUnit, start, end } = finding;
    if (results.has(startUnit)) return [finding];
    if (startUnit.statements.length > 0 || startUnit !== finding.endUnit) return [];
    const isBefore = startUnit.start + end <= change.start;
    if (isBefore) return [finding];
    if (startUnit.start + start < change.oldEnd) return [];
    const shifted = { ...startUnit, start: startUnit.start + moved };
    return [{ ...finding, startUnit: shifted, endUnit: shifted }];
  });
}

/** Whether the units at module level are the same ones, or bind nothing. */
function sameTables(tables: ReadonlyMap<Unit, UnitNames>, before: ReadonlyMap<Unit, UnitNames> | undefined): boolean {
  if (before === undefined) return false;
  const binding = (map: ReadonlyMap<Unit, UnitNames>): UnitNames[] => [...map.values()].filter(bindsNames);
  const left = binding(tables);
  const right = binding(before);
  return left.length === right.length && left.every((names, index) => names === right[index]);
}

function stillHolds(reads: NameReads, names: FileNames, asker: Asker): boolean {
  for (const [name, answer] of reads) if (!sameAnswer(answerFor(names, name, asker), answer)) return false;
  return true;
}

function analyseUnit(context: AnalysisContext, unit: Unit, names: FileNames, asker: Asker): UnitResult {
  const wanted = context.index.requiredWords;
  const { reads, words } = resolveUnit(unit, (name) => answerFor(names, name, asker), wanted);
  const search = searchUnit(unit, words, context.index, reads);
  const findings: UnitFinding[] = [];
  const unfinished: CompiledRule[] = [];
  const conditions = conditionContext(context);
  const matchesOf = (leaf: Leaf): readonly CodeRange[] =>
    leaf.kind === "pattern" ? leafMatchesInUnit(search, leaf) : [];
  for (const rule of search.triggered) {
    if (rule.reach !== "unit") continue;
    const work = createRuleWork(unit.text);
    const ranges = evaluate(rule.formula, { ...conditions, work, matchesOf });
    for (const finding of toFindings(rule, ranges)) findings.push(finding);
    if (work.steps < 0) unfinished.push(rule);
  }
  return { asker, reads, search, findings, unfinished };
}

/** What conditions of rules need. */
export function conditionContext({ python, today }: Pick<AnalysisContext, "python" | "today">): ConditionContext {
  return {
    parse: ({ text, start }) => parseSnippet(python, text, start).statements,
    ...(today !== undefined && { today }),
  };
}

function searchesOf(units: FileUnits, results: ReadonlyMap<Unit, UnitResult>): UnitSearch[] {
  return units.units.flatMap((unit) => results.get(unit)?.search ?? []);
}

function wideFindings(
  context: AnalysisContext,
  rules: readonly CompiledRule[],
  searched: SearchedFile,
  unfinished: CompiledRule[],
): UnitFinding[] {
  if (rules.length === 0) return [];
  const file = openFile(searched);
  const conditions = conditionContext(context);
  const found = searchFile(
    rules.filter(({ taint }) => taint === undefined),
    file,
    conditions,
  );
  const findings = found.flatMap(({ rule, ranges }) => toFindings(rule, ranges));
  for (const rule of rules) {
    const flows = taintFindings(rule, file, conditions);
    findings.push(...flows.findings);
    if (flows.isUnfinished) unfinished.push(rule);
  }
  unfinished.push(...found.flatMap(({ rule, isUnfinished }) => (isUnfinished ? [rule] : [])));
  unfinished.push(...rulesWithLeaves(rules, file.unfinished));
  return findings;
}
