/** Annotations as trees, whether they are written as code or in a string. */
import type { SyntaxNode } from "../../syntax/node.js";

/** `name[parts]`; the name "|" stands for a union, an empty one for what says nothing. */
export interface AnnotationTree {
  readonly name: string;
  readonly parts: readonly AnnotationTree[];
}

const unknown: AnnotationTree = { name: "", parts: [] };
const deepest = 8;

/** `nameOf` says what a name that is not in a string means, `nameInString` what one in a string does. */
export interface AnnotationNames {
  readonly nameOf: (name: SyntaxNode) => string;
  readonly nameInString: (name: string) => string;
}

/** The tree of an annotation. */
export function annotationTree(node: SyntaxNode, names: AnnotationNames, depth = 0): AnnotationTree {
  if (depth > deepest) return unknown;
  const [first, ...others] = node.children;
  const parts = (nodes: readonly SyntaxNode[]): AnnotationTree[] =>
    nodes.map((part) => annotationTree(part, names, depth + 1));
  switch (node.kind) {
    case "Name":
      return { name: names.nameOf(node), parts: [] };
    case "Constant":
      return { name: node.value, parts: [] };
    case "Attribute": {
      const object = first === undefined ? unknown : annotationTree(first, names, depth + 1);
      return object.name === "" || object.parts.length > 0
        ? unknown
        : { name: `${object.name}.${node.value}`, parts: [] };
    }
    case "Subscript":
      if (first === undefined) return unknown;
      return { name: annotationTree(first, names, depth + 1).name, parts: parts(others.flatMap(items)) };
    case "Binary":
      return node.value === "|" ? { name: "|", parts: parts(node.children) } : unknown;
    case "String":
      return parseAnnotation(node.value, names.nameInString);
    default:
      return unknown;
  }
}

/** `X[a, b]` may hold one tuple or several items. */
function items(node: SyntaxNode): readonly SyntaxNode[] {
  return node.kind === "Tuple" ? node.children : [node];
}

const token = /\s*([\p{L}_][\p{L}\p{N}_.]*|[[\]|,])/uy;
const longest = 200;

/** Reads `dotted.name[argument, ...] | ...`; what is written otherwise says nothing. */
export function parseAnnotation(text: string, nameInString: (name: string) => string): AnnotationTree {
  if (text.length > longest) return unknown;
  let at = 0;
  const peek = (): string => {
    token.lastIndex = at;
    return token.exec(text)?.[1] ?? "";
  };
  const take = (): string => {
    token.lastIndex = at;
    const found = token.exec(text)?.[1] ?? "";
    if (found !== "") at = token.lastIndex;
    return found;
  };
  const readUnion = (depth: number): AnnotationTree => {
    const parts = [readOne(depth)];
    while (peek() === "|") {
      take();
      parts.push(readOne(depth));
    }
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : { name: "|", parts };
  };
  const readOne = (depth: number): AnnotationTree => {
    const name = peek();
    if (depth > deepest || !/^[\p{L}_]/u.test(name)) return unknown;
    take();
    const parts: AnnotationTree[] = [];
    if (peek() === "[") {
      do {
        take();
        parts.push(readUnion(depth + 1));
      } while (peek() === ",");
      if (peek() === "]") take();
    }
    return { name: name === "None" ? name : nameInString(name), parts };
  };
  return readUnion(0);
}
