/**
 * What must stand in a unit's text for a pattern to match in it: the literals of its strings, and of the regular expressions that its
 * metavariables must match. Most units lack them, so that most patterns need not be tried in most units.
 */
import {
  createFoundTexts,
  createTextFinder,
  findTexts,
  type FoundTexts,
  type TextFinder,
} from "../../base/find-texts.js";
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

interface Need {
  readonly inString: boolean;
  /** The indices of its texts in the finder's list. */
  readonly indices: readonly number[];
}

/** Patterns that need the same. */
export interface TextGate {
  readonly id: number;
  readonly needs: readonly Need[];
  readonly leaves: PatternLeaf[];
}

/** Patterns by what they need. */
export interface TextGates {
  readonly finder: TextFinder;
  readonly all: readonly TextGate[];
  /** By a text's index the gates that it can be the first need of. */
  readonly byText: readonly (readonly TextGate[])[];
}

/** The patterns among some that need texts, and the others. */
export function splitByTextNeeds(leaves: Iterable<PatternLeaf>): {
  readonly gates: TextGates | undefined;
  readonly others: readonly PatternLeaf[];
} {
  const indices = new Map<string, number>();
  const others: PatternLeaf[] = [];
  const gates = new Map<string, TextGate>();
  const byText: TextGate[][] = [];
  const indexOf = (text: string): number => {
    const index = indices.get(text) ?? byText.push([]) - 1;
    indices.set(text, index);
    return index;
  };
  for (const leaf of leaves) {
    const needs = needsOf(leaf).map(({ inString, texts }) => ({ inString, indices: texts.map(indexOf) }));
    const [first] = needs;
    if (first === undefined) {
      others.push(leaf);
      continue;
    }
    const key = JSON.stringify(needs);
    const known = gates.get(key);
    const gate = known ?? { id: gates.size, needs, leaves: [] };
    gate.leaves.push(leaf);
    if (known !== undefined) continue;
    gates.set(key, gate);
    for (const index of new Set(first.indices)) byText[index]?.push(gate);
  }
  if (gates.size === 0) return { gates: undefined, others };
  return { gates: { finder: createTextFinder([...indices.keys()]), all: [...gates.values()], byText }, others };
}

/** What of a unit decides which texts it has. */
export type UnitTexts = Pick<Unit, "text" | "joinedStrings" | "makesStrings">;

/** The gates whose needs a unit meets. `answers` are what the file says of the names in it. */
export function openGates(
  { finder, all, byText }: TextGates,
  unit: UnitTexts,
  answers: Iterable<NameAnswer | undefined>,
): TextGate[] {
  const found = createFoundTexts(finder);
  findTexts(finder, unit.text, found);
  if (unit.joinedStrings !== undefined) for (const text of unit.joinedStrings) findTexts(finder, text, found);
  for (const answer of answers) if (answer !== undefined) findInAnswer(finder, answer, found);
  const makesStrings = unit.makesStrings === true;
  const open: TextGate[] = [];
  const add = (gates: readonly TextGate[]): void => {
    for (const gate of gates) if (!open.includes(gate) && meetsNeeds(gate, makesStrings, found)) open.push(gate);
  };
  if (makesStrings) add(all);
  else for (const index of found.indices) add(byText[index] ?? []);
  return open;
}

function meetsNeeds({ needs }: TextGate, makesStrings: boolean, { seen }: FoundTexts): boolean {
  for (const { inString, indices } of needs) {
    if (inString && makesStrings) continue;
    if (!isAnySeen(indices, seen)) return false;
  }
  return true;
}

function isAnySeen(indices: readonly number[], seen: Uint8Array): boolean {
  for (const index of indices) if (seen[index] === 1) return true;
  return false;
}

/** Names may stand for strings and dotted names that are written elsewhere in the file. */
function findInAnswer(finder: TextFinder, { qualifiedName, constant, value }: NameAnswer, found: FoundTexts): void {
  if (qualifiedName !== "") findTexts(finder, qualifiedName, found);
  const literal = constant ?? (value === undefined ? undefined : constantOf(value));
  if (literal !== undefined && isText(literal)) findTexts(finder, literal.value, found);
}

/** The needs of a pattern; those of one that also looks at what names stand for are unknown. */
function needsOf({ pattern, options, constraints }: PatternLeaf): TextNeed[] {
  const needs: TextNeed[] = [];
  const { words } = pattern.key;
  // One word is looked up more quickly than any text.
  if (options.symbolicPropagation || words.length === 1) return needs;
  const add = (inString: boolean, literals: readonly string[]): void => {
    const texts = literals.map(longestPlain);
    const isRare = texts.length > 0 && texts.every((text) => text.length >= (/[^a-z]/.test(text) ? 2 : 3));
    if (isRare && !literals.every((literal) => words.includes(literal))) needs.push({ inString, texts });
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

function folded(text: string): string {
  return text.replace(/[^]/g, (character) => String.fromCharCode(foldedCode(character.charCodeAt(0))));
}

/** The longest part of a literal that stands in the source as it is: no white space, no quote, nothing that is put between names. */
function longestPlain(literal: string): string {
  const parts = literal.split(/[^!#-&(-+\-/-[\]-~]+/);
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), "");
}
