/** How much a bounded matcher may do for one text. */

/** Counts down; below zero the search was given up and its answer is "no match". */
export interface RegexBudget {
  steps: number;
}

export const leastRegexSteps = 20_000;
export const regexStepsPerCharacter = 500;
export const mostRegexSteps = 20_000_000;

/**
 * The budget that a text gets, which grows with the text, so that many short ones cost no more than a long one. A step is
 * about one thing that is tried, or one character that is passed.
 */
export function createRegexBudget(text: string): RegexBudget {
  return { steps: Math.min(mostRegexSteps, leastRegexSteps + text.length * regexStepsPerCharacter) };
}

/** Whether a search with this budget was given up. */
export function gaveUp(budget: RegexBudget): boolean {
  return budget.steps < 0;
}

/** Does one search with a text's own budget, or with what is left of one that several searches share. */
export function searchWithin<Result>(
  shared: RegexBudget,
  text: string,
  search: (budget: RegexBudget) => Result,
): Result {
  const budget = createRegexBudget(text);
  const start = Math.min(budget.steps, Math.max(0, shared.steps));
  budget.steps = start;
  const result = search(budget);
  shared.steps -= start - budget.steps;
  return result;
}
