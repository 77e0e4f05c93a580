/** One source, sink, sanitizer or propagator, from a map that has been checked. */
import { booleanAt, listOf, textAt, textsAt, textsOf } from "../base/yaml/fields.js";
import type { YamlMap, YamlValue } from "../base/yaml/yaml-values.js";
import { expandBraces } from "./expand-braces.js";
import { sinkKinds, sourceKinds } from "./kinds.js";
import type {
  CallCondition,
  CallPart,
  NamedSource,
  ParameterSource,
  PropagatorModel,
  RegisteredSource,
  SanitizerModel,
  SinkModel,
  SourceModel,
  Trust,
} from "./model.js";

export function readSource(map: YamlMap): SourceModel {
  const kind = textAt(map, "kind") ?? "";
  const registrations = mapsAt(map, "registrations").map(readRegistration);
  const named = mapsAt(map, "named").map(readNamed);
  const caught = namesAt(map, "caught");
  const harmless = textsAt(map, "harmless");
  return {
    kind,
    trust: trustOf(textAt(map, "trust") ?? sourceKinds.find(({ name }) => name === kind)?.trust),
    description: textAt(map, "description") ?? "",
    reads: namesAt(map, "reads"),
    calls: callsAt(map, "calls", "result"),
    parameters: mapsAt(map, "parameters").map(readParameter),
    ...(registrations.length > 0 && { registrations }),
    ...(named.length > 0 && { named }),
    ...(caught.length > 0 && { caught }),
    ...(harmless.length > 0 && { harmless }),
    ...confidenceOf(map),
  };
}

function trustOf(text: string | undefined): Trust {
  return text === "remote" ? "remote" : "local";
}

export function readSink(map: YamlMap): SinkModel {
  const exceptPrefix = textAt(map, "exceptPrefix");
  return {
    kind: textAt(map, "kind") ?? "",
    description: textAt(map, "description") ?? "",
    calls: namesAt(map, "calls"),
    parts: textsAt(map, "parts"),
    when: mapsAt(map, "when").map(readCondition),
    writes: namesAt(map, "writes"),
    returns: mapsAt(map, "returns").map(readParameter),
    ...(exceptPrefix !== undefined && { exceptPrefix }),
    ...(booleanAt(map, "deep") === true && { deep: true }),
    ...confidenceOf(map),
  };
}

function confidenceOf(map: YamlMap): { readonly confidence?: "medium" | "low" } {
  const confidence = textAt(map, "confidence");
  return confidence === "medium" || confidence === "low" ? { confidence } : {};
}

export function readSanitizer(map: YamlMap): SanitizerModel {
  const kinds = textsAt(map, "kinds");
  const except = textsAt(map, "except");
  const after = namesAt(map, "after");
  const reads = namesAt(map, "reads");
  return {
    kinds: except.length === 0 ? kinds : sinkKinds.map(({ name }) => name).filter((name) => !except.includes(name)),
    calls: namesAt(map, "calls"),
    checks: callsAt(map, "checks", "0"),
    guards: mapsAt(map, "guards").flatMap((guard) =>
      namesAt(guard, "name").map((name) => ({
        name,
        part: textsAt(guard, "part")[0] ?? "0",
        outcome: booleanAt(guard, "outcome") ?? true,
      })),
    ),
    when: mapsAt(map, "when").map(readCondition),
    ...(after.length > 0 && { after }),
    ...(reads.length > 0 && { reads }),
  };
}

export function readPropagator(map: YamlMap): PropagatorModel {
  const harmless = textsAt(map, "harmless");
  const restores = textsAt(map, "restores");
  return {
    calls: namesAt(map, "calls"),
    from: textsAt(map, "from"),
    to: textsAt(map, "to"),
    ...(booleanAt(map, "deep") === true && { deep: true }),
    ...(harmless.length > 0 && { harmless }),
    ...(restores.length > 0 && { restores }),
  };
}

function readParameter(map: YamlMap): ParameterSource {
  const exceptTypes = namesAt(map, "exceptTypes");
  const exceptDefaults = namesAt(map, "exceptDefaults");
  const exceptRoutes = textsAt(map, "exceptRoutes");
  return {
    decorators: namesAt(map, "decorators"),
    classes: namesAt(map, "classes"),
    functions: textsAt(map, "functions"),
    names: textsAt(map, "names"),
    exceptNames: textsAt(map, "exceptNames"),
    type: textAt(map, "type"),
    ...(exceptTypes.length > 0 && { exceptTypes }),
    ...(exceptDefaults.length > 0 && { exceptDefaults }),
    ...(exceptRoutes.length > 0 && { exceptRoutes }),
  };
}

function readRegistration(map: YamlMap): RegisteredSource {
  const exceptRoutes = textsAt(map, "exceptRoutes");
  return {
    call: textAt(map, "call") ?? "",
    part: textsAt(map, "part")[0] ?? "0",
    names: textsAt(map, "names"),
    exceptNames: textsAt(map, "exceptNames"),
    type: textAt(map, "type"),
    ...(exceptRoutes.length > 0 && { exceptRoutes }),
  };
}

function readNamed(map: YamlMap): NamedSource {
  const words = ["parameter", "field", "key", "variable"] as const;
  const of = textsAt(map, "of");
  return {
    names: textsAt(map, "names"),
    exceptNames: textsAt(map, "exceptNames"),
    of: words.filter((word) => of.includes(word)),
  };
}

function readCondition(map: YamlMap): CallCondition {
  return {
    argument: textsAt(map, "argument")[0] ?? "",
    is: constantOf(map.fields.get("is")?.value),
    not: booleanAt(map, "not") ?? false,
    otherwise: booleanAt(map, "otherwise"),
  };
}

/** Constants as JSON writes them; Python's spelling of them is understood as well. */
function constantOf(value: YamlValue | undefined): string {
  if (value === undefined || value.kind === "list" || value.kind === "map" || value.kind === "nothing") return "null";
  const { text } = value;
  if (value.kind !== "text") return text.toLowerCase();
  if (["present", "absent", "constant"].includes(text) || /^(?:name:)?\//.test(text)) return text;
  return text === "None" ? "null" : JSON.stringify(text);
}

function mapsAt(map: YamlMap, key: string): readonly YamlMap[] {
  const value = map.fields.get(key)?.value;
  const items = value?.kind === "map" ? [value] : listOf(value);
  return items.flatMap((item) => (item.kind === "map" ? [item] : []));
}

function namesAt(map: YamlMap, key: string): readonly string[] {
  return textsAt(map, key).flatMap(expandBraces);
}

/** Calls by name alone, or with the part that it is about. */
function callsAt(
  map: YamlMap,
  key: string,
  part: CallPart,
): readonly { readonly name: string; readonly part: CallPart }[] {
  const value = map.fields.get(key)?.value;
  const items = value?.kind === "list" ? value.items : value === undefined ? [] : [value];
  return items.flatMap((item) =>
    item.kind === "map"
      ? namesAt(item, "name").map((name) => ({ name, part: textsAt(item, "part")[0] ?? part }))
      : textsOf(item).flatMap((text) => expandBraces(text).map((name) => ({ name, part }))),
  );
}
