/** The rules of a rule file by their places in the text, broken ones too. */
import type { TextRange } from "../../base/text-range.js";
import { outlineOf, type OutlineKey } from "./yaml-outline.js";

export interface RuleEntry {
  readonly id: string;
  readonly idRange: TextRange;
  /** The whole entry, from its dash on. */
  readonly range: TextRange;
  readonly keys: readonly OutlineKey[];
}

/** The entries of the list `rules` that have an id. */
export function ruleEntries(text: string): RuleEntry[] {
  const { keys, lines } = outlineOf(text);
  const isInRules = (key: OutlineKey): boolean => key.path[0] === "rules";
  const own = keys.filter((key) => key.path.length === 1 && isInRules(key));
  return own
    .filter(({ name }) => name === "id")
    .map((id) => {
      const siblings = own.filter(({ map }) => map === id.map);
      const first = siblings[0]?.line ?? id.line;
      const next = keys.find(
        (key) => key.line > id.line && (!isInRules(key) || (key.path.length === 1 && key.map !== id.map)),
      );
      const lastLine = next === undefined ? lines.length : next.line;
      const start = lines[first]?.start ?? 0;
      const end = lastLine < lines.length ? (lines[lastLine]?.start ?? text.length) : text.length;
      const value = text.slice(id.value.start, id.value.end);
      const name = /^["']?([^"'#\s]*)/.exec(value)?.[1] ?? "";
      const quote = /^["']/.test(value) ? 1 : 0;
      return {
        id: name,
        idRange: { start: id.value.start + quote, end: id.value.start + quote + name.length },
        range: { start, end: start + text.slice(start, end).trimEnd().length },
        keys: keys.filter(({ line }) => line >= first && line < lastLine),
      };
    });
}

/** The metavariables that the patterns of an entry bind, as "$X" and "$...ARGS". */
export function boundMetavariables(text: string, { keys, range }: RuleEntry): string[] {
  const names = new Set<string>();
  keys.forEach(({ name, range: { start } }, index) => {
    if (!/^(?:pattern|regex$|any$|all$|inside$|not$|as$)/.test(name)) return;
    // Up to the next key, so that the entries of a list count that have none.
    const code = text.slice(start, keys[index + 1]?.range.start ?? range.end);
    for (const [metavariable] of code.matchAll(/\$(?:\.\.\.)?[A-Z][A-Z0-9_]*/g)) names.add(metavariable);
    for (const [, group] of code.matchAll(/\(\?P?<([A-Z][A-Z0-9_]*)>/g)) names.add(`$${group ?? ""}`);
  });
  return [...names].sort();
}
