/** Functions that the project hands to a framework, and which of their parameters bring data then. */
import type { CallSite, ValueId } from "../../flow/value-graph.js";
import type { RegisteredSource } from "../../models/model.js";
import type { ClassRef, FunctionRef } from "../../names/workspace.js";
import type { BodyView } from "./body-view.js";
import { nameOfCall } from "./call-names.js";
import { placePart } from "./call-part.js";
import { calleesOf } from "./callees.js";
import { constantOf, madeByCall } from "./definitions.js";
import { typeOfValue } from "./value-types.js";

/** One registration of a function, as its body reads it. */
export interface Registration {
  /** Index of the model, and of the registration in it. */
  readonly source: number;
  readonly index: number;
  /** Constant texts among the arguments: what the function answers to. */
  readonly routes: readonly string[];
}

/** Methods of a class that frameworks call by the method of a request. */
const handlers: readonly string[] = ["get", "post", "put", "patch", "delete", "head", "options", "dispatch"];

/** The functions that the calls of a body register. */
export function registrationsIn(view: BodyView): readonly (readonly [FunctionRef, Registration])[] {
  const found: (readonly [FunctionRef, Registration])[] = [];
  view.graph.calls.forEach((site, call) => {
    if (!view.library.registrationWords.has(nameOfCall(view, site))) return;
    for (const { name } of calleesOf(view, call).names) {
      for (const { source, part, of } of view.library.call(name)?.registrations ?? []) {
        const index = view.library.models.sources[source]?.registrations?.indexOf(of) ?? -1;
        const registration = { source, index, routes: routesOf(view, site) };
        for (const { role, path } of placePart(part, site)) {
          const value = site.arguments[role]?.value;
          if (value === undefined || path.length > 0) continue;
          for (const ref of functionsIn(view, value)) found.push([ref, registration]);
        }
      }
    }
  });
  return found;
}

/** The model of a registration. */
export function registeredSource(
  { library }: Pick<BodyView, "library">,
  { source, index }: Registration,
): RegisteredSource | undefined {
  return library.models.sources[source]?.registrations?.[index];
}

function routesOf(view: BodyView, site: CallSite): readonly string[] {
  return site.arguments.flatMap(({ value }) => {
    const constant = constantOf(view.graph, value);
    return constant?.type === "str" ? [constant.text] : [];
  });
}

function functionsIn(view: BodyView, value: ValueId): readonly FunctionRef[] {
  const site = madeByCall(view.graph, value);
  // `View.as_view()` stands for the class.
  const holder = site?.method?.name === "as_view" ? site.method.object : value;
  return typeOfValue(view, holder).types.flatMap((type) => {
    if (type.kind === "function") return [type.function];
    return type.kind === "class" ? handlersOf(view, type.class) : [];
  });
}

function handlersOf(view: BodyView, of: ClassRef): readonly FunctionRef[] {
  return handlers.flatMap((name) => view.names.methods(of, name));
}
