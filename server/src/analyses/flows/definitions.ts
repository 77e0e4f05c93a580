/** What values of a graph are made of, as far as a few steps back tell. */
import type { CallSite, ConstantValue, PathPart, Value, ValueGraph, ValueId } from "../../flow/value-graph.js";

/** How far back chains of versions are followed. */
const maximumSteps = 64;

/** The value without what tests said of it and what calls may have done to it, on whichever of several ways. */
export function withoutVersions(graph: ValueGraph, id: ValueId, depth = 0): ValueId {
  let at = id;
  for (let steps = 0; steps < maximumSteps; steps++) {
    const value = graph.values[at];
    if (value?.kind === "guarded") at = value.value;
    else if (value?.kind === "after-call" || value?.kind === "store") at = value.object;
    else if (value?.kind === "merge" && value.test === undefined) {
      const common = commonRoot(graph, at, value.from, depth);
      if (common === undefined) break;
      at = common;
    } else break;
  }
  return at;
}

/** How deep ways that come together are looked into, and how many. */
const deepestMerge = 4;
const widestMerge = 6;

/** What all versions that come together are versions of. */
function commonRoot(graph: ValueGraph, merge: ValueId, from: readonly ValueId[], depth: number): ValueId | undefined {
  if (depth >= deepestMerge || from.length > widestMerge) return undefined;
  let common: ValueId | undefined;
  for (const version of from) {
    const root = withoutVersions(graph, version, depth + 1);
    // A loop brings a version back to where it came from.
    if (root === merge) continue;
    if (common !== undefined && root !== common) return undefined;
    common = root;
  }
  return common;
}

/** The value without what tests said of it. */
export function withoutGuards(graph: ValueGraph, id: ValueId): ValueId {
  let at = id;
  for (let steps = 0; steps < maximumSteps; steps++) {
    const value = graph.values[at];
    if (value?.kind !== "guarded") break;
    at = value.value;
  }
  return at;
}

/** How far back it is looked for what a value is made of. */
const deepestPart = 12;

/** Whether a value may be made of another one, in whatever way. */
export function isMadeOf(graph: ValueGraph, id: ValueId, part: ValueId): boolean {
  const seen = new Set<ValueId>();
  const visit = (at: ValueId | undefined, depth: number): boolean => {
    if (at === part) return true;
    const value = at === undefined ? undefined : graph.values[at];
    if (at === undefined || value === undefined || depth > deepestPart || seen.has(at)) return false;
    seen.add(at);
    return partsOfValue(graph, value).some((from) => visit(from, depth + 1));
  };
  return visit(id, 0);
}

/** The values that a value is made of, one step back. */
export function partsOfValue(graph: ValueGraph, value: Value): readonly (ValueId | undefined)[] {
  switch (value.kind) {
    case "guarded":
      return [value.value];
    case "after-call":
    case "store":
    case "field":
      return [value.object];
    case "element":
      return [value.object, value.key];
    case "derived":
    case "merge":
      return value.from;
    case "container":
      return value.elements.map((element) => element.value);
    case "call": {
      const site = graph.calls[value.call];
      return [site?.method?.object, ...(site?.arguments ?? []).map((argument) => argument.value)];
    }
    case "function":
      return value.captured.map((captured) => captured.value);
    case "parameter":
    case "capture":
    case "global":
    case "constant":
    case "unknown":
      return [];
  }
}

/** The call that made a value, if one did. */
export function madeByCall(graph: ValueGraph, id: ValueId): CallSite | undefined {
  const value = graph.values[withoutVersions(graph, id)];
  return value?.kind === "call" ? graph.calls[value.call] : undefined;
}

export function constantOf(graph: ValueGraph, id: ValueId): ConstantValue | undefined {
  return graph.values[id]?.constant;
}

/** The value that stands under a part of a container or object that the body made; undefined where that is not known. */
export function knownPart(graph: ValueGraph, id: ValueId, part: PathPart): ValueId | undefined {
  let at = id;
  for (let steps = 0; steps < maximumSteps; steps++) {
    const value: Value | undefined = graph.values[at];
    switch (value?.kind) {
      case "guarded":
        at = value.value;
        break;
      case "after-call":
        at = value.object;
        break;
      case "store":
        if (value.part === part) return value.value;
        at = value.object;
        break;
      case "container":
        return value.elements.findLast((element) => element.part === part)?.value;
      default:
        return undefined;
    }
  }
  return undefined;
}

/** The constant text that a value begins with, and whether that is all of it. */
export function leadingText(
  graph: ValueGraph,
  id: ValueId,
  depth = 0,
): { readonly text: string; readonly all: boolean } {
  const unknown = { text: "", all: false };
  const value = graph.values[withoutGuards(graph, id)];
  if (value === undefined || depth > 8) return unknown;
  if (value.constant?.type === "str" || value.constant?.type === "bytes")
    return { text: value.constant.text, all: true };
  if (value.kind === "derived") return leadingOfDerived(graph, value.operator, value.from, depth);
  const site = value.kind === "call" ? graph.calls[value.call] : undefined;
  if (site?.method?.name === "format") return beforeMark(graph, site.method.object, "{");
  if (site?.method?.name === "join") return unknown;
  return unknown;
}

function leadingOfDerived(
  graph: ValueGraph,
  operator: string,
  from: readonly ValueId[],
  depth: number,
): { readonly text: string; readonly all: boolean } {
  if (operator === "%" && from[0] !== undefined) return beforeMark(graph, from[0], "%");
  if (operator !== "+" && operator !== "format") return { text: "", all: false };
  let text = "";
  for (const part of from) {
    const leading = leadingText(graph, part, depth + 1);
    text += leading.text;
    if (!leading.all) return { text, all: false };
  }
  return { text, all: true };
}

function beforeMark(graph: ValueGraph, id: ValueId, mark: string): { readonly text: string; readonly all: boolean } {
  const constant = constantOf(graph, id);
  if (constant?.type !== "str" && constant?.type !== "bytes") return { text: "", all: false };
  const end = constant.text.indexOf(mark);
  return { text: end < 0 ? constant.text : constant.text.slice(0, end), all: false };
}
