/**
 * Regular expressions of rules: PCRE, as Semgrep's users write it, on JavaScript's engine where that can be shown to be
 * quick, else on a linear-time one, else on one of our own that counts its steps and gives up when there are too many.
 */
import { backtrackingCost, repeatsNothing, type BacktrackingCost } from "./backtracking-cost.js";
import { differsInJavaScript } from "./differs-in-javascript.js";
import { makeBoundedRunner } from "./bounded-runner.js";
import { makeLinearRunner } from "./linear-runner.js";
import { makeNativeRunner, writeNative, type NativeSource } from "./native-runner.js";
import { parseRegex } from "./parse-regex.js";
import type { RegexMatch, RegexRunner } from "./regex-match.js";
import { requiredFoldedLiterals, requiredLiterals } from "./required-literals.js";
import { createRegexBudget, type RegexBudget } from "./step-budget.js";
import type { RegexError, RegexTree } from "./syntax.js";

export type { RegexMatch } from "./regex-match.js";
export type { RegexError } from "./syntax.js";

/**
 * "native": JavaScript's engine, of which a bound is known, or ours where JavaScript means something else. "linear": re2js. "unbounded": no bound is known, so the engine
 * that counts its steps runs it.
 */
export type RegexTier = "native" | "linear" | "unbounded";

/**
 * What runs the expression has a bound on any text. A budget can be given where one is to hold for several calls, or where
 * it matters whether the search was given up (`gaveUp`); without one each call has its own.
 */
export interface CompiledRegex {
  readonly source: string;
  /** How the source was read. */
  readonly flags: RegexFlags;
  /** How it runs on texts of common size. */
  readonly tier: RegexTier;
  /** Whether some texts are known to take it so long that it is given up; quicker to know than the tier of most. */
  readonly isHopeless: boolean;
  /** How it runs on this text: a text with very long lines can need another engine. */
  tierFor(text: string): RegexTier;
  /** Whether it may match in a text, at a glance: false if the text lacks what each match must contain. */
  mayMatch(text: string): boolean;
  /** What is worth remembering. Takes as long as to judge it. */
  facts(): RegexFacts;
  /** Of these one stands in each text in which it matches, case folded (`fold-case.ts`); none if nothing is known. */
  foldedLiterals(): readonly string[];
  /** Whether it matches anywhere in the text. */
  test(text: string, budget?: RegexBudget): boolean;
  /** Whether a match starts at the text's first character; cheaper than the match itself. */
  testAtStart(text: string, budget?: RegexBudget): boolean;
  /** The match that starts at the text's first character, as Semgrep's metavariable-regex wants it. */
  matchAtStart(text: string, budget?: RegexBudget): RegexMatch | undefined;
  /** The first match that starts at `from` or later; what stands before `from` is seen by looks behind and places. */
  search(text: string, from?: number, budget?: RegexBudget): RegexMatch | undefined;
  /** All matches from left to right that do not overlap, within one budget. */
  all(text: string, budget?: RegexBudget): Iterable<RegexMatch>;
}

/** What was found out about an expression, as plain data: it need not be read again before it runs. */
export interface RegexFacts {
  /** How it runs. */
  readonly tier: RegexTier;
  /** `exponent`: null where no bound was found, as JSON knows no Infinity. */
  readonly cost: Omit<BacktrackingCost, "exponent"> & { readonly exponent: number | null };
  /** Of one that JavaScript's engine runs, so that it is not read at all. */
  readonly native: NativeSource | undefined;
  readonly literals: readonly string[];
  readonly foldedLiterals: readonly string[];
}

/** How an expression is read. */
export interface RegexFlags {
  readonly multiline?: boolean;
  readonly caseless?: boolean;
}

/** Steps that JavaScript's engine may take at most for one text: about a second. */
const mostSteps = 1e9;

/** Compiles an expression; an error says what is wrong and where. */
export function compileRegex(source: string, flags: RegexFlags = {}): CompiledRegex | RegexError {
  const tree = parseRegex(source, flags);
  return "message" in tree ? tree : makeRegex(source, flags, () => tree);
}

/** The expression of which these facts are known. */
export function regexOfFacts(source: string, flags: RegexFlags, facts: RegexFacts): CompiledRegex {
  const read = lazily((): RegexTree => {
    const tree = parseRegex(source, flags);
    if ("message" in tree) throw new Error(`facts of no expression: ${tree.message}`);
    return tree;
  });
  return makeRegex(source, flags, read, facts);
}

function makeRegex(source: string, flags: RegexFlags, tree: () => RegexTree, facts?: RegexFacts): CompiledRegex {
  // Most expressions of a rule set meet no text that they are tried on, so all but reading them waits until somebody asks.
  const native = lazily(() => makeNativeRunner(facts?.native ?? writeNative(tree())));
  const linear = lazily(() => makeLinearRunner(tree()));
  const bounded = lazily(() => makeBoundedRunner(tree()));
  const judge = lazily((): KnownCost =>
    facts === undefined
      ? judgeTree(tree(), linear() !== undefined)
      : { tier: facts.tier, cost: { ...facts.cost, exponent: facts.cost.exponent ?? Infinity } },
  );
  const tierFor = (text: string): RegexTier => {
    const { tier, cost } = judge();
    if (tier !== "native" || mayTake(cost, text)) return tier;
    return linear() === undefined ? "unbounded" : "linear";
  };
  const trusted = lazily((): RegexRunner => {
    const runner = facts?.native === undefined && differsInJavaScript(tree()) ? bounded() : native();
    return typeof runner === "string" ? bounded() : runner;
  });
  const runner = (text: string): RegexRunner => {
    const tier = tierFor(text);
    return tier === "native" ? trusted() : ((tier === "linear" ? linear() : undefined) ?? bounded());
  };
  const literals = lazily(() => facts?.literals ?? requiredLiterals(tree().root));
  const foldedLiterals = lazily(() => facts?.foldedLiterals ?? requiredFoldedLiterals(tree().root));
  const mayMatch = (text: string): boolean =>
    literals().length === 0 || literals().some((literal) => text.includes(literal));
  return {
    source,
    flags,
    get tier() {
      return judge().tier;
    },
    get isHopeless() {
      return judge().cost.isExponential && linear() === undefined;
    },
    tierFor,
    mayMatch,
    foldedLiterals,
    facts: () => {
      const { tier, cost } = judge();
      const isNative = tier === "native" && trusted() === native();
      return {
        tier,
        cost: { ...cost, exponent: Number.isFinite(cost.exponent) ? cost.exponent : null },
        native: isNative ? (facts?.native ?? writeNative(tree())) : undefined,
        literals: literals(),
        foldedLiterals: foldedLiterals(),
      };
    },
    test: (text, budget) => mayMatch(text) && runner(text).test(text, budget),
    testAtStart: (text, budget) => {
      const chosen = runner(text);
      return chosen.testAtStart?.(text) ?? chosen.matchAtStart(text, budget) !== undefined;
    },
    matchAtStart: (text, budget) => runner(text).matchAtStart(text, budget),
    search: (text, from = 0, budget) => runner(text).search(text, from, budget),
    all: (text, budget) => (mayMatch(text) ? allMatches(runner(text), text, budget) : []),
  };
}

/** Computes a value when it is first asked for. */
function lazily<Value>(compute: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => (known ??= { value: compute() }).value;
}

/** Whether a result of `compileRegex` is an error. */
export function isRegexError(result: CompiledRegex | RegexError): result is RegexError {
  return "message" in result;
}

interface KnownCost {
  readonly tier: RegexTier;
  readonly cost: BacktrackingCost;
}

/** Cubic is quick enough on lines; `tierFor` decides for a text. */
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

function* allMatches(
  runner: RegexRunner,
  text: string,
  budget: RegexBudget = createRegexBudget(text),
): Iterable<RegexMatch> {
  for (let from = 0; from <= text.length;) {
    const match = runner.search(text, from, budget);
    if (match === undefined) return;
    yield match;
    // After a match of nothing the search goes on behind the next character.
    if (match.end > match.start) from = match.end;
    else from = match.end + ((text.codePointAt(match.end) ?? 0) > 0xffff ? 2 : 1);
  }
}
