/**
 * What must stand in a unit's text for a pattern to match in it: the literals of its strings, and of the regular expressions that its
 * metavariables must match. Most units lack them, so that most patterns need not be tried in most units.
 */
import { createTextFinder, markTexts, type TextFinder } from "../../base/find-texts.js";
import { foldedCode } from "../../base/regex/fold-case.js";
import { constantOf } from "../../matching/constant.js";
import { isText } from "../../matching/literals.js";
import type { PatternNode } from "../../matching/pattern.js";
import type { NameAnswer } from "../../names/file-names.js";
import type { Unit } from "../../syntax/unit.js";
import type { PatternLeaf } from "./compiled-rule.js";

/** One of some texts, which have folded case. */
interface TextNeed {
  /** Whether it may be in a string that operators make, rather than in the source. */
  readonly inString: boolean;
  readonly texts: readonly string[];
}

interface GatedLeaf {
  readonly leaf: PatternLeaf;
  /** Of each need the indices of its texts in the finder's list. */
  readonly needs: readonly { readonly inString: boolean; readonly indices: readonly number[] }[];
}

/** Patterns with what they need. */
export interface TextGates {
  readonly finder: TextFinder;
  readonly leaves: readonly GatedLeaf[];
}

/** The patterns among some that need texts, and the others. */
export function splitByTextNeeds(leaves: Iterable<PatternLeaf>): {
  readonly gates: TextGates | undefined;
  readonly others: readonly PatternLeaf[];
} {
  const indices = new Map<string, number>();
  const others: PatternLeaf[] = [];
  const gated: GatedLeaf[] = [];
  const indexOf = (text: string): number => {
    const index = indices.get(text) ?? indices.size;
    indices.set(text, index);
    return index;
  };
  for (const leaf of leaves) {
    const needs = needsOf(leaf);
    if (needs.length === 0) others.push(leaf);
    else gated.push({ leaf, needs: needs.map(({ inString, texts }) => ({ inString, indices: texts.map(indexOf) })) });
  }
  if (gated.length === 0) return { gates: undefined, others };
  return { gates: { finder: createTextFinder([...indices.keys()]), leaves: gated }, others };
}

/** The patterns whose needs a unit meets. `answers` are what the file says of the names in it. */
export function leavesWithTexts(
  { finder, leaves }: TextGates,
  unit: Unit,
  answers: Iterable<NameAnswer | undefined>,
): PatternLeaf[] {
  const seen = new Uint8Array(finder.textCount);
  markTexts(finder, unit.text, seen);
  for (const text of unit.joinedStrings ?? []) markTexts(finder, text, seen);
  for (const answer of answers) if (answer !== undefined) markAnswer(finder, answer, seen);
  const open: PatternLeaf[] = [];
  for (const { leaf, needs } of leaves) {
    const isMet = needs.every(
      ({ inString, indices }) => (inString && unit.makesStrings === true) || indices.some((index) => seen[index] === 1),
    );
    if (isMet) open.push(leaf);
  }
  return open;
}

/** Names may stand for strings and dotted names that are written elsewhere in the file. */
function markAnswer(finder: TextFinder, { qualifiedName, constant, value }: NameAnswer, seen: Uint8Array): void {
  if (qualifiedName !== "") markTexts(finder, qualifiedName, seen);
  const literal = constant ?? (value === undefined ? undefined : constantOf(value));
  if (literal !== undefined && isText(literal)) markTexts(finder, literal.value, seen);
}

/** The needs of a pattern; those of one that also looks at what names stand for are unknown. */
function needsOf({ pattern, options, constraints }: PatternLeaf): TextNeed[] {
  const needs: TextNeed[] = [];
  if (options.symbolicPropagation) return needs;
  const add = (inString: boolean, literals: readonly string[]): void => {
    const texts = literals.map(longestPlain);
    if (texts.length > 0 && texts.every((text) => text.length >= shortestText)) needs.push({ inString, texts });
  };
  const addConstraints = (name: string, inString: boolean): void => {
    for (const regex of constraints.get(name) ?? []) add(inString, regex.foldedLiterals());
  };
  const visit = (node: PatternNode): void => {
    switch (node.type) {
      case "metavariable":
      case "typed-metavariable":
        addConstraints(node.name, false);
        return;
      case "string-metavariable":
        addConstraints(node.name, true);
        return;
      case "string-regex":
        add(true, node.regex.foldedLiterals());
        return;
      case "deep":
        visit(node.inner);
        return;
      case "node":
        // What an import statement binds is put together from parts of it.
        if (node.kind === "Import" || node.kind === "ImportFrom") return;
        if (node.kind === "String" || node.kind === "Bytes") add(true, [folded(node.value)]);
        if (node.valueMetavariable !== "") addConstraints(node.valueMetavariable, false);
        node.children.forEach(visit);
        return;
      case "any-string":
      case "ellipsis":
      case "metavariable-ellipsis":
        return;
    }
  };
  if (pattern.form === "expression") visit(pattern.root);
  else pattern.statements.forEach(visit);
  return needs;
}

const shortestText = 2;

function folded(text: string): string {
  return text.replace(/[^]/g, (character) => String.fromCharCode(foldedCode(character.charCodeAt(0))));
}

/** The longest part of a literal that stands in the source as it is: no white space, no quote, nothing that is put between names. */
function longestPlain(literal: string): string {
  const parts = literal.split(/[^!#-&(-+\-/-[\]-~]+/);
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), "");
}
