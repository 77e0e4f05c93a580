/** Joins the units of a file for rules that reach further than a unit: class bodies, statements in a row at module level. */
import { SyntaxNode } from "../../syntax/node.js";
import type { PlacedUnit, Unit } from "../../syntax/unit.js";
import type { CodeRange } from "./code-range.js";
import { asksAnywhere, type CompiledRule, type Leaf, type TextLeaf } from "./compiled-rule.js";
import type { ConditionContext } from "./conditions.js";
import { evaluate } from "./evaluate.js";
import { matchLeafAt } from "./find-leaf.js";
import { textUnit } from "./metavariable-value.js";
import { matchesInTextUnit } from "./nested-matches.js";
import { createPatternShares, createRuleWork, tryWithin } from "./rule-work.js";
import { leafMatchesInUnit, type UnitSearch } from "./search-unit.js";

/** One version of a file for wide rules; nothing is assembled or matched before it is asked for. */
export interface FileSearch {
  readonly roots: readonly PlacedUnit[];
  readonly searches: readonly UnitSearch[];
  readonly text: string;
  /** Leaves by their id that allow too many combinations of statements of the module or of a class body. */
  readonly unfinished: ReadonlySet<number>;
  /** Matches of a wide pattern that start at statements of the module or of a class body. */
  readonly acrossUnits: (leaf: Leaf) => readonly CodeRange[];
}

/** What wide rules look at: a file's text, its units, and what was found in each. */
export interface SearchedFile {
  readonly text: string;
  readonly roots: readonly PlacedUnit[];
  readonly searches: readonly UnitSearch[];
}

/** What a rule finds in a file. */
export interface RuleMatches {
  readonly rule: CompiledRule;
  readonly ranges: readonly CodeRange[];
  /** Whether there was more to compare than a rule may, so that matches may be missing. */
  readonly isUnfinished: boolean;
}

/** The ranges that each of the wide rules finds in the file. */
export function searchFile(rules: readonly CompiledRule[], file: FileSearch, context: ConditionContext): RuleMatches[] {
  const { searches } = file;
  const triggeredIn = new Map<CompiledRule, UnitSearch[]>();
  for (const search of searches) {
    for (const rule of search.triggered) {
      if (rule.reach === "unit") continue;
      const known = triggeredIn.get(rule);
      if (known === undefined) triggeredIn.set(rule, [search]);
      else known.push(search);
    }
  }
  return rules.flatMap((rule) => {
    // What decides about a match overlaps it, so other units than those of the triggers count only for matches across units.
    const isAcross = rule.triggers.some((leaf) => leaf.wide && file.acrossUnits(leaf).length > 0);
    const triggered = triggeredIn.get(rule);
    const concerned = isAcross || (triggered !== undefined && asksAnywhere(rule.formula)) ? searches : triggered;
    if (concerned === undefined) return [];
    const work = createRuleWork(file.text);
    const ranges = evaluate(rule.formula, { ...context, work, matchesOf: matchesIn(file, concerned) });
    return [{ rule, ranges, isUnfinished: work.steps < 0 }];
  });
}

/** Where the matches of a pattern come from that concern these units. */
export function matchesIn(file: FileSearch, searches: readonly UnitSearch[]): (leaf: Leaf) => readonly CodeRange[] {
  return (leaf) => {
    if (leaf.kind === "text") return file.acrossUnits(leaf);
    const within = searches.flatMap((search) => leafMatchesInUnit(search, leaf));
    return leaf.wide ? [...within, ...file.acrossUnits(leaf)] : within;
  };
}

/** A statement of the module or of a class body, in the list that it stands in. */
interface Placed {
  readonly node: SyntaxNode;
  readonly siblings: readonly SyntaxNode[];
  readonly index: number;
}

/** Makes a version of a file ready for wide rules. */
export function openFile({ text, roots, searches }: SearchedFile): FileSearch {
  const starts = new Map<Leaf, Unit[]>();
  for (const { unit, wideStarts } of searches) {
    for (const leaf of wideStarts) {
      const known = starts.get(leaf);
      if (known === undefined) starts.set(leaf, [unit]);
      else known.push(unit);
    }
  }
  const known = new Map<Leaf, readonly CodeRange[]>();
  const shares = createPatternShares(text);
  let placed: ReadonlyMap<Unit, readonly Placed[]> | undefined;
  const whole = textUnit({ text, start: 0 });
  const acrossUnits = (leaf: Leaf): readonly CodeRange[] => {
    if (leaf.kind === "text") return matchesOfText(leaf);
    const units = starts.get(leaf);
    if (units === undefined) return [];
    const found = known.get(leaf);
    if (found !== undefined) return found;
    placed ??= placeStatements(roots);
    const ranges: CodeRange[] = [];
    for (const unit of units) {
      for (const { node, siblings, index } of placed.get(unit) ?? [])
        ranges.push(...tryWithin(shares, leaf.id, [], () => matchLeafAt(leaf, node, siblings, index, shares.budget)));
    }
    known.set(leaf, ranges);
    return ranges;
  };
  const matchesOfText = (leaf: TextLeaf): readonly CodeRange[] => {
    const found = known.get(leaf) ?? inUnits(matchesInTextUnit(leaf, whole), searches);
    known.set(leaf, found);
    return found;
  };
  return { text, roots, searches, unfinished: shares.unfinished, acrossUnits };
}

/** Ranges of the whole text as ranges of the unit that each lies in; those that lie in none stay as they are. */
function inUnits(ranges: readonly CodeRange[], searches: readonly UnitSearch[]): CodeRange[] {
  let at = 0;
  return [...ranges]
    .sort((a, b) => a.start - b.start)
    .map((range) => {
      while (at < searches.length && endOfUnit(searches[at]) <= range.start) at++;
      const unit = searches[at]?.unit;
      if (unit === undefined || range.start < unit.start || range.end > unit.start + unit.text.length) return range;
      return {
        ...range,
        startUnit: unit,
        start: range.start - unit.start,
        endUnit: unit,
        end: range.end - unit.start,
      };
    });
}

function endOfUnit(search: UnitSearch | undefined): number {
  return search === undefined ? 0 : search.unit.start + search.unit.text.length;
}

/** The statements of all units in their lists, classes with their members in their bodies. */
function placeStatements(roots: readonly PlacedUnit[]): Map<Unit, readonly Placed[]> {
  const result = new Map<Unit, Placed[]>();
  const placeList = (units: readonly PlacedUnit[]): SyntaxNode[] => {
    const statements = units.flatMap(assemble);
    statements.forEach((node, index) => {
      const entry = { node, siblings: statements, index };
      const known = result.get(node.unit);
      if (known === undefined) result.set(node.unit, [entry]);
      else known.push(entry);
    });
    return statements;
  };
  const assemble = ({ unit, members }: PlacedUnit): readonly SyntaxNode[] => {
    if (members.length === 0) return unit.statements;
    return unit.statements.map((statement) => {
      if (statement.kind !== "ClassDef") return statement;
      const body = statement.lastChild();
      const block = new SyntaxNode("Block", body.start, body.end, "", placeList(members), unit);
      return new SyntaxNode(
        "ClassDef",
        statement.start,
        statement.end,
        statement.value,
        [...statement.children.slice(0, 3), block],
        unit,
      );
    });
  };
  placeList(roots);
  return result;
}
