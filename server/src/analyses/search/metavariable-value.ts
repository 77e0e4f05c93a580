/** What a bound metavariable is to a condition: nodes, a literal, or text. */
import { bindingRange, bindingText, type Binding } from "../../matching/bindings.js";
import { constantOf } from "../../matching/constant.js";
import { noChildren, SyntaxNode } from "../../syntax/node.js";
import type { Unit } from "../../syntax/unit.js";

/** The literal that the metavariable is or stands for; undefined if it is none. */
export function bindingLiteral(binding: Binding): SyntaxNode | undefined {
  const [only] = binding.nodes;
  if (binding.part !== undefined || binding.nodes.length !== 1 || only === undefined) return undefined;
  return constantOf(only);
}

/** The nodes that the metavariable stands for; a name that is only a part of its node becomes one. */
export function bindingNodes(binding: Binding): readonly SyntaxNode[] {
  const { part } = binding;
  const [first] = binding.nodes;
  if (part === undefined || first === undefined) return binding.nodes;
  const kind = /^[\p{L}_]\w*$/u.test(part.text) && first.kind !== "String" ? "Name" : "String";
  return [new SyntaxNode(kind, part.start, part.end, part.text, noChildren, first.unit)];
}

/** Text with the UTF-16 offset in the file at which it starts. */
export interface PlacedText {
  readonly text: string;
  readonly start: number;
}

/** The metavariable's text: the content of a string without its quotes, or with `source` the code as written. */
export function contentOf(binding: Binding, as: "content" | "source" = "content"): PlacedText {
  const start = bindingRange(binding)?.start ?? 0;
  const literal = as === "content" ? bindingLiteral(binding) : undefined;
  if (literal?.kind !== "String") return { text: bindingText(binding), start };
  const opening = literal.unit.text.indexOf(literal.value, literal.start) - literal.start;
  return { text: literal.value, start: start + Math.max(0, opening) };
}

/** A unit that is nothing but text, for ranges that belong to no code. */
export function textUnit({ text, start }: PlacedText): Unit {
  return { kind: "statement", text, indentation: "", start, statements: [], resolution: 0, wildcards: [], errors: [] };
}
