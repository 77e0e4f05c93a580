/** Lowering of string literals: plain, bytes, formatted (PEP 498, 701) and template strings (PEP 750). */
import {
  childIndices,
  endOf,
  isNamed,
  lowerAll,
  lowerNamed,
  makeNode,
  namedIndices,
  startOf,
  textOf,
  typeOf,
  type LoweringContext,
} from "./lowering-context.js";
import { SyntaxNode } from "./node.js";

/** One literal. Its value is the content as written: escapes are not decoded, quotes and prefix are left out. */
export function lowerString(context: LoweringContext, index: number): SyntaxNode {
  const children = childIndices(context, index);
  const first = children[0];
  const prefix = first === undefined ? "" : textOf(context, first).toLowerCase();
  if (prefix.includes("f") || prefix.includes("t")) {
    const parts = formatParts(context, children);
    if (parts.length > 1 || parts[0]?.kind === "Interpolation") context.unit.makesStrings = true;
    return makeNode(context, "FormatString", index, "", parts);
  }
  const last = children[children.length - 1];
  const contentStart = first === undefined ? startOf(context, index) : endOf(context, first);
  const closed = last !== undefined && typeOf(context, last) === "string_end";
  const contentEnd = closed ? startOf(context, last) : endOf(context, index);
  const content = context.unit.text.slice(contentStart, contentEnd);
  return makeNode(context, prefix.includes("b") ? "Bytes" : "String", index, content);
}

function formatParts(context: LoweringContext, children: readonly number[]): SyntaxNode[] {
  const parts: SyntaxNode[] = [];
  for (const child of children) {
    const type = typeOf(context, child);
    if (type === "interpolation") parts.push(lowerInterpolation(context, child));
    else if (type === "string_content") parts.push(makeNode(context, "StringPart", child, textOf(context, child)));
  }
  return parts;
}

/** `{expression!r:specification}`; the interpolations of the specification are further children. */
export function lowerInterpolation(context: LoweringContext, index: number): SyntaxNode {
  let format = "";
  const children: SyntaxNode[] = [];
  for (const child of childIndices(context, index)) {
    const type = typeOf(context, child);
    if (type === "type_conversion") format += textOf(context, child);
    else if (type === "format_specifier") {
      format += textOf(context, child);
      children.push(...lowerNamed(context, child));
    } else if (isNamed(context, child)) children.push(context.lower(context, child));
    else if (type === "=") format += "=";
  }
  return makeNode(context, "Interpolation", index, format, children);
}

/** Adjacent literals. Where all are plain, they are one string, as Python sees them, with the literals as its children. */
export function lowerConcatenated(context: LoweringContext, index: number): SyntaxNode {
  const parts = lowerAll(context, namedIndices(context, index));
  const kind = parts[0]?.kind;
  if ((kind === "String" || kind === "Bytes") && parts.every((part) => part.kind === kind)) {
    const value = parts.map((part) => part.value).join("");
    (context.unit.joinedStrings ??= []).push(value);
    return new SyntaxNode(kind, startOf(context, index), endOf(context, index), value, parts, context.unit);
  }
  context.unit.makesStrings = true;
  return makeNode(context, "Concatenated", index, "", parts);
}
