/** Findings of rules as (unit, offset), which stay true while other units move. */
import { distinctPlaces, shortestPerStart, type CodeRange } from "../analyses/search/code-range.js";
import type { CompiledRule } from "../analyses/search/compiled-rule.js";
import { isStatement, type SyntaxNode } from "../syntax/node.js";
import type { Unit } from "../syntax/unit.js";
import type { Confidence, Rule } from "../rules/rule.js";
import { hashText } from "../base/hash.js";
import type { FindingStep, StepRole } from "./finding.js";
import { fixText } from "./fix-text.js";
import { interpolate } from "./interpolate.js";

/** A place in the evidence of a finding: in a unit of the finding's own file, or where it stands in another one. */
export type UnitStep =
  | {
      readonly unit: Unit;
      readonly start: number;
      readonly end: number;
      readonly message: string;
      readonly role?: StepRole;
    }
  | FindingStep;

/** A finding before it is placed in a version of the file. */
export interface UnitFinding {
  readonly rule: Rule;
  readonly startUnit: Unit;
  readonly start: number;
  readonly endUnit: Unit;
  readonly end: number;
  readonly message: string;
  readonly replacement: string | undefined;
  /** What leads to it, in the order of reading. */
  readonly steps: readonly UnitStep[];
  /** How sure this finding is, where that is less than what the rule says of all. */
  readonly confidence?: Confidence;
  /** The lines on which a comment silences the finding: of the statement it starts in, or of that statement's head. */
  readonly anchor: { readonly start: number; readonly end: number };
  /** Hash of the rule and the matched code. */
  readonly identity: string;
}

/** Turns a rule's ranges into findings, each place once. */
export function toFindings(
  compiled: CompiledRule,
  ranges: readonly CodeRange[],
  stepsOf: (range: CodeRange) => readonly UnitStep[] = () => [],
): UnitFinding[] {
  const { rule } = compiled;
  return (
    compiled.reach === "file" && compiled.taint === undefined ? shortestPerStart(ranges) : distinctPlaces(ranges)
  ).map((range) => ({
    rule,
    startUnit: range.startUnit,
    start: range.start,
    endUnit: range.endUnit,
    end: range.end,
    message: interpolate(rule.message, range.bindings, "message"),
    replacement: rule.fix === undefined ? undefined : fixText(compiled, range),
    steps: stepsOf(range),
    anchor: anchorOf(range.startUnit, range.start),
    identity: hashText(`${rule.id}\n${matchedCode(range)}`),
  }));
}

function matchedCode(range: CodeRange): string {
  if (range.startUnit === range.endUnit) return range.startUnit.text.slice(range.start, range.end).replace(/\s+/g, " ");
  return `${range.startUnit.text.slice(range.start)}…`;
}

/** From this many on, where to look is searched for. */
const manyStatements = 32;

/** The first of nodes in the order of the text that ends at the offset or after it. */
function firstReaching(nodes: readonly SyntaxNode[], offset: number): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The innermost statement at `offset`; of a compound statement only its head. */
export function anchorOf(unit: Unit, offset: number): { start: number; end: number } {
  let best: { start: number; end: number } = { start: offset, end: offset };
  const visit = (node: SyntaxNode): void => {
    if (offset < node.start || offset > node.end) return;
    if (isStatement(node) || node.kind === "Except") best = { start: node.start, end: headEnd(node) };
    visitAll(node.children);
  };
  const visitAll = (nodes: readonly SyntaxNode[]): void => {
    // Of statements in a row only one can hold the offset.
    const from = nodes.length < manyStatements ? 0 : firstReaching(nodes, offset);
    for (let index = from; index < nodes.length; index++) {
      const child = nodes[index];
      if (child === undefined || (nodes.length >= manyStatements && child.start > offset)) return;
      if (child.unit === unit) visit(child);
    }
  };
  visitAll(unit.statements);
  return best;
}

function headEnd(node: SyntaxNode): number {
  const block = node.children.find((child) => child.kind === "Block" || child.kind === "Case");
  if (block === undefined || block.start === block.end) return node.end;
  // Past the colon: comments below it are about the body.
  const parts = node.children.slice(0, node.children.indexOf(block)).filter((child) => child.kind !== "Absent");
  const colon = node.unit.text.indexOf(":", parts[parts.length - 1]?.end ?? node.start);
  return colon < 0 || colon >= block.start ? block.start : colon + 1;
}

/** Order of findings in a file: by place, then by rule. */
export function compareFindings(a: UnitFinding, b: UnitFinding): number {
  return (
    a.startUnit.start + a.start - (b.startUnit.start + b.start) ||
    a.endUnit.start + a.end - (b.endUnit.start + b.end) ||
    (a.rule.id < b.rule.id ? -1 : a.rule.id > b.rule.id ? 1 : 0)
  );
}
