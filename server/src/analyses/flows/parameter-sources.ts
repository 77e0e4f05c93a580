/** Parameters of functions of the project through which data comes in, because of who calls them. */
import type { FunctionFact, ParameterFact, TypeExpression } from "../../names/module-facts.js";
import type { FunctionRef } from "../../names/workspace.js";
import type { ParameterSource } from "../../models/model.js";
import type { Library } from "./library.js";
import type { NamesView } from "./names-view.js";

/** Where a function is looked at. */
export interface FunctionView {
  readonly library: Library;
  readonly names: NamesView;
  readonly ref: FunctionRef;
  readonly fact: FunctionFact;
}

/** Whether a function is one of those that a model means. */
export function matchesFunction(view: FunctionView, of: ParameterSource): boolean {
  const { fact } = view;
  if (of.functions.length > 0 && !of.functions.some((text) => wholeRegex(text).test(fact.name))) return false;
  if (of.decorators.length > 0 && !hasDecorator(view, of.decorators)) return false;
  if (of.classes.length > 0 && !isOfClass(view, of.classes)) return false;
  // Who says nothing at all means nothing.
  return of.functions.length + of.decorators.length + of.classes.length > 0;
}

function hasDecorator({ library, names, ref, fact }: FunctionView, wanted: readonly string[]): boolean {
  const canonical = wanted.map((name) => library.canonical(name));
  return fact.decorators.some((decorator) => {
    if (decorator === "") return false;
    const last = lastName(decorator);
    if (!canonical.some((name) => lastName(name) === last)) return false;
    return namesOfDecorator(library, names, ref.path, decorator).some((name) => canonical.includes(name));
  });
}

/** The names under which models may know a decorator: of `app.route` also those of the classes that `app` may be of. */
function namesOfDecorator(library: Library, names: NamesView, path: string, decorator: string): readonly string[] {
  const found: string[] = [];
  const external = names.external(path, decorator);
  if (external !== undefined) found.push(library.canonical(external));
  const dot = decorator.lastIndexOf(".");
  if (dot < 0) return found;
  const member = decorator.slice(dot + 1);
  const add = (of: string): void => {
    for (const ancestor of library.ancestors(library.canonical(of))) found.push(`${ancestor}.${member}`);
  };
  for (const type of names.typesOf(path, { kind: "name", name: decorator.slice(0, dot) })) {
    if (type.kind === "library" || type.kind === "external") add(type.name);
    else if (type.kind === "instance" || type.kind === "class") {
      for (const ancestor of names.ancestors(type.class)) if (ancestor.kind === "library") add(ancestor.name);
    }
  }
  found.push(`*.${member}`);
  return found;
}

function isOfClass({ library, names, ref, fact }: FunctionView, wanted: readonly string[]): boolean {
  if (fact.class === undefined) return false;
  const classes = new Set<string>();
  for (const ancestor of names.ancestors({ path: ref.path, key: fact.class })) {
    if (ancestor.kind === "class") classes.add(`*.${lastName(ancestor.key)}`);
    else
      for (const name of library.ancestors(library.canonical(ancestor.name))) {
        classes.add(name);
        classes.add(`*.${lastName(name)}`);
      }
  }
  return wanted.some((name) => classes.has(library.canonical(name)));
}

function lastName(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

/** What decides which parameters of a function bring data. */
export type ParameterChoice = Pick<
  ParameterSource,
  "names" | "exceptNames" | "exceptTypes" | "exceptDefaults" | "exceptRoutes"
>;

/** The parameters that a choice means, by index. `routes`: what the function answers to. */
export function chosenParameters(
  view: FunctionView,
  choice: ParameterChoice,
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
  { names, exceptNames, exceptTypes, exceptDefaults, exceptRoutes }: ParameterChoice,
  routes: readonly string[],
): boolean {
  const matches = (text: string): boolean => wholeRegex(text).test(parameter.name);
  if (names.length > 0 && !names.some(matches)) return false;
  if (exceptNames.some(matches)) return false;
  if (exceptTypes !== undefined && isConverted(view, parameter.annotation, exceptTypes)) return false;
  const { defaultCall } = parameter;
  if (defaultCall !== undefined && exceptDefaults?.some((name) => sameName(view, name, defaultCall)) === true)
    return false;
  return exceptRoutes?.some((text) => isInRoute(text, parameter.name, routes)) !== true;
}

function sameName({ library, names, ref }: FunctionView, wanted: string, written: string): boolean {
  const external = names.external(ref.path, written) ?? written;
  return library.canonical(external) === library.canonical(wanted);
}

/** Whether the annotation says that what comes in is converted to something harmless, or that it is an object that models know. */
function isConverted(view: FunctionView, annotation: TypeExpression | undefined, except: readonly string[]): boolean {
  if (annotation === undefined) return false;
  const types = view.names.typesOf(view.ref.path, annotation);
  return (
    types.length > 0 &&
    types.every((type) => {
      if (type.kind === "builtin") return type.name === "None" || except.includes(type.name);
      if (type.kind !== "library") return false;
      return view.library.isClass(type.name) || except.some((name) => sameName(view, name, type.name));
    })
  );
}

/** NAME in the expression stands for the parameter. */
function isInRoute(text: string, name: string, routes: readonly string[]): boolean {
  const regex = new RegExp(text.replaceAll("NAME", name.replaceAll(/\W/g, "")));
  return routes.some((route) => regex.test(route));
}

const regexes = new Map<string, RegExp>();

/** The expression that must match all of a name. Models have a fixed number of them, so that they can be kept. */
export function wholeRegex(text: string): RegExp {
  let regex = regexes.get(text);
  if (regex === undefined) regexes.set(text, (regex = new RegExp(`^(?:${text})$`)));
  return regex;
}
