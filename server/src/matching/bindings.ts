/** What metavariables stand for in one match: an immutable list, so that a try that fails leaves nothing behind. */
import { constantOf } from "./constant.js";
import { sameNumber } from "./numbers.js";
import { absoluteEnd, absoluteStart, isStatement, nodeText, type SyntaxNode } from "../syntax/node.js";

/** A metavariable's value: one node, a run of arguments or statements, or a part of a node (`text` with its place). */
export interface Binding {
  readonly name: string;
  readonly nodes: readonly SyntaxNode[];
  /** For names and string contents that are no node: their text and UTF-16 range in the file's unit. */
  readonly part: { readonly text: string; readonly start: number; readonly end: number } | undefined;
}

export interface Bindings {
  readonly binding: Binding;
  readonly rest: Bindings | undefined;
}

export function findBinding(bindings: Bindings | undefined, name: string): Binding | undefined {
  for (let at = bindings; at !== undefined; at = at.rest) if (at.binding.name === name) return at.binding;
  return undefined;
}

/** All bindings, each name once. */
export function allBindings(bindings: Bindings | undefined): Binding[] {
  const result = new Map<string, Binding>();
  for (let at = bindings; at !== undefined; at = at.rest)
    if (!result.has(at.binding.name)) result.set(at.binding.name, at.binding);
  return [...result.values()];
}

/** A stretch of what a metavariable stands for as a metavariable of its own; `place` is where `owner` stands in the file. */
export function textBinding(
  name: string,
  owner: Binding,
  stretch: { readonly text: string; readonly start: number; readonly end: number },
  place: { readonly start: number },
): Binding | undefined {
  const [first] = owner.nodes;
  if (first === undefined) return undefined;
  const base = place.start - first.unit.start;
  return { name, nodes: [first], part: { text: stretch.text, start: base + stretch.start, end: base + stretch.end } };
}

/** UTF-16 range in the file of what is bound; undefined for an empty run of arguments. */
export function bindingRange(binding: Binding): { start: number; end: number } | undefined {
  const first = binding.nodes[0];
  const last = binding.nodes[binding.nodes.length - 1];
  if (first === undefined || last === undefined) return undefined;
  if (binding.part !== undefined)
    return { start: first.unit.start + binding.part.start, end: first.unit.start + binding.part.end };
  return { start: absoluteStart(first), end: absoluteEnd(last) };
}

/** Source text of what is bound, quotes included. */
export function bindingText(binding: Binding): string {
  if (binding.part !== undefined) return binding.part.text;
  const [first] = binding.nodes;
  const last = binding.nodes[binding.nodes.length - 1];
  if (first === undefined || last === undefined) return "";
  if (first === last) return first.kind === "Name" ? first.value : nodeText(first);
  if (isStatement(first)) return first.unit.text.slice(first.start, last.end);
  // A run of arguments is given as one writes it on one line.
  return binding.nodes.map(nodeText).join(", ");
}

/** Whether two values are the same code. */
export function bindingsEqual(a: Binding, b: Binding): boolean {
  if (a.part !== undefined || b.part !== undefined) {
    const word = bindingWord(a);
    return word === bindingWord(b) && !isReceiver(word);
  }
  if (a.nodes.length !== b.nodes.length) return false;
  return a.nodes.every((node, index) => structurallyEqual(node, b.nodes[index])) || sameConstant(a, b);
}

/** Whether names stand for one literal. */
function sameConstant(a: Binding, b: Binding): boolean {
  const [left] = a.nodes;
  const [right] = b.nodes;
  if (a.nodes.length !== 1 || left === undefined || right === undefined) return false;
  if ((left.kind === "Name") === (right.kind === "Name")) return false;
  const literal = constantOf(left);
  return literal !== undefined && structurallyEqual(literal, constantOf(right));
}

function bindingWord(binding: Binding): string {
  if (binding.part !== undefined) return binding.part.text;
  const [only] = binding.nodes;
  if (only === undefined) return "";
  return only.kind === "Name" || only.kind === "Identifier" ? only.value : nodeText(only);
}

/** Whether two nodes are the same code, whatever their layout. Identifiers and names are alike. */
export function structurallyEqual(a: SyntaxNode, b: SyntaxNode | undefined): boolean {
  if (b === undefined) return false;
  if (a === b) return true;
  const sameKind = a.kind === b.kind || (isWord(a) && isWord(b));
  if (a.kind === "String" || a.kind === "Bytes") return sameKind && a.value === b.value;
  if (a.kind === "Number") return sameKind && sameNumber(a.value, b.value);
  // The object of a method is not what its body calls by that name, as far as the rule language goes.
  if (a.kind !== b.kind && isReceiver(a.value)) return false;
  if (!sameKind || a.value !== b.value || a.children.length !== b.children.length) return false;
  return a.children.every((child, index) => structurallyEqual(child, b.children[index]));
}

function isReceiver(word: string): boolean {
  return word === "self" || word === "cls";
}

function isWord(node: SyntaxNode): boolean {
  return node.kind === "Name" || node.kind === "Identifier";
}
