/** Where the bodies of a file stand in its syntax: the definitions by the keys that facts have for them. */
import type { SyntaxNode } from "../syntax/node.js";
import type { PlacedUnit, Unit } from "../syntax/unit.js";
import { nextKey, type KeyScope } from "./facts/scopes.js";
import { isNamed, kindsWithStatements } from "./facts/walk-unit.js";
import { moduleBody, type BodyKey } from "./module-facts.js";

/** The code of one body. */
export interface BodyCode {
  readonly key: BodyKey;
  /** The `FunctionDef`; undefined for the body of the module. */
  readonly definition: SyntaxNode | undefined;
  /** Units that the code stands in: one for a function; for the module all of the file, of which those that are functions only define. */
  readonly units: readonly Unit[];
}

/** All bodies of a file by key, the module's among them. */
export function bodiesOf(roots: readonly PlacedUnit[]): ReadonlyMap<BodyKey, BodyCode> {
  const bodies = new Map<BodyKey, BodyCode>();
  const units: Unit[] = [];
  const place = ({ unit, members }: PlacedUnit, scope: KeyScope): void => {
    units.push(unit);
    const inside = [unit];
    let ofClass: KeyScope | undefined;
    const visit = (node: SyntaxNode, around: KeyScope): void => {
      const isFunction = node.kind === "FunctionDef";
      if ((isFunction || node.kind === "ClassDef") && isNamed(node)) {
        const key = nextKey(around, node.children[1]?.value ?? "");
        const inner: KeyScope = { kind: isFunction ? "function" : "class", key, counts: undefined };
        if (isFunction) bodies.set(key, { key, definition: node, units: inside });
        else ofClass ??= inner;
        const block = node.children[isFunction ? 4 : 3];
        if (block !== undefined) visit(block, inner);
      } else if (kindsWithStatements.has(node.kind)) for (const child of node.children) visit(child, around);
    };
    for (const statement of unit.statements) visit(statement, scope);
    const inner = unit.kind === "class" && ofClass !== undefined ? ofClass : scope;
    for (const member of members) place(member, inner);
  };
  const module: KeyScope = { kind: "module", key: "", counts: undefined };
  for (const root of roots) place(root, module);
  bodies.set(moduleBody, { key: moduleBody, definition: undefined, units });
  return bodies;
}
