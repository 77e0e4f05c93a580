/** Why nothing arrives at a call. */
import type { Fixpoint } from "../../base/fixpoint-types.js";
import type { ValueGraph } from "../../flow/value-graph.js";
import type { BodyLookup, Explanation } from "./flow-types.js";
import type { EntryRecord, EntryValue, FlowSystem } from "./flow-system.js";

export function explainCall(
  _system: FlowSystem,
  _entries: Fixpoint<EntryValue, EntryRecord>,
  _at: { readonly path: string; readonly graph: ValueGraph; readonly call: number },
  _lookup: BodyLookup,
): Explanation {
  return { sink: undefined, origins: [] };
}
