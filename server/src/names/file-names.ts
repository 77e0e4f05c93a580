/** What a module binds at its top level: imports, and names that are one literal. */
import { nodeText, type SyntaxNode } from "../syntax/node.js";
import type { Unit } from "../syntax/unit.js";
import { noteStatement, type ConstantTable } from "./constants.js";
import { addImports, wildcardName, type ImportTable } from "./imports.js";

/** The top-level names of one unit, or of all units of a file. */
export interface FileNames {
  readonly imports: ImportTable;
  readonly constants: ConstantTable;
  /** Names that are declared with a type. */
  readonly annotations: Map<string, SyntaxNode>;
}

/** What the file says of a name. */
export interface NameAnswer {
  /** Empty if the name is not imported. */
  readonly qualifiedName: string;
  readonly constant: SyntaxNode | undefined;
  /** The type that the name is declared with. */
  readonly annotation: SyntaxNode | undefined;
}

export function createFileNames(): FileNames {
  return { imports: new Map(), constants: new Map(), annotations: new Map() };
}

/** The names that a module-level unit binds; those below `if`, `try`, `for` and `with` count, those in functions and classes don't. */
export function namesOfUnit(unit: Unit): FileNames {
  const names = createFileNames();
  const visit = (node: SyntaxNode): void => {
    switch (node.kind) {
      case "Import":
      case "ImportFrom":
        addImports(node, names.imports);
        return;
      case "FunctionDef":
      case "ClassDef":
        noteStatement(node, names.constants);
        return;
      case "Lambda":
        return;
      default:
        if (node.kind === "AnnotatedAssign" && node.child(0).kind === "Name")
          names.annotations.set(node.child(0).value, node.child(1));
        noteStatement(node, names.constants);
        node.children.forEach(visit);
    }
  };
  unit.statements.forEach(visit);
  return names;
}

/** The names of a file from those of its units. A name that two units bind is no constant. */
export function mergeNames(parts: Iterable<FileNames>): FileNames {
  const merged = createFileNames();
  for (const part of parts) {
    for (const [name, qualified] of part.imports) {
      const known = name === wildcardName ? merged.imports.get(name) : undefined;
      merged.imports.set(name, known === undefined ? qualified : `${known},${qualified}`);
    }
    for (const [name, annotation] of part.annotations) merged.annotations.set(name, annotation);
    for (const [name, constant] of part.constants)
      merged.constants.set(name, merged.constants.has(name) ? null : constant);
  }
  return merged;
}

export function answerFor(names: FileNames, name: string): NameAnswer | undefined {
  const qualifiedName = names.imports.get(name) ?? "";
  const constant = qualifiedName === "" ? (names.constants.get(name) ?? undefined) : undefined;
  const annotation = names.annotations.get(name);
  if (qualifiedName === "" && constant === undefined && annotation === undefined) return undefined;
  return { qualifiedName, constant, annotation };
}

/** Whether two answers say the same. */
export function sameAnswer(a: NameAnswer | undefined, b: NameAnswer | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return (
    a.qualifiedName === b.qualifiedName &&
    a.constant?.kind === b.constant?.kind &&
    a.constant?.value === b.constant?.value &&
    sameCode(a.annotation, b.annotation)
  );
}

function sameCode(a: SyntaxNode | undefined, b: SyntaxNode | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a === b || nodeText(a) === nodeText(b);
}
