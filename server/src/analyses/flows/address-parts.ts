/**
 * Where in an address data stands. Behind the host, in the path or the query, it does not say any more where the address leads: `base + "/" + name`,
 * `f"{base}?{query}"`.
 */
import type { Value, ValueGraph, ValueId } from "../../flow/value-graph.js";
import type { AccessPath } from "./access-path.js";
import { constantOf, withoutGuards } from "./definitions.js";

/** Stands for text of which nothing is known but that the data is not in it. */
const unknownText = "\u0000";

/** A query or fragment has begun; or a path, behind a host that is written down or something else gives. */
const behindHost = /[?#]|^https?:\/\/[^/]+\/|^\/[^/\\]|^[^/]*\u0000\//;

const maximumDepth = 8;

/** Whether the data, at `path` of `from`, stands behind the host in the text that an operator makes. */
export function isBehindHost(
  graph: ValueGraph,
  { operator, from }: Extract<Value, { readonly kind: "derived" }>,
  data: ValueId,
  path: AccessPath,
): boolean {
  if (operator === "%") return isBehindDirectives(graph, from, data, path);
  if ((operator !== "+" && operator !== "format") || path.length > 0) return false;
  const at = from.indexOf(data);
  if (at < 1 || from.lastIndexOf(data) !== at) return false;
  return behindHost.test(
    from
      .slice(0, at)
      .map((part) => textOf(graph, part, 0))
      .join(""),
  );
}

/** The text of a value as far as it is known. */
function textOf(graph: ValueGraph, id: ValueId, depth: number): string {
  const constant = constantOf(graph, id);
  if (constant?.type === "str" || constant?.type === "bytes") return constant.text;
  const value = graph.values[withoutGuards(graph, id)];
  if (value?.kind === "derived" && value.operator === "+" && depth < maximumDepth)
    return value.from.map((part) => textOf(graph, part, depth + 1)).join("");
  return unknownText;
}

const directive = /%(?:\(([^)]*)\))?[-#0 +]*\d*(?:\.\d+)?[hlL]?([a-zA-Z%])/g;

function isBehindDirectives(graph: ValueGraph, from: readonly ValueId[], data: ValueId, path: AccessPath): boolean {
  const [format, values] = from;
  const constant = format === undefined ? undefined : constantOf(graph, format);
  if (constant?.type !== "str" || values !== data) return false;
  let index = 0;
  let before = "";
  let end = 0;
  for (const match of constant.text.matchAll(directive)) {
    before += constant.text.slice(end, match.index);
    end = match.index + match[0].length;
    if (match[2] === "%") continue;
    const part = match[1] === undefined ? `[${index}]` : `[${JSON.stringify(match[1])}]`;
    index++;
    const [first] = path;
    if ((first === undefined || first === "[*]" || first === part) && !behindHost.test(before)) return false;
    before += unknownText;
  }
  return index > 0;
}

/** Whether the data, at `path` of the arguments of `str.format`, stands behind the host. `argument`: its position or keyword. */
export function isBehindFields(graph: ValueGraph, format: ValueId, argument: string): boolean {
  const constant = constantOf(graph, format);
  if (constant?.type !== "str") return false;
  let index = 0;
  let isFound = false;
  let before = "";
  let end = 0;
  for (const match of constant.text.matchAll(/\{\{|\}\}|\{([^{}!:.[]*)[^{}]*\}/g)) {
    before += constant.text.slice(end, match.index);
    end = match.index + match[0].length;
    if (match[1] === undefined) continue;
    const name = match[1] === "" ? String(index++) : match[1];
    if (name === argument) {
      isFound = true;
      if (!behindHost.test(before)) return false;
    }
    before += unknownText;
  }
  return isFound;
}
