/** The value graph of a body, alone or as callers see it who pass known constants. */
import type { KnownParameter } from "../../analyses/flows/flow-types.js";
import { buildValueGraph, type BodyCode, type ValueContext } from "../../flow/build-value-graph.js";
import type { ConstantValue, ValueGraph } from "../../flow/value-graph.js";
import type { BodyMark } from "../../names/module-facts.js";

/** `marks`: what rules' patterns say of places in the body. */
export function graphOfBody(
  code: BodyCode,
  known: readonly KnownParameter[],
  marks: readonly BodyMark[] = [],
): ValueGraph {
  return known.length + marks.length === 0 ? buildValueGraph(code) : buildValueGraph(code, contextOf(known, marks));
}

function contextOf(known: readonly KnownParameter[], marks: readonly BodyMark[]): ValueContext {
  const constants = new Map<number, ConstantValue>();
  for (const { index, constant } of known) constants.set(index, constant);
  return { constants, ...(marks.length > 0 && { marks }) };
}
