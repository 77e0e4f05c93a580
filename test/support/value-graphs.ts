/** Value graphs of small texts, and what of them tests look at. */
import {
  allBodies,
  buildValueGraph,
  dottedNameOf,
  type ValueContext,
} from "../../server/src/flow/build-value-graph.js";
import type { ConstantValue, Guard, ValueGraph, ValueId } from "../../server/src/flow/value-graph.js";
import { displayOf } from "../../server/src/flow/values-of-body/constant-values.js";
import { placeUnits } from "../../server/src/syntax/file-units.js";
import type { Unit } from "../../server/src/syntax/unit.js";
import { cutUnits } from "../../server/src/syntax/cut-units.js";

/** The graphs of all bodies of a text, by key. */
export function graphsOf(
  text: string,
  units: readonly Unit[],
  context?: ValueContext,
  steps?: number,
): Map<string, ValueGraph> {
  const roots = placeUnits(cutUnits(text).segments, units);
  return new Map(allBodies(roots).map((code) => [code.key, buildValueGraph(code, context, steps)]));
}

export function showConstant(constant: ConstantValue): string {
  if ("text" in constant) return `${constant.type === "bytes" ? "b" : ""}${JSON.stringify(constant.text)}`;
  return constant.type === "float" ? String(constant.number) : (displayOf(constant) ?? "");
}

/** A fact: something is known of a part of a value. The empty path stands for all of it. */
interface Reach {
  readonly value: ValueId;
  readonly path: readonly string[];
}

/**
 * What a value is made of: parameters, globals, results of calls and constants, each with the part of it that counts. Stores, containers,
 * merges and guards are gone through as the contract says.
 */
export function leavesOf(graph: ValueGraph, value: ValueId): string[] {
  const leaves = new Set<string>();
  const seen = new Set<string>();
  const open: Reach[] = [{ value, path: [] }];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const key = `${at.value} ${at.path.join("")}`;
    if (seen.has(key)) continue;
    seen.add(key);
    open.push(...stepBack(graph, at, leaves));
  }
  return [...leaves].sort();
}

function overlaps(part: string, asked: string): boolean {
  if (part === asked) return true;
  return part.startsWith("[") && asked.startsWith("[") && (part === "[*]" || asked === "[*]");
}

function stepBack(graph: ValueGraph, { value: id, path }: Reach, leaves: Set<string>): Reach[] {
  const value = graph.values[id];
  if (value === undefined) throw new Error(`No value ${id}`);
  const suffix = path.slice(0, 3).join("");
  const [first, ...rest] = path;
  if (value.constant !== undefined) {
    leaves.add(showConstant(value.constant));
    return [];
  }
  switch (value.kind) {
    case "parameter":
    case "capture":
      leaves.add(`${value.name}${suffix}`);
      return [];
    case "global":
      leaves.add(`global ${value.name}${suffix}`);
      return [];
    case "constant":
      leaves.add("...");
      return [];
    case "call": {
      const site = graph.calls[value.call]!;
      const name = dottedNameOf(graph, site.callee) ?? (site.method === undefined ? "?" : `.${site.method.name}`);
      leaves.add(`${name}()${suffix}`);
      return [];
    }
    case "unknown":
      leaves.add("unknown");
      return [];
    case "function":
      leaves.add(`function ${value.body}`);
      return [];
    case "field":
      return [{ value: value.object, path: [`.${value.name}`, ...path].slice(0, 4) }];
    case "element":
      return [{ value: value.object, path: [value.part, ...path].slice(0, 4) }];
    case "after-call":
      return [{ value: value.object, path }];
    case "guarded":
      return [{ value: value.value, path }];
    case "merge":
      return value.from.map((from) => ({ value: from, path }));
    case "derived":
      return value.from.map((from) => ({ value: from, path: [] }));
    case "container":
      return value.elements
        .filter(({ part }) => first === undefined || overlaps(part, first))
        .map((element) => ({ value: element.value, path: rest }));
    case "store": {
      const reached: Reach[] = [];
      if (first === undefined || overlaps(value.part, first)) reached.push({ value: value.value, path: rest });
      if (first === undefined || first !== value.part || first === "[*]") reached.push({ value: value.object, path });
      return reached;
    }
  }
}

/** For each call of a function of that name, what its arguments are made of, in the order of the text. */
export function reachedBy(graph: ValueGraph, name: string): string[] {
  return graph.calls
    .filter(({ callee }) => dottedNameOf(graph, callee) === name)
    .sort((left, right) => left.place.unit - right.place.unit || left.place.start - right.place.start)
    .map((site) => site.arguments.map(({ value }) => leavesOf(graph, value).join(" ")).join(", "));
}

/**
 * What tests say of a value, from the last one back to the first, as "in global ALLOWED" or "check() True"; of the parts of a merge in brackets,
 * "..." where a loop comes round.
 */
export function guardsOf(graph: ValueGraph, id: ValueId, seen: readonly ValueId[] = []): string[] {
  const value = graph.values[id];
  if (value === undefined || seen.includes(id)) return ["..."];
  switch (value.kind) {
    case "guarded": {
      const { subject, test } = value.guard;
      const tested = leavesOf(graph, subject).join(" ");
      const about = tested === leavesOf(graph, id).join(" ") ? "" : `${tested} `;
      return [about + showTest(graph, test), ...guardsOf(graph, value.value, seen)];
    }
    case "merge":
      return [`[${value.from.map((from) => guardsOf(graph, from, [...seen, id]).join(", ")).join(" | ")}]`];
    case "store":
    case "after-call":
      return guardsOf(graph, value.object, seen);
    default:
      return [];
  }
}

function showTest(graph: ValueGraph, test: Guard["test"]): string {
  switch (test.kind) {
    case "compare":
      return `${test.operator} ${leavesOf(graph, test.other).join(" ")}`;
    case "compared-with":
      return `after ${test.operator} ${leavesOf(graph, test.other).join(" ")}`;
    case "call": {
      const site = graph.calls[test.call]!;
      return `${dottedNameOf(graph, site.callee) ?? `.${site.method?.name}`}() ${test.outcome ? "True" : "False"}`;
    }
    case "truth":
      return test.outcome ? "True" : "False";
  }
}

/** One line for each value. */
export function printValueGraph(graph: ValueGraph): string {
  const lines = graph.values.map((value, id) => {
    const { place, constant, ...rest } = value;
    return `${id} ${JSON.stringify(rest)} @${place.start}-${place.end}${constant === undefined ? "" : ` = ${showConstant(constant)}`}`;
  });
  const calls = graph.calls.map((site, index) => `call ${index}: ${JSON.stringify({ ...site, place: undefined })}`);
  return [...lines, ...calls, JSON.stringify({ ...graph, values: undefined, calls: undefined, units: undefined })].join(
    "\n",
  );
}
