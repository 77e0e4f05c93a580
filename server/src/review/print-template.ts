/**
 * Prints a fix that is an expression, so that code in the place of a metavariable keeps its meaning: operators get
 * parentheses, as Semgrep's autofix gives them.
 */
import { bindingText, findBinding, type Bindings } from "../matching/bindings.js";
import { ellipsisLetter, fromPython, metavariableLetter } from "../matching/pattern-text.js";
import { nodeText, type SyntaxNode } from "../syntax/node.js";

/** The code; undefined where the template has metavariables in other places than those that can be printed. */
export function printTemplate(root: SyntaxNode, template: string, bindings: Bindings | undefined): string | undefined {
  return print(root, { template, bindings });
}

interface Printing {
  readonly template: string;
  readonly bindings: Bindings | undefined;
}

function print(node: SyntaxNode, printing: Printing): string | undefined {
  if (!hasMetavariable(node)) return written(node, printing);
  switch (node.kind) {
    case "Name":
      return printMetavariable(node, printing);
    case "String":
      return printString(node, printing);
    case "Attribute": {
      const object = print(node.child(0), printing);
      const name = node.value.startsWith(metavariableLetter) ? textOf(node.value, printing) : node.value;
      return object === undefined || name === undefined ? undefined : `${object}.${name}`;
    }
    case "Call":
      return printCall(node, printing);
    case "Starred": {
      const inner = print(node.child(0), printing);
      return inner === undefined ? undefined : `*(${inner})`;
    }
    case "Binary":
    case "Boolean":
    case "Compare":
      return printOperator(node, printing);
    default:
      return undefined;
  }
}

function hasMetavariable(node: SyntaxNode): boolean {
  const own = node.kind === "String" ? node.value.includes("$") : node.value.includes(metavariableLetter);
  return own || node.children.some(hasMetavariable);
}

/** The template's own text. */
function written(node: SyntaxNode, { template }: Printing): string {
  return template.slice(node.start, node.end);
}

function textOf(value: string, { bindings }: Printing): string | undefined {
  const binding = findBinding(bindings, fromPython(value));
  return binding === undefined ? undefined : bindingText(binding);
}

function printMetavariable(node: SyntaxNode, printing: Printing): string | undefined {
  if (node.value.includes(ellipsisLetter)) return undefined;
  const binding = findBinding(printing.bindings, fromPython(node.value));
  if (binding === undefined) return undefined;
  const [only] = binding.nodes;
  const text = bindingText(binding);
  return binding.part === undefined && only !== undefined && isOperator(only) ? `(${text})` : text;
}

function isOperator(node: SyntaxNode): boolean {
  return node.kind === "Binary" || node.kind === "Boolean" || node.kind === "Compare" || node.kind === "Unary";
}

/** `"$X"` is the string that the metavariable was found in, quotes and prefix included. */
function printString(node: SyntaxNode, { bindings }: Printing): string | undefined {
  const binding = /^\$[A-Z_][A-Z_0-9]*$/.test(node.value) ? findBinding(bindings, node.value) : undefined;
  const [literal] = binding?.nodes ?? [];
  const isString = literal?.kind === "String" || literal?.kind === "Bytes";
  return binding?.part !== undefined && isString ? nodeText(literal) : undefined;
}

function printCall(node: SyntaxNode, printing: Printing): string | undefined {
  const parts = node.children.map((child) => print(child, printing));
  if (!parts.every((part) => part !== undefined)) return undefined;
  const [callee, ...values] = parts;
  return `${callee ?? ""}(${values.join(", ")})`;
}

function printOperator(node: SyntaxNode, printing: Printing): string | undefined {
  const operands = node.children.map((child) => print(child, printing));
  if (!operands.every((operand) => operand !== undefined)) return undefined;
  if (node.kind === "Compare" && operands.length !== 2) return undefined;
  return `(${operands.join(` ${node.value} `)})`;
}
