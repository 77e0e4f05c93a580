/** How much a bounded matcher may do for one text. */

/** Counts down; below zero the search was given up and its answer is "no match". */
export interface RegexBudget {
  steps: number;
}

export const leastRegexSteps = 1_000_000;
export const mostRegexSteps = 20_000_000;
const stepsPerCharacter = 100;

/** The budget that a text gets: a step is about one thing that is tried, or one character that is passed. */
export function createRegexBudget(text: string): RegexBudget {
  return { steps: Math.min(mostRegexSteps, Math.max(leastRegexSteps, text.length * stepsPerCharacter)) };
}

/** Whether a search with this budget was given up. */
export function gaveUp(budget: RegexBudget): boolean {
  return budget.steps < 0;
}
