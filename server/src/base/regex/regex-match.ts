/** What a compiled expression gives. Offsets are UTF-16 units from the start of the text. */
import type { RegexBudget } from "./step-budget.js";

export interface RegexGroup {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface RegexMatch {
  readonly start: number;
  readonly end: number;
  /** By number; 0 is the whole match. Undefined where a group took no part. */
  readonly groups: readonly (RegexGroup | undefined)[];
  /** By name, only those that took part. */
  readonly named: ReadonlyMap<string, RegexGroup>;
}

/** One way to run an expression. A budget is used by the engine that counts its steps; without one it makes one for the text. */
export interface RegexRunner {
  test(text: string, budget?: RegexBudget): boolean;
  /** Where an engine has a cheaper way than to make the match. */
  testAtStart?(text: string): boolean;
  matchAtStart(text: string, budget?: RegexBudget): RegexMatch | undefined;
  search(text: string, from: number, budget?: RegexBudget): RegexMatch | undefined;
}

/** A match from ranges of groups, an undefined range for one that took no part; undefined names are left out. */
export function makeMatch(
  text: string,
  ranges: readonly (readonly [start: number, end: number] | undefined)[],
  names: ReadonlyMap<string, readonly number[]>,
): RegexMatch {
  const groups = ranges.map((range) =>
    range === undefined ? undefined : { text: text.slice(range[0], range[1]), start: range[0], end: range[1] },
  );
  const named = new Map<string, RegexGroup>();
  for (const [name, numbers] of names) {
    const group = numbers.map((number) => groups[number]).find((candidate) => candidate !== undefined);
    if (group !== undefined) named.set(name, group);
  }
  return { start: ranges[0]?.[0] ?? 0, end: ranges[0]?.[1] ?? 0, groups, named };
}
