/** Decorators of the project that put another function in place of the one that they decorate. */
import type { FunctionFact } from "../../names/module-facts.js";
import type { FunctionRef } from "../../names/workspace.js";
import type { BodyView } from "./body-view.js";

export interface Wrapper {
  /** The nested function that is called instead. */
  readonly ref: FunctionRef;
  /** Its variable that holds the decorated function. */
  readonly variable: string;
}

/** Transparent ones, and those that make something else of a function than another function. */
const passedOver: ReadonlySet<string> = new Set([
  "property",
  "staticmethod",
  "classmethod",
  "functools.wraps",
  "functools.lru_cache",
  "functools.cache",
  "contextlib.contextmanager",
  "contextlib.asynccontextmanager",
  "abc.abstractmethod",
]);

/** What the outermost decorator of the project that returns a nested function calls in place of a function. */
export function wrapperOf(view: BodyView, ref: FunctionRef, fact: FunctionFact): Wrapper | undefined {
  for (const decorator of fact.decorators) {
    if (decorator === "" || passedOver.has(decorator)) continue;
    for (const type of view.names.typesOf(ref.path, { kind: "name", name: decorator })) {
      if (type.kind !== "function") continue;
      const wrapper = nestedWrapper(view, type.function);
      if (wrapper !== undefined) return wrapper;
    }
  }
  return undefined;
}

/** `def decorator(function): def wrapper(...): ...; return wrapper`, or a function that returns such a decorator. */
function nestedWrapper(view: BodyView, decorator: FunctionRef): Wrapper | undefined {
  const outer = view.names.functionFact(decorator);
  const first = outer === undefined ? undefined : returnedFunction(view, decorator, outer);
  if (outer === undefined || first === undefined) return undefined;
  const middle = view.names.functionFact(first);
  const second = middle === undefined ? undefined : returnedFunction(view, first, middle);
  const [ref, around] = second === undefined || middle === undefined ? [first, outer] : [second, middle];
  const variable = around.parameters[0]?.name;
  return variable === undefined ? undefined : { ref, variable };
}

/** The nested function that a function returns by its name. */
function returnedFunction(view: BodyView, { path, key }: FunctionRef, fact: FunctionFact): FunctionRef | undefined {
  for (const type of fact.returns) {
    if (type.kind !== "name") continue;
    // Facts name what stands in a function by its key.
    for (const candidate of [type.name, `${key}.<locals>.${type.name}`]) {
      if (!candidate.startsWith(`${key}.<locals>.`)) continue;
      const ref = { path, key: candidate };
      if (view.names.functionFact(ref) !== undefined) return ref;
    }
  }
  return undefined;
}
