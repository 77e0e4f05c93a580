/** Parameters of functions of the project through which data comes in, because of who calls them. */
import type { FunctionFact, ParameterFact, TypeExpression } from "../../names/module-facts.js";
import { entryOf } from "../../names/records.js";
import type { ClassRef, FunctionRef, Type } from "../../names/workspace.js";
import type { CompiledChoice, CompiledParameters } from "./compiled-parameters.js";
import type { Library } from "./library.js";
import type { NamesView } from "./names-view.js";

/** Where a function is looked at. */
export interface FunctionView {
  readonly library: Library;
  readonly names: NamesView;
  readonly ref: FunctionRef;
  readonly fact: FunctionFact;
}

/** Whether a function may be one of those that a model means, as far as its own facts tell. */
export function mayMatchFunction(fact: FunctionFact, of: CompiledParameters): boolean {
  const { functions, decoratorWords, classes } = of;
  // Who says nothing at all means nothing.
  if (functions.length + decoratorWords.size + classes.size === 0) return false;
  if (functions.length > 0 && !functions.some((regex) => regex.test(fact.name))) return false;
  if (classes.size > 0 && fact.class === undefined) return false;
  return decoratorWords.size === 0 || fact.decorators.some((decorator) => decoratorWords.has(lastName(decorator)));
}

/** Whether a function is one of those that a model means. */
export function matchesFunction(view: FunctionView, of: CompiledParameters): boolean {
  if (!mayMatchFunction(view.fact, of)) return false;
  if (of.decorators.size > 0 && !hasDecorator(view, of)) return false;
  return of.classes.size === 0 || isOfClass(view, of.classes);
}

function hasDecorator(view: FunctionView, of: CompiledParameters): boolean {
  return view.fact.decorators.some((decorator) => {
    if (!of.decoratorWords.has(lastName(decorator))) return false;
    return namesOfDecorator(view, decorator).some((name) => of.decorators.has(name));
  });
}

/** The names under which models may know a decorator: of `app.route` also those of the classes that `app` may be of. */
function namesOfDecorator(view: FunctionView, decorator: string): readonly string[] {
  const { library, names, ref } = view;
  const found: string[] = [];
  const external = names.external(ref.path, decorator);
  if (external !== undefined) found.push(library.canonical(external));
  const dot = decorator.lastIndexOf(".");
  if (dot < 0) return found;
  const member = decorator.slice(dot + 1);
  const add = (of: string): void => {
    for (const ancestor of library.ancestors(library.canonical(of))) found.push(`${ancestor}.${member}`);
  };
  const types = typesOfObject(view, decorator);
  for (const type of types) {
    if (type.kind === "library" || type.kind === "external") add(type.name);
    else if (type.kind === "instance" || type.kind === "class") {
      for (const ancestor of names.ancestors(type.class)) if (ancestor.kind === "library") add(ancestor.name);
    }
  }
  // A function that is given the application decorates with something of which only the name is known.
  const guess = types.length === 0 ? library.guess(lastName(decorator.slice(0, dot))) : undefined;
  if (guess !== undefined) add(guess);
  found.push(`*.${member}`);
  return found;
}

/** What a decorator is asked of: a variable of the function around, or one of the module. */
function typesOfObject({ names, ref, fact }: FunctionView, decorator: string): readonly Type[] {
  const local = fact.decoratorObjects === undefined ? undefined : entryOf(fact.decoratorObjects, decorator);
  if (local !== undefined) return names.typesOf(ref.path, local);
  return names.typesOf(ref.path, { kind: "name", name: decorator.slice(0, decorator.lastIndexOf(".")) });
}

function isOfClass({ library, names, ref, fact }: FunctionView, wanted: ReadonlySet<string>): boolean {
  if (fact.class === undefined) return false;
  for (const ancestor of names.ancestors({ path: ref.path, key: fact.class })) {
    const classes = ancestor.kind === "class" ? [] : library.ancestors(library.canonical(ancestor.name));
    if (wanted.has(`*.${lastName(ancestor.kind === "class" ? ancestor.key : ancestor.name)}`)) return true;
    if (classes.some((name) => wanted.has(name) || wanted.has(`*.${lastName(name)}`))) return true;
  }
  return false;
}

function lastName(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

/** The parameters that a choice means, by index. `routes`: what the function answers to. */
export function chosenParameters(
  view: FunctionView,
  choice: CompiledChoice,
  routes: readonly string[],
): readonly number[] {
  const { fact } = view;
  const hasReceiver = fact.class !== undefined && fact.kind !== "static-method";
  return fact.parameters.flatMap((parameter, index) => {
    if (index === 0 && hasReceiver) return [];
    return isChosen(view, parameter, choice, routes) ? [index] : [];
  });
}

function isChosen(
  view: FunctionView,
  parameter: ParameterFact,
  { names, exceptNames, exceptTypes, exceptDefaults, exceptRoutes }: CompiledChoice,
  routes: readonly string[],
): boolean {
  const matches = (regex: RegExp): boolean => regex.test(parameter.name);
  if (names.length > 0 && !names.some(matches)) return false;
  if (exceptNames.some(matches)) return false;
  if (exceptTypes !== undefined && isConverted(view, parameter.annotation, exceptTypes)) return false;
  const { defaultCall } = parameter;
  if (defaultCall !== undefined && exceptDefaults.length > 0 && exceptDefaults.includes(nameOf(view, defaultCall)))
    return false;
  return !exceptRoutes.some((text) => isInRoute(text, parameter.name, routes));
}

function nameOf({ library, names, ref }: FunctionView, written: string): string {
  return library.canonical(names.external(ref.path, written) ?? written);
}

/** Whether the annotation says that what comes in is converted to something harmless, or that it is an object that models know. */
function isConverted(view: FunctionView, annotation: TypeExpression | undefined, except: readonly string[]): boolean {
  if (annotation === undefined) return false;
  const types = view.names.typesOf(view.ref.path, annotation);
  return (
    types.length > 0 &&
    types.every((type) => {
      if (type.kind === "builtin") return type.name === "None" || except.includes(type.name);
      if (type.kind === "instance") return isEnumeration(view.names, type.class);
      return (
        type.kind === "library" &&
        (view.library.isClass(type.name) || except.includes(view.library.canonical(type.name)))
      );
    })
  );
}

/** One of a few values that somebody wrote down. */
function isEnumeration(names: NamesView, of: ClassRef): boolean {
  return names.ancestors(of).some((ancestor) => ancestor.kind === "library" && ancestor.name.startsWith("enum."));
}

/** NAME in the expression stands for the parameter. */
function isInRoute(text: string, name: string, routes: readonly string[]): boolean {
  if (routes.length === 0) return false;
  const regex = new RegExp(text.replaceAll("NAME", name.replaceAll(/\W/g, "")));
  return routes.some((route) => regex.test(route));
}
