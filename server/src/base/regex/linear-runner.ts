/** Runs an expression with re2js, in time linear in the text. */
import { RE2JS } from "re2js";
import { makeMatch, type RegexMatch, type RegexRunner } from "./regex-match.js";
import { someNode, type RegexTree } from "./syntax.js";
import { writeLinear } from "./write-linear.js";

/** A runner; undefined if RE2 can't say what the expression does. Compiled when it is first used. */
export function makeLinearRunner(tree: RegexTree): RegexRunner | undefined {
  const written = writeLinear(tree);
  if (written === undefined) return undefined;
  const isLazy = someNode(tree.root, (node) => node.kind === "repeat" && !node.greedy);
  let compiled: RE2JS | undefined;
  const regex = (): RE2JS => (compiled ??= RE2JS.compile(written.source));
  const find = (text: string, from: number): RegexMatch | undefined => {
    const matcher = regex().matcher(text);
    if (!matcher.find(from)) return undefined;
    const match = readMatch(matcher, text, tree);
    // `^` does not hold after a newline that ends the text; only a match of nothing can stand there.
    const isTooLate = written.startsLine && match.start === text.length && text.endsWith("\n");
    return isTooLate ? undefined : match;
  };
  const search = (text: string, from: number): RegexMatch | undefined => {
    const match = find(text, from);
    if (!written.endsText || !text.endsWith("\n") || from >= text.length) return match;
    // `$` holds before the last newline as well. Where both are found at one place the longer is nearly always the first
    // choice of the expression, or the shorter where it has lazy repetitions.
    const before = find(text.slice(0, -1), from);
    if (before === undefined || match === undefined || before.start !== match.start)
      return before !== undefined && (match === undefined || before.start < match.start) ? before : match;
    return match.end > before.end === isLazy ? before : match;
  };
  const atStart = (text: string): RegexMatch | undefined => {
    const matcher = regex().matcher(text);
    return matcher.lookingAt() ? readMatch(matcher, text, tree) : undefined;
  };
  return {
    test: (text) => search(text, 0) !== undefined,
    matchAtStart: (text) =>
      (written.endsText && text.endsWith("\n") ? atStart(text.slice(0, -1)) : undefined) ?? atStart(text),
    search,
  };
}

function readMatch(matcher: ReturnType<RE2JS["matcher"]>, text: string, tree: RegexTree): RegexMatch {
  const ranges: ([number, number] | undefined)[] = [];
  for (let group = 0; group <= tree.groupCount; group++) {
    const start = matcher.start(group);
    ranges.push(start < 0 ? undefined : [start, matcher.end(group)]);
  }
  return makeMatch(text, ranges, tree.names);
}
