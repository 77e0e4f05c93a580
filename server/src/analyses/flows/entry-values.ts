/** The values of the entries that flows are computed from, and when one has all that another had. */
import { equalData } from "../../base/equal-data.js";
import { textOfPath } from "./access-path.js";
import type { Binding } from "./bindings.js";
import type { DecisiveParameter } from "./body-view.js";
import type {
  EntrySummary,
  ExitTaint,
  GuardSummary,
  ReachedSink,
  SourceSummary,
  SourceTaint,
  StoredTaint,
  Taint,
} from "./facts.js";
import type { Registration } from "./registrations.js";
import { includesKinds } from "./sink-kinds.js";
import type { SourceDetail } from "./source-summary.js";
import type { EntryDetail } from "./summarise.js";

/** The value of an entry. */
export type EntryValue =
  | { readonly kind: "entry"; readonly summary: EntrySummary }
  | { readonly kind: "results"; readonly summary: SourceSummary }
  | { readonly kind: "held"; readonly taints: readonly SourceTaint[] }
  | { readonly kind: "decisive"; readonly parameters: readonly DecisiveParameter[] }
  | ({ readonly kind: "guard" } & GuardSummary)
  | { readonly kind: "binding"; readonly binding: Binding }
  | { readonly kind: "registered"; readonly registrations: readonly Registration[] }
  /** `quiet`: who reads it knows; nobody else has to be looked at because of it. */
  | { readonly kind: "there"; readonly quiet?: true };

export type EntryRecord = ({ readonly kind: "entry" } & EntryDetail) | ({ readonly kind: "sources" } & SourceDetail);

/** Whether a later value of an entry has all that an earlier one had. */
export function growsTo(before: EntryValue, after: EntryValue): boolean {
  if (before.kind !== after.kind) return false;
  switch (before.kind) {
    case "entry": {
      const other = after as typeof before;
      const { sinks } = other.summary;
      return (
        (["returns", "yields", "exits", "stores"] as const).every((part) =>
          coversAll(other.summary[part], before.summary[part]),
        ) && before.summary.sinks.every((sink) => sinks.some((same) => coversSink(same, sink)))
      );
    }
    case "results": {
      const other = after as typeof before;
      return (["returns", "yields", "exits"] as const).every((part) =>
        coversAll(other.summary[part], before.summary[part]),
      );
    }
    case "held":
      return coversAll((after as typeof before).taints, before.taints);
    case "registered":
      return includesAll((after as typeof before).registrations, before.registrations);
    case "decisive":
    case "binding":
    case "guard":
    case "there":
      return equalData(before, after);
  }
}

/** A taint as far as growing is concerned: more kinds, less doubt and a nearer source are growth. */
type Growing = Taint &
  Partial<Pick<ExitTaint, "parameter"> & Pick<StoredTaint, "target" | "depth"> & Pick<SourceTaint, "source">>;

function coversAll(whole: readonly Growing[], part: readonly Growing[]): boolean {
  return part.every((item) => whole.some((other) => covers(other, item)));
}

function covers(after: Growing, before: Growing): boolean {
  return (
    after.parameter === before.parameter &&
    after.target === before.target &&
    after.source === before.source &&
    after.doubt <= before.doubt &&
    (after.depth ?? 0) <= (before.depth ?? 0) &&
    includesKinds(after.kinds, before.kinds) &&
    textOfPath(after.path) === textOfPath(before.path)
  );
}

function coversSink(after: ReachedSink, before: ReachedSink): boolean {
  return after.sink === before.sink && after.doubt <= before.doubt && after.depth <= before.depth;
}

function includesAll(whole: readonly unknown[], part: readonly unknown[]): boolean {
  return part.every((item) => whole.some((other) => equalData(item, other)));
}
