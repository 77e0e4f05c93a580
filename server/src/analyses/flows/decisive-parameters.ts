/** On which parameters a body decides something: itself, or by handing them to a body that does. */
import type { CallSite, ValueId } from "../../flow/value-graph.js";
import type { BodyView } from "./body-view.js";
import { passedPaths } from "./call-arguments.js";
import { calleesOf, isSuperCall } from "./callees.js";
import { withoutVersions } from "./definitions.js";

/** Indexes of parameters, in order. */
export function decisiveParameters(view: BodyView): readonly number[] {
  const { graph } = view;
  const decisive = new Set(graph.decisive);
  for (const value of graph.values) {
    if (value.kind === "element" && value.key !== undefined) addParameter(view, value.key, decisive);
  }
  graph.calls.forEach((site, call) => {
    if (dependsOnClass(view, site, call)) decisive.add(0);
    site.arguments.forEach(({ value }, argument) => {
      const parameter = parameterOf(view, value);
      if (parameter === undefined || decisive.has(parameter)) return;
      for (const { ref, fact, skipped } of calleesOf(view, call).targets) {
        if (fact === undefined) continue;
        const passed = passedPaths(fact.parameters, site, skipped, argument, []);
        const asked = view.summaries.decisive(ref.path, ref.key);
        if (passed.some(({ parameter: index }) => asked.some((other) => other.index === index)))
          decisive.add(parameter);
      }
    });
  });
  return [...decisive].sort((left, right) => left - right);
}

/** Whether a call of a method of the body's own object may run other methods if that is of a subclass. */
function dependsOnClass(view: BodyView, { method }: CallSite, call: number): boolean {
  const { graph, fact, names, path } = view;
  if (method === undefined || fact?.class === undefined || fact.kind === "static-method") return false;
  const object = graph.values[withoutVersions(graph, method.object)];
  const isSuper = object?.kind === "call" && isSuperCall(view, object.call);
  if (!isSuper && (object?.kind !== "parameter" || object.index !== 0)) return false;
  if (!isSuper && names.overrides({ path, key: fact.class }, method.name).length > 0) return true;
  return calleesOf(view, call).targets.some(
    ({ ref, receiver }) =>
      receiver === "object" && view.summaries.decisive(ref.path, ref.key).some(({ index }) => index === 0),
  );
}

function addParameter(view: BodyView, id: ValueId, decisive: Set<number>): void {
  const parameter = parameterOf(view, id);
  if (parameter !== undefined) decisive.add(parameter);
}

function parameterOf({ graph, fact }: BodyView, id: ValueId): number | undefined {
  const value = graph.values[withoutVersions(graph, id)];
  if (value?.kind !== "parameter") return undefined;
  // Objects decide by their class, which is known in other ways.
  return value.index === 0 && fact?.class !== undefined ? undefined : value.index;
}
