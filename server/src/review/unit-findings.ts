/** Findings of rules as (unit, offset), which stay true while other units move. */
import { allBindings, bindingText, type Bindings } from "../matching/bindings.js";
import { distinctPlaces, rangeStart, shortestPerStart, type CodeRange } from "../analyses/search/code-range.js";
import type { CompiledRule } from "../analyses/search/compiled-rule.js";
import { isStatement, type SyntaxNode } from "../syntax/node.js";
import type { Unit } from "../syntax/unit.js";
import type { Rule } from "../rules/rule.js";
import { hashText } from "../base/hash.js";

/** A finding before it is placed in a version of the file. */
export interface UnitFinding {
  readonly rule: Rule;
  readonly startUnit: Unit;
  readonly start: number;
  readonly endUnit: Unit;
  readonly end: number;
  readonly message: string;
  readonly replacement: string | undefined;
  /** The lines on which a comment silences the finding: of the statement it starts in, or of that statement's head. */
  readonly anchor: { readonly start: number; readonly end: number };
  /** Hash of the rule and the matched code. */
  readonly identity: string;
}

/** Turns a rule's ranges into findings, each place once. */
export function toFindings(compiled: CompiledRule, ranges: readonly CodeRange[]): UnitFinding[] {
  const { rule } = compiled;
  return (compiled.reach === "file" ? shortestPerStart(ranges) : distinctPlaces(ranges)).map((range) => ({
    rule,
    startUnit: range.startUnit,
    start: range.start,
    endUnit: range.endUnit,
    end: range.end,
    message: interpolate(rule.message, range.bindings, shorten),
    replacement:
      rule.fix === undefined
        ? undefined
        : indentLines(
            interpolate(rule.fix.template, range.bindings, (text) => text),
            range,
          ),
    anchor: anchorOf(range.startUnit, range.start),
    identity: hashText(`${rule.id}\n${matchedCode(range)}`),
  }));
}

/** Further lines of a replacement stand under its first one. */
function indentLines(replacement: string, range: CodeRange): string {
  if (!replacement.includes("\n")) return replacement;
  const { text, indentation } = range.startUnit;
  const lineStart = text.lastIndexOf("\n", range.start - 1) + 1;
  const indent = lineStart === 0 ? indentation : (/^[ \t]*/.exec(text.slice(lineStart, range.start))?.[0] ?? "");
  return replacement.replaceAll("\n", `\n${indent}`);
}

function matchedCode(range: CodeRange): string {
  if (range.startUnit === range.endUnit) return range.startUnit.text.slice(range.start, range.end).replace(/\s+/g, " ");
  return `${range.startUnit.text.slice(range.start)}…`;
}

/** Fills in `$NAME`, the longest names first, so that `$X` does not eat the head of `$XS`. */
function interpolate(template: string, bindings: Bindings | undefined, present: (text: string) => string): string {
  if (!template.includes("$")) return template;
  const values = new Map(allBindings(bindings).map((binding) => [binding.name, binding]));
  return template.replace(/\$(?:\.\.\.)?[A-Z_0-9]+/g, (name) => {
    const binding = values.get(name);
    return binding === undefined ? name : present(bindingText(binding));
  });
}

const maximumQuoteLength = 60;

/** One line of at most sixty characters, for messages. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= maximumQuoteLength ? line : `${line.slice(0, maximumQuoteLength - 1)}…`;
}

/** The innermost statement at `offset`; of a compound statement only its head. */
function anchorOf(unit: Unit, offset: number): { start: number; end: number } {
  let best: { start: number; end: number } = { start: offset, end: offset };
  const visit = (node: SyntaxNode): void => {
    if (offset < node.start || offset > node.end) return;
    if (isStatement(node) || node.kind === "Except") best = { start: node.start, end: headEnd(node) };
    for (const child of node.children) if (child.unit === unit) visit(child);
  };
  unit.statements.forEach(visit);
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
    rangeStart(asRange(a)) - rangeStart(asRange(b)) ||
    endOf(a) - endOf(b) ||
    (a.rule.id < b.rule.id ? -1 : a.rule.id > b.rule.id ? 1 : 0)
  );
}

function asRange(finding: UnitFinding): CodeRange {
  return { ...finding, bindings: undefined };
}

function endOf(finding: UnitFinding): number {
  return finding.endUnit.start + finding.end;
}
