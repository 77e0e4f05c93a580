/** What assignments and other statements bind, by the scope that they stand in. */
import type { SyntaxNode } from "../../syntax/node.js";
import { addImports, type ImportTable } from "../imports.js";
import { selfOf, type BindingForm, type FactScope } from "./scopes.js";
import type { Walk } from "./walk.js";

/** Notes what a target gets. */
export function bindTarget(
  walk: Walk,
  scope: FactScope,
  target: SyntaxNode,
  value: SyntaxNode,
  form: BindingForm,
): void {
  const { kind, children } = target;
  const [first] = children;
  switch (kind) {
    case "Name":
    case "Identifier":
      bindName(walk, scope, target.value, value, form);
      return;
    case "Attribute": {
      const self = first?.kind === "Name" ? selfOf(scope, first.value) : undefined;
      if (self !== undefined) walk.pending.push({ class: self.class, name: target.value, scope, value, form });
      return;
    }
    case "Tuple":
    case "List":
      bindTuple(walk, scope, target, value, form);
      return;
    case "Subscript":
      if (first !== undefined && form === "value" && first.kind !== "Subscript")
        bindTarget(walk, scope, first, value, "stored");
      return;
    default:
  }
}

function bindName(walk: Walk, scope: FactScope, name: string, value: SyntaxNode, form: BindingForm): void {
  if (scope.kind === "function" && !scope.globals.includes(name)) scope.bindings.push({ name, value, form });
  else walk.pending.push({ class: scope.kind === "class" ? scope.key : undefined, name, scope, value, form });
}

/** `a, b = x, y` is two assignments; of other values each target gets an item. */
function bindTuple(walk: Walk, scope: FactScope, target: SyntaxNode, value: SyntaxNode, form: BindingForm): void {
  const isPairwise =
    form === "value" &&
    (value.kind === "Tuple" || value.kind === "List") &&
    value.children.length === target.children.length &&
    target.children.every(({ kind }) => kind !== "Starred") &&
    value.children.every(({ kind }) => kind !== "Starred");
  target.children.forEach((child, index) => {
    const part = isPairwise ? value.children[index] : undefined;
    bindTarget(walk, scope, child, part ?? value, part === undefined ? "element" : form);
  });
}

/** `target: annotation = value`. The annotation counts, and where it says nothing the value. */
export function bindAnnotated(walk: Walk, scope: FactScope, node: SyntaxNode): void {
  const [target, annotation, value] = node.children;
  if (target === undefined || annotation === undefined) return;
  bindTarget(walk, scope, target, annotation, "annotation");
  if (value !== undefined && value.kind !== "Absent") bindTarget(walk, scope, target, value, "value");
  if (scope.kind !== "class" || target.kind !== "Name" || isClassVariable(annotation)) return;
  walk.members.push({ class: scope.key, kind: "field", name: walk.types.table.intern(target.value) });
}

function isClassVariable(annotation: SyntaxNode): boolean {
  if (annotation.kind === "String") return annotation.value.includes("ClassVar");
  const name = annotation.kind === "Subscript" ? annotation.children[0] : annotation;
  return name?.value === "ClassVar" || name?.qualifiedName.endsWith(".ClassVar") === true;
}

/** Imports in the body of a class are attributes of it. */
export function importsInClass(walk: Walk, scope: FactScope, statement: SyntaxNode): void {
  const imports: ImportTable = new Map();
  addImports(statement, imports);
  const { intern } = walk.types.table;
  for (const [name, meaning] of imports)
    walk.members.push({
      class: scope.key,
      kind: "attribute",
      name: intern(name),
      types: [{ kind: "name", name: intern(meaning) }],
    });
}
