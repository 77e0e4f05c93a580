/**
 * What a module binds at its top level: imports, types, and values. Values follow the order of the text: a name stands for what was
 * assigned to it last above, and inside of functions, which run later, only if it is assigned once.
 */
import { nodeText, type SyntaxNode } from "../syntax/node.js";
import type { PlacedUnit, Unit } from "../syntax/unit.js";
import { literalOf, noteStatement, type ConstantTable } from "./constants.js";
import { addImports, wildcardName, type ImportTable } from "./imports.js";

/** The top-level names of one unit. */
export interface UnitNames {
  readonly imports: ImportTable;
  /** What each name is left as by the unit: an expression, or (null) what can't be said. */
  readonly values: ConstantTable;
  /** Names that are declared with a type. */
  readonly annotations: ReadonlyMap<string, SyntaxNode>;
}

/** The top-level names of a file. */
export interface FileNames {
  readonly imports: ImportTable;
  readonly annotations: ReadonlyMap<string, SyntaxNode>;
  /** Of each name what it is assigned, in the order of the text. */
  readonly assignments: ReadonlyMap<string, readonly Assignment[]>;
}

interface Assignment {
  /** Which of the units that bind names does it; from zero. */
  readonly position: number;
  readonly value: SyntaxNode | undefined;
  /** The literal that the value comes to. */
  readonly constant: SyntaxNode | undefined;
}

/** Who asks for a name. */
export interface Asker {
  /** How many of the units that bind names stand above. */
  readonly position: number;
  /** Functions run when all of the module has run; other code where it stands. */
  readonly runsLater: boolean;
}

/** What the file says of a name. */
export interface NameAnswer {
  /** Empty if the name is not imported. */
  readonly qualifiedName: string;
  readonly constant: SyntaxNode | undefined;
  /** The expression that the name stands for, if it is no literal. */
  readonly value: SyntaxNode | undefined;
  /** How often the names in the value had been resolved when the answer was given. */
  readonly resolution: number;
  /** The type that the name is declared with. */
  readonly annotation: SyntaxNode | undefined;
}

/** Whether the unit binds anything that others could ask for. */
export function bindsNames({ imports, values, annotations }: UnitNames): boolean {
  return imports.size + values.size + annotations.size > 0;
}

/** The names that a module-level unit binds; those below `if`, `try`, `for` and `with` count, of functions and classes only what they declare global. */
export function namesOfUnit(unit: Unit): UnitNames {
  const imports: ImportTable = new Map();
  const values: ConstantTable = new Map();
  const annotations = new Map<string, SyntaxNode>();
  const visit = (node: SyntaxNode): void => {
    switch (node.kind) {
      case "Import":
      case "ImportFrom":
        addImports(node, imports);
        return;
      case "FunctionDef":
      case "ClassDef":
        noteStatement(node, values);
        noteGlobals(node, values);
        return;
      case "Lambda":
        return;
      default:
        if (node.kind === "AnnotatedAssign" && node.child(0).kind === "Name")
          annotations.set(node.child(0).value, node.child(1));
        noteStatement(node, values);
        node.children.forEach(visit);
    }
  };
  unit.statements.forEach(visit);
  // A function that is not parsed binds its name all the same.
  const name = unit.kind === "function" && unit.statements.length === 0 ? definedName(unit.text) : undefined;
  if (name !== undefined) values.set(name, null);
  return { imports, values, annotations };
}

function definedName(text: string): string | undefined {
  return /^(?:async[ \t]+)?def\s+([\p{L}_][\p{L}\p{N}\p{M}_]*)/mu.exec(text)?.[1];
}

/** What a function declares global and assigns may change at any time. */
function noteGlobals(definition: SyntaxNode, values: ConstantTable): void {
  if (!/\bglobal\b/.test(definition.unit.text)) return;
  const declared: string[] = [];
  const assigned: ConstantTable = new Map();
  const visit = (node: SyntaxNode): void => {
    if (node.kind === "Global") declared.push(...node.children.map((name) => name.value));
    noteStatement(node, assigned);
    node.children.forEach(visit);
  };
  visit(definition);
  for (const name of declared) if (assigned.has(name)) values.set(name, null);
}

/** The names that a unit inside of a class declares global; methods may give them any value at any time. */
export function namesOfMember(unit: Unit): UnitNames {
  const values: ConstantTable = new Map();
  for (const statement of unit.statements) noteGlobals(statement, values);
  return { imports: new Map(), values, annotations: new Map() };
}

/** The names of a file from those of its units, in the order of the text. */
export function mergeNames(parts: Iterable<UnitNames>): FileNames {
  const imports: ImportTable = new Map();
  const annotations = new Map<string, SyntaxNode>();
  const assignments = new Map<string, Assignment[]>();
  const constants: ConstantTable = new Map();
  let position = 0;
  for (const part of parts) {
    if (!bindsNames(part)) continue;
    for (const [name, qualified] of part.imports) {
      const known = name === wildcardName ? imports.get(name) : undefined;
      imports.set(name, known === undefined ? qualified : `${known},${qualified}`);
    }
    for (const [name, annotation] of part.annotations) annotations.set(name, annotation);
    for (const [name, value] of part.values) {
      const constant = value === null ? undefined : literalOf(value, constants);
      constants.set(name, constant ?? null);
      const known = assignments.get(name);
      const assignment = { position, value: value ?? undefined, constant };
      if (known === undefined) assignments.set(name, [assignment]);
      else known.push(assignment);
    }
    position++;
  }
  return { imports, annotations, assignments };
}

/** What the names of a file say of one of them; undefined if they say nothing. */
export function answerFor(names: FileNames, name: string, asker: Asker): NameAnswer | undefined {
  const qualifiedName = names.imports.get(name) ?? "";
  const assignment = qualifiedName === "" ? assignmentFor(names, name, asker) : undefined;
  const annotation = names.annotations.get(name);
  if (qualifiedName === "" && assignment?.value === undefined && annotation === undefined) return undefined;
  const constant = assignment?.constant;
  const value = constant === undefined ? assignment?.value : undefined;
  return { qualifiedName, constant, value, resolution: value?.unit.resolution ?? 0, annotation };
}

function assignmentFor(names: FileNames, name: string, { position, runsLater }: Asker): Assignment | undefined {
  const all = names.assignments.get(name);
  if (all === undefined) return undefined;
  if (runsLater) {
    const [only] = all;
    const isAnnotated = names.annotations.has(name);
    return all.length === 1 && only !== undefined && only.position < position && !isAnnotated ? only : undefined;
  }
  let last: Assignment | undefined;
  for (const assignment of all) if (assignment.position < position) last = assignment;
  return last;
}

/** How each unit asks for names: what stands above it has run. */
export function askersOf(roots: readonly PlacedUnit[], names: ReadonlyMap<Unit, UnitNames>): Map<Unit, Asker> {
  const askers = new Map<Unit, Asker>();
  const give = ({ unit, members }: PlacedUnit, position: number): void => {
    askers.set(unit, { position, runsLater: unit.kind === "function" });
    for (const member of members) give(member, position);
  };
  const bindingUnits = ({ unit, members }: PlacedUnit): number => {
    const own = names.get(unit);
    const count = own !== undefined && bindsNames(own) ? 1 : 0;
    return members.reduce((sum, member) => sum + bindingUnits(member), count);
  };
  let position = 0;
  for (const root of roots) {
    give(root, position);
    position += bindingUnits(root);
  }
  return askers;
}

/** Whether two answers say the same. */
export function sameAnswer(a: NameAnswer | undefined, b: NameAnswer | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return (
    a.qualifiedName === b.qualifiedName &&
    a.constant?.kind === b.constant?.kind &&
    a.constant?.value === b.constant?.value &&
    a.value === b.value &&
    a.resolution === b.resolution &&
    sameCode(a.annotation, b.annotation)
  );
}

function sameCode(a: SyntaxNode | undefined, b: SyntaxNode | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a === b || nodeText(a) === nodeText(b);
}
