/** Entries of sources, sinks and the like that name kinds of models in place of a pattern: `- from: http-request`. */
import { textsOf } from "../base/yaml/fields.js";
import type { YamlValue } from "../base/yaml/yaml-values.js";
import type { Place } from "./language/keys.js";
import { operatorsOf, type FormulaContext } from "./read-formula.js";
import { report } from "./rule-reader.js";

/** The kinds that an entry names; undefined if it has a pattern. Of propagators, `from` may also name a metavariable. */
export function kindsAt(item: YamlValue): readonly string[] | undefined {
  const from = item.kind === "map" ? item.fields.get("from") : undefined;
  const kinds = textsOf(from?.value);
  return from === undefined || kinds.some((kind) => kind.startsWith("$"))
    ? undefined
    : kinds.map((kind) => kind.toLowerCase());
}

/** The kinds of all such entries, each once. What stands beside `from` in them has no effect, or is no entry. */
export function kindsOfEntries(context: FormulaContext, items: readonly YamlValue[], place: Place): readonly string[] {
  const kinds = new Set<string>();
  for (const item of items) {
    const named = kindsAt(item);
    if (named === undefined || item.kind !== "map") continue;
    for (const kind of named) kinds.add(kind);
    if (named.length === 0) report(context.reader, item.range, '"from" is empty.');
    const patterns = operatorsOf(item, place).filter(({ key }) => key !== "from");
    for (const { key, keyRange } of item.fields.values()) {
      if (key === "from") continue;
      const isPattern = patterns.some((field) => field.key === key);
      if (isPattern)
        report(context.reader, keyRange, `"${key}" cannot stand beside "from". Give it an entry of its own.`);
      else report(context.reader, keyRange, `"${key}" has no effect beside "from".`, "warning");
    }
  }
  return [...kinds];
}
