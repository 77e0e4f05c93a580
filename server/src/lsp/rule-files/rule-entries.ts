/** The rules of a rule file by their places in the text, broken ones too. */
import type { TextRange } from "../../base/text-range.js";
import { outlineOf, type Outline, type OutlineKey } from "./yaml-outline.js";

export interface RuleEntry {
  readonly id: string;
  readonly idRange: TextRange;
  /** The whole entry, from its dash on. */
  readonly range: TextRange;
  readonly keys: readonly OutlineKey[];
}

let last: { readonly outline: Outline; readonly entries: readonly RuleEntry[] } | undefined;

/** The entries of the list `rules` that have an id. Those of the last text are remembered. */
export function ruleEntries(text: string): readonly RuleEntry[] {
  const outline = outlineOf(text);
  if (last?.outline === outline) return last.entries;
  const groups = groupByRule(outline.keys);
  const entries = groups.flatMap((keys) => {
    const entry = toEntry(outline, keys);
    return entry === undefined ? [] : [entry];
  });
  last = { outline, entries };
  return entries;
}

/** The keys of each rule, those of maps inside of it too. */
function groupByRule(keys: readonly OutlineKey[]): OutlineKey[][] {
  const groups: OutlineKey[][] = [];
  let map: number | undefined;
  for (const key of keys) {
    if (key.path[0] !== "rules") map = undefined;
    else if (key.path.length === 1 && key.map !== map) {
      map = key.map;
      groups.push([key]);
    } else groups.at(-1)?.push(key);
  }
  return groups;
}

function toEntry({ text, lines, keys: all }: Outline, keys: readonly OutlineKey[]): RuleEntry | undefined {
  const id = keys.find(({ name, path }) => name === "id" && path.length === 1);
  const [first] = keys;
  const final = keys.at(-1);
  if (id === undefined || first === undefined || final === undefined) return undefined;
  const start = lines[first.line]?.start ?? 0;
  const next = all[indexAfter(all, final)];
  const end = next === undefined ? text.length : (lines[next.line]?.start ?? text.length);
  const value = text.slice(id.value.start, id.value.end);
  const name = /^["']?([^"'#\s]*)/.exec(value)?.[1] ?? "";
  const idStart = id.value.start + (/^["']/.test(value) ? 1 : 0);
  return {
    id: name,
    idRange: { start: idStart, end: idStart + name.length },
    range: { start, end: start + text.slice(start, end).trimEnd().length },
    keys,
  };
}

/** The index of the first key on a line below that of `key`; keys are sorted by their lines. */
function indexAfter(keys: readonly OutlineKey[], { line }: OutlineKey): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle]?.line ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return low;
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
