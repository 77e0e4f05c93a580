/** What people are told of an expression for which no bound is known. */
import type { CompiledRegex } from "./compile-regex.js";
import { leastRegexSteps, regexStepsPerCharacter } from "./step-budget.js";

/** The warning about an expression; undefined if there is nothing to warn of. */
export function unboundedWarning(regex: CompiledRegex): string | undefined {
  if (!regex.isHopeless) return undefined;
  return (
    "This regular expression can take very long on some texts: the same characters can be read in very many ways, and " +
    "lookaround, references or atomic groups leave no quick way to run it. On such a text Kingsnake gives up after " +
    `${leastRegexSteps.toLocaleString("en-US")} steps and ${regexStepsPerCharacter} more for each character, and the rule finds ` +
    "nothing there. Rewrite repetitions inside of repetitions."
  );
}
