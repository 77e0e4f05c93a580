/** The code of one body: what a value graph is made of. */
import type { BodyKey } from "../../names/module-facts.js";
import { moduleBody } from "../../names/module-facts.js";
import type { SyntaxNode } from "../../syntax/node.js";
import type { PlacedUnit, Unit } from "../../syntax/unit.js";
import { bodyOf } from "../build-graph.js";

export interface BodyCode {
  readonly key: BodyKey;
  /** A FunctionDef or Lambda; undefined for the module. */
  readonly definition: SyntaxNode | undefined;
  readonly statements: readonly SyntaxNode[];
  /** FunctionDef, Lambda and comprehension nodes around it, from the inside out: whose variables it sees. */
  readonly enclosing: readonly SyntaxNode[];
  /** Of the module: the heads of the classes in whose bodies units stand. */
  readonly classes: ReadonlyMap<Unit, SyntaxNode>;
}

const noClasses: ReadonlyMap<Unit, SyntaxNode> = new Map();

/** The code of a function or lambda. */
export function codeOfDefinition(
  key: BodyKey,
  definition: SyntaxNode,
  enclosing: readonly SyntaxNode[] = [],
): BodyCode {
  return { key, definition, statements: bodyOf(definition), enclosing, classes: noClasses };
}

/** The code of a module: its statements and those of class bodies, in the order of the text. */
export function codeOfModule(roots: readonly PlacedUnit[]): BodyCode {
  const statements: SyntaxNode[] = [];
  const classes = new Map<Unit, SyntaxNode>();
  const add = ({ unit, members }: PlacedUnit, around: SyntaxNode | undefined): void => {
    if (around !== undefined) classes.set(unit, around);
    for (const statement of unit.statements) statements.push(statement);
    const head = unit.kind === "class" ? unit.statements.find((statement) => statement.kind === "ClassDef") : undefined;
    for (const member of members) add(member, head);
  };
  for (const root of roots) add(root, undefined);
  return { key: moduleBody, definition: undefined, statements, enclosing: [], classes };
}

/** The units that the places in a body's graph are relative to, in order. */
export function unitsOfBody({ definition, statements }: BodyCode): readonly Unit[] {
  if (definition !== undefined) return [definition.unit];
  const units: Unit[] = [];
  for (const { unit } of statements) if (units[units.length - 1] !== unit) units.push(unit);
  return units;
}
