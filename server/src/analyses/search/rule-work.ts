/** How much may be done for one pattern, or one rule, in one unit or file. Counted in steps, so that the answer never hangs on the machine. */
import { createRegexBudget, type RegexBudget } from "../../base/regex/step-budget.js";
import { createBudget, maximumSteps, type MatchBudget } from "../../matching/match.js";

/** What is left for one rule: for comparing ranges, for patterns inside of metavariables, for regular expressions. */
export interface RuleWork {
  /** Below zero the rule is not finished: matches may be missing. */
  steps: number;
  readonly regex: RegexBudget;
}

const stepsOfRule = 10_000_000;

export function createRuleWork(text: string): RuleWork {
  return { steps: stepsOfRule, regex: createRegexBudget(text) };
}

/** To match a node takes as long as to compare some ranges. */
const stepsOfMatching = 4;

/** Matches patterns with what is left for the rule. */
export function matchWithinWork<Result>(work: RuleWork, search: (budget: MatchBudget) => Result): Result {
  const budget = createBudget(work.regex);
  const start = Math.min(budget.steps, Math.max(0, Math.floor(work.steps / stepsOfMatching)));
  budget.steps = start;
  const result = search(budget);
  if (budget.steps < 0) work.steps = -1;
  else work.steps -= (start - budget.steps) * stepsOfMatching;
  return result;
}

/** The shares of patterns that are tried in turns: what one uses up is not taken from the others. */
export interface PatternShares {
  readonly budget: MatchBudget;
  /** What patterns have used, by their leaf's id. */
  readonly used: Map<number, { steps: number; regexSteps: number }>;
  /** The patterns, by their leaf's id, that have used all that they had. */
  readonly unfinished: Set<number>;
}

/** What a try may use uncounted: nearly all do not more, so that counting costs nothing. */
const freeSteps = 200;

export function createPatternShares(text: string): PatternShares {
  return { budget: createBudget(createRegexBudget(text)), used: new Map(), unfinished: new Set() };
}

/** Makes one try to match a pattern within its share; nothing is found when that is used up. */
export function tryWithin<Result>(shares: PatternShares, leaf: number, nothing: Result, search: () => Result): Result {
  const { budget, used, unfinished } = shares;
  const before = used.size === 0 ? undefined : used.get(leaf);
  if (before !== undefined && unfinished.has(leaf)) return nothing;
  budget.steps = maximumSteps - (before?.steps ?? 0);
  const { steps } = budget;
  const regexSteps = budget.regex.steps;
  if (before !== undefined) budget.regex.steps -= before.regexSteps;
  const result = search();
  const taken = steps - budget.steps;
  const takenByRegex = regexSteps - budget.regex.steps;
  budget.regex.steps = regexSteps;
  if (taken > freeSteps || takenByRegex > 0)
    used.set(leaf, { steps: (before?.steps ?? 0) + taken, regexSteps: takenByRegex });
  if (budget.steps < 0) unfinished.add(leaf);
  return result;
}
