/** The value graph of a body, from its code. */
import type { KnownParameter } from "../../analyses/flows/flow-types.js";
import type { ValueGraph } from "../../flow/value-graph.js";
import type { BodyCode } from "../../names/body-nodes.js";

export function graphOfBody(body: BodyCode, known: readonly KnownParameter[]): ValueGraph | undefined {
  void body;
  void known;
  return undefined;
}
