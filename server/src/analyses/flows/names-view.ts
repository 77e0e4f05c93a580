/** What the analysis of one body asks about names and types. Whatever is asked is recorded, so that the answer can be asked for again. */
import type { ClassFact, FunctionFact, TypeExpression } from "../../names/module-facts.js";
import type { Ancestor, ClassRef, FunctionRef, Reads, Type, Workspace } from "../../names/workspace.js";
import type { MethodIndex } from "./method-index.js";

export interface NamesView {
  /** What an expression of a file can be. */
  readonly typesOf: (path: string, expression: TypeExpression) => readonly Type[];
  /** What an attribute of a value can be: methods as functions, of properties what they give. */
  readonly attribute: (type: Type, name: string) => readonly Type[];
  /** What calling a value gives. */
  readonly callResult: (type: Type) => readonly Type[];
  /** What calling a method of a value gives. */
  readonly methodResult: (type: Type, name: string) => readonly Type[];
  readonly elementOf: (type: Type) => readonly Type[];
  /** The functions that a class has under a name, itself or from its bases. */
  readonly methods: (of: ClassRef, name: string) => readonly FunctionRef[];
  /** The same behind that class in the order of look-up, as `super()` finds them. */
  readonly inherited: (of: ClassRef, name: string, after: ClassRef) => readonly FunctionRef[];
  /** The setters of a property. */
  readonly setters: (of: ClassRef, name: string) => readonly FunctionRef[];
  /** Those of classes that are derived from it. */
  readonly overrides: (of: ClassRef, name: string) => readonly FunctionRef[];
  /** The class that an attribute belongs to: the farthest base in the project that has it. */
  readonly ownerOf: (of: ClassRef, attribute: string) => ClassRef | undefined;
  /** The order of look-up, itself first. */
  readonly ancestors: (of: ClassRef) => readonly Ancestor[];
  readonly descendants: (of: ClassRef) => readonly ClassRef[];
  readonly functionFact: (ref: FunctionRef) => FunctionFact | undefined;
  readonly classFact: (ref: ClassRef) => ClassFact | undefined;
  /** The only method of that name in the project, if there is just one. */
  readonly onlyMethod: (name: string) => FunctionRef | undefined;
  /** Whether so many bodies call something of that name that no difference is made between them. */
  readonly isCalledOften: (name: string) => boolean;
  /** The variable of a module of the project that a dotted name of a file means. */
  readonly variable: (path: string, name: string) => { readonly path: string; readonly name: string } | undefined;
  /** The name of something of a library that a dotted name of a file means. */
  readonly external: (path: string, name: string) => string | undefined;
}

/** How far an attribute is followed up through bases. */
const maximumBases = 20;

/** `isCalledOften` answers what stands under the key "often:" with the name. */
export function createNamesView(
  workspace: Workspace,
  methods: MethodIndex,
  isCalledOften: (name: string) => boolean,
  reads: Reads,
): NamesView {
  const methodsOf = (of: ClassRef, name: string, after?: ClassRef): readonly FunctionRef[] => {
    const functions = workspace.member(of, name, reads, after)?.functions ?? [];
    const [first] = functions;
    const isProperty = first !== undefined && workspace.functionFact(first, reads)?.kind === "property";
    return isProperty ? [first] : functions.slice(-1);
  };
  return {
    typesOf: (path, expression) => workspace.typesOf(expression, path, reads),
    attribute: (type, name) => workspace.typesOfAttribute(type, name, reads),
    callResult: (type) => workspace.typesOfCall(type, reads),
    methodResult: (type, name) => workspace.typesOfMethodCall(type, name, reads),
    elementOf: (type) => workspace.typesOfElement(type, reads),
    methods: (of, name) => methodsOf(of, name),
    inherited: methodsOf,
    setters: (of, name) =>
      (workspace.member(of, name, reads)?.functions ?? []).filter((ref) => {
        const fact = workspace.functionFact(ref, reads);
        return fact?.kind === "property" && fact.parameters.length === 2;
      }),
    overrides: (of, name) => workspace.overrides(of, name, reads),
    ownerOf: (of, attribute) => {
      let owner: ClassRef | undefined;
      for (let count = 0; count < maximumBases; count++) {
        const next = workspace.member(of, attribute, reads, owner);
        if (next === undefined) break;
        owner = next.class;
      }
      return owner;
    },
    ancestors: (of) => workspace.ancestors(of, reads),
    descendants: (of) => workspace.descendants(of, reads),
    functionFact: (ref) => workspace.functionFact(ref, reads),
    classFact: (ref) => workspace.classFact(ref, reads),
    onlyMethod: (name) => {
      reads(methods.keyOf(name));
      return methods.only(name);
    },
    isCalledOften: (name) => {
      reads(`often:${name}`);
      return isCalledOften(name);
    },
    variable: (path, name) => {
      const found = workspace.resolve(path, name, reads);
      return found.kind === "variable" && found.rest.length === 0 ? { path: found.path, name: found.name } : undefined;
    },
    external: (path, name) => {
      const found = workspace.resolve(path, name, reads);
      return found.kind === "external" ? found.name : undefined;
    },
  };
}
