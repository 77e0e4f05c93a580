/** Kinds of sinks as bits, so that what a fact is still dangerous for is one number. */
import type { FlowRule } from "./flow-types.js";

/** A set of kinds of sinks: the first bit is `encodedData`, bit i + 1 stands for the i-th of `SinkKinds.names`. All 32 bits are used, so the number may be negative. */
export type KindSet = number;

export const allKinds: KindSet = -1;
/** What every source brings, and no sink asks for: data that is harmless as it stands (in base64, say) is followed on, as it may be decoded again. */
export const encodedData: KindSet = 1;

const maximumKinds = 31;

export interface SinkKinds {
  readonly names: readonly string[];
  /** No bit for a kind that no rule asks about. */
  readonly setOf: (kinds: readonly string[]) => KindSet;
}

/** The kinds that rules ask about. Should they be more than there are bits, the last ones share one; `fitsInKinds` tells. */
export function createSinkKinds(rules: readonly FlowRule[]): SinkKinds {
  const own = rules.flatMap((rule) => rule.own ?? []);
  const names = namesOfKinds(rules);
  const bits = new Map(names.map((name, index) => [name, 1 << (1 + Math.min(index, maximumKinds - 1))]));
  return {
    names,
    setOf: (kinds) => {
      let set = 0;
      for (const kind of kinds) set |= kind === "*" ? allKinds : (bits.get(kind) ?? 0);
      // What is said of all kinds of a rule's sinks is said of its own kind.
      for (const { kind, of } of own)
        if (of.length > 0 && of.every((part) => kinds.includes(part))) set |= bits.get(kind) ?? 0;
      return set;
    },
  };
}

/** Whether each kind that these rules ask about has a bit of its own. */
export function fitsInKinds(rules: readonly FlowRule[]): boolean {
  return namesOfKinds(rules).length <= maximumKinds;
}

/** Kinds of models before those that rules have of their own. */
function namesOfKinds(rules: readonly FlowRule[]): readonly string[] {
  const own = new Set(rules.flatMap((rule) => (rule.own === undefined ? [] : [rule.own.kind])));
  const asked = [...new Set(rules.flatMap(({ sinks }) => sinks))].sort();
  return [...asked.filter((kind) => !own.has(kind)), ...asked.filter((kind) => own.has(kind))];
}

/** Whether all of `part` is in `whole`. */
export function includesKinds(whole: KindSet, part: KindSet): boolean {
  return (whole & part) === part;
}
