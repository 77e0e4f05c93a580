/**
 * Regular expressions of rules: PCRE, as Semgrep's users write it, on JavaScript's engine where that can be shown to be
 * quick, else on a linear-time one, else marked as what may only run where it can be stopped.
 */
import { backtrackingCost, repeatsNothing, type BacktrackingCost } from "./backtracking-cost.js";
import { makeLinearRunner } from "./linear-runner.js";
import { makeNativeRunner } from "./native-runner.js";
import { parseRegex } from "./parse-regex.js";
import type { RegexMatch, RegexRunner } from "./regex-match.js";
import type { RegexError, RegexTree } from "./syntax.js";

export type { RegexGroup, RegexMatch } from "./regex-match.js";
export type { RegexError } from "./syntax.js";

/**
 * "native": JavaScript's engine, of which a bound is known. "linear": re2js. "unbounded": only JavaScript's engine can
 * run it and no bound is known, so it belongs where it can be stopped.
 */
export type RegexTier = "native" | "linear" | "unbounded";

export interface CompiledRegex {
  readonly source: string;
  /** How it runs on texts of common size. */
  readonly tier: RegexTier;
  /** How it runs on this text: a text with very long lines can need a slower engine or a place where it can be stopped. */
  tierFor(text: string): RegexTier;
  /** Whether it matches anywhere in the text. */
  test(text: string): boolean;
  /** The match that starts at the text's first character, as Semgrep's metavariable-regex wants it. */
  matchAtStart(text: string): RegexMatch | undefined;
  /** The first match that starts at `from` or later; what stands before `from` is seen by looks behind and places. */
  search(text: string, from?: number): RegexMatch | undefined;
  /** All matches from left to right that do not overlap. */
  all(text: string): Iterable<RegexMatch>;
}

/** Steps that JavaScript's engine may take at most for one text: about a second. */
const mostSteps = 1e9;

/** Compiles an expression; an error says what is wrong and where. */
export function compileRegex(
  source: string,
  flags: { readonly multiline?: boolean; readonly caseless?: boolean } = {},
): CompiledRegex | RegexError {
  const tree = parseRegex(source, flags);
  if ("message" in tree) return tree;
  const native = makeNativeRunner(tree);
  if (typeof native === "string") return { message: native, offset: 0 };
  const linear = makeLinearRunner(tree);
  // Most expressions of a rule set meet no text that they are tried on; what they cost is computed when it is asked for.
  let known: KnownCost | undefined;
  const judge = (): KnownCost => (known ??= judgeTree(tree, linear !== undefined));
  const tierFor = (text: string): RegexTier => {
    const { tier, cost } = judge();
    if (tier !== "native" || mayTake(cost, text)) return tier;
    return linear === undefined ? "unbounded" : "linear";
  };
  const runner = (text: string): RegexRunner => (tierFor(text) === "linear" && linear !== undefined ? linear : native);
  const search = (text: string, from = 0): RegexMatch | undefined => runner(text).search(text, from);
  return {
    source,
    get tier() {
      return judge().tier;
    },
    tierFor,
    test: (text) => runner(text).test(text),
    matchAtStart: (text) => runner(text).matchAtStart(text),
    search,
    all: (text) => allMatches(runner(text), text),
  };
}

/** Whether a result of `compileRegex` is an error. */
export function isRegexError(result: CompiledRegex | RegexError): result is RegexError {
  return "message" in result;
}

interface KnownCost {
  readonly tier: RegexTier;
  readonly cost: BacktrackingCost;
}

/** Cubic is quick enough on lines; what has no other engine gets as much trust, and `tierFor` decides. */
function judgeTree(tree: RegexTree, hasLinear: boolean): KnownCost {
  const cost = backtrackingCost(tree);
  if (hasLinear && repeatsNothing(tree)) return { tier: "linear", cost };
  return { tier: cost.exponent <= 3 ? "native" : hasLinear ? "linear" : "unbounded", cost };
}

function mayTake(cost: BacktrackingCost, text: string): boolean {
  if (cost.exponent <= 1 || text.length ** cost.exponent <= mostSteps) return true;
  if (!cost.withinLines) return false;
  let steps = 0;
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    steps += (end - start) ** cost.exponent;
    start = end + 1;
  }
  return steps <= mostSteps;
}

function* allMatches(runner: RegexRunner, text: string): Iterable<RegexMatch> {
  for (let from = 0; from <= text.length;) {
    const match = runner.search(text, from);
    if (match === undefined) return;
    yield match;
    // After a match of nothing the search goes on behind the next character.
    if (match.end > match.start) from = match.end;
    else from = match.end + ((text.codePointAt(match.end) ?? 0) > 0xffff ? 2 : 1);
  }
}
